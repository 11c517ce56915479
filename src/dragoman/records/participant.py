"""Participant: who acts or is acted upon. Mention: where a sentence names participants, and how they were found."""

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


Rule = Literal[
    "name", "adjective", "capital", "venue", "body", "people", "person", "spelling", "surname", "title", "office",
    "noun", "context", "counterpart", "relation", "set", "unknown", "description", "short", "collective", "sides",
    "pronoun", "possessive", "issuer", "unlisted",
]  # fmt: skip
"""How a mention was understood; the reference page "Records" says what each rule is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternative:
    """Another reading of the same words: whom they would mean (an id, or None for nobody who acts), and its score."""

    id: str | None
    name: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A noun phrase of a sentence that names participants: `head` is its head token, `first` to `last` its tokens.

    "the two leaders" is one mention of two participants. `rule` is how they were found and `because` says it in words;
    `alias` are the words of the book that matched, if any did; `score` (0 … 1) ranks this reading among the `others`.
    """

    head: int
    first: int
    last: int
    participants: tuple[Participant, ...]
    rule: Rule
    because: str
    alias: str | None = None
    score: float = 1.0
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Who is named where in a document: ids, offsets, by which rule they were found and how surely (0 … 1)."""

    ids: tuple[str, ...]
    start: int
    end: int
    rule: Rule
    score: float
