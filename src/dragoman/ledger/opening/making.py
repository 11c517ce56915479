"""Making: takes a deed and what a kind of entry says of it, gives the entry with the first turn of its history."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from dragoman.ledger.parties import parties_of
from dragoman.records.act import ActDate, Party
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, EntryKind, Quote, State, Turn
from dragoman.records.event import Event
from dragoman.records.span import DateSpan

Parties = tuple[Party, ...]


def make(  # noqa: PLR0913 - the fields of an entry
    kind: EntryKind,
    deed: Deed,
    event: Event,
    *,
    what: Quote,
    by: Parties,
    state: State,
    to: Parties = (),
    about: Parties = (),
    made_on: ActDate | None = None,
    due: ActDate | None = None,
    **more: Any,
) -> Entry:
    """The entry that a deed makes, in the words of one of its events; `more` are further fields of an Entry."""
    entry = Entry(
        id=f"{kind}-{deed.reports[0].id}",
        kind=kind,
        by=by,
        to=to,
        about=about,
        what=what,
        made_on=made_on,
        due=due,
        state=state,
        history=(),
        act=deed.act.id,
        event=event.id,
        confidence=event.confidence,
        magnitudes=deed.act.magnitudes,
        place=deed.act.place,
        said_by=parties_of(event.said_by, event),
        **more,
    )
    days = (made_on.start if made_on else None, deed.act.first_reported)
    day = min(filter(None, days), default=None)  # what is planned was made known before its day
    return replace(
        entry, history=(Turn(tie="made", state=state, day=day, act=deed.act.id, event=event.id, quote=what),)
    )


def surest(events: Sequence[Event]) -> Event:
    """Of reports of one act the surest; of equals the first."""
    return max(events, key=lambda event: event.confidence)


def day_of(span: DateSpan | None, event: Event) -> ActDate | None:
    """A date of an event as an entry has it; None where it names no day."""
    if span is None or span.start is None or span.end is None:
        return None
    return ActDate(start=span.start, end=span.end, precision=span.precision, event=event.id)


def day_ahead(deed: Deed, event: Event) -> ActDate | None:
    """The day for which it is planned, if that lay ahead when it was first told."""
    when = day_of(event.date, event)
    first = deed.act.first_reported
    return when if when is not None and first is not None and when.end > first else None
