"""Matching: takes the events of one document before and after, gives which of them are the same event.

Two events may be the same if their triggers share a character. Of all ways to pair them the one is taken that pairs the
most; then the one with the most pairs of one type, of one trigger, and with the most fields alike.
"""

from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from dragoman.differing.fields import FIELDS
from dragoman.records.event import Event

# Each weighs more than all below it together in a document of a thousand events; all sums are exact as floats.
_SAME_TRIGGER = 1 << 15
_SAME_TYPE = 1 << 26
_OVERLAP = 1 << 37


def match(before: Sequence[Event], after: Sequence[Event]) -> list[tuple[Event | None, Event | None]]:
    """Each event once, in the order of the text; None stands where an event is gone, or new."""
    olds, news = sorted(before, key=_order), sorted(after, key=_order)
    pairs = _pairs(olds, news)
    old_ones, new_ones = {old for old, _ in pairs}, {new for _, new in pairs}
    found: list[tuple[Event | None, Event | None]] = [(olds[old], news[new]) for old, new in pairs]
    found += [(event, None) for at, event in enumerate(olds) if at not in old_ones]
    found += [(None, event) for at, event in enumerate(news) if at not in new_ones]
    return sorted(found, key=_place)


def _pairs(olds: Sequence[Event], news: Sequence[Event]) -> list[tuple[int, int]]:
    if not olds or not news:
        return []
    worth = np.array([[_worth(old, new) for new in news] for old in olds], dtype=np.float64)
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return [(int(old), int(new)) for old, new in zip(rows, columns, strict=True) if worth[old, new] > 0]


def _worth(old: Event, new: Event) -> int:
    """How much speaks for the two being one event; 0 where they cannot be."""
    if not old.trigger.overlaps(new.trigger):
        return 0
    alike = sum(told(old) == told(new) for told in FIELDS.values())
    one_trigger = (old.trigger.start, old.trigger.end) == (new.trigger.start, new.trigger.end)
    return _OVERLAP + _SAME_TYPE * (old.type == new.type) + _SAME_TRIGGER * one_trigger + alike


def _order(event: Event) -> tuple[object, ...]:
    """The same whatever came in first and whatever the ids are: the place, then all that is told."""
    return event.trigger.start, event.trigger.end, event.type, repr([told(event) for told in FIELDS.values()])


def _place(pair: tuple[Event | None, Event | None]) -> tuple[object, ...]:
    before, after = pair
    event = after or before
    assert event is not None  # one of the two is there
    return event.trigger.start, event.trigger.end, event.type, after is None, before is None
