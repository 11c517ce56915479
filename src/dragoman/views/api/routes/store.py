"""The store as a whole: how much it holds, of which days, and what it can tell."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk.asking import holdings, knows_changes_since
from dragoman.desk.shelf import edition
from dragoman.version import __version__
from dragoman.views.api.asking import Plain
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["store"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """What the store holds. `edition` changes whenever what it tells changes; `codings` are what coded its documents.

    `first` and `last` are days of publication. `tells_changes_since`: the first moment of which `updated_since` may
    ask; of any where it is null.
    """

    version: str
    edition: str
    counts: Mapping[str, int]
    first: str | None
    last: str | None
    codings: Mapping[str, int]
    tells_changes_since: str | None


@route(ROUTER, "/store", Holding)
def store(ask: Plain) -> Response:
    """How much the store holds, of which days, and by what it was coded."""
    held = holdings(ask.store)
    return ask.reply(
        Holding(
            version=__version__,
            edition=edition(ask.store),
            counts=held.counts,
            first=held.first,
            last=held.last,
            codings=held.codings,
            tells_changes_since=knows_changes_since(ask.store),
        )
    )
