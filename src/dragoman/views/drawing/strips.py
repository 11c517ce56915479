"""Strips: takes how many documents an outlet published in which month, gives a strip of bars, one a stretch of time."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.buckets import By, bucket_start, stretches

HEIGHT = 20.0
BARS: tuple[tuple[By, int], ...] = (("month", 1), ("quarter", 3), ("year", 12))


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A stretch of time with its bar: its name, its days, how many documents, and how high of `HEIGHT`."""

    name: str
    first: str
    last: str
    number: int
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """The bars from the first to the last month, and by what they are counted."""

    by: By
    spans: tuple[Span, ...]

    @property
    def path(self) -> str:
        """All bars as one path, a bar one unit wide."""
        return "".join(
            f"M{at}.1,{HEIGHT:g}v-{one.height:g}h.8v{one.height:g}z" for at, one in enumerate(self.spans) if one.number
        )


def strip(months: Mapping[str, int], *, first: str, last: str, most: int) -> Strip:
    """The documents of each month, quarter or year from one month to another, so that there are at most so many bars.

    Example:
        >>> strip({"2022-01": 3, "2022-03": 1}, first="2022-01", last="2022-03", most=36).by
        'month'
    """
    begin, end = date.fromisoformat(f"{first}-01"), date.fromisoformat(f"{last}-28")
    long = (end.year - begin.year) * 12 + end.month - begin.month + 1
    by = _by(long, most)
    counted = Counter[date]()
    for month, number in months.items():
        counted[bucket_start(date.fromisoformat(f"{month}-01"), by)] += number
    highest = max(counted.values(), default=1)
    return Strip(
        by=by,
        spans=tuple(
            Span(
                name=one.name,
                first=one.first.isoformat(),
                last=one.last.isoformat(),
                number=(number := counted[bucket_start(one.first, by)]),
                height=round(max(HEIGHT * number / highest, 1.0 if number else 0), 1),
            )
            for one in stretches(by, bucket_start(begin, by), end)
        ),
    )


def _by(months: int, most: int) -> By:
    """The shortest stretches of which there are not too many."""
    return next((by for by, size in BARS if months / size <= most), "year")
