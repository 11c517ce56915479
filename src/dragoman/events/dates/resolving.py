"""Takes the meaning of a date expression and the moment from which it is counted, gives the days that it means.

Thus Weekday(number=2), "on Tuesday", is 2022-06-28 with Moment(published=2022-07-01, ahead=False).
"""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from dragoman.events.dates.counting import counted_from, moved
from dragoman.events.dates.days import Days
from dragoman.events.dates.meanings import (
    Away,
    Between,
    CountedFrom,
    FeastDay,
    FiscalYear,
    Fixed,
    Meaning,
    PartOf,
    SliceOf,
    Untold,
    Weekday,
    Yearless,
)
from dragoman.events.dates.slicing import slice_of
from dragoman.knowledge.calendar_words import DatePart
from dragoman.records.span import Precision

_DECADE = 10  # years


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """From where a date is counted: publication, or for a promise another day; and to which side it lies.

    `elsewhere` is the day of the event that "two days later" is counted from; `deadline` makes "the end of" a day.
    """

    published: date | None
    ahead: bool
    elsewhere: date | None = None
    deadline: bool = False


def days_of(meaning: Meaning, moment: Moment) -> Days | None:
    """The days that are meant, or None where the words do not say or publication is not known."""
    try:
        return _days_of(meaning, moment)
    except (ValueError, OverflowError):  # beyond the calendar: "within 9,000 years"
        return None


def _days_of(meaning: Meaning, moment: Moment) -> Days | None:
    match meaning:
        case Fixed():
            return meaning.days
        case PartOf():
            return _part(meaning, moment)
        case SliceOf():
            whole = _days_of(meaning.whole, moment)
            return slice_of(whole, meaning.first, meaning.count, meaning.unit) if whole else None
        case Between():
            return _between(meaning, moment)
        case CountedFrom():
            origin = _days_of(meaning.origin, moment)
            if origin and isinstance(meaning.origin, FeastDay):  # "a week before Ramadan" is before its first day
                edge = origin.start if meaning.sign < 0 else origin.end
                origin = Days(edge, edge, "day")
            return moved(origin, meaning.sign * meaning.count, meaning.unit) if origin else None
        case FiscalYear() if meaning.year is not None:
            return counted_from(date(meaning.year, 1, 1), meaning, ahead=False)
        case Untold():
            return None
        case _:
            day = moment.elsewhere if isinstance(meaning, Away) and meaning.elsewhere else moment.published
            return counted_from(day, meaning, ahead=moment.ahead) if day else None


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
        return _month_days(year, month, month, "month")
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
        return _month_days(whole.start.year, number * 4 + 1, number * 4 + 4, "quarter")
    if whole.precision == "decade":
        return _third_of_years(number, whole)
    length = (whole.end - whole.start).days + 1
    first = whole.start + timedelta(days=length * number // 3)
    last = whole.start + timedelta(days=length * (number + 1) // 3 - 1)
    finer: dict[Precision, Precision] = {"month": "week", "quarter": "month", "week": "day"}
    return Days(first, last, finer.get(whole.precision, whole.precision))


def _third_of_years(number: int, whole: Days) -> Days:
    """Of a decade the first four years, the next three, the last three; of a century as many tens."""
    length = whole.end.year - whole.start.year + 1
    first, last = (round(length * share) for share in ((0, 0.4), (0.4, 0.7), (0.7, 1))[number])
    start, end = date(whole.start.year + first, 1, 1), date(whole.start.year + last - 1, 12, 31)
    return Days(start, end, "year" if length == _DECADE else "decade")


def _month_days(year: int, first_month: int, last_month: int, precision: Precision) -> Days:
    """From the first day of one month to the last day of another, which may lie in the next year."""
    last_year = year + (last_month < first_month)
    last = date(last_year, last_month, monthrange(last_year, last_month)[1])
    return Days(date(year, first_month, 1), last, precision)


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
    if isinstance(meaning, (Yearless, FeastDay, Weekday)):
        return _days_of(meaning, Moment(published=last.end, ahead=False))
    return None
