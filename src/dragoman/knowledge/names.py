"""Takes names and a text; gives where the text names them: leftmost, longest, whole words only.

>>> names = {"Japan": (Name(text="Japan", use="name", target="JPN"),)}
>>> [hit.start for hit in NameFinder(names).find("In Japan-NATO talks")]
[3]
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from ahocorasick_rs import AhoCorasick, Implementation

from dragoman.knowledge.facts import Name

_SHOUTED = re.compile(r"[A-ZÀ-Þ]{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """Characters `start` to `end` of a text, and all that they may name."""

    start: int
    end: int
    names: tuple[Name, ...]


class NameFinder:
    """Finds all of a set of names in one pass over a text; upper and lower case count, all-capital headlines are read.

    A phrase without a Name only keeps the names inside it from being found ("Vietnam War" is not Vietnam).
    """

    def __init__(self, names: Mapping[str, tuple[Name, ...]]) -> None:
        self._names = names
        self._written = _Automaton(names, names)

    def find(self, text: str) -> list[Hit]:
        """All hits in order, none overlapping another."""
        found = self._written.matches(text)
        if _SHOUTED.search(text):
            found = sorted([*found, *self._shouted.matches(text)], key=lambda one: one[:2])
        hits: list[Hit] = []
        reached = 0
        # Sorted by start, longest first: what begins inside the hit before it is passed over.
        for start, negative_end, name in found:
            if start >= reached and _is_whole(text, start, -negative_end):
                reached = -negative_end
                names = self._names[name]
                if names:
                    hits.append(Hit(start=start, end=reached, names=names))
        return hits

    @cached_property
    def _shouted(self) -> "_Automaton":
        """The names in capitals, as headlines have them; made when the first such text is read."""
        # Three letters in capitals are acronyms or words of a headline ("ALI", "IRA"), not names shouted.
        shouted = {text.upper(): text for text in reversed(list(self._names)) if len(text) > 3}
        own = {spelling: text for spelling, text in shouted.items() if spelling not in self._names}
        return _Automaton(own, own.values())


class _Automaton:
    """Spellings compiled for one pass, and the name that each of them writes."""

    def __init__(self, spellings: Iterable[str], texts: Iterable[str]) -> None:
        self._texts = tuple(texts)
        self._automaton = AhoCorasick(
            list(spellings), implementation=Implementation.ContiguousNFA, store_patterns=False
        )

    def matches(self, text: str) -> list[tuple[int, int, str]]:
        """Every match, overlapping ones too: its start, its end with a minus, its name; by start, longest first."""
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        ordered = sorted((start, -end, index) for index, start, end in matches)
        return [(start, negative_end, self._texts[index]) for start, negative_end, index in ordered]


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit runs on over either edge; a hyphen, an apostrophe or a mark is an edge."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum()))
