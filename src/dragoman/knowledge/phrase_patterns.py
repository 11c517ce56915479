"""Takes phrases as a pack writes them, gives one pattern that finds any of them in a text."""

import re
from collections.abc import Iterable


def pattern_of(phrases: Iterable[str]) -> str:
    """The phrases as one pattern, the longer ones first, so that "direct threat" is found before "threat".

    A word ending in "*" stands for all words that begin so, a lone "*" for up to three words, a hyphen for a blank too.
    """
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return rf"\b(?:{'|'.join(map(_one, ordered))})(?!\w)"


def _one(phrase: str) -> str:
    return r"[\s,]+".join(_word(word) for word in phrase.split())


def _word(word: str) -> str:
    if word == "*":
        return r"(?:[\w’'-]+[\s,]+){0,2}[\w’'-]+"
    stem = r"[-\s]?".join(re.escape(part) for part in word.removesuffix("*").split("-"))
    return stem + (r"[\w-]*" if word.endswith("*") else "")
