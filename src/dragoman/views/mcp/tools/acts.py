"""Acts: tools that find acts in the store by question, and show one with all that proves it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from dragoman.desk import asking
from dragoman.desk.asking import ToldAct
from dragoman.desk.meant import doubts
from dragoman.questions import read_question, write_question
from dragoman.store.answering import Passage
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import Answer, Deed, Shape, Source, source_of, stretch, told_of
from dragoman.views.mcp.tools.asked import AsOf, Limit, Skip

PROOFS = 3  # passages of an act in a list: it says how many there are, and `get_act` has all

AskedActs = Annotated[
    str,
    Field(
        max_length=2000,
        description=(
            "A question: words parted by blanks, all of which must hold; empty asks for everything. FIELD:VALUE "
            "or FIELD:VALUE,VALUE; a minus in front leaves out (-status:negated). Fields: actor, recipient, party "
            "(either side), person, country, sector, said_by, type (of PLOVER: AGREE, CONSULT, SUPPORT, "
            "COOPERATE, AID, CONCEDE, RETREAT, REQUEST, ACCUSE, REJECT, THREATEN, PROTEST, SANCTION, MOBILIZE, "
            "COERCE, ASSAULT), mode, context, status (occurred, planned, pledged, requested, threatened, "
            "possible, cancelled, negated), quad (verbal_cooperation, material_cooperation, verbal_conflict, "
            "material_conflict), cameo, place, place_country, source, document, historical. Parties are ids: JPN, "
            "NATO. dyad:RUS>UKR one way, dyad:RUS<>UKR either way. Days: date:2022-06, date:2022..2023, after:, "
            "before:, due:, known:, as-of:2022-07-01. Numbers: reports>=3, voices:2.., confidence>=0.5, "
            'goldstein<0. Words without a field must stand in the passage, "in quotation marks" as a phrase. '
            "sort:-date (latest first), sort:date, sort:-reports, sort:relevance. Example: dyad:TUR<>SWE "
            "type:REQUEST,REJECT date:2022"
        ),
    ),
]


class FoundAct(Deed):
    """An act, as all documents together report it."""

    id: str
    """Its id, which `get_act` takes."""
    first_reported: str | None
    """ISO day of the first publication."""
    last_reported: str | None
    """ISO day of the last publication."""
    reports: int
    """How many reports tell it."""
    voices: int
    """How many voices tell it: reprints are one voice."""
    passages: list[Source]
    """The words that prove it: first those by which it stands, or that hold the words asked for; of many a few."""


class FoundActs(Answer):
    """A page of the acts that a question asks for."""

    question: str
    """The question as it was understood."""
    number: int
    """How many acts there are in all."""
    acts: list[FoundAct]
    """So many of them."""
    next: str | None
    """The cursor of the page after it; None on the last."""
    doubts: list[str]
    """Where there is nothing: what of the question nothing can have, and what was probably meant. Ask again so."""


class VoiceHeard(Shape):
    """One voice on an act."""

    stance: str
    """claims, denies or otherwise (other sides, day, place or figures)."""
    outlets: list[str]
    """Who carried it."""
    by: list[str]
    """Ids of those quoted for it; empty where the outlet itself says so."""
    differs: list[str]
    """In what it differs from the others."""
    events: list[str]
    """Its reports."""


class Step(Shape):
    """The status of an act from a day on."""

    status: str
    """The status."""
    known_on: str | None
    """ISO day on which it was reported so."""
    event: str
    """The report that says so."""


class Joined(Shape):
    """Two reports told to be one act."""

    event: str
    """One report."""
    other: str
    """The other."""
    score: float
    """How surely, 0 to 1."""
    reasons: list[str]
    """Why."""
    by_hand: bool
    """Whether a person joined them."""


class ProvedAct(Answer):
    """An act with all that proves it."""

    act: FoundAct
    """The act with the passages of its reports, so many of them."""
    voices: list[VoiceHeard]
    """Who claims it, who denies it, who tells it otherwise."""
    status_history: list[Step]
    """How its status came to be what it is."""
    merges: list[Joined]
    """Why its reports are one act."""
    next: int | None
    """How many passages to skip for those after; None at the end."""


def search_acts(
    opened: Opened,
    *,
    question: AskedActs = "",
    limit: Limit = 10,
    cursor: Annotated[str | None, Field(description="What the page before gave as `next`.")] = None,
) -> FoundActs:
    """Find acts in the store: who did what to whom, when and where, each with the passages that prove it.

    The answer counts all acts that the question asks for and gives one page of them. Reports of one act in several
    documents are one act. Cite the passages (document, start, end).
    """
    store, asked = opened.store, read_question(question)
    page = store.acts(asked, limit=limit, cursor=cursor)
    number = asking.number_of(store, asked)
    return FoundActs(
        question=write_question(asked),
        number=number,
        doubts=[] if number else list(doubts(store, asked)),
        acts=[
            _found(told, told.passages[:PROOFS]) for told in asking.with_foremost(store, page.items, words=asked.words)
        ],
        next=page.next,
    )


def get_act(
    opened: Opened,
    *,
    id: Annotated[str, Field(min_length=4, description="Id of an act or of a report of it, or its beginning.")],  # noqa: A002 - the name that records have
    as_of: AsOf = None,
    limit: Limit = 30,
    skip: Skip = 0,
) -> ProvedAct:
    """Show one act with all that proves it: every report's passage, who claims or denies it, how it went on.

    Says also why its reports are taken for one act.
    """
    store = opened.store
    act = asking.act(store, id, as_of=as_of)
    some, following = stretch(act.reports, skip=skip, limit=limit, what="reports")
    told = asking.with_passages(store, [replace(act, reports=tuple(some))])[0]
    return ProvedAct(
        act=_found(ToldAct(act=act, passages=told.passages), told.passages),
        voices=[
            VoiceHeard(
                stance=one.stance,
                outlets=list(one.outlets),
                by=list(one.by),
                differs=list(one.differs),
                events=list(one.events),
            )
            for one in act.voices
        ],
        status_history=[
            Step(status=one.status, known_on=one.known_on, event=one.event) for one in act.status_history
        ],
        merges=[
            Joined(
                event=one.event, other=one.other, score=one.score, reasons=list(one.reasons), by_hand=one.by_hand
            )
            for one in act.merges
        ],
        next=following,
    )  # fmt: skip


def _found(told: ToldAct, passages: Sequence[Passage]) -> FoundAct:
    act = told.act
    return FoundAct(
        id=act.id,
        **told_of(act),
        first_reported=act.first_reported,
        last_reported=act.last_reported,
        reports=len(act.reports),
        voices=len(act.voices),
        passages=list(map(source_of, passages)),
    )
