"""Joins two dates to one: "from June 28 to July 2", "between 2014 and 2018", "in July and August", "June-August"."""

from datetime import date, timedelta

from dragoman.events.dates.days import Days
from dragoman.events.dates.meanings import (
    Away,
    Between,
    Current,
    Fixed,
    InCount,
    Meaning,
    PartOf,
    Stretch,
    Untold,
    Weekday,
    Yearless,
)
from dragoman.events.dates.reading.reader import read_date
from dragoman.events.dates.reading.words import Read, Words

_DASHES = frozenset({"-", "–", "—", "--"})
_ENDS = (Fixed, Yearless, Weekday, Current, PartOf)
_STRETCHES = frozenset({"to", "through"})
_ANY_YEAR = 2001


def ranged(words: Words, read: Read, introduced: str) -> Read:
    """The date with its second end, if it has one; `introduced` is the preposition before the first."""
    if isinstance(read.meaning, (InCount, Away, Stretch, Untold)) or read.last + 2 >= len(words.small):
        return read
    link = words.at(read.last + 1)
    is_joined = {"between": link == "and", "from": link in words.calendar.range_words and link != "and"}.get(
        introduced, link in _DASHES
    )
    if not is_joined and link not in {"and", *_STRETCHES}:
        return read
    other = read_date(words, read.last + (3 if words.at(read.last + 2) == "the" else 2))
    if other is None or not isinstance(other.meaning, _ENDS):
        return read
    is_stretch = link in _STRETCHES and type(read.meaning) is type(other.meaning)  # "Wednesday through Friday"
    if not is_joined and not is_stretch and not (link == "and" and _follows(read.meaning, other.meaning)):
        return read
    return Read(Between(first=read.meaning, last=other.meaning), other.last, sure=read.sure and other.sure)


def _follows(first: Meaning, last: Meaning) -> bool:
    """Whether the second comes right behind the first: "Monday and Tuesday", "July and August 2019"."""
    if isinstance(first, Weekday) and isinstance(last, Weekday):
        return (first.turn, first.week) == (last.turn, last.week) and last.number == first.number + 1
    if not isinstance(first, (Yearless, Fixed)) or not isinstance(last, (Yearless, Fixed)):
        return False
    year = last.days.start.year if isinstance(last, Fixed) else _ANY_YEAR
    one, other = _days(first, year), _days(last, year)
    return one is not None and other is not None and _adjoin(one, other)


def _days(meaning: Yearless | Fixed, year: int) -> Days | None:
    return meaning.days if isinstance(meaning, Fixed) else meaning.in_year(year)


def _adjoin(one: Days, other: Days) -> bool:
    return one.precision == other.precision and one.end < date.max and one.end + timedelta(days=1) == other.start
