"""Takes counts and the documents read, gives where their rate changed: binary segmentation with a test of each split.

The statistic is the logarithm of the likelihood ratio of two Poisson rates against one, with the documents read as
exposure, at the best place of a stretch or of a window within it. How large it grows by chance is drawn, with a seed.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.random import Generator, default_rng
from numpy.typing import NDArray
from scipy.special import xlogy

from dragoman.errors import QuestionError

Test = Literal["permutation", "bootstrap"]
Figures = NDArray[np.float64]
Places = NDArray[np.int64]
# Draws are made in portions of about this many figures, 8 megabytes an array.
_PORTION = 1_000_000
# Ratios are sums of logarithms: orders of the same buckets must not differ by their last digits.
_EQUAL = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Method:
    """How changes are looked for.

    `test` draws orders of the buckets ("permutation") or counts of one Poisson rate ("bootstrap"). No segment has
    fewer than `shortest` buckets; a change needs a p-value under `below`, of `draws` draws with `seed`.
    """

    test: Test = "permutation"
    shortest: int = 4
    below: float = 0.01
    draws: int = 999
    seed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The bucket (from 0) with which a new rate begins; the statistic and its p-value within the stretch it split."""

    place: int
    log_likelihood_ratio: float
    p: float


def splits(number: Figures, read: Figures, method: Method) -> list[Split]:
    """The splits in order. Every bucket of `read` must be above 0.

    Raises:
        QuestionError: so few draws cannot give so low a p-value, or a segment would have no bucket.
    """
    if method.shortest < 1:
        raise QuestionError(f"a segment of {method.shortest} buckets is none; ask for 1 at least")
    if method.below * (method.draws + 1) <= 1:
        raise QuestionError(f"{method.draws} draws give no p-value under {method.below}; ask for more draws")
    return list(_within(number, read, method, 0, len(number)))


def _within(number: Figures, read: Figures, method: Method, start: int, end: int) -> Iterator[Split]:
    """The splits of one stretch, and of both its parts."""
    if end - start < 2 * method.shortest or not number[start:end].any():
        return
    counted, exposure = number[start:end], read[start:end]
    ratios, places = _best(counted[np.newaxis], exposure[np.newaxis], method.shortest)
    # A seed of its own for each stretch, so that what is found in one does not hang on what was drawn in another.
    p = _chance(counted, exposure, ratios[0], method, default_rng([method.seed, start, end]))
    if p >= method.below:
        return
    place = start + int(places[0])
    yield from _within(number, read, method, start, place)
    yield Split(place=place, log_likelihood_ratio=float(ratios[0]), p=p)
    yield from _within(number, read, method, place, end)


def _best(number: Figures, read: Figures, shortest: int) -> tuple[Figures, Places]:
    """For each row, the largest statistic of all windows, and the place where it stands."""
    ratios, places = np.full(len(number), -np.inf), np.zeros(len(number), dtype=np.int64)
    for window in _windows(number.shape[1], shortest):
        found = _ratios(number[:, window], read[:, window], shortest)
        largest = found.max(axis=1)
        better = largest > ratios
        places[better] = window.start + shortest + found.argmax(axis=1)[better]
        ratios = np.maximum(ratios, largest)
    return ratios, places


def _windows(length: int, shortest: int) -> Iterator[slice]:
    """The whole stretch, and windows of it, each size the root of two smaller, half of one overlapping the next.

    These are the seeded intervals of Kovács, Bühlmann, Li and Munk (Biometrika 2023): a rise and the fall after it,
    which hide each other in the whole, each stand alone in some of them.
    """
    size, layer = length, 0
    while size >= 2 * shortest:
        number = 2 * math.ceil(2 ** (layer / 2)) - 1
        starts = {round(place * (length - size) / max(1, number - 1)) for place in range(number)}
        yield from (slice(start, start + size) for start in sorted(starts))
        layer += 1
        size = math.ceil(length / 2 ** (layer / 2))


def _ratios(number: Figures, read: Figures, shortest: int) -> Figures:
    """For each row, the statistic at every place where it may be split."""
    places = slice(shortest - 1, number.shape[1] - shortest)
    before, exposed = number.cumsum(axis=1)[:, places], read.cumsum(axis=1)[:, places]
    total, exposure = number.sum(axis=1, keepdims=True), read.sum(axis=1, keepdims=True)
    after, remaining = total - before, exposure - exposed
    two_rates = xlogy(before, before / exposed) + xlogy(after, after / remaining)
    return np.asarray(two_rates - xlogy(total, total / exposure), dtype=np.float64)


def _chance(number: Figures, read: Figures, largest: float, method: Method, generator: Generator) -> float:
    """The share of draws whose statistic is as large; the series itself counts as one of them."""
    portion, drawn, as_large = max(1, _PORTION // len(number)), 0, 0
    while drawn < method.draws:
        rows = min(portion, method.draws - drawn)
        counted, exposure = _draw(number, read, rows, method.test, generator)
        as_large += int((_best(counted, exposure, method.shortest)[0] >= largest - _EQUAL).sum())
        drawn += rows
    return (1 + as_large) / (1 + method.draws)


def _draw(number: Figures, read: Figures, rows: int, test: Test, generator: Generator) -> tuple[Figures, Figures]:
    """Series of one rate: the same buckets in another order, or the same total spread by the documents read."""
    if test == "permutation":
        order = generator.permuted(np.tile(np.arange(len(number)), (rows, 1)), axis=1)
        return number[order], read[order]
    drawn = generator.multinomial(int(number.sum()), read / read.sum(), size=rows)
    return drawn.astype(np.float64), read[np.newaxis]
