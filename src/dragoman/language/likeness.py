"""Likeness: takes passages, gives a vector for each; the more alike what two are about, the nearer theirs are.

The vectors are those of all-MiniLM-L6-v2, made for that; it shares its word pieces with the judge's encoder.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from dragoman.language.encoding import Encoder, Floats


class Likeness:
    """Callable: passages in, unit vectors out, shape (passages, width); a passage is read once."""

    def __init__(self, folder: Path) -> None:
        self._encoder = Encoder(folder, layers="likeness.onnx")
        self._known: dict[str, Floats] = {}

    def __call__(self, passages: Sequence[str]) -> Floats:
        """A unit vector for each passage."""
        new = [passage for passage in dict.fromkeys(passages) if passage not in self._known]
        if new:
            means = self._encoder.means(new)
            units = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
            self._known |= dict(zip(new, units, strict=True))
        return np.stack([self._known[passage] for passage in passages])
