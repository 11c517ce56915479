"""Places: takes triggers as people's decisions name them, gives the events that stand there now.

A decision names an event by its document and the characters of its trigger, so that it holds after a new coding.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from dragoman.store import rows as kept_rows
from dragoman.store import schema
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among

Trigger = tuple[str, int, int]
"""The id of a document, and from where to where in it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An event or, without a number, a lead, where its trigger stands, and the id of its act."""

    number: int | None
    id: str
    act: str
    start: int
    end: int


def trigger_of(connection: Connection, event: str) -> Trigger | None:
    """Where the trigger of an event (by id) stands; None where there is no such event."""
    events, documents = schema.events.c, schema.documents.c
    row = connection.execute(
        select(documents.id, events.trigger_start, events.trigger_end)
        .join_from(schema.events, schema.documents)
        .where(events.id == event)
    ).one_or_none()
    return None if row is None else (row.id, row.trigger_start, row.trigger_end)


def columns_of(prefix: str, trigger: Trigger) -> kept_rows.Row:
    """A trigger as the columns whose names begin with the prefix."""
    document, start, end = trigger
    return {f"{prefix}_document": document, f"{prefix}_start": start, f"{prefix}_end": end}


def trigger_in(prefix: str, row: Row[Any]) -> Trigger:
    """The trigger that these columns of a row name."""
    return getattr(row, f"{prefix}_document"), getattr(row, f"{prefix}_start"), getattr(row, f"{prefix}_end")


def placed_at(
    connection: Connection, triggers: Collection[Trigger], *, leads: bool = False
) -> dict[Trigger, list[Placed]]:
    """For each trigger the events, and `leads` if wanted, of that very place; else those that overlap it."""
    documents, events = schema.documents.c, schema.events.c
    found: dict[str, list[Placed]] = defaultdict(list)
    ids = {document for document, _, _ in triggers}
    columns = (documents.number, documents.id, *([documents.record] if leads else []))
    read = list(rows_among(connection, select(*columns), documents.id, ids))
    number_of = {row.number: row.id for row in read}
    told = select(events.document, events.number, events.id, events.act, events.trigger_start, events.trigger_end)
    for row in rows_among(connection, told, events.document, number_of):
        placed = Placed(row.number, row.id, row.act, row.trigger_start, row.trigger_end)
        found[number_of[row.document]].append(placed)
    for row in read if leads else ():
        for lead in unpacked(row.record, kept_rows.KeptDocument).leads:
            placed = Placed(None, lead.id, f"act-{lead.id}", lead.trigger.start, lead.trigger.end)
            found[row.id].append(placed)
    return {trigger: _there(found.get(trigger[0], ()), trigger) for trigger in triggers}


def _there(placed: Collection[Placed], trigger: Trigger) -> list[Placed]:
    _, start, end = trigger
    over = [one for one in placed if one.start < end and one.end > start]
    same = [one for one in over if (one.start, one.end) == (start, end)]
    return same or over
