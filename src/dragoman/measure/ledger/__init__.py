"""The ledger against gold: takes entries and what people wrote of the same texts, gives scores and a listing."""

from dragoman.measure.ledger.annotations import read_annotated_ledger
from dragoman.measure.ledger.dossiers import read_dossier
from dragoman.measure.ledger.gold import GoldEntry, GoldLink, LedgerGold
from dragoman.measure.ledger.report import LedgerReport, together
from dragoman.measure.ledger.scoring import score_ledger

__all__ = [
    "GoldEntry",
    "GoldLink",
    "LedgerGold",
    "LedgerReport",
    "read_annotated_ledger",
    "read_dossier",
    "score_ledger",
    "together",
]
