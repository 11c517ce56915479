"""Comparing: takes acts and rows of event data that others have published; gives what both tell, and what only one.

An act is compared pair by pair: what France and Germany did toward Ukraine is two pairs. A pair and a row are the same
if they tell of the same sides, the same type and days that lie near each other; of another type of the same quad class
they are near. Which comes first does not matter: the same acts and rows always give the same answer.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import permutations, product
from typing import TypeVar

from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Act, Party
from dragoman.records.event_row import EventRow, Side
from dragoman.records.pairs import Pair, pairs_of

LONGEST = (
    7  # days; an act that is dated no closer than this is looked for on its first day, and on that of its first report
)

Name = TypeVar("Name", str, tuple[str, str])
Key = tuple[str, str]
Sought = tuple[Key, Key, str, str]
"""What a row is found by: actor and recipient, type or quad class, and day."""

_COLUMNS = ("both", "near", "only_acts", "only_rows")
_NOBODY: Key = ("nobody", "")


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPair:
    """An act and one pair of its sides."""

    act: Act
    pair: Pair

    @property
    def dyad(self) -> tuple[str, str]:
        """The states of actor and recipient, or their ids where they belong to none; empty where nobody is named."""
        return _shown(self.pair.actor), _shown(self.pair.recipient)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A pair of an act and the row that tells the same; `days` lie between them."""

    told: ActPair
    row: EventRow
    days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many are told by both, nearly so, by the acts only and by the rows only."""

    both: int = 0
    near: int = 0
    only_acts: int = 0
    only_rows: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What acts and rows have in common. Each pair and each row stands in one of the four, once."""

    both: tuple[Match, ...]
    near: tuple[Match, ...]
    only_acts: tuple[ActPair, ...]
    only_rows: tuple[EventRow, ...]

    @property
    def total(self) -> Tally:
        """How many in all."""
        return Tally(
            both=len(self.both), near=len(self.near), only_acts=len(self.only_acts), only_rows=len(self.only_rows)
        )

    def by_type(self) -> Mapping[str, Tally]:
        """For each type; a match counts under the type of the act, a row without a type under ""."""
        return self._tallied(lambda told: told.act.type, lambda row: row.type or "")

    def by_dyad(self) -> Mapping[tuple[str, str], Tally]:
        """For each actor and recipient, told as in `ActPair.dyad`; a match counts under the dyad of the act."""
        return self._tallied(lambda told: told.dyad, lambda row: (_side_shown(row.actor), _side_shown(row.recipient)))

    def _tallied(self, of_act: Callable[[ActPair], Name], of_row: Callable[[EventRow], Name]) -> Mapping[Name, Tally]:
        counts: tuple[Counter[Name], ...] = (
            Counter(of_act(match.told) for match in self.both),
            Counter(of_act(match.told) for match in self.near),
            Counter(of_act(told) for told in self.only_acts),
            Counter(of_row(row) for row in self.only_rows),
        )
        names: list[Name] = sorted(set().union(*counts))
        return {name: Tally(**dict(zip(_COLUMNS, (count[name] for count in counts), strict=True))) for name in names}


def compare(acts: Iterable[Act], rows: Iterable[EventRow], *, days: int = 1) -> Comparison:
    """Lays rows beside acts. Each pair of an act and each row are matched once at most, the best first.

    Best is: the same type before the same quad class only; then sides that are the same by id before those of one state
    ("hamas" and "PSE"); then the nearest day. Nobody named is the same as nobody named.

    Args:
        acts: the acts, in the PLOVER view.
        rows: the rows of another data set.
        days: how many days may lie between the two.
    """
    reciprocal = load_layouts().file.reciprocal
    told = sorted(
        (ActPair(act=act, pair=pair) for act in acts for pair in pairs_of(act, reciprocal)),
        key=lambda one: (one.act.id, one.pair.key),
    )
    matching = _Matching(told, sorted(rows, key=lambda row: (row.file, row.line, row.layout, row.id)), days)
    both = matching.by(lambda act: act.type, lambda row: row.type)
    near = matching.by(lambda act: act.quad, lambda row: row.quad)
    return Comparison(
        both=both,
        near=near,
        only_acts=tuple(told[place] for place in sorted(matching.free_told)),
        only_rows=tuple(matching.rows[place] for place in sorted(matching.free_rows)),
    )


class _Matching:
    """Keeps which pairs and rows are still free, by their places."""

    def __init__(self, told: list[ActPair], rows: list[EventRow], days: int) -> None:
        self.told, self.rows, self.days = told, rows, days
        self.free_told = set(range(len(told)))
        self.free_rows = set(range(len(rows)))

    def by(self, of_act: Callable[[Act], str], of_row: Callable[[EventRow], str | None]) -> tuple[Match, ...]:
        """Matches of what has the same value, in the order of the acts; those matched are free no more."""
        found: dict[int, Match] = {}
        waiting = self._waiting(of_row)
        for exact, distance in product((2, 1, 0), range(self.days + 1)):
            for place in sorted(self.free_told):
                told = self.told[place]
                row = self._row(waiting, _sought(told, of_act(told.act), exact, distance))
                if row is not None:
                    found[place] = Match(told=told, row=self.rows[row], days=distance)
                    self.free_told.discard(place)
                    self.free_rows.discard(row)
        return tuple(found[place] for place in sorted(found))

    def _waiting(self, of_row: Callable[[EventRow], str | None]) -> Mapping[Sought, list[int]]:
        """The free rows under all that they may be sought by, the last ones first."""
        waiting = defaultdict[Sought, list[int]](list)
        for place in sorted(self.free_rows, reverse=True):
            row = self.rows[place]
            value = of_row(row)
            if value is not None:
                for actor, recipient in _row_pairs(row):
                    waiting[actor, recipient, value, row.date].append(place)
        return waiting

    def _row(self, waiting: Mapping[Sought, list[int]], sought: Iterable[Sought]) -> int | None:
        """The first free row under any of these."""
        for one in sought:
            places = waiting.get(one, [])
            while places:
                if (place := places.pop()) in self.free_rows:
                    return place
        return None


def _sought(told: ActPair, value: str, exact: int, distance: int) -> Iterator[Sought]:
    """What a pair is sought by, if `exact` of its sides are to be the same by id and `distance` days lie between."""
    pair = told.pair
    ways = [(pair.actor, pair.recipient)] + ([(pair.recipient, pair.actor)] if pair.mutual else [])
    for actor, recipient in ways:
        for (of_actor, one), (of_recipient, other) in product(_party_keys(actor), _party_keys(recipient)):
            if of_actor + of_recipient == exact:
                yield from ((one, other, value, day) for day in _days(told.act, distance))


def _party_keys(party: Party | None) -> Iterator[tuple[int, Key]]:
    """By id, which counts as exact, and by state. The id of a state is that of the state."""
    if party is None:
        yield 1, _NOBODY
        return
    yield 1, ("id", party.id)
    if party.country is not None:
        yield 0, ("state", party.country)


def _row_pairs(row: EventRow) -> Iterator[tuple[Key, Key]]:
    """All that the sides of a row may be sought by. Several who act on nobody may act with each other, as in PLOVER."""
    yield from product(_row_keys(row.actors), _row_keys(row.recipients))
    if not row.recipients:
        for one, other in permutations(row.actors, 2):
            yield from product(_row_keys((one,)), _row_keys((other,)))


def _row_keys(sides: tuple[Side, ...]) -> Iterator[Key]:
    if not sides:
        yield _NOBODY
    for side in sides:
        if side.id is not None:
            yield "id", side.id
        if side.country is not None:
            yield "state", side.country


def _days(act: Act, distance: int) -> list[str]:
    """The days that lie so far from the act's; with none between, all days of it."""
    days = (day for start, end in _spans(act) for day in _around(start, end, distance))
    return list(dict.fromkeys(day.isoformat() for day in days))


def _around(start: date, end: date, distance: int) -> Iterator[date]:
    if distance:
        yield from (start - timedelta(days=distance), end + timedelta(days=distance))
    else:
        yield from (start + timedelta(days=number) for number in range((end - start).days + 1))


def _spans(act: Act) -> Iterator[tuple[date, date]]:
    """First and last day of the act.

    One that is dated to more than a week, or not, is sought on the day of its first report, where other data have it,
    and on the first day of its date, where our own layouts do.
    """
    begins = None
    if act.date is not None:
        begins, end = date.fromisoformat(act.date.start), date.fromisoformat(act.date.end)
        if (end - begins).days < LONGEST:
            yield begins, max(begins, end)
            return
    if act.first_reported is not None:
        reported = date.fromisoformat(act.first_reported)
        yield reported, reported
    if begins is not None:
        yield begins, begins


def _shown(party: Party | None) -> str:
    return "" if party is None else party.country or party.id


def _side_shown(side: Side | None) -> str:
    return "" if side is None else side.country or side.id or ""
