"""Bearing: takes entries, gives what two sides owe and asked each other and what came of it: which asks bore fruit."""

from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.ledger.parties import homes, ids
from dragoman.records.entry import Entry, State

ASKED: tuple[State, ...] = ("met", "partly met", "refused", "withdrawn", "open")
PROMISED: tuple[State, ...] = ("kept", "partly kept", "overdue", "broken", "withdrawn", "open")


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """What one side (`by`) asked of and promised to another (`to`): entries by their state; states without one too."""

    by: str
    to: str
    asks: dict[State, tuple[Entry, ...]]
    promises: dict[State, tuple[Entry, ...]]


def bearing(entries: Iterable[Entry], one: str, other: str) -> tuple[Direction, Direction]:
    """Both directions between two sides, by their ids."""
    all_ = tuple(entries)
    return _direction(all_, one, other), _direction(all_, other, one)


def between(entry: Entry, one: str, other: str) -> bool:
    """Whether an entry is between the two: owed, asked or imposed by one to the other, or of both."""
    theirs = (*entry.to, *entry.about)
    if one in homes(entry.by):
        return other in homes(theirs) or (other in homes(entry.by) and one != other)
    return other in homes(entry.by) and one in homes(theirs)


def _direction(entries: tuple[Entry, ...], by: str, to: str) -> Direction:
    own = [entry for entry in entries if by in homes(entry.by) and to in homes((*entry.to, *entry.about))]
    own += [entry for entry in entries if {by, to} <= ids(entry.by) and entry not in own]
    return Direction(
        by=by,
        to=to,
        asks={state: _of(own, "ask", state) for state in ASKED},
        promises={state: _of(own, "commitment", state) for state in PROMISED},
    )


def _of(entries: Iterable[Entry], kind: str, state: State) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.kind == kind and entry.state == state)
