"""Lemmas by the parser's own tables: takes a word and its tag, gives its dictionary form.

The model ships a table of exceptions and one of suffix rules for each part of speech. Reading them with a memory for
words seen before replaces the parser's two slowest components (see docs/decisions/0002).
"""

from collections.abc import Mapping, Sequence

_WORD_CLASS = {"N": "noun", "V": "verb", "J": "adj", "R": "adv", "M": "verb"}


class Lemmas:
    """Callable: `lemmas("imposed", "VBD")` is "impose". Proper names keep their form."""

    def __init__(
        self,
        exceptions: Mapping[str, Mapping[str, Sequence[str]]],
        rules: Mapping[str, Sequence[Sequence[str]]],
        index: Mapping[str, Sequence[str]],
    ) -> None:
        self._exceptions = exceptions
        self._rules = rules
        # The parser's tables hash their keys: they are asked by name, never listed.
        self._index = {name: frozenset(index[name]) for name in set(_WORD_CLASS.values()) if name in index}
        self._memory: dict[tuple[str, str], str] = {}

    def __call__(self, word: str, tag: str) -> str:
        """The lemma of `word` when it is tagged `tag`, in lower case unless it is a proper name."""
        key = (word, tag)
        found = self._memory.get(key)
        if found is None:
            found = self._memory[key] = self._look_up(word, tag)
        return found

    def _look_up(self, word: str, tag: str) -> str:
        if tag.startswith("NNP"):
            return word
        lower = word.lower().replace("’", "'")
        word_class = _WORD_CLASS.get(tag[:1])
        if word_class is None or lower in {"'s", "n't"} or tag in {"VB", "NN", "JJ", "RB"}:
            return lower
        irregular = self._exceptions.get(word_class, {}).get(lower)
        if irregular:
            return irregular[0]
        return self._by_rule(lower, word_class)

    def _by_rule(self, word: str, word_class: str) -> str:
        known = self._index.get(word_class, frozenset())
        candidates = [
            word[: len(word) - len(old)] + new
            for old, new in self._rules.get(word_class, ())
            if old and word.endswith(old)
        ]
        return next(
            (candidate for candidate in candidates if candidate in known), candidates[0] if candidates else word
        )
