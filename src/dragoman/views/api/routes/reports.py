"""Reports: single events, each as one document tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Response

from dragoman.desk.asking import number_of, page_of_events
from dragoman.desk.meant import doubts
from dragoman.exports.flat import write_event_rows
from dragoman.questions import write_question
from dragoman.records.event import Event
from dragoman.views.api.asking import ARROW, CSV, PARQUET, Ask, Plain, asks, question_in
from dragoman.views.api.parameters import Asked, Cursor, Id, Limit, Since
from dragoman.views.api.routing import route
from dragoman.views.web.answers import Write
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["reports"])
FORMS = (CSV, ARROW, PARQUET)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reports:
    """How many reports the question asks for, and a page of them; `next` is the cursor of the page after it.

    With `updated_since` it tells what changed, as `/acts` does: `gone`, and `until`, the next `updated_since`; `doubts`
    too are told as there.
    """

    question: str
    number: int
    reports: tuple[Event, ...]
    gone: tuple[str, ...]
    until: str
    next: str | None
    doubts: tuple[str, ...]


@route(ROUTER, "/reports", Reports, forms=FORMS)
def reports(
    ask: Annotated[Ask, Depends(asks(*FORMS))],
    q: Asked = "",
    limit: Limit = 50,
    cursor: Cursor = None,
    updated_since: Since = None,
) -> Response:
    """The reports of the question `q`, page by page; or what changed of them."""
    question = question_in(q)
    page = page_of_events(ask.store, question, since=updated_since, limit=limit, cursor=cursor)
    following = {"cursor": page.next} if page.next else None
    if ask.form in FORMS:
        return ask.reply(None, others=_writers(page.items), following=following, until=page.until)
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
        doubts=() if number else doubts(ask.store, question),
    )
    return ask.reply(told, following=following, until=page.until)


@route(ROUTER, "/reports/{id}", Event)
def report(ask: Plain, id: Id) -> Response:  # noqa: A002 - the word of the address
    """One report, with the words that prove it and why it was written down."""
    return ask.reply(found(lambda: ask.store.event(id)))


def _writers(events: tuple[Event, ...]) -> Mapping[str, Write]:
    # Arrow takes a while to import, and who asks for JSON needs none of it.
    from dragoman.exports.arrow import write_reports_parquet, write_reports_stream  # noqa: PLC0415

    return {
        CSV: lambda stream: write_event_rows(events, stream),
        ARROW: lambda stream: write_reports_stream(events, stream),
        PARQUET: lambda stream: write_reports_parquet(events, stream),
    }
