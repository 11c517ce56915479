"""Buckets of the calendar: takes a range of days, gives its days, ISO weeks, months, quarters or years, in order."""

import calendar
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

from dragoman.acts.days import DAYS
from dragoman.records.days import iso_day

By = Literal["day", "week", "month", "quarter", "year"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A bucket's name, its days as far as the range goes, and whether the range cuts some of them off."""

    name: str
    first: date
    last: date
    partial: bool


def stretches(by: By, first: date, last: date) -> Iterator[Stretch]:
    """Every bucket that has a day of the range."""
    start = bucket_start(first, by)
    while True:
        end = _end(start, by)
        partial = start < first or end > last
        yield Stretch(name=_name(start, by), first=max(start, first), last=min(end, last), partial=partial)
        if end >= last:
            return
        start = end + timedelta(days=1)


@lru_cache(maxsize=DAYS)
def bucket_start(day: date, by: By) -> date:
    """The first day of the bucket in which the day lies."""
    match by:
        case "day":
            return day
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return day.replace(month=3 * _quarter(day) - 2, day=1)
        case "year":
            return day.replace(month=1, day=1)


def _end(start: date, by: By) -> date:
    if by in {"day", "week"}:
        days = start.toordinal() + (6 if by == "week" else 0)
        return date.fromordinal(min(days, date.max.toordinal()))
    month = {"month": start.month, "quarter": start.month + 2, "year": 12}[by]
    return date(start.year, month, calendar.monthrange(start.year, month)[1])


def _name(start: date, by: By) -> str:
    year, week, _ = start.isocalendar()
    return {
        "day": start.isoformat(),
        "week": f"{year:04}-W{week:02}",
        "month": start.isoformat()[:7],
        "quarter": f"{start.year:04}-Q{_quarter(start)}",
        "year": start.isoformat()[:4],
    }[by]


def _quarter(day: date) -> int:
    return (day.month + 2) // 3


@lru_cache(maxsize=DAYS)
def day_of(text: str) -> date:
    """The day that an ISO day names.

    Raises:
        QuestionError: it is none.
    """
    return date.fromisoformat(iso_day(text))
