"""Reports: single events, each as one document tells it."""

from dataclasses import dataclass

from fastapi import APIRouter, Response

from dragoman.desk.asking import number_of, page_of_events
from dragoman.questions import write_question
from dragoman.records.event import Event
from dragoman.views.api.asking import Plain, question_in
from dragoman.views.api.parameters import Asked, Cursor, Id, Limit, Since
from dragoman.views.api.routing import route
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["reports"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """How many reports the question asks for, and a page of them; `next` is the cursor of the page after it.

    With `updated_since` it tells what changed, as `/acts` does: `gone`, and `until`, the next `updated_since`.
    """

    question: str
    number: int
    reports: tuple[Event, ...]
    gone: tuple[str, ...]
    until: str
    next: str | None


@route(ROUTER, "/reports", Reports)
def reports(
    ask: Plain, q: Asked = "", limit: Limit = 50, cursor: Cursor = None, updated_since: Since = None
) -> Response:
    """The reports of the question `q`, page by page; or what changed of them."""
    question = question_in(q)
    page = page_of_events(ask.store, question, since=updated_since, limit=limit, cursor=cursor)
    number = ask.site.memory.answer(
        ask.store, ("reports", question), lambda: number_of(ask.store, question, kept="events")
    )
    told = Reports(
        question=write_question(question),
        number=number,
        reports=page.items,
        gone=page.gone,
        until=page.until,
        next=page.next,
    )
    return ask.reply(told, following={"cursor": page.next} if page.next else None, until=page.until)


@route(ROUTER, "/reports/{id}", Event)
def report(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """One report, with the words that prove it and why it was written down."""
    return ask.reply(found(lambda: ask.store.event(id)))
