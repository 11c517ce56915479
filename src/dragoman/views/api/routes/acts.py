"""Acts: those that a question asks for, how many there are, how they divide; and one with its reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, Response

from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.desk.meant import doubts
from dragoman.exports.act_rows import write_act_rows
from dragoman.questions import write_question
from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.records.question import Kept
from dragoman.store.answering import FACETS, Passage
from dragoman.views.api.asking import ARROW, CSV, PARQUET, Ask, Plain, asks, question_in
from dragoman.views.api.parameters import Asked, Cursor, Day, Id, Limit, Since
from dragoman.views.api.routing import route
from dragoman.views.web.answers import Write
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["acts"])
FORMS = (CSV, ARROW, PARQUET)
Field = Literal["type", "status", "mode", "place", "place_country", "quad", "actor", "recipient", "country", "context"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Acts:
    """How many acts the question asks for, and a page of them; `next` is the cursor of the page after it.

    Asked with `updated_since`, of these those that are new or changed since, then the ids of what changed since and is
    not in the answer (any longer): `gone`. `until` is the moment that this tells up to: the next `updated_since`.
    `doubts` say, where there is nothing, what of the question nothing can have, and what was probably meant.
    """

    question: str
    number: int
    acts: tuple[ToldAct, ...]
    gone: tuple[str, ...]
    until: str
    next: str | None
    doubts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many there are."""

    question: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """How an answer divides by a field: its commonest values, the most first, each with how many have it."""

    question: str
    field: str
    values: Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeAct:
    """An act with the passages that prove it and its reports in full, oldest first."""

    act: Act
    passages: tuple[Passage, ...]
    reports: tuple[Event, ...]


@route(ROUTER, "/acts", Acts, forms=FORMS)
def acts(
    ask: Annotated[Ask, Depends(asks(*FORMS))],
    q: Asked = "",
    limit: Limit = 50,
    cursor: Cursor = None,
    updated_since: Since = None,
) -> Response:
    """The acts of the question `q`, page by page, with the passages that prove them; or what changed of them."""
    question = question_in(q)
    page = asking.page_of_acts(ask.store, question, since=updated_since, limit=limit, cursor=cursor)
    following = {"cursor": page.next} if page.next else None
    if ask.form in FORMS:
        return ask.reply(None, others=_writers(ask, page.items), following=following, until=page.until)
    number_ = ask.site.memory.answer(ask.store, ("number", question), lambda: asking.number_of(ask.store, question))
    told = Acts(
        question=write_question(question),
        number=number_,
        acts=tuple(asking.with_passages(ask.store, page.items)),
        gone=page.gone,
        until=page.until,
        next=page.next,
        doubts=() if number_ else doubts(ask.store, question),
    )
    return ask.reply(told, following=following, until=page.until)


@route(ROUTER, "/acts/number", Number)
def number(ask: Plain, q: Asked = "", kept: Kept = "acts") -> Response:
    """How many acts, or single reports (`kept=events`), the question `q` asks for."""
    question = question_in(q)
    found_ = asking.number_of(ask.store, question, kept=kept)
    return ask.reply(Number(question=write_question(question), number=found_))


@route(ROUTER, "/acts/facets", Facets)
def facets(ask: Plain, field: Field, q: Asked = "", limit: Limit = 20, kept: Kept = "acts") -> Response:
    """How the acts of the question `q` divide by a field."""
    assert field in FACETS, field
    question = question_in(q)
    values = asking.facets(ask.store, question, field, kept=kept, limit=limit)
    return ask.reply(Facets(question=write_question(question), field=field, values=values))


@route(ROUTER, "/acts/{id}", WholeAct, forms=FORMS)
def act(
    ask: Annotated[Ask, Depends(asks(*FORMS))],
    id: Id,  # noqa: A002 - the word of the address
    as_of: Day | None = None,
) -> Response:
    """One act with its reports, by its id, that of a report, or the beginning of one; as it was known on a day."""
    known = found(lambda: asking.act(ask.store, id, as_of=as_of))
    if ask.form in FORMS:
        return ask.reply(None, others=_writers(ask, (known,)))
    reports = asking.reports_of(ask.store, known.reports)
    (told,) = asking.with_passages(ask.store, [known])
    whole = WholeAct(
        act=known, passages=told.passages, reports=tuple(reports[one] for one in known.reports if one in reports)
    )
    return ask.reply(whole)


def _writers(ask: Ask, found_: tuple[Act, ...]) -> Mapping[str, Write]:
    # Arrow takes a while to import, and who asks for JSON needs none of it.
    from dragoman.exports.arrow import write_arrow_stream, write_parquet  # noqa: PLC0415

    accounts = asking.accounts(ask.store, found_)
    return {
        CSV: lambda stream: write_act_rows(accounts, stream),
        ARROW: lambda stream: write_arrow_stream(accounts, stream),
        PARQUET: lambda stream: write_parquet(accounts, stream),
    }
