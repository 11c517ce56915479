"""Account: an act with its fullest report and the document of that report. Exports are made of these."""

from dataclasses import dataclass

from dragoman.records.act import Act
from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a document is known by, without its text."""

    id: str
    path: str
    title: str | None
    published: str | None
    outlet: str | None
    url: str | None
    source_id: str | None
    licence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """An act; its fullest report; the heading of that report's document, and in which sentence (from 1) it stands.

    In the PLOVER view `act` and `event` are as that view shows them: type, codes, sides and dates of users who know no
    status; their ids are the same in every view. `in_lead` says whether it stands in the first paragraph of the body.
    """

    act: Act
    event: Event
    document: Heading
    sentence: int
    in_lead: bool
