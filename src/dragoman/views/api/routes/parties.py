"""Parties: whom a name means in this store, who held its main offices, and with whom it deals."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk import dealing
from dragoman.desk.dealing import Held, Partner
from dragoman.desk.parties import party_id
from dragoman.views.api.asking import Plain
from dragoman.views.api.parameters import Side
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["actors"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Whom a name means: the id under which the store keeps it, and how it is called."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MainOffices:
    """Who held the main offices of a party, office by office, the latest first."""

    party: str
    offices: tuple[Held, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Partners:
    """With whom a party deals, the most first: how many acts go toward it and come back."""

    party: str
    partners: tuple[Partner, ...]


@route(ROUTER, "/parties/{party}", Party)
def party(ask: Plain, party: Side) -> Response:
    """Whom a name or an id means: `Japan`, `jpn`, `JPN`."""
    id_ = party_id(ask.store, party)
    return ask.reply(Party(id=id_, name=ask.site.name(id_)))


@route(ROUTER, "/parties/{party}/offices", MainOffices)
def offices(ask: Plain, party: Side) -> Response:
    """Who held the main offices of a party."""
    id_ = party_id(ask.store, party)
    return ask.reply(MainOffices(party=id_, offices=dealing.offices(ask.site.world, id_)))


@route(ROUTER, "/parties/{party}/partners", Partners)
def partners(ask: Plain, party: Side) -> Response:
    """With whom a party deals."""
    id_ = party_id(ask.store, party)
    return ask.reply(Partners(party=id_, partners=dealing.partners(ask.store, id_)))
