"""Itemising: takes two passages that say the same, gives the items that only one of them enumerates."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from dragoman.knowledge.word_lists import beginning
from dragoman.ledger.framing.likening import Near
from dragoman.records.entry import Entry

_BETWEEN = re.compile(r",?\s+(?:and|or|as well as)\s+|,\s+")
_CONJUNCTION = re.compile(r"\b(?:and|or|as well as)\b")
_PREPOSITION = (
    r"(?:of|for|on|in|with|to|against|from|by|at|through|under|between|over|about|into|including|"
    r"the|its|their|our|his|her|a|an)"
)
_BEFORE_FIRST = re.compile(rf".*\b{_PREPOSITION}\s+", re.IGNORECASE | re.DOTALL)
_OPENS = re.compile(r"(?:in|on|at|with|for|by|to|from|through|under|over)\b", re.IGNORECASE)
_BEHIND_LAST = re.compile(
    r"\s+(?:in|on|at|to|for|from|by|with|against|that|which|who|whose|when|while|if|where|is|are|was|were|has|have|"
    r"had|will|can|may|must|should)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_CLAUSE = re.compile(
    r"\b(?:that|so|which|who|whose|it|they|we|he|she|not|is|are|was|were|has|have|had|will|may|can|must|should|to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 3
_SMALL = frozenset(
    ["the", "and", "its", "our", "his", "her", "their", "for", "all", "any", "more", "other", "also", "with", "from"]
)
_MOST = 4  # words of an item
_LEAST = 3  # items of the longer enumeration
_SHARED = 2  # … of which the other has so many
_ALIKE = 0.6  # from here on two items say the same


@dataclass(frozen=True, slots=True)
class Item:
    """Characters `start` to `end` of a passage."""

    start: int
    end: int
    text: str

    @property
    def stems(self) -> frozenset[str]:
        """The beginnings of its words, without the smallest."""
        return _stems(self.text)


def items_apart(one: Entry, other: Entry, near: Near | None = None) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """What the first enumerates and the second does not, and the other way round, as entries of those words.

    The two are held to enumerate the same if one has at least three items and the other most of these, or all but one.
    """
    before, after = enumerated(one.what.text), enumerated(other.what.text)
    gone, new = _apart(before, other.what.text), _apart(after, one.what.text)
    if near is not None and gone and new:
        alike = near([item.text for item in gone]) @ near([item.text for item in new]).T >= _ALIKE
        gone, new = (
            [item for item, row in zip(gone, alike, strict=True) if not row.any()],
            [item for item, column in zip(new, alike.T, strict=True) if not column.any()],
        )
    return tuple(_entry(one, item) for item in gone), tuple(_entry(other, item) for item in new)


def enumerated(text: str) -> list[Item]:
    """The items of the longest enumeration in a passage, "soldiers, police and judges"; empty where there is none."""
    edges = [0, *(edge for match in _BETWEEN.finditer(text) for edge in match.span()), len(text)]
    parts = list(zip(edges[::2], edges[1::2], strict=True))
    best: list[Item] = []
    for first, last in _runs(text, parts):
        found = [
            _item(text, *part, first=place == first, last=place == last)
            for place, part in enumerate(parts)
            if first <= place <= last
        ]
        items = [item for item in found if item.text]
        if len(items) > len(best):
            best = items
    return best


def _runs(text: str, parts: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """First and last part of what "and" or "or" closes, with short parts between."""
    runs = []
    for place, (one, other) in enumerate(pairwise(parts)):
        if not _joined(text, one, other):
            continue
        first = place
        while first > 0 and _short(text, parts[first]) and not _joined(text, parts[first - 1], parts[first]):
            first -= 1
        runs.append((first, place + 1))
    return runs


def _joined(text: str, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether "and" or "or" stands between two parts."""
    return _CONJUNCTION.search(text, one[1], other[0]) is not None


def _short(text: str, part: tuple[int, int]) -> bool:
    words = text[slice(*part)]
    return len(words.split()) <= _MOST and not _CLAUSE.search(words)


def _item(text: str, start: int, end: int, *, first: bool, last: bool) -> Item:
    """A part without what stands before the first item and behind the last."""
    if first and start == 0 and _OPENS.match(text):  # "In the Western Balkans, Bosnia and Serbia …"
        return Item(start, end, "")
    if first:
        begins = _BEFORE_FIRST.match(text, start, end)
        start = begins.end() if begins else start + text[start:end].rfind(" ") + 1
    if last:
        behind = _BEHIND_LAST.search(text, start, end)
        end = behind.start() if behind else end
    words = text[start:end]
    return Item(start, end, words if len(words.split()) <= _MOST and not _CLAUSE.search(words) else "")


def _apart(items: Sequence[Item], other: str) -> list[Item]:
    """The items that share no word with the other passage, if the rest of the enumeration is there."""
    if len(items) < _LEAST:
        return []
    there = _stems(other)
    apart = [item for item in items if item.stems and not item.stems & there]
    return apart if len(items) - len(apart) >= _SHARED else []


def _stems(text: str) -> frozenset[str]:
    words = (word.casefold() for word in _WORD.findall(text) if len(word) >= _SHORTEST)
    return frozenset(beginning(word) for word in words if word not in _SMALL)


def _entry(entry: Entry, item: Item) -> Entry:
    what = entry.what
    quote = replace(what, start=what.start + item.start, end=what.start + item.end, text=item.text)
    named = tuple(
        party for party in entry.about if party.name == item.text
    )  # "Japan, Korea and India": it is one of them
    id_ = f"framing-{what.document[:12]}-{quote.start}"
    return replace(entry, id=id_, what=quote, about=named or entry.about)
