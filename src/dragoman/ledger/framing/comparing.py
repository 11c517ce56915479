"""Comparing: takes what two texts say of actors, gives it side by side: new, gone, stronger, weaker, same, reworded."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

import numpy as np

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.comparison import Aligned, Change, Comparison
from dragoman.ledger.framing.itemising import items_apart
from dragoman.ledger.framing.likening import Grid, Near, likeness_of
from dragoman.ledger.framing.passages import Passage
from dragoman.ledger.framing.weighing import weigh
from dragoman.records.entry import Entry

_LEAST, _LEAST_NEAR = 0.27, 0.45  # from here on two passages say the same: by their words, and by these and their sense
_APART = 0.28  # how much it counts that no other passage is as like as the two
_HELD_NEAR = 0.7  # from here on one that is left over says the same as one that is paired
_HELD = 0.6  # from here on the words of one passage are held in another
_HELD_BESIDE = 0.25  # … and of one in the same sentence
_WE = re.compile(r"we\b", re.IGNORECASE)
_JOINED = 40  # characters between two clauses of one sentence, of which a short one between them may say nothing

_Passages = Sequence[Passage]


def compare(
    earlier: Sequence[Entry], later: Sequence[Entry], words: ThemeWords, near: Near | None = None
) -> Comparison:
    """The framings of two texts, or of two editions of one, each beside the one that says the same.

    They are paired by themes and words, one to one, so that all together are as alike as can be. Only passages on an
    actor in common are paired. An item that came into an enumeration, or fell out of it, stands behind the passage.

    Args:
        earlier: the framings of the earlier text.
        later: those of the later one.
        words: the themes and the words that judge.
        near: gives unit vectors of passages, so that those told in other words find each other, too.
    """
    before, after = ([Passage.of(entry, words) for entry in entries] for entries in (earlier, later))
    likeness = likeness_of(before, after, near)
    pairs = _pairs(likeness, _LEAST) if near is None else _pairs(likeness + _APART * _lead(likeness), _LEAST_NEAR)
    back = {row: column for column, row in pairs.items()}
    held = likeness >= (1.0 if near is None else _HELD_NEAR)
    aligned: list[list[Aligned]] = []
    for place, one in enumerate(after):
        if place in pairs:
            other = before[pairs[place]]
            score = float(likeness[pairs[place], place])
            aligned.append([_aligned(other, one, score, words), *_items(other, one, near)])
        else:
            aligned.append([_added(place, before, after, pairs, [row for row in back if held[row, place]])])
    gone = [
        (row, _taken(row, before, after, back, [column for column in pairs if held[row, column]]))
        for row in range(len(before))
        if row not in back
    ]
    return Comparison(aligned=tuple(_in_order(aligned, gone, pairs)))


def _pairs(likeness: Grid, least: float) -> dict[int, int]:
    """Rows by columns, so that together they are as far above the least as can be."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - it takes longer to import than most desks to ask

    surplus = np.maximum(likeness - least, 0.0)
    rows, columns = linear_sum_assignment(surplus, maximize=True)
    return {int(column): int(row) for row, column in zip(rows, columns, strict=True) if likeness[row, column] >= least}


def _lead(likeness: Grid) -> Grid:
    """By how much two passages are more alike than either is to any other."""
    lead = np.empty_like(likeness)
    for row, column in np.ndindex(likeness.shape):
        others = (*np.delete(likeness[row], column), *np.delete(likeness[:, column], row))
        lead[row, column] = likeness[row, column] - max(others, default=0.0)
    return lead


def _added(place: int, before: _Passages, after: _Passages, pairs: Mapping[int, int], like: Iterable[int]) -> Aligned:
    """A passage of the later text that has none for itself: new, unless its words were told with another one before."""
    held = [row for column, row in pairs.items() if _holds(before[row], after, column, place)]
    whole = next(iter([*held, *like]), None)
    return _alone(after[place], "new") if whole is None else _part(before[whole], after[place])


def _taken(row: int, before: _Passages, after: _Passages, back: Mapping[int, int], like: Iterable[int]) -> Aligned:
    """A passage of the earlier text that has none for itself: gone, unless its words are told with another one now."""
    held = [column for other, column in back.items() if _holds(after[column], before, other, row)]
    whole = next(iter([*held, *like]), None)
    return _alone(before[row], "gone") if whole is None else _part(before[row], after[whole])


def _holds(whole: Passage, passages: _Passages, paired: int, place: int) -> bool:
    """Whether a passage, paired with another one of the text, holds what stands at `place` there, too.

    It does if it has most of the words; of another clause of the sentence some, and none of "we act so" if that says
    nothing by itself.
    """
    part = passages[place]
    shared = len(whole.stems & part.stems)
    if not whole.about & part.about:
        return False
    if _one_sentence(passages[min(paired, place) : max(paired, place) + 1]):
        empty = not part.judgement.says and _WE.match(part.text) is not None
        return empty or shared >= _HELD_BESIDE * max(1, len(part.stems))
    return shared > 1 and shared >= _HELD * len(part.stems)


def _one_sentence(passages: _Passages) -> bool:
    """Whether passages that follow one another are clauses of one sentence."""
    quotes = [passage.entry.what for passage in passages]
    return all(
        0 <= second.start - first.end <= _JOINED and second.text[:1].islower() for first, second in pairwise(quotes)
    )


def _part(one: Passage, other: Passage) -> Aligned:
    """Two passages of which one holds the words of the other."""
    theme = other.judgement.theme or one.judgement.theme
    why = "told in one clause there, in several here, or the other way round"
    return Aligned(change="reworded", theme=theme, earlier=one.entry, later=other.entry, why=why, score=_HELD)


def _aligned(one: Passage, other: Passage, score: float, words: ThemeWords) -> Aligned:
    change, why = weigh(one, other, score, words)
    theme = other.judgement.theme or one.judgement.theme
    return Aligned(change=change, theme=theme, earlier=one.entry, later=other.entry, why=why, score=round(score, 3))


def _items(one: Passage, other: Passage, near: Near | None) -> Iterator[Aligned]:
    """What fell out of an enumeration of the earlier passage, and what came into one of the later passage."""
    gone, new = items_apart(one.entry, other.entry, near)
    theme = other.judgement.theme or one.judgement.theme
    for entry in gone:
        yield Aligned(change="gone", theme=theme, earlier=entry, later=None, why="not enumerated any more", score=0.0)
    for entry in new:
        yield Aligned(change="new", theme=theme, earlier=None, later=entry, why="not enumerated before", score=0.0)


def _alone(passage: Passage, change: Change) -> Aligned:
    theme, entry = passage.judgement.theme, passage.entry
    why = f"{'nothing like it before' if change == 'new' else 'nothing like it any more'}: {theme or 'no theme'}"
    return Aligned(
        change=change,
        theme=theme,
        earlier=entry if change == "gone" else None,
        later=entry if change == "new" else None,
        why=why,
        score=0.0,
    )


def _in_order(
    aligned: Sequence[Sequence[Aligned]], gone: Iterable[tuple[int, Aligned]], pairs: Mapping[int, int]
) -> list[Aligned]:
    """What is gone stands behind what followed its neighbour before."""
    at = {row: place for place, row in pairs.items()}
    placed = [((place, -1, number), one) for place, group in enumerate(aligned) for number, one in enumerate(group)]
    for row, one in gone:
        neighbour = max((at[before] for before in at if before < row), default=-1)
        placed.append(((neighbour, 1, row), one))
    return [one for _, one in sorted(placed, key=lambda each: each[0])]
