"""Takes the words of an act's own passage, gives the contexts of which they are signs: "economic", "migration" …."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from dragoman.knowledge.context_words import ContextWords
from dragoman.records.reading import Reading


def contexts_of(reading: Reading, own: Iterable[int], words: ContextWords) -> tuple[str, ...]:
    """The contexts of the tokens in `own`, each once, in the order of the text."""
    lemmas = [reading.sentence.tokens[index].lemma.lower() for index in sorted(own)]
    return tuple(dict.fromkeys(context for phrase in _phrases(lemmas) for context in words.get(phrase, ())))


def _phrases(lemmas: Sequence[str]) -> Iterator[str]:
    """Each word, and each two in a row."""
    yield from lemmas
    for one, other in pairwise(lemmas):
        yield f"{one} {other}"
