"""What a date expression can mean before it is known when the text was published: "on Tuesday" is Weekday(number=2)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, date
from typing import Literal

from dragoman.events.dates.days import Days
from dragoman.events.dates.feasts import feast_in_year
from dragoman.knowledge.calendar_words import DatePart, Feast, Unit
from dragoman.records.span import Precision


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

    def in_year(self, year: int) -> Days | None:
        """The days of a given year; None where that year has no such day."""
        if not MINYEAR <= year < MAXYEAR:
            return None
        last_year = year + ((self.last_month, self.last_day) < (self.first_month, self.first_day))
        last_day = self.last_day
        if self.precision != "day":
            last_day = min(last_day, monthrange(last_year, self.last_month)[1])
        try:
            return Days(
                date(year, self.first_month, self.first_day),
                date(last_year, self.last_month, last_day),
                self.precision,
            )
        except ValueError:
            return None


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FeastDay:
    """As in "Ramadan", "Good Friday": days that are other ones in each year."""

    feast: Feast
    turn: int = 0
    year: int | None = None

    def in_year(self, year: int) -> Days | None:
        """The days of a given year; None where they are not known."""
        return feast_in_year(self.feast, year)


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthDay:
    """As in "on the 15th": a day of a month that is not said."""

    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalYear:
    """As in "fiscal 2024", by the calendar year in which it begins; "the next fiscal year" has a turn instead."""

    year: int | None
    turn: int
    first_month: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SliceOf:
    """As in "the first week of May", "the last three months of 2023": units of a longer time.

    `first` is the number of the first of them, -1 where they are counted from the end.
    """

    first: int
    count: int
    unit: Unit | Literal["half"]
    whole: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedFrom:
    """As in "a week from Monday", "the day before yesterday": so much before or after another date."""

    count: int
    unit: Unit
    sign: int
    origin: "Meaning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Untold:
    """As in "two days after the vote", "in recent weeks", "03/04/2022": a date that the words alone do not give."""


Meaning = (
    Fixed | Yearless | FeastDay | Weekday | MonthDay | Current | Away | Within | Stretch | InCount | FiscalYear
    | PartOf | SliceOf | Between | CountedFrom | Untold
)  # fmt: skip
