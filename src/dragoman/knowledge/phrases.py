"""Takes phrases as a pack writes them, gives one pattern that finds any of them in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

_REMEMBERED = 100_000  # texts in which a pattern was looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrases:
    """Phrases that are looked for in texts, in whatever letters."""

    pattern: str

    def all(self, text: str) -> Iterator[re.Match[str]]:
        """Where they stand in the text."""
        return _compiled(self.pattern).finditer(text)

    def first(self, text: str) -> re.Match[str] | None:
        """Where the first of them stands; None where none does."""
        return _compiled(self.pattern).search(text)

    def within(self, text: str) -> bool:
        """Whether one of them stands there."""
        return _is_within(self.pattern, text)

    def at(self, text: str) -> re.Match[str] | None:
        """The one with which the text begins."""
        return _compiled(self.pattern).match(text)


def pattern_of(phrases: Iterable[str]) -> str:
    """The phrases as one pattern, the longer ones first, so that "direct threat" is found before "threat".

    A word ending in "*" stands for all words that begin so, a lone "*" for up to three words, a hyphen for a blank too.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"\b(?:{'|'.join(map(_one, ordered))})(?!\w)"


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@lru_cache(maxsize=_REMEMBERED)
def _is_within(pattern: str, text: str) -> bool:
    """The ledger asks the same of one passage for each entry that it may concern."""
    return _compiled(pattern).search(text) is not None


def _one(phrase: str) -> str:
    return r"[\s,]+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word == "*":
        return r"(?:[\w’'-]+[\s,]+){0,2}[\w’'-]+"
    stem = r"[-\s]?".join(re.escape(part) for part in word.removesuffix("*").split("-"))
    return stem + (r"[\w-]*" if word.endswith("*") else "")
