"""References: the words that refer back to participants named before; read from a pack's references.yaml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class References:
    """Word lists by which descriptions and names are resolved; packs/plover/references.yaml says what each is for."""

    documents: frozenset[str]
    descriptions: dict[str, tuple[str, ...]]
    sides: frozenset[str]
    counterparts: frozenset[str]
    former: frozenset[str]
    elect: frozenset[str]
    numbers: dict[str, int]
    name_endings: dict[str, str]
    not_names: frozenset[str]
    acts_on_places: frozenset[str]
    acts_at_home: frozenset[str]
    apart: frozenset[str]
    unnamed_sets: frozenset[str]
    arms: frozenset[str]
    relational: frozenset[str]
    private_sectors: frozenset[str]
    states: frozenset[str]
    acts_through: frozenset[str]
