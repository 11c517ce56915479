"""Report: takes what was paired with what, gives scores by kind, tie and level. `together` adds up several of them.

Precision is over every entry and every link that was found: one that the gold does not have is false, also where the
gold says that a passage was left out on purpose. Only the acts of which a dispute is made up, its turns of tie "adds",
are neither right nor wrong where the gold names no such link.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.measure.ledger.checking import Checked
from dragoman.measure.ledger.gold import GoldEntry, GoldLink
from dragoman.measure.scores import Score
from dragoman.records.entry import Entry, Turn

ENTRY_LEVELS = ("found", "parties", "due", "state")
"""Each holds what the one before does: found, with right parties, with the right due date, in the right state."""
LINK_LEVELS = ("linked", "sense", "tie")
"""Whatever the tie; one of the same sense; the very tie."""

_SENSES: Mapping[str, str] = {
    "fulfils": "done", "partly_fulfils": "done", "answers": "done", "holds": "done",
    "refuses": "not done", "breaks": "not done", "withdraws": "not done", "cancels": "not done",
    "lifts": "easing", "eases": "easing", "settles": "easing",
    "adds": "more", "retaliates": "answered", "repeats": "again", "postpones": "later",
}  # fmt: skip

Table = dict[str, Score]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedEntry:
    """An entry of the gold and the one found for it, with what is right of it; None where none was found."""

    gold: GoldEntry
    entry: Entry | None
    checked: Checked | None

    @property
    def level(self) -> int:
        """How many of the levels it reaches."""
        return self.checked.level if self.checked else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedLink:
    """A link of the gold, what was found for its entry, and the turn found for it; None where none was found."""

    gold: GoldLink
    to: PairedEntry
    turn: Turn | None

    @property
    def level(self) -> int:
        """How many of the levels it reaches."""
        return alike(self.gold.tie, self.turn.tie) if self.turn else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerReport:
    """What a gold says of a ledger: what was found for each of its entries and links, and what was found beside.

    `extra_links` are turns with the entry in whose history they stand. `names` are those of documents, by their ids.
    """

    name: str
    entries: tuple[PairedEntry, ...]
    extra_entries: tuple[Entry, ...]
    links: tuple[PairedLink, ...]
    extra_links: tuple[tuple[Entry, Turn], ...]
    names: Mapping[str, str]

    def entry_table(self, kind: str | None = None) -> Table:
        """The score at each level, of all entries or of those of a kind."""
        pairs = [pair for pair in self.entries if kind in {None, pair.gold.kind}]
        extra = sum(kind in {None, entry.kind} for entry in self.extra_entries)
        coded = sum(pair.entry is not None for pair in pairs) + extra
        return _by_level(ENTRY_LEVELS, [pair.level for pair in pairs], coded)

    def kinds(self) -> list[str]:
        """The kinds of the entries."""
        found = {pair.gold.kind for pair in self.entries} | {entry.kind for entry in self.extra_entries}
        return sorted(found)

    def beside(self) -> Table:
        """Items, strength and day of making, where the gold states them, of the entries that were found."""
        total: Table = {}
        for pair in self.entries:
            for name, score in (pair.checked.beside if pair.checked else {}).items():
                total[name] = total.get(name, Score()) + score
        return total

    def link_table(self) -> Table:
        """The score of all links at each level."""
        coded = sum(pair.turn is not None for pair in self.links) + len(self.extra_links)
        return _by_level(LINK_LEVELS, [pair.level for pair in self.links], coded)

    def link_table_of_found(self) -> Table:
        """The same of those entries alone that are in the gold and were found: how well linking does by itself."""
        held = {pair.entry.id for pair in self.entries if pair.entry is not None}
        pairs = [pair for pair in self.links if pair.to.entry is not None]
        extra = sum(entry.id in held for entry, _ in self.extra_links)
        coded = sum(pair.turn is not None for pair in pairs) + extra
        return _by_level(LINK_LEVELS, [pair.level for pair in pairs], coded)

    def links_by_tie(self) -> Table:
        """The score of the very tie, by tie."""
        gold = Counter[str](pair.gold.tie for pair in self.links)
        right = Counter[str](pair.gold.tie for pair in self.links if pair.level == len(LINK_LEVELS))
        coded = Counter[str](pair.turn.tie for pair in self.links if pair.turn is not None)
        coded += Counter[str](turn.tie for _, turn in self.extra_links)
        return {
            tie: Score(right=right[tie], coded=coded[tie], gold=gold[tie]) for tie in sorted(gold.keys() | coded.keys())
        }


def together(name: str, reports: Iterable[LedgerReport]) -> LedgerReport:
    """Several reports as one: counts are added up."""
    all_ = list(reports)
    return LedgerReport(
        name=name,
        entries=tuple(pair for report in all_ for pair in report.entries),
        extra_entries=tuple(entry for report in all_ for entry in report.extra_entries),
        links=tuple(pair for report in all_ for pair in report.links),
        extra_links=tuple(extra for report in all_ for extra in report.extra_links),
        names={
            id_: f"{report.name} {document}" if len(all_) > 1 else document
            for report in all_
            for id_, document in report.names.items()
        },
    )


def alike(tie: str, other: str) -> int:
    """How many levels two ties on one passage reach: 3 the same, 2 of one sense, 1 of different ones.

    >>> alike("fulfils", "partly_fulfils")
    2
    """
    if tie == other:
        return 3
    return 2 if tie in _SENSES and _SENSES[tie] == _SENSES.get(other) else 1


def _by_level(names: Sequence[str], reached: Sequence[int], coded: int) -> Table:
    return {
        name: Score(right=sum(level >= least for level in reached), coded=coded, gold=len(reached))
        for least, name in enumerate(names, 1)
    }
