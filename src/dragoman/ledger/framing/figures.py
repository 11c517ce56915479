"""Figures: takes two passages, gives whether a figure grew or shrank, or a year was brought forward or put off."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.quantity_words import QuantityWords
from dragoman.knowledge.word_lists import beginning

_TOKEN = re.compile(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+", re.UNICODE)
_DUE = re.compile(
    r"\b(?:by|before|until|till|(?:no|not) later than)\s+(?:the\s+)?(?:[a-z]+\s+(?:of\s+)?){0,3}(\d{4})\b",
    re.IGNORECASE,
)
_YEARS = (1900, 2100)
_BEHIND = 3  # words behind a figure, of which one tells what is counted
_SMALL = frozenset({"of", "more", "the", "per", "to", "and", "new", "additional"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as it is told, its value and the beginnings of words that may tell what is counted."""

    told: str
    value: float
    of: frozenset[str]


def figure_change(one: str, other: str, quantities: QuantityWords) -> tuple[int, str]:
    """1 where a figure of the same thing is greater in the other passage, -1 where it is smaller, 0 elsewhere."""
    before, after = (list(figures_in(text, quantities)) for text in (one, other))
    for was in before:
        for is_ in after:
            if was.of & is_.of and was.value != is_.value:
                return (1 if is_.value > was.value else -1), f"{was.told} → {is_.told}"
    return 0, ""


def day_change(one: str, other: str) -> tuple[int, str]:
    """1 where something is due in an earlier year in the other passage, -1 where in a later one, 0 elsewhere."""
    was, is_ = _DUE.search(one), _DUE.search(other)
    if was is None or is_ is None or was[1] == is_[1]:
        return 0, ""
    return (1 if is_[1] < was[1] else -1), f"{was[0]} → {is_[0]}".lower()


def figures_in(text: str, quantities: QuantityWords) -> Iterator[Figure]:
    """The figures of a passage, in digits or words: "1,250", "four billion", "twenty-five". Years are none."""
    tokens = list(_TOKEN.finditer(text))
    place = 0
    while place < len(tokens):
        value, end = _value(tokens, place, quantities)
        if value is None:
            place += 1
            continue
        words = [token[0].casefold() for token in tokens[end : end + _BEHIND]]
        told = text[tokens[place].start() : tokens[end - 1].end()]
        if not _no_figure(told, value):
            yield Figure(told, value, frozenset(beginning(word) for word in words if word not in _SMALL))
        place = end


def _value(tokens: list[re.Match[str]], place: int, quantities: QuantityWords) -> tuple[float | None, int]:
    """The value of the figure that begins at a place, and where it ends."""
    total, value, end = 0.0, None, place
    while end < len(tokens):
        word = tokens[end][0].casefold()
        scale = quantities.scales.get(word)
        if scale is not None and (value is not None or (end == place and _article(tokens, place))):
            value = (1.0 if value is None else value) * scale
        elif value is None and (number := _number(word, quantities)) is not None:
            value = number
        elif value is not None and tokens[end - 1].end() + 1 == tokens[end].start() and word in quantities.numbers:
            total, value = total + value, quantities.numbers[word]
        else:
            break
        end += 1
    return (None if value is None else total + value), end


def _article(tokens: list[re.Match[str]], place: int) -> bool:
    return place > 0 and tokens[place - 1][0].casefold() in {"a", "an"}


def _number(word: str, quantities: QuantityWords) -> float | None:
    if word[0].isdigit():
        return float(word.replace(",", ""))
    return quantities.numbers.get(word)


def _no_figure(told: str, value: float) -> bool:
    """A year, or a "one" that counts nothing."""
    return told.casefold() == "one" or (told.isdigit() and _YEARS[0] <= value <= _YEARS[1])
