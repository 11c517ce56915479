"""Coverage: takes what each source published on which days, gives how well it covers the time of a dataset."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.store.sources import Source

SILENT = 30  # days without a document before the end: a weekly that pauses for its holidays is not yet silent


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """A source from its first day to the end of the dataset.

    `days` are all days of that time, `covered` those on which it published; `gap` is the longest run of days without
    a document and `gap_from` its first day. `silent` says that its last document is older than 30 days at the end.
    """

    source: Source
    first: str | None
    last: str | None
    days: int
    covered: int
    gap: int
    gap_from: str | None
    silent: bool

    @property
    def share(self) -> float | None:
        """The share of its days that it covers; None where no day is known."""
        return round(self.covered / self.days, 4) if self.days else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Silence:
    """A spell of more than 30 days in which a source published nothing: the first and the last day of it."""

    first: str
    last: str
    days: int


def coverages(sources: Iterable[Source]) -> tuple[Coverage, ...]:
    """That of each source; the end of the dataset is the last day on which any of them published."""
    all_ = tuple(sources)
    end = max((day for source in all_ for day in source.days), default=None)
    return tuple(_coverage(source, end) for source in all_)


def silences(source: Source, end: str) -> tuple[Silence, ...]:
    """The spells in which a source is silent, from its first document to the end of the dataset, the earliest first."""
    if not source.days:
        return ()
    gaps = _gaps(sorted(map(date.fromisoformat, source.days)), date.fromisoformat(end))
    return tuple(
        Silence(first=first.isoformat(), last=(first + timedelta(days=days - 1)).isoformat(), days=days)
        for days, first in gaps
        if days > SILENT
    )


def source_rows(covered: Iterable[Coverage]) -> bytes:
    """CSV: a line of column names, then a row a source."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([_text(cell(one)) for cell in COLUMNS.values()] for one in covered)
    return lines.getvalue().encode()


def _coverage(source: Source, end: str | None) -> Coverage:
    if not source.days or end is None:
        return Coverage(source=source, first=None, last=None, days=0, covered=0, gap=0, gap_from=None, silent=False)
    days = sorted(map(date.fromisoformat, source.days))
    last = date.fromisoformat(end)
    gap, gap_from = _longest_gap(days, last)
    return Coverage(
        source=source,
        first=days[0].isoformat(),
        last=days[-1].isoformat(),
        days=(last - days[0]).days + 1,
        covered=len(days),
        gap=gap,
        gap_from=gap_from.isoformat() if gap else None,
        silent=(last - days[-1]).days > SILENT,
    )


def _longest_gap(days: Sequence[date], end: date) -> tuple[int, date]:
    """How many days the longest gap has, and the first of them; of equals the earliest."""
    return max(_gaps(days, end), key=lambda gap: gap[0])


def _gaps(days: Sequence[date], end: date) -> list[tuple[int, date]]:
    """How many days lie between each day and the next, or the end, and the first of them."""
    following = [*days[1:], end + timedelta(days=1)]
    return [
        ((after - before).days - 1, before + timedelta(days=1)) for before, after in zip(days, following, strict=True)
    ]


def _text(cell: str | float | bool | None) -> str:  # noqa: FBT001 - a cell is what it is
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return "" if cell is None else str(cell)


COLUMNS: Mapping[str, Callable[[Coverage], str | float | bool | None]] = {
    "outlet": lambda one: one.source.outlet,
    "documents": lambda one: one.source.documents,
    "undated": lambda one: one.source.undated,
    "first_day": lambda one: one.first,
    "last_day": lambda one: one.last,
    "days_with_documents": lambda one: one.covered,
    "days": lambda one: one.days,
    "share_of_days": lambda one: one.share,
    "longest_gap_days": lambda one: one.gap,
    "longest_gap_from": lambda one: one.gap_from,
    "silent": lambda one: one.silent,
    "licence": lambda one: one.source.licence,
    "may_be_passed_on": lambda one: one.source.may_be_passed_on,
}
"""The columns of sources.csv."""
