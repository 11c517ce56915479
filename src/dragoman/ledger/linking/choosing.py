"""Choosing: takes all ties that are likely enough, gives those that stand: a passage tells one thing of one entry.

Of several acts that one document tells of an entry the likeliest stands, and beside it the likeliest that only tells
the entry again; of several entries that one passage may concern those that are nearly as likely as the likeliest.
"""

from collections import defaultdict
from collections.abc import Iterable

from dragoman.ledger.linking.linking import Tied

_NEARLY = 0.75  # of the likeliest: what one act does to two promises may be told in one breath


def chosen(ties: Iterable[Tied]) -> list[Tied]:
    """The ties that stand, in the order in which they came."""
    all_ = list(ties)
    by_document: dict[tuple[str, str, bool], Tied] = {}
    for tied in all_:
        key = _place(tied)
        if key not in by_document or _rank(tied) > _rank(by_document[key]):
            by_document[key] = tied
    best = [tied for tied in all_ if by_document[_place(tied)] is tied]
    beside: dict[str, list[Tied]] = defaultdict(list)
    for tied in best:
        beside[tied.event.document].append(tied)
    return [tied for tied in best if tied.score >= _NEARLY * _highest(tied, beside[tied.event.document])]


def _place(tied: Tied) -> tuple[str, str, bool]:
    return tied.entry, tied.event.document, tied.tie == "repeats"


def _highest(tied: Tied, beside: Iterable[Tied]) -> float:
    """The highest score that an entry of the kind has for the passage, among ties of the document."""
    passage = tied.event.passage
    return max(other.score for other in beside if other.event.passage.overlaps(passage) and _kind(other) == _kind(tied))


def _kind(tied: Tied) -> str:
    return tied.entry.partition("-")[0]


def _rank(tied: Tied) -> tuple[float, str]:
    return tied.score, tied.event.id
