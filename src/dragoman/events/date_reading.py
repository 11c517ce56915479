"""Takes the words of a sentence and a place among them, gives what the date expression that begins there means.

It looks only at words and their order (and at capitals), never at the parse, which is often wrong about dates.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

from dragoman.events.date_meanings import (
    Away,
    Between,
    Current,
    Days,
    Fixed,
    InCount,
    Meaning,
    PartOf,
    Stretch,
    Weekday,
    Within,
    Yearless,
    month_days,
    with_year,
)
from dragoman.knowledge.calendar_words import CalendarWords, NamedPeriod
from dragoman.records.sentence import Token

_YEARS = range(1500, 2100)
_LONE_YEARS = range(1900, 2100)
_DASHES = frozenset({"-", "–", "—"})
_ORDINAL_ENDINGS = ("st", "nd", "rd", "th")
_HALVES = frozenset({"half"})
_WHOLES = frozenset({"in", "on", "of"})


@dataclass(frozen=True, slots=True)
class Read:
    """A meaning, and the last token of the words that say it. `sure` is False where a preposition must confirm it."""

    meaning: Meaning
    last: int
    sure: bool = True


class DateReader:
    """Reads the date expressions of one sentence. `words` are its tokens in small letters, without a final full stop."""

    def __init__(self, calendar: CalendarWords, tokens: tuple[Token, ...], words: list[str]) -> None:
        self._calendar = calendar
        self._tokens = tokens
        self._words = words

    def read(self, at: int) -> Read | None:
        """The expression that begins at a token, as long as it goes."""
        word = self._word(at)
        calendar = self._calendar
        if word in calendar.months:
            return self._month(at)
        if word in calendar.weekdays and self._tokens[at].text[:1].isupper():
            return self._weekday(at, calendar.weekdays[word])
        if word in calendar.days:
            return self._with_day_part(Read(Current(unit="day", turn=calendar.days[word]), at))
        if word in calendar.parts or "-" in word:
            found = self._part(at)
            if found is not None:
                return found
        if word in calendar.seasons:
            return self._season(at, None)
        if word[:1].isdigit() or (word[:1] == "'" and word[1:2].isdigit()):
            return self._number(at)
        if word[:1] in "qh" and word[1:].isdigit():
            return self._fraction(at, at + 1, int(word[1:]), 4 if word[0] == "q" else 2)
        return self._worded(at)

    def period(self, at: int) -> Read | None:
        """A period or feast with a name: "World War II"."""
        for period in self._calendar.periods:
            if self._stands(at, period.words) and self._tokens[at].text[:1] != period.words[0][:1].lower()[:1].swapcase()[:0]:
                return Read(_named(period), at + len(period.words) - 1)
        for feast in self._calendar.feasts:
            if self._stands(at, feast.words):
                found = Read(_day_of_year(feast.month, feast.day, feast.day), at + len(feast.words) - 1)
                return self._with_year(found)
        return None
