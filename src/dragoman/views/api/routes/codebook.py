"""The codebook: what the packs say of types, modes and contexts, and by which words texts tell them."""

from fastapi import APIRouter, Response

from dragoman.desk.codebook import chapter_called
from dragoman.knowledge.codebook import Chapter, Codebook
from dragoman.views.api.asking import Plain
from dragoman.views.api.parameters import Id
from dragoman.views.api.routing import route

ROUTER = APIRouter(tags=["codebook"])


@route(ROUTER, "/codebook", Codebook)
def codebook(ask: Plain) -> Response:
    """Every type with its modes, codes, phrasings and examples; contexts, sectors, and who wrote the packs."""
    return ask.reply(ask.site.codebook)


@route(ROUTER, "/codebook/{id}", Chapter)
def chapter(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """One type, in whatever letters it is written."""
    return ask.reply(chapter_called(ask.site.codebook, id))
