"""Framing: what one party says of another, theme by theme; two texts side by side; who speaks of whom first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from dragoman.desk import framing as desk
from dragoman.desk.framing import SideBySide
from dragoman.desk.parties import party_id
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.records.entry import Entry
from dragoman.views.api.asking import CSV, Ask, Plain, asks
from dragoman.views.api.parameters import Day, Named, Words
from dragoman.views.api.routing import route
from dragoman.views.web.lists import write_entries

ROUTER = APIRouter(tags=["framing"])
Texts = Annotated[
    int, Query(ge=1, le=desk.MOST_TEXTS, description="Only in so many of the texts that name the party, the last ones.")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Framing:
    """What `by` says `of` a party; `by` None is whoever does. `texts` is how many texts of the store name the party."""

    by: str | None
    of: str
    texts: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMentions:
    """Of each actor the first of a party's own texts that speaks of it."""

    by: str
    firsts: tuple[FirstMention, ...]


@route(ROUTER, "/framing", Framing, forms=(CSV,))
def framing(
    ask: Annotated[Ask, Depends(asks(CSV))],
    of: Named,
    by: Named | None = None,
    last: Texts = 1000,
    as_of: Day | None = None,
) -> Response:
    """What `by`, or anybody, says `of` a party, theme by theme, in the order of publication."""
    about = party_id(ask.store, of)
    speaker = None if by is None else party_id(ask.store, by)
    entries = desk.framing(ask.store, speaker, about, as_of=as_of, last=last)
    told = Framing(by=speaker, of=about, texts=desk.texts_naming(ask.store, about), entries=entries)
    return ask.reply(told, others={CSV: lambda stream: write_entries(entries, stream)})


@route(ROUTER, "/framing/comparison", SideBySide)
def comparison(ask: Plain, by: Named, of: Named, one: Words, other: Words) -> Response:
    """What `by` says `of` a party in two texts, each by id, day or a part of its title, side by side."""
    speaker, about = party_id(ask.store, by), party_id(ask.store, of)
    return ask.reply(desk.framing_compared(ask.store, speaker, about, one, other))


@route(ROUTER, "/framing/first", FirstMentions)
def first(
    ask: Plain, by: Named, of: Named | None = None, titled: Words | None = None, as_of: Day | None = None
) -> Response:
    """Which of a party's own texts speaks of an actor first, and which before it are silent."""
    speaker = party_id(ask.store, by)
    about = None if of is None else party_id(ask.store, of)
    firsts = desk.framing_first(ask.store, speaker, about, titled=titled, as_of=as_of)
    return ask.reply(FirstMentions(by=speaker, firsts=firsts))
