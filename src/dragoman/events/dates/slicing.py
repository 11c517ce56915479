"""Takes a longer time and which of its units are meant, gives their days: the last three months of 2023."""

from datetime import date, timedelta
from typing import Literal

from dateutil.relativedelta import relativedelta

from dragoman.events.dates.days import Days
from dragoman.knowledge.calendar_words import Unit
from dragoman.records.span import Precision

_MONTHS: dict[Unit | Literal["half"], int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_PRECISIONS: dict[Unit | Literal["half"], Precision] = {
    "day": "day", "week": "week", "weekend": "week", "month": "month", "quarter": "quarter", "year": "year",
    "decade": "decade",
}  # fmt: skip
_HALVES: dict[Precision, Precision] = {"decade": "year", "year": "quarter", "quarter": "month", "month": "week"}
_SATURDAY = 6


def slice_of(whole: Days, first: int, count: int, unit: Unit | Literal["half"]) -> Days | None:
    """The `first` unit and those after it, `count` in all, or with -1 the last ones; None if they reach beyond."""
    if unit == "half":
        return _half(whole, 1 if first == 1 else 2)
    if unit == "weekend":
        return _weekend(whole, first)
    after = whole.end + timedelta(days=1)
    if first < 0:
        start, end = _moved(after, -count, unit), whole.end
    else:
        start = _moved(whole.start, first - 1, unit)
        end = _moved(start, count, unit) - timedelta(days=1)
    if unit not in _PRECISIONS or not whole.start <= start <= end or start > whole.end:
        return None
    return Days(start, min(end, whole.end), _PRECISIONS[unit])


def _half(whole: Days, number: int) -> Days:
    after = whole.end + timedelta(days=1)
    months = (after.year - whole.start.year) * 12 + after.month - whole.start.month
    if months > 1:
        middle = whole.start + relativedelta(months=months // 2)
    else:
        middle = whole.start + timedelta(days=(after - whole.start).days // 2)
    precision = _HALVES.get(whole.precision, whole.precision)
    if number == 1:
        return Days(whole.start, middle - timedelta(days=1), precision)
    return Days(middle, whole.end, precision)


def _weekend(whole: Days, number: int) -> Days | None:
    """The weekends whose Saturday lies in it."""
    saturday = whole.start + timedelta(days=(_SATURDAY - whole.start.isoweekday()) % 7)
    saturdays = [saturday + timedelta(weeks=week) for week in range((whole.end - saturday).days // 7 + 1)]
    if not -len(saturdays) <= (number if number < 0 else number - 1) < len(saturdays):
        return None
    start = saturdays[number if number < 0 else number - 1]
    return Days(start, start + timedelta(days=1), "week")


def _moved(origin: date, count: int, unit: Unit | Literal["half"]) -> date:
    if unit in _MONTHS:
        return origin + relativedelta(months=_MONTHS[unit] * count)
    return origin + timedelta(days=count * (7 if unit == "week" else 1))
