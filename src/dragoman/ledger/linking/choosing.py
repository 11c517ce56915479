"""Choosing: takes all ties that are likely enough, gives those that stand: a passage tells one thing of one entry.

Of several acts that one document tells of an entry the likeliest stands, and beside it the likeliest that only tells
the entry again; of several entries that one passage may concern those that are nearly as likely as the likeliest.
"""

from collections.abc import Iterable

from dragoman.ledger.linking.linking import Tied
from dragoman.ledger.quoting import passage_of

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
    return [tied for tied in best if tied.score >= _NEARLY * _highest(tied, best)]


def _place(tied: Tied) -> tuple[str, str, bool]:
    return tied.entry, tied.event.document, tied.tie == "repeats"


def _highest(tied: Tied, ties: Iterable[Tied]) -> float:
    """The highest score that another entry of the kind has for the passage."""
    return max(other.score for other in ties if _one_passage(other, tied) and _kind(other) == _kind(tied))


def _kind(tied: Tied) -> str:
    return tied.entry.partition("-")[0]


def _one_passage(one: Tied, other: Tied) -> bool:
    if one.event.document != other.event.document:
        return False
    return passage_of(one.event).overlaps(passage_of(other.event))


def _rank(tied: Tied) -> tuple[float, str]:
    return tied.score, tied.event.id
