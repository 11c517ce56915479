"""Ledger: tools that tell what was asked, promised, imposed and disputed, what became of it, and what is due."""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field

from dragoman.desk import ledger as desk
from dragoman.errors import QuestionError
from dragoman.records.entry import Entry, EntryKind, State, Turn
from dragoman.views.mcp.opened import Opened
from dragoman.views.mcp.shapes import (
    Answer,
    Figure,
    Place,
    Shape,
    When,
    Who,
    Words,
    figures,
    stretch,
    when,
    where,
    who,
    words_of,
)
from dragoman.views.mcp.tools.asked import AsOf, Day, Limit, Party, Skip, Today


class ToldTurn(Shape):
    """What made an entry or changed it: an act, or the calendar."""

    tie: str
    """What the act does to the entry: made, fulfils, answers, refuses, lifts …; `overdue` is the calendar's."""
    state: str
    """The state from then on."""
    day: str | None
    """ISO day on which it happened or was reported."""
    act: str | None
    """Id of the act, which `get_act` takes."""
    words: Words | None
    """The passage that tells it."""
    score: float
    """How likely the act concerns the entry, 0 to 1."""
    reasons: list[str]
    """Why it counts."""


class ToldEntry(Shape):
    """An entry of the ledger."""

    id: str
    """Its id."""
    kind: str
    """commitment, ask, measure, meeting or dispute."""
    state: str
    """How it stands: open, kept, met, refused, overdue, in force, held …"""
    by: list[Who]
    """Who promised, asked, imposed or met."""
    to: list[Who]
    """Whom it is owed or asked."""
    about: list[Who]
    """Whom it concerns."""
    said_by: list[Who]
    """Whose words the act is told in."""
    what: Words
    """The words that say it."""
    made_on: When | None
    """When it was made."""
    due: When | None
    """By when."""
    strength: str | None
    """Of a commitment: pledge, intention, agreement or law."""
    condition: Words | None
    """The condition on which it hangs."""
    instrument: str | None
    """Of a measure: ban, freeze, tariff …"""
    place: Place | None
    """Of a meeting: where."""
    magnitudes: list[Figure]
    """How many or how much."""
    theme: str | None
    """Of a dispute: what it is about."""
    confidence: float
    """How sure it is, 0 to 1."""
    history: list[ToldTurn]
    """What became of it, oldest first; the first made it."""


class ToldLedger(Answer):
    """Entries of the ledger."""

    who: str | None
    """Id of the party."""
    other: str | None
    """Id of the other side."""
    number: int
    """How many entries there are in all."""
    entries: list[ToldEntry]
    """So many of them."""
    next: int | None
    """How many to skip for those after; None at the end."""


def ledger(  # noqa: PLR0913 - options of a tool
    opened: Opened,
    *,
    who: Party,
    other: Annotated[str | None, Field(description="Another party: only what is between the two.")] = None,
    kind: Annotated[EntryKind | None, Field(description="Only entries of that kind.")] = None,
    state: Annotated[State | None, Field(description="Only entries that stand so.")] = None,
    as_of: AsOf = None,
    today: Today = None,
    limit: Limit = 10,
    skip: Skip = 0,
) -> ToldLedger:
    """Tell what a party, or two parties, promised, asked, imposed, met on and dispute, and what became of each.

    Each entry and each turn of its history comes with the passage that proves it. Framings are told by `framing`.
    """
    one, second = opened.party(who), opened.party(other) if other else None
    if as_of is None and today is None:
        entries = desk.among(opened.ledger(), who=one, with_=second, kind=kind, state=state)
    else:
        entries = desk.ledger(opened.store, one, with_=second, kind=kind, state=state, as_of=as_of, today=today)
    return _told(entries, one, second, limit=limit, skip=skip)


def due(
    opened: Opened,
    *,
    before: Annotated[Day, Field(description="What falls due before that ISO day.")],
    after: Annotated[Day | None, Field(description="And on that ISO day or later.")] = None,
    who: Annotated[str | None, Field(description="Only of that party, by its id or name.")] = None,
    today: Today = None,
    limit: Limit = 10,
    skip: Skip = 0,
) -> ToldLedger:
    """List promises and asks that fall due before a day and are not yet kept or met, the earliest first."""
    if after is not None and after >= before:
        raise QuestionError(f"after={after} is not before before={before}; turn the days round")
    one = opened.party(who) if who else None
    if today is None:
        entries = desk.due_among(opened.ledger(), before=before, after=after, who=one)
    else:
        entries = desk.due(opened.store, before=before, after=after, who=one, today=today)
    return _told(entries, one, None, limit=limit, skip=skip)


def _told(entries: Sequence[Entry], one: str | None, other: str | None, *, limit: int, skip: int) -> ToldLedger:
    some, following = stretch(entries, skip=skip, limit=limit, what="entries")
    return ToldLedger(
        who=one, other=other, number=len(entries), entries=list(map(_entry, some)), next=following
    )  # fmt: skip


def _entry(entry: Entry) -> ToldEntry:
    return ToldEntry(
        id=entry.id,
        kind=entry.kind,
        state=entry.state,
        by=who(entry.by),
        to=who(entry.to),
        about=who(entry.about),
        said_by=who(entry.said_by),
        what=words_of(entry.what),
        made_on=when(entry.made_on),
        due=when(entry.due),
        strength=entry.strength,
        condition=words_of(entry.condition) if entry.condition else None,
        instrument=entry.instrument,
        place=where(entry.place),
        magnitudes=figures(entry.magnitudes),
        theme=entry.theme,
        confidence=entry.confidence,
        history=list(map(_turn, entry.history)),
    )


def _turn(turn: Turn) -> ToldTurn:
    return ToldTurn(
        tie=turn.tie,
        state=turn.state,
        day=turn.day,
        act=turn.act,
        words=words_of(turn.quote) if turn.quote else None,
        score=turn.score,
        reasons=list(turn.reasons),
    )
