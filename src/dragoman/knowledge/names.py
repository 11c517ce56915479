"""Takes names and a text; gives where the text names them: leftmost, longest, whole words only.

>>> names = {"Japan": (Name(text="Japan", use="name", target="JPN"),)}
>>> [hit.start for hit in NameFinder(names).find("In Japan-NATO talks")]
[3]
"""

from collections.abc import Mapping
from dataclasses import dataclass

from ahocorasick_rs import AhoCorasick, Implementation

from dragoman.knowledge.facts import Name


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
        spellings = dict(names)
        for text, meant in names.items():
            for spelling in _spellings(text):
                spellings.setdefault(spelling, meant)
        self._meant = tuple(spellings.values())
        self._automaton = AhoCorasick(list(spellings), implementation=Implementation.ContiguousNFA)

    def find(self, text: str) -> list[Hit]:
        """All hits in order, none overlapping another."""
        hits: list[Hit] = []
        reached = 0
        # Sorted by start, longest first: what begins inside the hit before it is passed over.
        matches = self._automaton.find_matches_as_indexes(text, overlapping=True)
        for start, negative_end, index in sorted((start, -end, index) for index, start, end in matches):
            end = -negative_end
            if start >= reached and _is_whole(text, start, end):
                reached = end
                if self._meant[index]:
                    hits.append(Hit(start=start, end=end, names=self._meant[index]))
        return hits


def _spellings(text: str) -> set[str]:
    """The other ways to write a name: the curly apostrophe, and capitals in headlines."""
    curly = text.replace("'", "’")
    # Three letters in capitals are acronyms or words of a headline ("ALI", "IRA"), not names shouted.
    shouted = {spelling.upper() for spelling in (text, curly)} if len(text) > 3 else set()
    return ({curly} | shouted) - {text}


def _is_whole(text: str, start: int, end: int) -> bool:
    """Whether no letter or digit runs on over either edge; a hyphen, an apostrophe or a mark is an edge."""
    before = start == 0 or not (text[start - 1].isalnum() and text[start].isalnum())
    return before and (end == len(text) or not (text[end].isalnum() and text[end - 1].isalnum()))
