"""Readings: a text that is sent is coded while one waits, and not kept; an editor adds texts to the store.

Who waits for the coder holds no thread of the server meanwhile, so that all others are answered as ever.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Query, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field
from starlette.concurrency import run_in_threadpool

from dragoman.desk.workbench import LONGEST
from dragoman.errors import SourceError
from dragoman.intake import document_of
from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.sources import Item, Refused
from dragoman.store.adding import Added
from dragoman.views.api.asking import Telling
from dragoman.views.api.parameters import Id, iso_day, plain
from dragoman.views.api.routing import route
from dragoman.views.web.trouble import NotFoundError

_LOOK = 0.05  # seconds until one looks again whether a text is read
ROUTER = APIRouter(tags=["readings"])
Line = Annotated[str, Field(min_length=1, max_length=1000), AfterValidator(plain)]
Wait = Annotated[float, Query(ge=0, le=60, description="So many seconds at most until an answer, whole or not yet.")]


class Sent(BaseModel):
    """A text as it is sent. What is not said of it is looked for in the text."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1, max_length=LONGEST), AfterValidator(plain)]
    media: Literal["text", "html"] = "text"
    published: Annotated[str, AfterValidator(iso_day), Field(json_schema_extra={"format": "date"})] | None = None
    title: Line | None = None
    outlet: Line | None = None
    url: Line | None = None
    licence: Line | None = None
    id: Line | None = Field(default=None, description="The id that the source itself gives it.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text that was sent: whether it is read by now, and then the document with its reports. It is not kept."""

    id: str
    done: bool
    coded: Coded | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptText:
    """A text that is kept in the store now; `added` is None where it was still at work when the time was up."""

    id: str
    added: Added | None


@route(ROUTER, "/readings", Reading, method="POST", later=Reading)
async def read(ask: Telling, sent: Sent, wait: Wait = 30) -> Response:
    """Codes a text, without keeping it. Where that takes longer than `wait`, ask for the reading by its id."""
    document = await run_in_threadpool(_document, sent)
    (id_,) = ask.site.bench.begin([document])
    return await _told(ask, id_, wait)


@route(ROUTER, "/readings/{id}", Reading, later=Reading)
async def reading(ask: Telling, id: Id, wait: Wait = 0) -> Response:  # noqa: A002 - the word of the address
    """A text that was sent before. The last fifty are remembered."""
    return await _told(ask, id, wait)


@route(ROUTER, "/documents", KeptText, method="POST", role="editor", later=KeptText)
async def add(ask: Telling, sent: Sent, wait: Wait = 30) -> Response:
    """Codes a text and keeps it in the store. What is there already changes nothing."""
    document = await run_in_threadpool(_document, sent)
    adding = ask.site.bench.add_document(ask.store, document)
    await _wait(adding.done, wait)
    added = adding.result() if adding.done() else None
    return ask.reply(KeptText(id=document.id, added=added), status=200 if added else 202)


async def _told(ask: Telling, id_: str, wait: float) -> Response:
    await _wait(lambda: not isinstance(ask.site.bench.found(id_, wait=0), Document), wait)
    found = ask.site.bench.found(id_, wait=0)
    if found is None:
        raise NotFoundError(f"{id_}: no text of that id is at hand (any more); send it again to POST /api/v1/readings")
    done = isinstance(found, Coded)
    told = Reading(id=id_, done=done, coded=found if isinstance(found, Coded) else None)
    return ask.reply(told, status=200 if done else 202)


async def _wait(done: Callable[[], bool], wait: float) -> None:
    """Returns when it is done, or the time is up."""
    until = time.monotonic() + wait
    while not done() and time.monotonic() < until:  # noqa: ASYNC110 - the coder works in a thread, which knows no event
        await asyncio.sleep(_LOOK)


def _document(sent: Sent) -> Document:
    """The text as a document.

    Raises:
        SourceError: there is no text in it.
    """
    item = Item(
        path="posted text",
        content=sent.text,
        media=sent.media,
        title=sent.title,
        source_id=sent.id,
        outlet=sent.outlet,
        url=sent.url,
        licence=sent.licence,
    )
    document = document_of(item, published=sent.published)
    if isinstance(document, Refused):
        raise SourceError(f"body text: {document.reason}; send the text itself, or HTML with media html")
    return document
