"""Takes counts of acts by day and of documents read by day, gives a series: every bucket of the range, also empty ones.

>>> counts = [Count(day="2022-06-28", number=2, goldstein=8.0)]
>>> series(counts, [Read(day="2022-06-28", documents=500)]).buckets[0].per_thousand
4.0
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dragoman.analysis.buckets import By, Stretch, bucket_start, day_of, stretches
from dragoman.analysis.counts import Count, Read
from dragoman.errors import QuestionError
from dragoman.records.shown import Shown

_LEAST_DAYS: Mapping[By, int] = {"day": 1, "week": 7, "month": 28, "quarter": 90, "year": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket:
    """One day, week, month, quarter or year of a series.

    `name` is `2022-06-28`, `2022-W26`, `2022-06`, `2022-Q2` or `2022`; `first` and `last` are its ISO days, and
    `partial` says that the range cuts some of them off. `number` are the acts, `goldstein` the sum of their values and
    `mean` that by act (None without acts). `read` are the documents, `per_thousand` the acts for every 1,000 of them
    (None where none was read). `gap`: no document was read, so that 0 acts mean nothing.
    """

    name: str
    first: str
    last: str
    partial: bool
    number: int
    goldstein: float
    mean: float | None
    read: int
    per_thousand: float | None
    gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Series(Shown):
    """The buckets of a range, in order, none missing."""

    by: By
    buckets: tuple[Bucket, ...]


def series(
    counts: Iterable[Count],
    read: Iterable[Read],
    *,
    by: By = "month",
    first: str | None = None,
    last: str | None = None,
    most: int | None = None,
) -> Series:
    """The series from ISO day `first` to `last`, both inclusive; from the first to the last day given, where None.

    Rows outside the range are left out, several rows of one day are added up.

    Raises:
        QuestionError: a day is none, the range begins after it ends, or has more than `most` buckets.
    """
    counted, documents = list(counts), list(read)
    days = [*(day_of(one.day) for one in counted), *(day_of(one.day) for one in documents)]
    start = day_of(first) if first else min(days, default=None)
    end = day_of(last) if last else max(days, default=None)
    if start is None or end is None:
        return Series(by=by, buckets=())
    if start > end:
        raise QuestionError(f"the series begins on {start}, after it ends on {end}; turn the days round")
    if most is not None and (end - start).days // _LEAST_DAYS[by] > most:
        raise QuestionError(f"more than {most:,} buckets by {by} from {start} to {end}; ask for fewer days, or by year")
    number, goldstein, reading = Counter[date](), defaultdict[date, float](float), Counter[date]()
    for day, one in zip(days, counted, strict=False):  # the days of the documents stand behind them
        if start <= day <= end:
            number[bucket_start(day, by)] += one.number
            goldstein[bucket_start(day, by)] += one.goldstein
    for day, each in zip(days[len(counted) :], documents, strict=True):
        if start <= day <= end:
            reading[bucket_start(day, by)] += each.documents
    buckets = []
    for stretch in stretches(by, start, end):
        key = bucket_start(stretch.first, by)
        buckets.append(_bucket(stretch, number=number[key], goldstein=goldstein.get(key, 0.0), read=reading[key]))
    return Series(by=by, buckets=tuple(buckets))


def per_thousand(number: int, read: int) -> float | None:
    """How many for every 1,000 documents read, or None where none was read."""
    return 1000 * number / read if read else None


def _bucket(stretch: Stretch, *, number: int, goldstein: float, read: int) -> Bucket:
    return Bucket(
        name=stretch.name,
        first=stretch.first.isoformat(),
        last=stretch.last.isoformat(),
        partial=stretch.partial,
        number=number,
        goldstein=goldstein,
        mean=goldstein / number if number else None,
        read=read,
        per_thousand=per_thousand(number, read),
        gap=not read,
    )
