"""Neighbourhood: what linking asks of a store, looked up for many reports at once and remembered for a transaction."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.acts.days import Window
from dragoman.acts.linking import Candidate, Linked, Neighbourhood, Order
from dragoman.store import schema
from dragoman.store.reviewing import Decided
from dragoman.store.schema import EVER, NEVER
from dragoman.store.writing import in_parts


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
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
        reports = self._reports({number for pair in hands.split for number in pair})
        for one, other in hands.split:
            self._split[reports[one]].add(reports[other])
            self._split[reports[other]].add(reports[one])

    def around(self, reports: Collection[int], *, new: Collection[int]) -> Neighbourhood:
        """The neighbourhood of reports; the `new` ones are linked to nothing yet."""
        self._read_pairs(reports)
        self._read_pairs({later for near in self._later.values() for later in near} - self._later.keys())
        candidates = (one.number for near in self._earlier.values() for one in near)
        self._read_reports([*reports, *self._earlier, *candidates])
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

    def _reports(self, numbers: Collection[int]) -> dict[int, int]:
        """The reports that events belong to."""
        events = schema.events.c
        return {
            row.number: row.report
            for part in in_parts(numbers)
            for row in self._connection.execute(select(events.number, events.report).where(events.number.in_(part)))
        }

    def _report(self, number: int) -> "_Known":
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
        unread = set(later) - self._later.keys()
        if unread:
            self._read_pairs(unread)
            self._read_reports([*unread, *(one.number for each in unread for one in self._earlier[each])])
        return later

    def _read_pairs(self, numbers: Collection[int]) -> None:
        pairs = schema.pairs.c
        for number in numbers:
            self._earlier[number], self._later[number] = [], []
        for part in in_parts(numbers):
            for row in self._connection.execute(select(schema.pairs).where(pairs.later.in_(part))):
                self._earlier[row.later].append(Candidate(number=row.earlier, score=row.score))
            later = select(pairs.later, pairs.earlier).where(pairs.earlier.in_(part))
            for row in self._connection.execute(later):
                self._later[row.earlier].append(row.later)

    def _read_reports(self, numbers: Iterable[int]) -> None:
        """The reports and the first reports of their acts."""
        events = schema.events.c
        columns = (
            events.number, events.id, events.known, events.first, events.last, events.root, events.antecedent,
            events.score, events.status,
        )  # fmt: skip
        wanted = set(numbers) - self._known.keys()
        while wanted:
            roots = set()
            for part in in_parts(wanted):
                for row in self._connection.execute(select(*columns).where(events.number.in_(part))):
                    window = None if row.first is None else Window(first=row.first, last=row.last, told=True)
                    linked = Linked(
                        root=row.root,
                        antecedent=row.antecedent,
                        score=1.0 if row.score is None else row.score,
                    )
                    self._known[row.number] = _Known(
                        order=order_of(row.known, row.id),
                        window=window,
                        occurred=row.status == "occurred",
                        linked=linked,
                    )
                    roots.add(row.root)
            wanted = roots - self._known.keys() - wanted


def order_of(known: int, id_: str) -> Order:
    """Where a report stands in the order of publication; those of which no day is known come last."""
    return (EVER if known == NEVER else known, id_)
