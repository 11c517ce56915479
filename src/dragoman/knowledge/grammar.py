"""Takes a pack's grammar.yaml, gives Grammar: the words that steer the grammar."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordSet


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
    between_words: frozenset[str]
    act_nouns: frozenset[str]


def read_grammar(folder: Path, *, act_nouns: frozenset[str]) -> Grammar:
    """The words of the folder's grammar.yaml, with the nouns of its frames."""
    return Grammar(**read_yaml(folder / "grammar.yaml", GrammarFile).model_dump(), act_nouns=act_nouns)


class GrammarFile(Shape):
    """grammar.yaml."""

    light_verbs: WordSet
    half_light_verbs: WordSet
    lending_verbs: WordSet
    transparent_nouns: WordSet
    subject_control: WordSet
    object_gerunds: WordSet
    between_words: WordSet
