"""Words: takes a passage, gives the words and names that tell what it is about, without those of its sides."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_][\w’'-]*|\d[\d.,]*\d|\d")
_STEM = 6  # letters that stand for a word in all its forms
_SHORTEST = 4


@dataclass(frozen=True, slots=True)
class Subject:
    """What a passage is about: the beginnings of its words, those of its names, and its figures."""

    stems: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]

    @property
    def size(self) -> int:
        """How many words tell what it is about."""
        return len(self.stems)


def subject_of(passages: Iterable[str], common: frozenset[str], named: Iterable[str] = ()) -> Subject:
    """The subject of passages; `common` are beginnings of words that tell nothing, `named` are names of the sides."""
    sides = {word.casefold()[:_STEM] for name in named for word in _WORD.findall(name)}
    stems, names, figures = set[str](), set[str](), set[str]()
    for passage in passages:
        for word in _WORD.findall(passage):
            if word[0].isdigit():
                figures.add(word)
                continue
            stem = word.casefold().removesuffix("’s").removesuffix("'s")[:_STEM]
            if stem in common or stem in sides or (len(word) < _SHORTEST and not word.isupper()):
                continue
            stems.add(stem)
            if word[0].isupper():
                names.add(stem)
    return Subject(frozenset(stems), frozenset(names), frozenset(figures))
