"""Sources: who published the texts, when, and how what they tell agrees with what others tell."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk.outlets import Outlet, outlets
from dragoman.views.api.asking import Plain
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["sources"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """All outlets, the one with the most documents first."""

    sources: tuple[Outlet, ...]


@route(ROUTER, "/sources", Sources)
def sources(ask: Plain) -> Response:
    """Every outlet: its documents, its acts, its licence, when it published and when it was silent."""
    return ask.reply(Sources(sources=ask.site.memory.answer(ask.store, "outlets", lambda: outlets(ask.store))))
