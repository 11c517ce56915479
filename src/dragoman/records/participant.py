"""Participant: who acts or is acted upon. Mention: where a sentence names participants."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["state", "igo", "group", "organisation", "person", "population"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who acts or is acted upon, and the characters that name it (`document.text[start:end] == text`).

    `id` is ISO 3166-1 alpha-3 for a state or its government, the acronym of an international organisation, else a
    slug of the name. `country` is the state it belongs to, if known; `sector` a PLOVER sector code (GOV, MIL, CVL …);
    `person` and `office` name the official who acts for it.
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    person: str | None = None
    office: str | None = None
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase of a sentence that names participants: `head` is its head token, `first` to `last` its tokens.

    "the two leaders" is one mention of two participants. `because` says how they were found ("name", "office",
    "surname", "pronoun he", "the two leaders" …).
    """

    head: int
    first: int
    last: int
    participants: tuple[Participant, ...]
    because: str
