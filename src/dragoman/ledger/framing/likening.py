"""Likening: takes the passages of two texts, gives how alike each is to each, by their themes, words and sense."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from dragoman.ledger.framing.passages import Passage

Near = Callable[[Sequence[str]], NDArray[np.float32]]
Grid = NDArray[np.float64]

_WORDS, _THEMES = 0.6, 0.4  # how much words and themes count for the likeness of two passages
_SAME_THEME = 0.8  # at least so much do themes count where the first is the same
_TURNED = 0.7  # so much less where one is friendly and one hostile
_CALLED = 0.35  # so much more alike are two that say what the actor is: a partner, a threat
_SENSE = 0.53  # how much the sense counts beside words and themes


def likeness_of(before: Sequence[Passage], after: Sequence[Passage], near: Near | None = None) -> Grid:
    """0 … 1 for each of the one text with each of the other: nothing in common, the same words.

    Who is spoken of must be, in part, the same. `near` gives unit vectors of passages, by which two are alike that say
    the same in other words.
    """
    rare = _rareness([*before, *after])
    told = np.array([[_likeness(one, other, rare) for other in after] for one in before]).reshape(
        len(before), len(after)
    )
    if near is None or not told.size:
        return told
    sense = near([one.text for one in before]) @ near([other.text for other in after]).T
    mixed = (1 - _SENSE) * told + _SENSE * np.clip(sense, 0.0, 1.0)
    apart = np.array([[not one.about & other.about for other in after] for one in before])
    return np.where(apart, 0.0, np.where(told == 1, 1.0, mixed))


def _rareness(passages: Iterable[Passage]) -> Mapping[str, float]:
    """How much each word tells: the more, the fewer passages have it."""
    read = list(passages)
    counted = Counter(stem for one in read for stem in one.every)
    return {stem: log(1 + len(read) / count) for stem, count in counted.items()}


def _likeness(one: Passage, other: Passage, rare: Mapping[str, float]) -> float:
    """By themes and words."""
    if not one.about & other.about:
        return 0.0
    if one.plain == other.plain:
        return 1.0
    shared = max(_share(one.stems, other.stems, rare), _share(one.every, other.every, rare))
    if shared == 0 and not (one.calls and other.calls):
        return 0.0
    if not one.judgement.themes and not other.judgement.themes:
        return _turned(one, other, shared)
    themes = _share(frozenset(one.judgement.themes), frozenset(other.judgement.themes), {})
    if one.judgement.theme is not None and one.judgement.theme == other.judgement.theme:
        themes = max(themes, _SAME_THEME)
    likeness = _WORDS * shared + _THEMES * themes
    if one.calls and other.calls:
        return min(1.0, likeness + _CALLED)
    return _turned(one, other, likeness)


def _turned(one: Passage, other: Passage, likeness: float) -> float:
    """Less where one is friendly and one hostile."""
    return likeness * (_TURNED if one.judgement.strength * other.judgement.strength < 0 else 1.0)


def _share(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Twice what they share of what both have."""
    both = sum(weights.get(each, 1.0) for each in one & other)
    all_ = sum(weights.get(each, 1.0) for each in one) + sum(weights.get(each, 1.0) for each in other)
    return 2 * both / all_ if all_ else 0.0
