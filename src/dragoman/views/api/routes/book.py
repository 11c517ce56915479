"""The book of actors: whom a name may mean, and who held an office on a day."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.book import Book, Candidate, Held
from dragoman.views.api.asking import Plain
from dragoman.views.api.parameters import Day, Words
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["actors"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """Who held an office: for one party through the years, or on a day."""

    office: str
    of: str | None
    day: str | None
    held: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """Those who bear a name, or a near one, the likeliest first."""

    name: str
    day: str | None
    candidates: tuple[Candidate, ...]


@route(ROUTER, "/offices", Offices)
def offices(ask: Plain, office: Words, of: Words | None = None, day: Day | None = None) -> Response:
    """Who held an office (`foreign minister`, or a role: `foreign`): `of` a state or organisation, on a day."""
    held = Book(ask.site.world).holders(office, of=of, day=day)
    return ask.reply(Offices(office=office, of=of, day=day, held=held))


@route(ROUTER, "/actors", Candidates)
def actors(ask: Plain, name: Words, day: Day | None = None) -> Response:
    """Whom a name may mean, with the offices held and the members on the day."""
    candidates = Book(ask.site.world).find(name, day=day)
    return ask.reply(Candidates(name=name, day=day, candidates=candidates))
