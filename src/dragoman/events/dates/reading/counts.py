"""Reads counts of units: "two days ago", "five years later", "60 days"."""

from dragoman.events.dates.meanings import Away, InCount
from dragoman.events.dates.reading.words import Read, Words

_DASHES = frozenset({"-", "–", "—", "/"})
_MOST_DIGITS = 4  # of a count of days or years


def count_of_units(words: Words, at: int) -> Read | None:
    """As in "two days ago", "five years later", "60 days": a count and a unit, and what settles its sense."""
    calendar = words.calendar
    counted = count_and_unit(words, at) or _uncounted(words, at)
    if counted is None:
        return None
    count, unit_at = counted
    unit = calendar.units[words.at(unit_at)]
    after = words.at(unit_at + 1)
    if after == "old" or (after in _DASHES and words.at(unit_at + 2) == "old"):
        return None
    if after in calendar.ago:
        return Read(Away(count=count, unit=unit, sign=calendar.ago[after]), unit_at + 1)
    if after == "from" and words.at(unit_at + 2) in {"now", "today"}:
        return Read(Away(count=count, unit=unit, sign=1), unit_at + 2)
    if after in calendar.apart and not _goes_on(words, after, unit_at + 2):
        return Read(Away(count=count, unit=unit, sign=calendar.apart[after], elsewhere=True), unit_at + 1)
    end = unit_at + 2 if after in {"'", "’"} and words.at(unit_at + 2) == "time" else unit_at
    return Read(InCount(count=count, unit=unit), end, sure=False)


def count_and_unit(words: Words, at: int) -> tuple[int | None, int] | None:
    """A count, None for "several", and the token of its unit."""
    number, end = _number(words, at)
    if end == at:
        return None
    if words.at(end) in _DASHES:
        end += 1
    return (number, end) if words.at(end) in words.calendar.units else None


def _uncounted(words: Words, at: int) -> tuple[None, int] | None:
    """As in "for decades": a unit in the plural without a count."""
    unit = words.calendar.units.get(words.at(at))
    return (None, at) if unit is not None and words.at(at) != unit else None


def _goes_on(words: Words, word: str, at: int) -> bool:
    """Whether "two days before", "after" is followed by the event counted from: that is no date by itself."""
    return word in {"before", "after"} and words.at(at)[:1].isalnum()


def _number(words: Words, at: int) -> tuple[int | None, int]:
    """The number that begins at a token, and the token after it; that token itself where there is none."""
    word, calendar = words.at(at), words.calendar
    if word.isdecimal() and len(word) <= _MOST_DIGITS:
        return int(word), at + 1
    if word in calendar.vague_numbers or (word == "a" and words.at(at + 1) in calendar.vague_numbers):
        end = at + 1 if word in calendar.vague_numbers else at + 2
        return None, end + (words.at(end) == "of")
    if word not in calendar.numbers:
        return None, at
    number, ones = calendar.numbers[word], calendar.numbers.get(words.at(at + 2), 0)
    if words.at(at + 1) == "-" and number >= 20 and 0 < ones < 10:  # "twenty-five"
        return number + ones, at + 3
    return number, at + 1
