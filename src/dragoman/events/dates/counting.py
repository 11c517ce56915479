"""Takes what is counted from a day ("Tuesday", "last week", "two years ago") and that day, gives the days it means."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from dragoman.events.dates.days import Days
from dragoman.events.dates.meanings import (
    Away,
    Current,
    FeastDay,
    FiscalYear,
    InCount,
    MonthDay,
    Stretch,
    Weekday,
    Within,
    Yearless,
)
from dragoman.knowledge.calendar_words import Unit
from dragoman.records.span import Precision

_PRECISIONS: dict[Unit, Precision] = {
    "minute": "day", "hour": "day", "day": "day", "weekend": "week", "week": "week",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade", "century": "decade",
}  # fmt: skip
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}
_SUNDAY = 7
_MONTHS_BEFORE_A_CENTURY = 12  # the 21st begins with 2001
_LEAP_YEARS = 8  # 29 February is never further away than this


Counted = Yearless | FeastDay | Weekday | MonthDay | Current | FiscalYear | Away | Within | Stretch | InCount


def counted_from(published: date, meaning: Counted, *, ahead: bool) -> Days | None:
    """The days before or around a day, or `ahead` of it; ValueError where they lie beyond the calendar."""
    match meaning:
        case Yearless() | FeastDay():
            return _of_some_year(meaning, published, ahead=ahead)
        case Weekday():
            return _weekday(meaning, published, ahead=ahead)
        case MonthDay():
            return _day_of_month(meaning.number, published, ahead=ahead)
        case Current():
            return _current(meaning, published, ahead=ahead)
        case FiscalYear():
            return _fiscal_year(meaning, published)
        case Away():
            return _away(meaning, published)
        case _:
            return _counted(meaning, published, ahead=ahead)


def moved(days: Days, count: int, unit: Unit) -> Days:
    """The same days so many units later, or earlier."""
    return Days(_shifted(days.start, count, unit), _shifted(days.end, count, unit), days.precision)


def _of_some_year(meaning: Yearless | FeastDay, published: date, *, ahead: bool) -> Days | None:
    """The latest that has begun, or, ahead, the first that is not over."""
    if meaning.year is not None:
        return meaning.in_year(published.year + meaning.year)
    forward = meaning.turn > 0 or (ahead and meaning.turn == 0)
    for distance in range(-1, _LEAP_YEARS + 1):
        days = meaning.in_year(published.year + (distance if forward else -distance))
        if days is not None and _lies(days, published, forward=forward, wholly=meaning.turn != 0):
            return days
    return None


def _lies(days: Days, published: date, *, forward: bool, wholly: bool) -> bool:
    if wholly:
        return days.start > published if forward else days.end < published
    return days.end >= published if forward else days.start <= published


def _weekday(meaning: Weekday, published: date, *, ahead: bool) -> Days:
    if meaning.week is not None:
        monday = _current(Current(unit="week", turn=meaning.week), published, ahead=ahead).start
        day = monday + timedelta(days=meaning.number - 1)
    else:
        back = (published.isoweekday() - meaning.number) % 7
        on = (meaning.number - published.isoweekday()) % 7
        if meaning.turn:  # "last Tuesday", said on a Tuesday, is a week ago
            day = published - timedelta(days=back or 7) if meaning.turn < 0 else published + timedelta(days=on or 7)
        else:
            day = published + timedelta(days=on) if ahead else published - timedelta(days=back)
    return Days(day, day, "day")


def _day_of_month(number: int, published: date, *, ahead: bool) -> Days | None:
    """The latest day of that number on or before publication, or the next one."""
    for distance in (0, 1, 2):
        month = published.replace(day=1) + relativedelta(months=distance if ahead else -distance)
        day = month + timedelta(days=number - 1)
        if day.month == month.month and (day >= published if ahead else day <= published):
            return Days(day, day, "day")
    return None


def _fiscal_year(meaning: FiscalYear, published: date) -> Days:
    """The one of that year, or so many away from the one in course."""
    running = published.year - (published.month < meaning.first_month)
    start = date(running + meaning.turn if meaning.year is None else meaning.year, meaning.first_month, 1)
    return Days(start, start + relativedelta(years=1) - timedelta(days=1), "year")


def _current(meaning: Current, published: date, *, ahead: bool) -> Days:
    turn = meaning.turn
    match meaning.unit:
        case "week":
            # "Last week", said on a Sunday, is the week that ends that day.
            turn += turn == -1 and published.isoweekday() == _SUNDAY
            monday = published + timedelta(days=1 - published.isoweekday(), weeks=turn)
            return Days(monday, monday + timedelta(days=6), "week")
        case "weekend":
            return _weekend(turn, published, ahead=ahead)
        case "month" | "quarter" | "year" | "decade" | "century":
            return _calendar_months(meaning.unit, turn, published)
        case _:
            day = published + timedelta(days=turn if meaning.unit == "day" else 0)
            return Days(day, day, "day")


def _calendar_months(unit: Unit, turn: int, published: date) -> Days:
    """The month, quarter, year or decade that lies `turn` of them away."""
    length = _MONTHS[unit]
    before = _MONTHS_BEFORE_A_CENTURY if unit == "century" else 0
    first = (published.year * 12 + published.month - 1 - before) // length * length + turn * length + before
    start = date(first // 12, first % 12 + 1, 1)
    return Days(start, start + relativedelta(months=length) - timedelta(days=1), _PRECISIONS[unit])


def _weekend(turn: int, published: date, *, ahead: bool) -> Days:
    saturday = published - timedelta(days=(published.isoweekday() + 1) % 7)  # the latest on or before publication
    if turn < 0 and published <= saturday + timedelta(days=1):
        saturday -= timedelta(weeks=1)
    elif turn > 0 or (ahead and published > saturday + timedelta(days=1)):
        saturday += timedelta(weeks=1)
    return Days(saturday, saturday + timedelta(days=1), "week")


def _away(meaning: Away, origin: date) -> Days | None:
    if meaning.count is None:
        return None
    day = _shifted(origin, meaning.sign * meaning.count, meaning.unit)
    if _PRECISIONS[meaning.unit] == "day":
        return Days(day, day, "day")
    unit: Unit = "decade" if meaning.unit == "century" else meaning.unit  # "a century ago" is no exact one
    return _current(Current(unit=unit, turn=0), day, ahead=meaning.sign > 0)


def _counted(meaning: Within | Stretch | InCount, published: date, *, ahead: bool) -> Days | None:
    if meaning.count is None:
        return None
    if isinstance(meaning, InCount) and ahead:
        return _away(Away(count=meaning.count, unit=meaning.unit, sign=1), published)
    sign = meaning.sign if isinstance(meaning, Stretch) and meaning.sign else (1 if ahead else -1)
    if isinstance(meaning, Within):
        day = _shifted(published, sign * meaning.count, meaning.unit)
        return Days(day, day, "day") if sign > 0 else Days(day, published, _PRECISIONS[meaning.unit])
    other = _shifted(published, sign * meaning.count, meaning.unit)
    return Days(min(other, published), max(other, published), _PRECISIONS[meaning.unit])


def _shifted(origin: date, count: int, unit: Unit) -> date:
    if unit == "minute":
        return origin
    if unit == "hour":
        return origin + timedelta(days=int(count / 24))  # "48 hours" is two days, "six hours" the same day
    if unit in {"day", "week", "weekend"}:
        return origin + timedelta(days=count * (1 if unit == "day" else 7))
    return origin + relativedelta(months=_MONTHS[unit] * count)
