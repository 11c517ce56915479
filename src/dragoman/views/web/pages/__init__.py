"""The pages, one module each, and what can be sent to the server. A new page is a module, and a line here."""

from collections.abc import Awaitable, Callable, Mapping

from fastapi import Request, Response

from dragoman.views.web.answers import Page
from dragoman.views.web.pages import (
    act,
    actor,
    acts,
    adding,
    chapter,
    codebook,
    document,
    documents,
    entry,
    framing,
    front,
    ledger,
    mapped,
    network,
    outlet,
    pair,
    reading,
    search,
    sources,
)
from dragoman.views.web.site import Site

Post = Callable[[Site], Callable[[Request], Awaitable[Response]]]

PAGES: tuple[Page, ...] = (
    front.PAGE,
    adding.PAGE,
    document.PAGE,
    reading.PAGE,
    acts.PAGE,
    act.PAGE,
    actor.PAGE,
    pair.PAGE,
    ledger.PAGE,
    entry.PAGE,
    network.PAGE,
    mapped.PAGE,
    sources.PAGE,
    outlet.PAGE,
    documents.PAGE,
    framing.PAGE,
    search.PAGE,
    codebook.PAGE,
    chapter.PAGE,
)
POSTS: Mapping[str, Post] = {
    "/examples": adding.post_examples,
    "/readings": reading.post_text,
    "/readings/{id}/keep": reading.post_keep,
}
