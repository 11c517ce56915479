"""Takes a pack's references.yaml, gives References: the words that refer back to participants named before."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordSet


@dataclass(frozen=True, slots=True, kw_only=True)
class Junta:
    """Soldiers who ruled a state (its id) from a day to another, both within, or to this day."""

    state: str
    start: str
    end: str | None = None

    def rules_on(self, day: str) -> bool:
        """Whether it ruled on that day (ISO 8601)."""
        return self.start <= day and (self.end is None or day <= self.end)


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
    rulers: frozenset[str]
    toppling: frozenset[str]
    juntas: tuple[Junta, ...]


def read_references(folder: Path) -> References:
    """The words of the folder's references.yaml."""
    told = read_yaml(folder / "references.yaml", ReferencesFile)
    juntas = tuple(Junta(state=one.state, start=str(one.start), end=str(one.end or "") or None) for one in told.juntas)
    return References(**told.model_dump(exclude={"juntas"}), juntas=juntas)


class JuntaShape(Shape):
    """One of the juntas of references.yaml."""

    state: str
    start: date
    end: date | None = None


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
    rulers: WordSet
    toppling: WordSet
    juntas: list[JuntaShape]
