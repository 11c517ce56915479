"""Takes a pack's contexts.yaml, gives for each word the contexts of which it is a sign."""

import difflib
from collections import defaultdict
from collections.abc import Collection
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList

ContextWords = dict[str, tuple[str, ...]]
"""A lemma, or two in a row, and the contexts of which it is a sign."""


class ContextsFile(Shape):
    """contexts.yaml."""

    contexts: dict[str, WordList]


def read_context_words(folder: Path, known: Collection[str]) -> ContextWords:
    """The words of the folder's contexts.yaml.

    Raises:
        PackError: the file names a context that is not among the `known` ones of the ontology.
    """
    shape = read_yaml(folder / "contexts.yaml", ContextsFile)
    faults = [_unknown(context, known) for context in shape.contexts if context not in known]
    if faults:
        raise PackError("\n".join(faults))
    signs: defaultdict[str, list[str]] = defaultdict(list)
    for context, words in shape.contexts.items():
        for word in words:
            signs[word].append(context)
    return {word: tuple(contexts) for word, contexts in signs.items()}


def _unknown(context: str, known: Collection[str]) -> str:
    near = difflib.get_close_matches(context, known, n=1)
    hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(known)}"
    return f"contexts.yaml: the context '{context}' is not in the ontology; {hint}"
