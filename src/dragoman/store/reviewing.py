"""Reviewing: what people decided on reports: that two tell one act, or that they tell two.

A decision names the reports by document and trigger, so that it holds after a new coding; of two decisions on one pair
the later one holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from sqlalchemy import Connection, and_, insert, select

from dragoman.acts.linking import Pair
from dragoman.store import schema
from dragoman.store.parts import rows_among
from dragoman.store.rows import Row

Decision = Literal["join", "split"]


@dataclass(frozen=True, slots=True)
class Decided:
    """Pairs of events, by number, that people joined and split."""

    joined: frozenset[tuple[int, int]]
    split: frozenset[tuple[int, int]]

    def those(self, kind: Decision) -> frozenset[tuple[int, int]]:
        """The pairs of one kind."""
        return self.joined if kind == "join" else self.split


def decided_among(connection: Connection, kind: Decision, ones: Sequence[str], others: Sequence[str]) -> list[Pair]:
    """The pairs of one of `ones` and one of `others`, by ids of events, on which a decision of that kind holds."""
    events = schema.events.c
    found = rows_among(connection, select(events.id, events.number), events.id, {*ones, *others})
    numbers = {row.id: row.number for row in found}
    held = decided(connection).those(kind)
    pairs = product(ones, others) if held else ()
    return [pair for pair in pairs if tuple(sorted((numbers[pair[0]], numbers[pair[1]]))) in held]


def decide(connection: Connection, kind: Decision, one: str, other: str, **said: str) -> None:
    """Writes down what somebody decided on two events (by id): `by`, `note`, `made_at`."""
    connection.execute(
        insert(schema.reviews).values(
            kind=kind, **place_named(connection, "one", one), **place_named(connection, "other", other), **said
        )
    )


def decided(connection: Connection) -> Decided:
    """What holds of the events that are in the store now."""
    reviews = schema.reviews.c
    latest: dict[tuple[int, int], str] = {}
    for row in connection.execute(select(schema.reviews).order_by(reviews.number)):
        ones = events_at(connection, row.one_document, row.one_start, row.one_end)
        others = events_at(connection, row.other_document, row.other_start, row.other_end)
        for one in ones:
            for other in others:
                latest[min(one, other), max(one, other)] = row.kind
    return Decided(
        joined=frozenset(pair for pair, kind in latest.items() if kind == "join" and pair[0] != pair[1]),
        split=frozenset(pair for pair, kind in latest.items() if kind == "split" and pair[0] != pair[1]),
    )


def place_named(connection: Connection, prefix: str, event: str) -> Row:
    """Where the trigger of an event (by id) stands, as columns whose names begin with the prefix."""
    events, documents = schema.events.c, schema.documents.c
    row = connection.execute(
        select(documents.id, events.trigger_start, events.trigger_end)
        .join_from(schema.events, schema.documents)
        .where(events.id == event)
    ).one()
    return {f"{prefix}_document": row[0], f"{prefix}_start": row[1], f"{prefix}_end": row[2]}


def events_at(connection: Connection, document: str, start: int, end: int) -> list[int]:
    """The events whose trigger is the one that was meant: the same, else, after a new coding, those that overlap it."""
    events, documents = schema.events.c, schema.documents.c
    rows = connection.execute(
        select(events.number, events.trigger_start, events.trigger_end)
        .join_from(schema.events, schema.documents)
        .where(and_(documents.id == document, events.trigger_start < end, events.trigger_end > start))
    ).all()
    same = [row.number for row in rows if (row.trigger_start, row.trigger_end) == (start, end)]
    return same or [row.number for row in rows]
