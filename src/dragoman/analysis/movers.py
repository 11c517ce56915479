"""Takes the edges of two periods and the documents read in each, gives the dyads that moved most, each with a test."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scipy.stats import binomtest, false_discovery_control

from dragoman.analysis.counts import Edge
from dragoman.errors import QuestionError
from dragoman.records.shown import Shown

TEST = "exact conditional binomial test of two Poisson rates, two-sided; Benjamini-Hochberg q-values"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mover:
    """A dyad: acts before and after, the same per 1,000 documents read, and by how much that changed.

    `ratio` is rate after by rate before, None where there was nothing before. `p` is how often two equal rates would
    differ as much by chance; `q` the same in the light of how many dyads were tested.
    """

    actor: str
    recipient: str
    before: int
    after: int
    rate_before: float
    rate_after: float
    change: float
    ratio: float | None
    p: float
    q: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Movers(Shown):
    """The movers, largest change of rate first; by which test, and among how many dyads q-values were taken."""

    test: str
    tested: int
    read_before: int
    read_after: int
    movers: tuple[Mover, ...]


def movers(
    before: Iterable[Edge],
    after: Iterable[Edge],
    *,
    read_before: int,
    read_after: int,
    at_least: int = 1,
    top: int | None = 20,
) -> Movers:
    """The `top` dyads whose rate changed most, up or down; all where None.

    Dyads with fewer than `at_least` acts in both periods together are not tested; q-values are taken over all that
    are, also over those that `top` leaves out.

    Raises:
        QuestionError: no document was read in one of the periods, so that there is nothing to compare with.
    """
    if read_before <= 0 or read_after <= 0:
        raise QuestionError(
            f"documents read are {read_before} before and {read_after} after; take periods in which some were read"
        )
    old, new = _by_dyad(before), _by_dyad(after)
    tested = sorted(dyad for dyad in {*old, *new} if old[dyad] + new[dyad] >= max(1, at_least))
    numbers = [(old[dyad], new[dyad]) for dyad in tested]
    chances = _chances(numbers, share=read_after / (read_before + read_after))
    found = [
        _mover(dyad, pair, (read_before, read_after), p, q)
        for dyad, pair, (p, q) in zip(tested, numbers, chances, strict=True)
    ]
    found.sort(key=lambda one: (-abs(one.change), one.p, one.actor, one.recipient))
    return Movers(
        test=TEST, tested=len(tested), read_before=read_before, read_after=read_after, movers=tuple(found[:top])
    )


def _by_dyad(edges: Iterable[Edge]) -> Counter[tuple[str, str]]:
    numbers = Counter[tuple[str, str]]()
    for edge in edges:
        numbers[edge.actor, edge.recipient] += edge.number
    return numbers


def _chances(numbers: list[tuple[int, int]], *, share: float) -> list[tuple[float, float]]:
    """The p- and q-value of each pair: of equal rates, `share` of all acts would fall into the second period."""
    if not numbers:
        return []
    # Most dyads have few acts, so that few pairs differ.
    by_pair = {pair: float(binomtest(pair[1], sum(pair), share).pvalue) for pair in set(numbers)}
    p_values = [by_pair[pair] for pair in numbers]
    return [(p, float(q)) for p, q in zip(p_values, false_discovery_control(p_values, method="bh"), strict=True)]


def _mover(dyad: tuple[str, str], numbers: tuple[int, int], read: tuple[int, int], p: float, q: float) -> Mover:
    before, after = (1000 * number / documents for number, documents in zip(numbers, read, strict=True))
    return Mover(
        actor=dyad[0],
        recipient=dyad[1],
        before=numbers[0],
        after=numbers[1],
        rate_before=before,
        rate_after=after,
        change=after - before,
        ratio=after / before if before else None,
        p=p,
        q=q,
    )
