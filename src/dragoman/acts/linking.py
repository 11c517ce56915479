"""Linking: takes reports and how likely pairs of them tell one act, gives for each the report that it points back to.

In the order in which they were published, each report points back to the likeliest of those before it, if that is
likely enough and if the act's first report lies near enough in time: so a war is not one act, although each day's
reports look like those of the day before. An act is the reports that point, one after another, to the same first one.
What a report points to depends on those before it alone, so that the acts are the same whatever came in first, and a
new report changes little.
"""

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.acts.days import Window, apart

Pair = tuple[str, str]
Order = tuple[int, str]
"""When a report was published and its id: what comes before what."""

REACH = 1  # days that a report may lie apart from the first report of its act
REACH_OF_PLANS = 100  # … where one of the two tells what has not occurred: plans are put off, pledges are kept later


def pair_of(one: str, other: str) -> Pair:
    """The two in one order, whichever way round they were given."""
    return (one, other) if one < other else (other, one)


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """To which report before it a report points, how likely they tell one act, and the first report of the act.

    The first report of an act points to none, and is its own root.
    """

    root: int
    antecedent: int | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A report before another, and how likely the two tell one act."""

    number: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """What linking asks of whoever keeps the reports, by their numbers.

    `occurred` says whether a report tells that the act took place; `earlier` gives those before a report with which it
    was compared, `later` those after; `linked` how one is linked so far; `split` those that a person parted from it.
    """

    order: Callable[[int], Order]
    window: Callable[[int], Window | None]
    occurred: Callable[[int], bool]
    earlier: Callable[[int], Sequence[Candidate]]
    later: Callable[[int], Iterable[int]]
    linked: Callable[[int], Linked | None]
    split: Callable[[int], Collection[int]]


def relink(reports: Iterable[int], around: Neighbourhood, *, least: float) -> dict[int, Linked]:
    """How reports are linked now, of those whose link is another than before; what follows from it is followed up.

    Args:
        reports: those that are new, or that may have lost what they pointed to.
        around: what is known of them and of others.
        least: how likely a report must be to be pointed to.
    """
    changed: dict[int, Linked] = {}
    queue = [(around.order(number), number) for number in set(reports)]
    queued = {number for _, number in queue}
    heapq.heapify(queue)
    while queue:
        _, number = heapq.heappop(queue)
        before, now = around.linked(number), _link(number, around, changed, least)
        if now == before:
            continue
        changed[number] = now
        if before is None or before.root != now.root:
            for later in around.later(number):
                if later not in queued:
                    queued.add(later)
                    heapq.heappush(queue, (around.order(later), later))
    return changed


def _link(number: int, around: Neighbourhood, changed: Mapping[int, Linked], least: float) -> Linked:
    """The likeliest report before it; of equals the one that was published first."""

    def root_of(other: int) -> int:
        linked = changed.get(other) or around.linked(other)
        return other if linked is None else linked.root

    own = around.order(number)
    parted = {root_of(other) for other in around.split(number) if around.order(other) < own}
    open_ = [
        candidate
        for candidate in around.earlier(number)
        if candidate.score >= least
        and (root := root_of(candidate.number)) not in parted
        and _within_reach(number, root, around)
    ]
    if not open_:
        return Linked(root=number)
    best = min(open_, key=lambda candidate: (-candidate.score, around.order(candidate.number)))
    return Linked(root=root_of(best.number), antecedent=best.number, score=best.score)


def _within_reach(one: int, other: int, around: Neighbourhood) -> bool:
    windows = around.window(one), around.window(other)
    if windows[0] is None or windows[1] is None:
        return False
    both = around.occurred(one) and around.occurred(other)
    return apart(windows[0], windows[1]) <= (REACH if both else REACH_OF_PLANS)
