"""What a date expression means before it is known when the text was published, and which days that makes.

Thus "on Tuesday" is Weekday(number=2), and with Moment(published=2022-07-01, ahead=False) that is 2022-06-28.
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.relativedelta import relativedelta

from dragoman.knowledge.calendar_words import DatePart, Unit
from dragoman.records.span import Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """From where a date is counted: publication, or for a promise another day; and to which side it lies.

    `elsewhere` is the day of the event that "two days later" is counted from; `deadline` makes "the end of" a day.
    """

    published: date | None
    ahead: bool
    elsewhere: date | None = None
    deadline: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """First and last day, both inclusive, and how exact they are."""

    start: date
    end: date
    precision: Precision


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """As in "June 28, 2022", "2018", "the 1990s", "World War II"."""

    days: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Yearless:
    """As in "June 26", "in March", "the summer", "Q3": months (and days) of a year that is not said.

    `turn` is -1 in "last March" and 1 in "next March"; `year` is -1 in "March last year".
    """

    first_month: int
    last_month: int
    precision: Precision
    first_day: int = 1
    last_day: int = 31
    turn: int = 0
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Weekday:
    """As in "Tuesday", "last Tuesday", and with `week` "Tuesday of next week". Monday is 1."""

    number: int
    turn: int = 0
    week: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Current:
    """As in "today", "last week", "next year": a unit of the calendar, `turn` units away from the one in course."""

    unit: Unit
    turn: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Away:
    """As in "two days ago", and with `elsewhere` "two days later". "A few days ago" has no count."""

    count: int | None
    unit: Unit
    sign: int
    elsewhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """As in "within five years": its last day."""

    count: int | None
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """As in "the past two weeks", "for ten days": up to or from publication. Sign 0: on whichever side the act lies."""

    count: int | None
    unit: Unit
    sign: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class InCount:
    """As in "in five years": five years from now of what lies ahead, else the last five years."""

    count: int | None
    unit: Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class PartOf:
    """As in "early 2023", "the end of the year", "later this week"."""

    part: DatePart
    whole: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """As in "from June 28 to July 2", "2014-2018"."""

    first: "Meaning"
    last: "Meaning"


Meaning = Fixed | Yearless | Weekday | Current | Away | Within | Stretch | InCount | PartOf | Between

_PRECISIONS: dict[Unit, Precision] = {
    "minute": "day", "hour": "day", "day": "day", "weekend": "week", "week": "week",
    "month": "month", "quarter": "quarter", "year": "year", "decade": "decade",
}  # fmt: skip
_MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "year": 12, "decade": 120}
_SUNDAY = 7
_LEAP_YEARS = 8  # 29 February is never further away than this


def days_of(meaning: Meaning, moment: Moment) -> Days | None:
    """The days that are meant, or None where the words do not say or publication is not known."""
    try:
        return _days_of(meaning, moment)
    except (ValueError, OverflowError):  # beyond the calendar: "within 9,000 years"
        return None


def month_days(year: int, first_month: int, last_month: int, precision: Precision) -> Days:
    """From the first day of one month to the last day of another, which may lie in the next year."""
    last_year = year + (last_month < first_month)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Days(date(year, first_month, 1), last, precision)


def with_year(meaning: Yearless, year: int) -> Days | None:
    """The days of a given year; None where that year has no such day."""
    if not MINYEAR <= year < MAXYEAR:
        return None
    last_year = year + ((meaning.last_month, meaning.last_day) < (meaning.first_month, meaning.first_day))
    last_day = meaning.last_day
    if meaning.precision != "day":
        last_day = min(last_day, monthrange(last_year, meaning.last_month)[1])
    try:
        first = date(year, meaning.first_month, meaning.first_day)
        return Days(first, date(last_year, meaning.last_month, last_day), meaning.precision)
    except ValueError:
        return None


def _days_of(meaning: Meaning, moment: Moment) -> Days | None:
    match meaning:
        case Fixed():
            return meaning.days
        case PartOf():
            return _part(meaning, moment)
        case Between():
            return _between(meaning, moment)
        case Away(elsewhere=True):
            return _away(meaning, moment.elsewhere)
        case _:
            return _counted_from(moment.published, meaning, ahead=moment.ahead) if moment.published else None


def _counted_from(
    published: date, meaning: Yearless | Weekday | Current | Away | Within | Stretch | InCount, *, ahead: bool
) -> Days | None:
    match meaning:
        case Yearless():
            return _of_some_year(meaning, published, ahead=ahead)
        case Weekday():
            return _weekday(meaning, published, ahead=ahead)
        case Current():
            return _current(meaning, published, ahead=ahead)
        case Away():
            return _away(meaning, published)
        case _:
            return _counted(meaning, published, ahead=ahead)


def _of_some_year(meaning: Yearless, published: date, *, ahead: bool) -> Days | None:
    """The latest that has begun, or, ahead, the first that is not over."""
    if meaning.year is not None:
        return with_year(meaning, published.year + meaning.year)
    forward = meaning.turn > 0 or (ahead and meaning.turn == 0)
    for distance in range(-1, _LEAP_YEARS + 1):
        days = with_year(meaning, published.year + (distance if forward else -distance))
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
        case "month" | "quarter" | "year" | "decade":
            return _calendar_months(meaning.unit, turn, published)
        case _:
            day = published + timedelta(days=turn if meaning.unit == "day" else 0)
            return Days(day, day, "day")


def _calendar_months(unit: Unit, turn: int, published: date) -> Days:
    """The month, quarter, year or decade that lies `turn` of them away."""
    length = _MONTHS[unit]
    first = (published.year * 12 + published.month - 1) // length * length + turn * length
    start = date(first // 12, first % 12 + 1, 1)
    return Days(start, start + relativedelta(months=length) - timedelta(days=1), _PRECISIONS[unit])


def _weekend(turn: int, published: date, *, ahead: bool) -> Days:
    saturday = published - timedelta(days=(published.isoweekday() + 1) % 7)  # the latest on or before publication
    if turn < 0 and published <= saturday + timedelta(days=1):
        saturday -= timedelta(weeks=1)
    elif turn > 0 or (ahead and published > saturday + timedelta(days=1)):
        saturday += timedelta(weeks=1)
    return Days(saturday, saturday + timedelta(days=1), "week")


def _away(meaning: Away, origin: date | None) -> Days | None:
    if origin is None or meaning.count is None:
        return None
    day = _shifted(origin, meaning.sign * meaning.count, meaning.unit)
    if _PRECISIONS[meaning.unit] == "day":
        return Days(day, day, "day")
    return _current(Current(unit=meaning.unit, turn=0), day, ahead=meaning.sign > 0)


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


def _part(meaning: PartOf, moment: Moment) -> Days | None:
    whole = _days_of(meaning.whole, moment)
    if whole is None or whole.start == whole.end:
        return whole
    if meaning.part in {"earlier", "later"}:
        return _side(meaning, whole, moment.published)
    if meaning.part == "end" and moment.deadline:
        return Days(whole.end, whole.end, "day")
    if meaning.part in {"start", "end"} and whole.precision == "year":
        month = whole.start.month if meaning.part == "start" else whole.end.month
        year = whole.start.year if meaning.part == "start" else whole.end.year
        return month_days(year, month, month, "month")
    return _third(meaning.part, whole)


def _side(meaning: PartOf, whole: Days, published: date | None) -> Days:
    """As in "earlier this week": up to publication; "later this week": from there on."""
    if published is None or not whole.start <= published <= whole.end:
        return whole
    if meaning.part == "earlier":
        return Days(whole.start, published, whole.precision)
    return Days(published, whole.end, whole.precision)


def _third(part: DatePart, whole: Days) -> Days:
    """Early, middle, late: a third of it, in whole months if it has any to spare."""
    number = {"early": 0, "start": 0, "middle": 1, "late": 2, "end": 2}[part]
    if whole.precision == "year":
        return month_days(whole.start.year, number * 4 + 1, number * 4 + 4, "quarter")
    length = (whole.end - whole.start).days + 1
    first = whole.start + timedelta(days=length * number // 3)
    last = whole.start + timedelta(days=length * (number + 1) // 3 - 1)
    finer: dict[Precision, Precision] = {"month": "week", "quarter": "month", "decade": "year", "week": "day"}
    return Days(first, last, finer.get(whole.precision, whole.precision))


def _between(meaning: Between, moment: Moment) -> Days | None:
    last = _days_of(meaning.last, moment)
    if last is None:
        return None
    first = _before(meaning.first, last) if not isinstance(meaning.first, Fixed) else meaning.first.days
    first = first or _days_of(meaning.first, moment)
    if first is None or first.start > last.end:
        return None
    return Days(first.start, last.end, last.precision)


def _before(meaning: Meaning, last: Days) -> Days | None:
    """The first end of a range takes its year, or week, from the last."""
    if isinstance(meaning, (Yearless, Weekday)):
        return _days_of(meaning, Moment(published=last.end, ahead=False))
    return None
