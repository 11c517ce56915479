"""Takes a pack's same_acts.yaml, gives SameActWords: the words under which one act is told again."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, WordSet


@dataclass(frozen=True, slots=True, kw_only=True)
class SameActWords:
    """The words of same_acts.yaml, in small letters.

    `families` has for each word the names of its families, `types` for each family the event types of its acts;
    `pointing` has for each noun that points back the types of act that it may mean; `another` are the words that say
    that another act is meant, `carrying` the verbs that tell more of the act that is their subject. `across` weighs the
    signs that reports of different documents tell one act; at `least` so likely they may.
    """

    families: dict[str, frozenset[str]]
    types: dict[str, frozenset[str]]
    pointing: dict[str, frozenset[str]]
    another: frozenset[str]
    carrying: frozenset[str]
    across: dict[str, float]
    least: float

    def families_of(self, word: str, type_: str) -> frozenset[str]:
        """The families of a word whose acts may have the type."""
        return frozenset(name for name in self.families.get(word, ()) if type_ in self.types[name])


def read_same_act_words(folder: Path, known: Collection[str]) -> SameActWords:
    """The words of the folder's same_acts.yaml.

    Raises:
        PackError: the file is faulty, or names a type that is not among the `known` ones of the ontology.
    """
    shape = read_yaml(folder / "same_acts.yaml", _SameActsFile)
    named = [(name, family.types) for name, family in shape.families.items()] + list(shape.pointing.items())
    faults = [
        f"same_acts.yaml: '{name}': type {type_} is not in the ontology; known are {', '.join(known)}"
        for name, types in named
        for type_ in types
        if type_ not in known
    ]
    if faults:
        raise PackError("\n".join(faults))
    families: defaultdict[str, set[str]] = defaultdict(set)
    for name, family in shape.families.items():
        for word in family.words:
            families[word].add(name)
    return SameActWords(
        families={word: frozenset(names) for word, names in families.items()},
        types={name: frozenset(family.types) for name, family in shape.families.items()},
        pointing={word: frozenset(types) for word, types in shape.pointing.items()},
        another=shape.another,
        carrying=shape.carrying,
        across=shape.across.weights,
        least=shape.across.least,
    )


class _Family(Shape):
    types: WordList
    words: WordList


class _Across(Shape):
    weights: dict[str, float]
    least: float


class _SameActsFile(Shape):
    families: dict[str, _Family]
    pointing: dict[str, WordList]
    another: WordSet
    carrying: WordSet
    across: _Across
