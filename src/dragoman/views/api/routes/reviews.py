"""Reviews: what an editor decides: whether reports tell one act, what an act does to an entry, how far it was kept."""

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import APIRouter, Response
from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from dragoman.desk import ledger as desk
from dragoman.records.act import Act
from dragoman.records.entry import Tie
from dragoman.views.api.asking import Telling
from dragoman.views.api.parameters import Id, plain
from dragoman.views.api.routing import route
from dragoman.views.web.trouble import found

ROUTER = APIRouter(tags=["reviews"])
Word = Annotated[str, Field(min_length=1, max_length=200), AfterValidator(plain)]
Note = Annotated[str, Field(max_length=2000), AfterValidator(plain)]


class Joining(BaseModel):
    """Two acts, each by its id or that of a report, that are one."""

    model_config = ConfigDict(extra="forbid")

    one: Word
    other: Word
    note: Note = ""


class Splitting(BaseModel):
    """A report that tells another act than those it was with."""

    model_config = ConfigDict(extra="forbid")

    report: Word
    note: Note = ""


class Tying(BaseModel):
    """What an act does to an entry; `tie` null says that it does nothing."""

    model_config = ConfigDict(extra="forbid")

    act: Word
    tie: Tie | None
    note: Note = ""


class Judging(BaseModel):
    """How far an entry was kept: -1 not, 0 partly or under way, 1 fully; `evidence` is the id of a report."""

    model_config = ConfigDict(extra="forbid")

    score: Literal[-1, 0, 1]
    note: Note = ""
    evidence: Word | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A decision that is kept: of which entry, and by whom."""

    entry: str
    by: str


@route(ROUTER, "/reviews/join", Act, method="POST", role="editor")
def join(ask: Telling, body: Joining) -> Response:
    """Makes two acts one, for good; the answer is the act that they are now."""
    found(lambda: ask.store.join(body.one, body.other, by=ask.caller.name, note=body.note))
    return ask.reply(ask.store.act(body.one))


@route(ROUTER, "/reviews/split", Act, method="POST", role="editor")
def split(ask: Telling, body: Splitting) -> Response:
    """Takes a report out of its act, for good; the answer is the act that it tells now."""
    found(lambda: ask.store.split(body.report, by=ask.caller.name, note=body.note))
    return ask.reply(ask.store.act(body.report))


@route(ROUTER, "/ledger/{id}/ties", Decided, method="POST", role="editor")
def tie(ask: Telling, id: Id, body: Tying) -> Response:  # noqa: A002 - the word of the address
    """Says what an act does to an entry, or that it does nothing."""
    found(lambda: desk.rule(ask.store, id, body.act, body.tie, by=ask.caller.name, note=body.note))
    return ask.reply(Decided(entry=id, by=ask.caller.name))


@route(ROUTER, "/ledger/{id}/compliance", Decided, method="POST", role="editor")
def comply(ask: Telling, id: Id, body: Judging) -> Response:  # noqa: A002 - the word of the address
    """Says how far an entry was kept."""
    found(lambda: desk.comply(ask.store, id, body.score, by=ask.caller.name, note=body.note, evidence=body.evidence))
    return ask.reply(Decided(entry=id, by=ask.caller.name))
