"""Words: takes a passage, gives the words and names that tell what it is about, without those of its sides."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from dragoman.knowledge.word_lists import beginning

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What a passage is about: the beginnings of its words, and those of its names."""

    stems: frozenset[str]
    names: frozenset[str]


def subject_of(passages: Iterable[str], common: frozenset[str], sides: Collection[str] = ()) -> Subject:
    """The subject of passages; beginnings of words that tell nothing are `common`, those of names of the `sides`."""
    stems, names = set[str](), set[str]()
    for passage in passages:
        for word in _WORD.findall(passage):
            stem = _stem(word)
            if stem in common or stem in sides or (len(word) < _SHORTEST and not word.isupper()):
                continue
            stems.add(stem)
            if word[0].isupper():
                names.add(stem)
    return Subject(frozenset(stems), frozenset(names))


def stems_of(names: Iterable[str]) -> frozenset[str]:
    """The beginnings of all words of names."""
    return frozenset(_stem(word) for name in names for word in _WORD.findall(name))


def _stem(word: str) -> str:
    """The beginning of a word without the mark of a possessor."""
    return beginning(word.casefold().removesuffix("’s").removesuffix("'s"))
