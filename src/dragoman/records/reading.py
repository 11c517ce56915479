"""Reading: one sentence as it was read: its clauses, and who is mentioned in it. Read: a whole document's."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.clause import Clause
from dragoman.records.document import Document
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence

Readers = Literal["grammar", "both"]
"""Who reads: grammar and frames alone, or the learned judge too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceName:
    """A place named in a sentence: `head` is its last token; `country` is ISO 3166-1 alpha-3 or None.

    `latitude` and `longitude` are those of its middle, if they are known.
    """

    first: int
    head: int
    name: str
    country: str | None
    precision: Literal["site", "city", "province", "country", "region"]
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A sentence, its clauses by head token, its mentions and places by head token.

    `voice` holds those who speak through the whole text, if somebody does: "We, the leaders of …", or "The Security
    Council," above "1. Condemns …; 2. Demands …".
    """

    sentence: Sentence
    clauses: dict[int, Clause]
    mentions: dict[int, Mention]
    places: dict[int, PlaceName]
    voice: tuple[Participant, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document and how each of its sentences was read."""

    document: Document
    readings: tuple[Reading, ...]
