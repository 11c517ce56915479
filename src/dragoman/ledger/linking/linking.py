"""Linking: takes entries and the roll of deeds, gives for each entry the later acts that do something to it."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.candidates import Candidates
from dragoman.ledger.linking.signs import Near, Side, reasons_of, signs_of
from dragoman.ledger.quoting import quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.weighing import Signs, weighed
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Quote, Tie
from dragoman.records.event import Event
from dragoman.records.progress import Progress, Tell, tell_nobody

Vector = NDArray[np.float32]

_AT_ONCE = 2_000  # passages that are read together: whoever is interrupted goes on from there


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A later act that does something to an entry, how likely (0 … 1), and what speaks for it.

    `sides` are what was compared, with how alike the passages are; None where a person made the tie, who `said` why.
    """

    entry: str
    tie: Tie
    deed: Deed
    event: Event
    score: float
    signs: Signs
    sides: tuple[Side, Side, float | None] | None = None
    said: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words."""
        return (self.said,) if self.sides is None else reasons_of(*self.sides)

    @property
    def within(self) -> bool:
        """Whether the document that makes the entry tells it too."""
        return bool(self.signs.get("same document"))

    @property
    def quote(self) -> Quote:
        """The passage that tells it."""
        return quote_of(self.event)


def ties_of(
    entries: Sequence[Entry],
    roll: Roll,
    words: LedgerWords,
    near: Near | None = None,
    *,
    least: float = 0.0,
    ruled: Collection[tuple[str, str]] = (),
    tell: Tell = tell_nobody,
) -> Iterator[Tied]:
    """Every act that may concern an entry, by what it would do to it; one for each telling.

    Those that score less than `least` are left out, and not looked at closely where that can be told beforehand;
    `ruled` are ids of entries and acts that are given whatever their score.
    """
    found: dict[tuple[str, str], Tied] = {}
    candidates = Candidates(entries, roll, words, near, least=least, ruled=ruled, tell=tell)
    vectors = _vectors(candidates, near, tell)
    for one in candidates.all:
        alike = _product(vectors.get(one.own.passage), vectors.get(one.other.passage))
        signs = signs_of(one.own, one.other, alike)
        score = weighed(signs, words.linking)
        if score < least and (one.entry.id, one.deed.act.id) not in ruled:
            continue
        key = (one.entry.id, one.deed.reports[0].id)
        if key not in found or score > found[key].score:
            found[key] = Tied(
                entry=one.entry.id,
                tie=one.tie,
                deed=one.deed,
                event=one.event,
                score=score,
                signs=signs,
                sides=(one.own, one.other, alike),
            )
    yield from found.values()


def _vectors(candidates: Candidates, near: Near | None, tell: Tell) -> dict[str, Vector]:
    """The vectors of passages that are compared."""
    if near is None:
        return {}
    compared = candidates.compared
    pairs = ((one.own.passage, one.other.passage) for one in candidates.all)
    passages = list(dict.fromkeys(passage for pair in pairs if compared.issuperset(pair) for passage in pair))
    found: dict[str, Vector] = {}
    for start in range(0, len(passages), _AT_ONCE):
        some = passages[start : start + _AT_ONCE]
        tell(Progress(step="passages", done=start, all=len(passages)))
        found.update(zip(some, near(some), strict=True))
    return found


def _product(one: Vector | None, other: Vector | None) -> float | None:
    return None if one is None or other is None else float(one @ other)
