"""How words are written in a pack's YAML: one or several, as a list or a set; and how they are looked up."""

from collections.abc import Iterable, Mapping
from typing import Annotated, TypeVar

from pydantic import BeforeValidator


def one_or_many(value: object) -> object:
    """A single word may stand for a list of one; YAML's "on" and "no" are words here."""
    if isinstance(value, list):
        return tuple(_word(one) for one in value)
    return value if value is None else (_word(value),)


def _word(value: object) -> object:
    return {True: "on", False: "no"}[value] if isinstance(value, bool) else value


WordList = Annotated[tuple[str, ...], BeforeValidator(one_or_many)]
WordSet = Annotated[frozenset[str], BeforeValidator(one_or_many)]
Key = TypeVar("Key")
_BEGINNING = 6


def beginning(word: str) -> str:
    """The first letters of a word: they stand for it in all its forms."""
    return word[:_BEGINNING]


def by_word(words: Mapping[Key, Iterable[str]]) -> dict[str, Key]:
    """For each word, in small letters, the key that it is listed under."""
    return {word.lower(): key for key, listed in words.items() for word in listed}


def small(words: Iterable[str]) -> frozenset[str]:
    """The words in small letters."""
    return frozenset(word.lower() for word in words)
