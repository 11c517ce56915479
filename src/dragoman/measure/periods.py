"""Periods: takes a date as people write it in gold files and gives its first and last day."""

import calendar
import re
from datetime import date
from typing import Literal

from dragoman.records.span import DateSpan

Period = tuple[date, date]
Agreement = Literal["exact", "overlapping", "wrong", "missing"]

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
# A month too wide, or three times as wide as the gold, still tells a reader when; wider than that says nothing.
_WIDEST_DAYS = 31
_WIDEST_TIMES = 3


def period(text: str) -> Period | None:
    """The days that "2022", "2022-06", "2022-06-29" or "A/B" cover; None where the text is no date.

    >>> period("2022-02")
    (datetime.date(2022, 2, 1), datetime.date(2022, 2, 28))
    """
    first, _, last = text.partition("/")
    start, end = _single(first), _single(last or first)
    return (start[0], end[1]) if start and end else None


def period_of(when: DateSpan | None) -> Period | None:
    """The days that a coded date covers; None where there is none, or the words could not be resolved."""
    if when is None or when.start is None:
        return None
    return period(f"{when.start}/{when.end or when.start}")


def agreement(coded: Period | None, *readings: Period | None) -> Agreement:
    """How a coded date agrees with the readings that the gold allows."""
    if coded is None:
        return "missing"
    allowed = [reading for reading in readings if reading]
    if coded in allowed:
        return "exact"
    return "overlapping" if any(_overlap(coded, reading) for reading in allowed) else "wrong"


def _overlap(coded: Period, gold: Period) -> bool:
    widest = max(_WIDEST_DAYS, _WIDEST_TIMES * (gold[1] - gold[0]).days)
    return coded[0] <= gold[1] and gold[0] <= coded[1] and (coded[1] - coded[0]).days <= widest


def _single(text: str) -> Period | None:
    found = _DATE.match(text.strip())
    if found is None:
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        if year is None or month is None:
            return (date(year, 1, 1), date(year, 12, 31)) if year else None
        if day is None:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, calendar.IllegalMonthError):
        return None
