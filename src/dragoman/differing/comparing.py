"""Comparing: takes the events of before and of after, gives each event once, with what became of it; and counts them.

Ids differ between versions and are never compared: documents have the same id, since it is a hash of the text, and
within a document events are known by their trigger and type.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from dragoman.differing.difference import Change, Count, Difference, Turn
from dragoman.differing.fields import changed_fields
from dragoman.differing.matching import match
from dragoman.errors import SourceError
from dragoman.records.event import Event

Fate = Literal["new", "gone", "changed", "same"]
_TURNING = ("type", "status")


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """One event: as it was, as it is, and what became of it; `fields` are those in which it changed."""

    document: str
    before: Event | None
    after: Event | None
    fields: tuple[str, ...] = ()

    @property
    def fate(self) -> Fate:
        """In one word what became of it."""
        if self.before is None:
            return "new"
        if self.after is None:
            return "gone"
        return "changed" if self.fields else "same"


def differ(before: Iterable[Event], after: Iterable[Event], *, listed: int | None = None) -> Difference:
    """What is new, gone, changed and the same. The events may come in any order; all are kept in memory.

    Args:
        before: the events as they were.
        after: the events as they are.
        listed: how many new, gone and changed ones are listed at most; all are counted.

    Example:
        >>> with open("old.jsonl", "rb") as old, open("new.jsonl", "rb") as new:
        ...     difference = differ(read_events(old), read_events(new))
        >>> difference.count
        Count(new=12, gone=3, changed=40, same=1022)
    """
    return differ_in_order(_by_document(before), _by_document(after), listed=listed)


def differ_in_order(before: Iterable[Event], after: Iterable[Event], *, listed: int | None = None) -> Difference:
    """The same for events that are sorted by document, as in a store or a release: any number in little memory.

    Raises:
        SourceError: they are not sorted.
    """
    tally = _Tally(listed)
    for compared in compare(before, after):
        tally.add(compared)
    return tally.difference()


def compare(before: Iterable[Event], after: Iterable[Event]) -> Iterator[Compared]:
    """Each event once, with what became of it; for events that are sorted by document.

    Raises:
        SourceError: they are not sorted.
    """
    for document, olds, news in _side_by_side(_groups(before), _groups(after)):
        pairs = match(olds, news)
        renamed = {old.id: new.id for old, new in pairs if old and new}
        for old, new in pairs:
            fields = changed_fields(old, new, renamed) if old and new else ()
            yield Compared(document=document, before=old, after=new, fields=fields)


def _by_document(events: Iterable[Event]) -> list[Event]:
    return sorted(events, key=_document)


def _document(event: Event) -> str:
    return event.document


Group = tuple[str, list[Event]]


def _groups(events: Iterable[Event]) -> Iterator[Group]:
    last = ""
    for document, group in groupby(events, key=_document):
        if document < last:
            raise SourceError(
                f"the events of document {document} stand behind those of {last}; sort them by document, or use "
                "`differ`, which takes them in any order"
            )
        yield document, list(group)
        last = document


def _side_by_side(before: Iterator[Group], after: Iterator[Group]) -> Iterator[tuple[str, list[Event], list[Event]]]:
    old, new = next(before, None), next(after, None)
    while old or new:
        document = min(group[0] for group in (old, new) if group)
        olds = old[1] if old and old[0] == document else []
        news = new[1] if new and new[0] == document else []
        yield document, olds, news
        if old and old[0] == document:
            old = next(before, None)
        if new and new[0] == document:
            new = next(after, None)


class _Tally:
    """Counts and lists events as they come."""

    def __init__(self, listed: int | None) -> None:
        self._listed = listed
        self._all: Counter[Fate] = Counter()
        self._types: defaultdict[str, Counter[Fate]] = defaultdict(Counter)
        self._documents: dict[str, Counter[Fate]] = {}
        self._fields: Counter[str] = Counter()
        self._turns: Counter[tuple[str, str, str]] = Counter()
        self._new: list[Event] = []
        self._gone: list[Event] = []
        self._changed: list[Change] = []
        self._current: tuple[str, Counter[Fate]] = ("", Counter())

    def add(self, compared: Compared) -> None:
        before, after = compared.before, compared.after
        event = before or after
        assert event is not None  # one of the two is there
        self._all[compared.fate] += 1
        self._types[event.type][compared.fate] += 1
        self._count_document(compared)
        if before and after and compared.fields:
            self._add_change(Change(before=before, after=after, fields=compared.fields))
        elif before is None and after and self._room(self._new):
            self._new.append(after)
        elif after is None and before and self._room(self._gone):
            self._gone.append(before)

    def _count_document(self, compared: Compared) -> None:
        """The counts of a document are kept once something in it differs."""
        if compared.document != self._current[0]:
            self._current = compared.document, Counter()
        self._current[1][compared.fate] += 1
        if compared.fate != "same":
            self._documents[compared.document] = self._current[1]

    def _add_change(self, change: Change) -> None:
        self._fields.update(change.fields)
        for field in _TURNING:
            if field in change.fields:
                self._turns[field, getattr(change.before, field), getattr(change.after, field)] += 1
        if self._room(self._changed):
            self._changed.append(change)

    def _room(self, kept: list[Event] | list[Change]) -> bool:
        return self._listed is None or len(kept) < self._listed

    def difference(self) -> Difference:
        turns = sorted(self._turns.items(), key=lambda turn: (turn[0][0], -turn[1], turn[0]))
        return Difference(
            count=_count(self._all),
            by_type={type_: _count(fates) for type_, fates in sorted(self._types.items())},
            by_document={document: _count(fates) for document, fates in self._documents.items()},
            by_field=dict(sorted(self._fields.items(), key=lambda field: (-field[1], field[0]))),
            turns=tuple(
                Turn(field=field, before=before, after=after, number=number) for (field, before, after), number in turns
            ),
            new=tuple(self._new),
            gone=tuple(self._gone),
            changed=tuple(self._changed),
        )


def _count(fates: Counter[Fate]) -> Count:
    return Count(new=fates["new"], gone=fates["gone"], changed=fates["changed"], same=fates["same"])
