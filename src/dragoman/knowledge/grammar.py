"""Grammar: the words that steer the grammar, read from a pack's grammar.yaml."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Grammar:
    """Word lists by which clauses are built; see packs/plover/grammar.yaml for what each is for.

    `act_nouns` are the nouns that some frame takes for an act: only these become clauses of their own.
    """

    light_verbs: frozenset[str]
    half_light_verbs: frozenset[str]
    lending_verbs: frozenset[str]
    transparent_nouns: frozenset[str]
    subject_control: frozenset[str]
    object_gerunds: frozenset[str]
    list_nouns: frozenset[str]
    carrier_verbs: frozenset[str]
    between_words: frozenset[str]
    act_nouns: frozenset[str]
