"""How words are written in a pack's YAML: one or several, as a list or a set."""

from typing import Annotated

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
