"""Scoring: takes gold, the entries that were found and the deeds behind them, gives the report.

An entry may stand for one of the gold that is of its kind and told in the same passage: its own words overlap the
gold's, there or in a reprint, or its act has a report there. Of all one-to-one pairings the one with the most pairs is
taken; among these the one in which the words themselves stand in the passages, and then that with the most right
fields and the nearest words. Links are paired in the same way.
"""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from dragoman.measure.ledger.checking import check
from dragoman.measure.ledger.gold import GoldEntry, GoldLink, LedgerGold
from dragoman.measure.ledger.report import LedgerReport, PairedEntry, PairedLink, alike
from dragoman.measure.ledger.tellings import Tellings
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Turn

# More than all by which one pair may be better than another: a further pair always counts more.
_A_PAIR = 10.0

Weights = NDArray[np.float64]


def score_ledger(gold: LedgerGold, entries: Sequence[Entry], deeds: Iterable[Deed]) -> LedgerReport:
    """The report on a ledger that was made of the gold's documents, as of the gold's day."""
    tellings = Tellings(gold.documents, deeds)
    pairs = pair_entries(gold, entries, tellings)
    found = {gold.entries[one].id: entries[other].id for one, other in pairs.items()}
    turns = [(entry, turn) for entry in entries for turn in entry.history if turn.tie not in {"made", "overdue"}]
    links = _pair_links(gold.links, turns, found, tellings)
    paired = {
        one.id: _paired_entry(one, entries[pairs[place]] if place in pairs else None, gold)
        for place, one in enumerate(gold.entries)
    }
    return LedgerReport(
        name=gold.name,
        entries=tuple(paired.values()),
        extra_entries=tuple(entry for place, entry in enumerate(entries) if place not in set(pairs.values())),
        links=tuple(
            PairedLink(gold=one, to=paired[one.entry], turn=turns[links[place]][1] if place in links else None)
            for place, one in enumerate(gold.links)
        ),
        extra_links=tuple(
            (entry, turn)
            for place, (entry, turn) in enumerate(turns)
            if place not in set(links.values()) and not _makes_up_dispute(entry, turn)
        ),
        names={document.id: document.source_id or document.path for document in gold.documents},
    )


def pair_entries(gold: LedgerGold, entries: Sequence[Entry], tellings: Tellings) -> dict[int, int]:
    """Which entry stands for which of the gold, by their places in the lists."""
    weights = np.zeros((len(gold.entries), len(entries)))
    for row, one in enumerate(gold.entries):
        for column, entry in enumerate(entries):
            nearness = _nearness(one, entry, tellings)
            if nearness:
                weights[row, column] = _A_PAIR + check(one, entry, gold.aliases).fields + nearness
    return _best_pairs(weights)


def tells(link: GoldLink, turn: Turn, tellings: Tellings) -> float:
    """How near the turn's passage is to the link's, as in `Tellings.nearness`; 0 where it is another one."""
    return tellings.nearness(turn.quote, turn.act, link.document, (link.start, link.end))


def _nearness(gold: GoldEntry, entry: Entry, tellings: Tellings) -> float:
    if entry.kind != gold.kind:
        return 0.0
    return tellings.nearness(entry.what, entry.act or None, gold.document, (gold.start, gold.end))


def _paired_entry(gold: GoldEntry, entry: Entry | None, whole: LedgerGold) -> PairedEntry:
    return PairedEntry(gold=gold, entry=entry, checked=check(gold, entry, whole.aliases) if entry else None)


def _pair_links(
    gold: Sequence[GoldLink], turns: Sequence[tuple[Entry, Turn]], found: dict[str, str], tellings: Tellings
) -> dict[int, int]:
    """Which turn stands for which link: one of the entry that was found for the link's."""
    weights = np.zeros((len(gold), len(turns)))
    for row, link in enumerate(gold):
        for column, (entry, turn) in enumerate(turns):
            nearness = tells(link, turn, tellings) if found.get(link.entry) == entry.id else 0.0
            if nearness:
                weights[row, column] = _A_PAIR + alike(link.tie, turn.tie) + nearness
    return _best_pairs(weights)


def _best_pairs(weights: Weights) -> dict[int, int]:
    rows, columns = linear_sum_assignment(weights, maximize=True)
    return {int(row): int(column) for row, column in zip(rows, columns, strict=True) if weights[row, column] > 0}


def _makes_up_dispute(entry: Entry, turn: Turn) -> bool:
    return entry.kind == "dispute" and turn.tie == "adds"
