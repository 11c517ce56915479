"""Days: takes an event and the day on which it was reported, gives the days on which its act may lie."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from dragoman.records.event import Event
from dragoman.records.span import DateSpan

LONGEST = 110  # days: a longer span of time is a year or a period, and is compared as one
_BEFORE = 7  # days after the act on which news without a date still tells it
_SPOKEN_BEFORE = 9  # … and after words that stay in the news: a threat, a demand, a promise
_SPOKEN_STATUSES = frozenset({"threatened", "requested", "pledged"})
_BACKGROUND = 31  # … and background, which may lie longer ago: then it is an act of its own
_AHEAD = 100  # days before the act on which news without a date announces it
_AHEAD_STATUSES = frozenset({"planned", "possible", "pledged", "cancelled"})
EPOCH = date(1970, 1, 1)
DAYS = 65_536  # of the calendar that are remembered as they are written: a series asks for all of thirty years


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Days from `first` to `last`, both inclusive, counted from 1970-01-01.

    `told` says that the text itself tells them; else they are guessed from the day of publication.
    """

    first: int
    last: int
    told: bool

    @property
    def long(self) -> bool:
        """Whether it is a whole period, such as a year."""
        return self.last - self.first > LONGEST

    @property
    def exact(self) -> bool:
        """Whether it is one day that the text tells."""
        return self.told and self.first == self.last


def apart(one: Window, other: Window) -> int:
    """How many days lie between the two; 0 where they overlap."""
    return max(one.first - other.last, other.first - one.last, 0)


def day_number(day: str) -> int:
    """An ISO day as days since 1970-01-01.

    >>> day_number("1970-02-01")
    31
    """
    return (date.fromisoformat(day) - EPOCH).days


@lru_cache(maxsize=DAYS)
def iso_day(number: int) -> str:
    """Days since 1970-01-01 as an ISO day.

    >>> iso_day(31)
    '1970-02-01'
    """
    return (EPOCH + timedelta(days=number)).isoformat()


def window_of(event: Event, known_on: str | None) -> Window | None:
    """The days on which the act may lie; None where neither the text nor its publication tells."""
    told = _told(event.date)
    if told is not None:
        return told
    if known_on is None or event.date is not None:
        return None
    known = day_number(known_on)
    if event.historical:
        return Window(first=known - _BACKGROUND, last=known, told=False)
    ahead = _AHEAD if event.status in _AHEAD_STATUSES else 0
    before = _SPOKEN_BEFORE if event.status in _SPOKEN_STATUSES else _BEFORE
    return Window(first=known - before, last=known + ahead, told=False)


def _told(when: DateSpan | None) -> Window | None:
    if when is None or when.start is None or when.end is None:
        return None
    return Window(first=day_number(when.start), last=day_number(when.end), told=True)
