"""Neighbourhood: what linking asks of a store, looked up for many reports at once and remembered for a transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, Row, select

from dragoman.acts.days import Window
from dragoman.acts.linking import Candidate, Linked, Neighbourhood, Order
from dragoman.store import schema
from dragoman.store.parts import rows_among
from dragoman.store.reviewing import Decided
from dragoman.store.schema import EVER, NEVER

_STEPS = 3  # from one report to those after it that are read at once


class _Known(NamedTuple):
    """What linking asks of a report; a tuple, since very many are read."""

    order: Order
    window: Window | None
    occurred: bool
    linked: Linked


class Neighbours:
    """Reports and pairs of a store, by number."""

    def __init__(self, connection: Connection, hands: Decided) -> None:
        self._connection = connection
        self._known: dict[int, _Known] = {}
        self._earlier: dict[int, list[Candidate]] = {}
        self._later: dict[int, list[int]] = {}
        self._split: defaultdict[int, set[int]] = defaultdict(set)
        reports = reports_of(connection, {number for pair in hands.split for number in pair})
        for one, other in hands.split:
            self._split[reports[one]].add(reports[other])
            self._split[reports[other]].add(reports[one])

    def around(self, reports: Collection[int], *, new: Collection[int]) -> Neighbourhood:
        """The neighbourhood of reports; the `new` ones are linked to nothing yet."""
        self._read_near(reports)
        fresh = frozenset(new)
        return Neighbourhood(
            order=lambda number: self._report(number).order,
            window=lambda number: self._report(number).window,
            occurred=lambda number: self._report(number).occurred,
            earlier=self._earlier_of,
            later=self._later_of,
            linked=lambda number: None if number in fresh else self._report(number).linked,
            split=lambda number: self._split.get(number, ()),
        )

    def _report(self, number: int) -> _Known:
        if number not in self._known:
            self._read_reports([number])
        return self._known[number]

    def _earlier_of(self, number: int) -> Sequence[Candidate]:
        if number not in self._earlier:
            self._read_pairs([number])
        return self._earlier[number]

    def _later_of(self, number: int) -> Iterable[int]:
        """Those after it; what is known of them, and of what they were compared with, is looked up for all at once."""
        if number not in self._later:
            self._read_pairs([number])
        later = self._later[number]
        unread = {one for one in later if one not in self._later}
        if unread:
            self._read_near(unread)
        return later

    def _read_near(self, numbers: Collection[int]) -> None:
        """Reads what linking asks of the reports, and of those after them: what changes one often changes these too."""
        near, open_ = set[int](), set(numbers)
        for _ in range(_STEPS):
            self._read_pairs(open_)
            near |= open_
            open_ = {later for number in open_ for later in self._later[number] if later not in self._later}
        self._read_reports([*near, *(one.number for each in near for one in self._earlier[each])])

    def _read_pairs(self, numbers: Collection[int]) -> None:
        pairs = schema.pairs.c
        for number in numbers:
            self._earlier[number], self._later[number] = [], []
        before = select(pairs.later, pairs.earlier, pairs.score)
        for later, earlier, score in rows_among(self._connection, before, pairs.later, numbers):
            self._earlier[later].append(Candidate(number=earlier, score=score))
        after = select(pairs.later, pairs.earlier)
        for later, earlier in rows_among(self._connection, after, pairs.earlier, numbers):
            self._later[earlier].append(later)

    def _read_reports(self, numbers: Iterable[int]) -> None:
        """The reports and the first reports of their acts."""
        events = schema.events.c
        columns = (
            events.number, events.id, events.known, events.first, events.last, events.root, events.antecedent,
            events.score, events.status,
        )  # fmt: skip
        wanted = {number for number in numbers if number not in self._known}
        while wanted:
            found = {row.number: row for row in rows_among(self._connection, select(*columns), events.number, wanted)}
            self._known |= {number: _known(row) for number, row in found.items()}
            wanted = {row.root for row in found.values() if row.root not in self._known}


def _known(row: Row[*tuple[Any, ...]]) -> _Known:
    return _Known(
        order=order_of(row.known, row.id),
        window=None if row.first is None else Window(first=row.first, last=row.last, told=True),
        occurred=row.status == "occurred",
        linked=Linked(root=row.root, antecedent=row.antecedent, score=1.0 if row.score is None else row.score),
    )


def reports_of(connection: Connection, events: Collection[int]) -> dict[int, int]:
    """The reports that events belong to, by number."""
    columns = schema.events.c
    found = rows_among(connection, select(columns.number, columns.report), columns.number, events)
    return {row.number: row.report for row in found}


def reports_by_id(connection: Connection, events: Collection[str]) -> dict[str, int]:
    """The reports, by number, that events belong to, by id."""
    columns = schema.events.c
    found = rows_among(connection, select(columns.id, columns.report), columns.id, events)
    return {row.id: row.report for row in found}


def order_of(known: int, id_: str) -> Order:
    """Where a report stands in the order of publication; those of which no day is known come last."""
    return (EVER if known == NEVER else known, id_)
