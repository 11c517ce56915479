"""B³: takes for each item the group that it was put in and the one it belongs in, gives precision, recall and F1.

Bagga and Baldwin, "Algorithms for scoring coreference chains", 1998: for each item the share of its group that belongs
with it, and the share of those that belong with it that are in its group; the means over all items.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class BCubed:
    """Means over all items, 0 … 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def b_cubed(found: Sequence[Hashable], gold: Sequence[Hashable]) -> BCubed:
    """The score; `found` and `gold` name for each item, in one order, its group.

    >>> b_cubed(["a", "a", "b"], ["x", "x", "x"]).recall
    0.5555555555555555
    """
    if not gold:
        return BCubed(precision=0.0, recall=0.0)
    together, of_found, of_gold = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    pairs = list(zip(found, gold, strict=True))
    return BCubed(
        precision=sum(together[pair] / of_found[pair[0]] for pair in pairs) / len(pairs),
        recall=sum(together[pair] / of_gold[pair[1]] for pair in pairs) / len(pairs),
    )
