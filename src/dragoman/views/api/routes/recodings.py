"""Recodings: when the texts of the store were coded anew, and what that changed."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk.handing_on import difference_of
from dragoman.differing.difference import Difference
from dragoman.views.api.asking import Plain
from dragoman.views.api.parameters import Id
from dragoman.views.api.routing import route
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["store"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Recodings:
    """The moments at which texts were coded anew, the oldest first: UTC times."""

    moments: tuple[str, ...]


@route(ROUTER, "/recodings", Recodings)
def recodings(ask: Plain) -> Response:
    """When the texts of the store were coded anew."""
    from dragoman.store.recoding import recodings as moments  # noqa: PLC0415 - SciPy stands behind it

    return ask.reply(Recodings(moments=moments(ask.store)))


@route(ROUTER, "/recodings/{id}", Difference)
def recoding(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """What coding the texts anew at that moment changed; of the events a thousand are listed, all are counted."""
    return ask.reply(found(lambda: difference_of(ask.store, id)))
