"""Difference: how two sets of events differ, counted and listed."""

from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many events are only after, only before, in both but otherwise, and in both as they were."""

    new: int = 0
    gone: int = 0
    changed: int = 0
    same: int = 0

    @property
    def before(self) -> int:
        """How many there were."""
        return self.gone + self.changed + self.same

    @property
    def after(self) -> int:
        """How many there are."""
        return self.new + self.changed + self.same


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One event as it was and as it is, and the names of the fields in which the two differ."""

    before: Event
    after: Event
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """How many events have turned from one value of a field ("type" or "status") to another."""

    field: str
    before: str
    after: str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What differs between two sets of events.

    `by_type` counts a changed event under the type that it had; `by_document` has only documents in which something
    differs; `by_field` says how many events changed in a field. `new`, `gone` and `changed` list the events by document
    and place, the first ones only where a bound was set; the counts are always of all.
    """

    count: Count
    by_type: Mapping[str, Count]
    by_document: Mapping[str, Count]
    by_field: Mapping[str, int]
    turns: tuple[Turn, ...]
    new: tuple[Event, ...]
    gone: tuple[Event, ...]
    changed: tuple[Change, ...]
