"""Runs: takes coded documents, gives the deeds that a store makes of them, and the report on their ledger."""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.book import keep
from dragoman.ledger.leads import lead_deeds
from dragoman.ledger.linking.signs import Near
from dragoman.measure.ledger.gold import LedgerGold
from dragoman.measure.ledger.report import LedgerReport
from dragoman.measure.ledger.scoring import score_ledger
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry
from dragoman.records.event import Coded
from dragoman.store import open_store

Frame = Callable[[Coded], Sequence[Entry]]
"""The framings of a document."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerMaker:
    """How a ledger is made of coded documents.

    `frame` gives framings, for gold that has some. Leads, acts too unsure to be events, take part if `leads` is true.
    """

    words: LedgerWords
    near: Near | None = None
    frame: Frame | None = None
    leads: bool = True

    def deeds(self, coded: Sequence[Coded]) -> tuple[Deed, ...]:
        """The acts that a store makes of the documents, added in this order."""
        with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "store", create=True) as store:
            store.add(coded, coding="benchmark")
            deeds = tuple(store.deeds())
        return deeds + tuple(deed for one in coded for deed in _led(one)) if self.leads else deeds

    def entries(self, gold: LedgerGold, coded: Sequence[Coded], deeds: Sequence[Deed]) -> tuple[Entry, ...]:
        """The ledger on the gold's day."""
        wanted = any(entry.kind == "framing" for entry in gold.entries)
        framings = [entry for one in coded for entry in self.frame(one)] if wanted and self.frame else []
        return keep(deeds, self.words, today=gold.as_of, framings=framings, near=self.near)

    def report(self, gold: LedgerGold, coded: Sequence[Coded]) -> LedgerReport:
        """How good it is."""
        deeds = self.deeds(coded)
        return score_ledger(gold, self.entries(gold, coded, deeds), deeds)


def _led(coded: Coded) -> Iterator[Deed]:
    outlet = coded.document.outlet
    return lead_deeds(coded.leads, known_on=coded.document.published, outlets=(outlet,) if outlet else ())
