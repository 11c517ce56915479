"""Takes a pack's references.yaml, gives References: the words that refer back to participants named before."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordSet


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Word lists by which descriptions and names are resolved; packs/plover/references.yaml says what each is for."""

    documents: frozenset[str]
    hosts: frozenset[str]
    guests: frozenset[str]
    missions: frozenset[str]
    sides: frozenset[str]
    governments: frozenset[str]
    parties: dict[str, int]
    blaming: frozenset[str]
    counterparts: frozenset[str]
    former: frozenset[str]
    then: frozenset[str]
    elect: frozenset[str]
    honorifics: frozenset[str]
    numbers: dict[str, int]
    name_endings: dict[str, str]
    not_names: frozenset[str]
    acts_on_places: frozenset[str]
    acts_at_home: frozenset[str]
    apart: frozenset[str]
    origins: frozenset[str]
    unnamed_sets: frozenset[str]
    arms: frozenset[str]
    relational: frozenset[str]
    private_sectors: frozenset[str]
    states: frozenset[str]
    acts_through: frozenset[str]
    askers: frozenset[str]
    answerers: frozenset[str]
    own_texts: frozenset[str]
    homes: dict[str, float]


def read_references(folder: Path) -> References:
    """The words of the folder's references.yaml."""
    return References(**read_yaml(folder / "references.yaml", ReferencesFile).model_dump())


class ReferencesFile(Shape):
    """references.yaml."""

    documents: WordSet
    askers: WordSet
    answerers: WordSet
    own_texts: WordSet
    homes: dict[str, float]
    hosts: WordSet
    guests: WordSet
    missions: WordSet
    sides: WordSet
    governments: WordSet
    parties: dict[str, int]
    blaming: WordSet
    counterparts: WordSet
    former: WordSet
    then: WordSet
    elect: WordSet
    honorifics: WordSet
    numbers: dict[str, int]
    name_endings: dict[str, str]
    not_names: WordSet
    acts_on_places: WordSet
    acts_at_home: WordSet
    apart: WordSet
    origins: WordSet
    unnamed_sets: WordSet
    arms: WordSet
    relational: WordSet
    private_sectors: WordSet
    states: WordSet
    acts_through: WordSet
