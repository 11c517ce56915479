"""Reports: single events, each as one document tells it."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk.asking import number_of
from dragoman.questions import write_question
from dragoman.records.event import Event
from dragoman.views.api.asking import Plain, question_in
from dragoman.views.api.parameters import Asked, Cursor, Id, Limit
from dragoman.views.api.routing import route
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["reports"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """How many reports the question asks for, and a page of them; `next` is the cursor of the page after it."""

    question: str
    number: int
    reports: tuple[Event, ...]
    next: str | None


@route(ROUTER, "/reports", Reports)
def reports(ask: Plain, q: Asked = "", limit: Limit = 50, cursor: Cursor = None) -> Response:
    """The reports of the question `q`, page by page."""
    question = question_in(q)
    page = ask.store.events(question, limit=limit, cursor=cursor)
    number = ask.site.memory.answer(
        ask.store, ("reports", question), lambda: number_of(ask.store, question, kept="events")
    )
    told = Reports(question=write_question(question), number=number, reports=page.items, next=page.next)
    return ask.reply(told, following={"cursor": page.next} if page.next else None)


@route(ROUTER, "/reports/{id}", Event)
def report(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """One report, with the words that prove it and why it was written down."""
    return ask.reply(found(lambda: ask.store.event(id)))
