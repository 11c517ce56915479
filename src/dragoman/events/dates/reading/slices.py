"""Reads units of a longer time: "the second half of May", "the first week of June", "the last three months of 2023"."""

from collections.abc import Callable
from typing import Literal

from dragoman.events.dates.meanings import Away, Current, InCount, PartOf, SliceOf, Stretch, Untold
from dragoman.events.dates.reading.counts import count_and_unit
from dragoman.events.dates.reading.words import Read, Words
from dragoman.knowledge.calendar_words import Unit

_LONG_PARTS = frozenset({"half"})


def slice_of_time(words: Words, at: int, read_whole: Callable[[Words, int], Read | None]) -> Read | None:
    """What begins with "first", "second" … or "last" and goes on with "of" and a longer time."""
    calendar, word = words.calendar, words.at(at)
    first = calendar.ordinals.get(word, -1 if word in {"last", "final"} else 0)
    counted = _counted(words, at + 1) if first else None
    if counted is None:
        return None
    count, unit, end = counted
    if words.at(end + 1) not in {"of", "in"}:
        return None
    whole = _whole(words, end + 2, read_whole)
    if whole is None:
        return None
    if count is None and first in {1, -1}:  # "the first days of June"
        return Read(PartOf(part="early" if first > 0 else "late", whole=whole.meaning), whole.last)
    return Read(SliceOf(first=first, count=count or 1, unit=unit, whole=whole.meaning), whole.last)


def _counted(words: Words, at: int) -> tuple[int | None, Unit | Literal["half"], int] | None:
    """How many units are meant, None for "days" without a figure; the unit; the token that it stands in."""
    if words.at(at) in _LONG_PARTS:
        return 1, "half", at
    unit = words.calendar.units.get(words.at(at))
    if unit is not None:
        return (1 if words.at(at) == unit else None), unit, at
    counted = count_and_unit(words, at)
    return (counted[0], words.calendar.units[words.at(counted[1])], counted[1]) if counted else None


def _whole(words: Words, at: int, read_whole: Callable[[Words, int], Read | None]) -> Read | None:
    article = words.at(at) == "the"
    unit = words.calendar.units.get(words.at(at + 1))
    if article and unit is not None:
        return Read(Current(unit=unit, turn=0), at + 1)
    whole = read_whole(words, at + article)
    return None if whole is None or isinstance(whole.meaning, (InCount, Away, Stretch, Untold)) else whole
