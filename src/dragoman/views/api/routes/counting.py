"""Counting: acts over time, between two, as a network; what moved, and what was a first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Response

from dragoman.analysis.buckets import By
from dragoman.analysis.changes import Changes
from dragoman.analysis.firsts import First
from dragoman.analysis.movers import Movers
from dragoman.analysis.series import Bucket, Series
from dragoman.desk import asking, networks
from dragoman.desk.networks import Network
from dragoman.desk.parties import party_id
from dragoman.errors import QuestionError
from dragoman.questions import write_question
from dragoman.records.question import Days, Dyad, Kept, Question
from dragoman.views.api.asking import CSV, Ask, Plain, asks, question_in
from dragoman.views.api.parameters import Asked, Day, Side
from dragoman.views.api.routing import route
from dragoman.views.web.answers import Write
from dragoman.views.web.lists import write_rows

ROUTER = APIRouter(tags=["counts"])
MOST = 20_000  # buckets of a series: 54 years by day, some 4 MB
_BUCKETS = ("name", "first", "last", "partial", "number", "goldstein", "mean", "read", "per_thousand", "gap")
_TIES = ("actor", "recipient", "number", "goldstein")
Counted = Annotated[Ask, Depends(asks(CSV))]
Spell = Annotated[By, Query(description="By day, week, month, quarter or year.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Acts over time, and the documents read in that time."""

    question: str
    series: Series


@dataclass(frozen=True, slots=True, kw_only=True)
class DyadSeries:
    """Acts over time between two parties, by their ids: of `one` toward `other`, and `back`."""

    one: str
    other: str
    there: Series
    back: Series


@dataclass(frozen=True, slots=True, kw_only=True)
class Firsts:
    """Acts that are the first of their type between two, at all or in so many years."""

    question: str
    firsts: tuple[First, ...]


@route(ROUTER, "/series", Counts, forms=(CSV,))
def series(ask: Counted, q: Asked = "", by: Spell = "month", kept: Kept = "acts") -> Response:
    """The acts, or reports (`kept=events`), of the question `q` over time; one with both days gives the whole range."""
    question = question_in(q)
    counted = asking.series(ask.store, question, by=by, kept=kept, most=MOST)
    told = Counts(question=write_question(question), series=counted)
    return ask.reply(told, others={CSV: _buckets({"": counted})})


@route(ROUTER, "/changes", Changes)
def changes(ask: Plain, q: Asked = "", by: Spell = "month", kept: Kept = "acts") -> Response:
    """Where the series of the question `q` changes its level, by a test that the answer names."""
    return ask.reply(asking.changes(ask.store, question_in(q), by=by, kept=kept))


@route(ROUTER, "/dyads/{one}/{other}", DyadSeries, forms=(CSV,))
def dyad(ask: Counted, one: Side, other: Side, by: Spell = "month", q: Asked = "") -> Response:
    """The acts between two over time, each way; `q` narrows them, as in `type:AID date:2022`."""
    first, second = party_id(ask.store, one), party_id(ask.store, other)
    asked = question_in(q)
    asked_of = (_toward(asked, first, second), _toward(asked, second, first))
    there, back = asking.series_each(ask.store, asked_of, by=by, most=MOST)
    told = DyadSeries(one=first, other=second, there=there, back=back)
    return ask.reply(told, others={CSV: _buckets({f"{first}>{second}": there, f"{second}>{first}": back})})


@route(ROUTER, "/network", Network, forms=(CSV,))
def network(ask: Counted, q: Asked = "") -> Response:
    """Who acts toward whom among the acts of the question `q`, how often, and who is between others."""
    told = networks.network(ask.store, question_in(q))
    rows = [(tie.actor, tie.recipient, tie.number, tie.goldstein) for tie in told.ties]
    return ask.reply(told, others={CSV: lambda stream: write_rows(_TIES, rows, stream)})


@route(ROUTER, "/movers", Movers)
def movers(
    ask: Plain,
    before_first: Day,
    before_last: Day,
    after_first: Day,
    after_last: Day,
    q: Asked = "",
    top: Annotated[int, Query(ge=1, le=1000)] = 20,
) -> Response:
    """The dyads whose number of acts changed most from one period to the other."""
    before, after = Days(first=before_first, last=before_last), Days(first=after_first, last=after_last)
    for first, last in ((before_first, before_last), (after_first, after_last)):
        if first > last:
            raise QuestionError(f"a period begins on {first}, after it ends on {last}; turn the days round")
    return ask.reply(asking.movers(ask.store, question_in(q), before=before, after=after, top=top))


@route(ROUTER, "/firsts", Firsts)
def firsts(ask: Plain, q: Asked = "", years: Annotated[int, Query(ge=1, le=1000)] = 5) -> Response:
    """The first act of its type between two, and the first in so many years."""
    question = question_in(q)
    told = asking.firsts(ask.store, question, years=years)
    return ask.reply(Firsts(question=write_question(question), firsts=told))


def _toward(asked: Question, actor: str, recipient: str) -> Question:
    """The question, asked of one way between two."""
    written = write_question(Question(dyads=(Dyad(actor=actor, recipient=recipient),)))
    return question_in(f"{written} {write_question(asked)}")


def _buckets(ways: dict[str, Series]) -> Write:
    """A row a bucket; the way before it, where there are two."""
    names = _BUCKETS if list(ways) == [""] else ("way", *_BUCKETS)
    rows = [[*([way] if way else []), *_cells(bucket)] for way, told in ways.items() for bucket in told.buckets]
    return lambda stream: write_rows(names, rows, stream)


def _cells(bucket: Bucket) -> list[str | float | None]:
    cells = (getattr(bucket, name) for name in _BUCKETS)
    return [str(cell).lower() if isinstance(cell, bool) else cell for cell in cells]
