"""Reviewing: what people decided on reports: that two tell one act, or that they tell two.

A decision names the reports by document and trigger, so that it holds after a new coding; of two decisions on one pair
the later one holds.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

from sqlalchemy import Connection, insert, select

from dragoman.acts.linking import Pair
from dragoman.errors import StoreError
from dragoman.store import schema
from dragoman.store.parts import rows_among
from dragoman.store.places import columns_of, placed_at, trigger_in, trigger_of
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
    places = _place("one", connection, one) | _place("other", connection, other)
    connection.execute(insert(schema.reviews).values(kind=kind, **places, **said))


def decided(connection: Connection) -> Decided:
    """What holds of the events that are in the store now."""
    rows = connection.execute(select(schema.reviews).order_by(schema.reviews.c.number)).all()
    placed = placed_at(connection, {trigger_in(side, row) for row in rows for side in ("one", "other")})
    latest: dict[tuple[int, int], str] = {}
    for row in rows:
        ones, others = ([one.number for one in placed[trigger_in(side, row)]] for side in ("one", "other"))
        for one, other in product(ones, others):
            if one is not None and other is not None:
                latest[min(one, other), max(one, other)] = row.kind
    return Decided(
        joined=frozenset(pair for pair, kind in latest.items() if kind == "join" and pair[0] != pair[1]),
        split=frozenset(pair for pair, kind in latest.items() if kind == "split" and pair[0] != pair[1]),
    )


def _place(prefix: str, connection: Connection, event: str) -> Row:
    trigger = trigger_of(connection, event)
    if trigger is None:
        raise StoreError(f"there is no event {event}; `dragoman find` shows ids")
    return columns_of(prefix, trigger)
