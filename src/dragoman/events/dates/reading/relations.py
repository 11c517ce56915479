"""Reads dates that hang on another: "the day before yesterday", "a week from Monday", "two days after the vote"."""

from collections.abc import Callable
from dataclasses import replace

from dragoman.events.dates.meanings import Away, CountedFrom, Current, Fixed, InCount, Meaning, Untold, Yearless
from dragoman.events.dates.reading.counts import count_and_unit
from dragoman.events.dates.reading.months import day_of_year
from dragoman.events.dates.reading.words import Read, Words
from dragoman.knowledge.calendar_words import Unit

ReadDate = Callable[[Words, int], Read | None]
_SIDES = {"before": -1, "after": 1, "from": 1, "following": 1}
_WHOLE_UNITS = frozenset({"day", "week", "month", "year"})


def related_date(words: Words, at: int, read: ReadDate) -> Read | None:
    """The count or unit that begins at a token, and what it is counted from."""
    counted = count_and_unit(words, at)
    if counted is None:
        unit = words.calendar.units.get(words.at(at))
        if unit is None or (words.at(at) == unit and (unit not in _WHOLE_UNITS or words.at(at - 1) != "the")):
            return None
        counted = (1 if words.at(at) == unit else None), at
    count, unit_at = counted
    unit = words.calendar.units[words.at(unit_at)]
    sign = _SIDES.get(words.at(unit_at + 1))
    if sign is None or (words.at(unit_at + 1) == "from" and words.at(unit_at + 2) in {"now", "today"}):
        return None
    if words.at(unit_at + 2) == ("last" if sign < 0 else "next") and not words.at(unit_at + 3)[:1].isalnum():
        return Read(Current(unit=unit, turn=2 * sign), unit_at + 2)
    return _from_date(words, count, unit, sign, unit_at + 1, read) or _from_event(words, unit_at + 1)


def anniversary(words: Words, at: int, read: ReadDate) -> Read | None:
    """As in "the second anniversary of the coup", "the eve of the vote"."""
    noun = at
    if words.at(at) in words.calendar.ordinals or words.at(at)[:1].isdigit():
        noun = at + 1 if words.at(at + 1) not in {"-", "–"} else at + 3
    if words.at(noun) not in words.calendar.relative_nouns:
        return None
    if words.at(noun + 1) != "of":
        return Read(Untold(), noun, sure=False)
    day = read(words, noun + 2 + (words.at(noun + 2) == "the"))
    end = max(_noun_end(words, noun + 1) or noun, _past_noun(words, day.last) if day else noun)
    of_year = _of_every_year(day.meaning) if day and words.at(noun) == "anniversary" else None
    return Read(of_year or Untold(), end, sure=False)


def _of_every_year(meaning: Meaning) -> Yearless | None:
    """The same day in whichever year."""
    if isinstance(meaning, Yearless) and meaning.precision == "day":
        return replace(meaning, year=None, turn=0)
    if isinstance(meaning, Fixed) and meaning.days.precision == "day":
        start = meaning.days.start
        return day_of_year(start.month, start.day, start.day)
    return None


def _from_date(words: Words, count: int | None, unit: Unit, sign: int, at: int, read: ReadDate) -> Read | None:
    """Counted from a date behind the preposition at a token; a date that dates a noun brings the noun along."""
    origin = read(words, at + 1 + (words.at(at + 1) == "the"))
    noun = _noun_end(words, at)
    if origin is None or isinstance(origin.meaning, (Away, InCount, Untold)):
        return None
    if not origin.sure and noun != origin.last:
        return None
    end = max(noun or origin.last, origin.last)
    meaning = Untold() if count is None else CountedFrom(count=count, unit=unit, sign=sign, origin=origin.meaning)
    return Read(meaning, end)


def _from_event(words: Words, at: int) -> Read | None:
    """Counted from an event: which day that was, the words do not say."""
    end = _noun_end(words, at)
    return Read(Untold(), end) if end else None


def _past_noun(words: Words, last: int) -> int:
    """With the noun right behind a date: "the January 8 downing"."""
    is_noun = last + 1 < len(words.tokens) and words.tokens[last + 1].tag in {"NN", "NNS"}
    return last + 1 if is_noun else last


def _noun_end(words: Words, at: int) -> int | None:
    """The last token of the noun that a preposition has, with what an "of" behind it names."""
    if at >= len(words.tokens) or words.tokens[at].tag not in {"IN", "TO", "VBG"}:
        return None
    for token in words.tokens[at + 1 :]:
        if token.head == at and token.relation in {"pobj", "pcomp"} and token.tag.startswith(("NN", "CD")):
            inner = _noun_end(words, token.index + 1) if words.at(token.index + 1) == "of" else None
            return inner or token.index
    return None
