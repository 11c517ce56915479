"""Charting: takes a question, gives the series that a chart of it draws: from the first text that was read to the last.

What texts tell of years long before them is background, and what they announce lies ahead: it would press the years
that were read into a corner. It is counted, so that the chart can say how much it leaves out.
"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from dragoman.desk import asking
from dragoman.records.question import Days, Kept, Question
from dragoman.store import Store

if TYPE_CHECKING:
    from dragoman.analysis.buckets import By
    from dragoman.analysis.series import Bucket, Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A series, and how many of what it counts lie before or behind it."""

    series: "Series"
    left_out: int


def drawn_series(store: Store, question: Question, *, by: "By" = "month", kept: Kept = "acts") -> Drawn:
    """The series of the question. A day that it sets is kept; where it leaves a side open, texts do."""
    series = asking.series(store, question, by=by, kept=kept)
    asked = question.date or Days()
    read = [place for place, bucket in enumerate(series.buckets) if not bucket.gap]
    begin = 0 if asked.first or not read else read[0]
    end = len(series.buckets) if asked.last or not read else read[-1] + 1
    left = (*series.buckets[:begin], *series.buckets[end:])
    return Drawn(series=replace(series, buckets=series.buckets[begin:end]), left_out=_number(left))


def _number(buckets: "tuple[Bucket, ...]") -> int:
    return sum(bucket.number for bucket in buckets)
