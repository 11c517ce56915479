"""Likeness: takes passages, gives a vector for each; the more alike what two are about, the nearer theirs are.

The vectors are those of all-MiniLM-L6-v2, made for that; it shares its word pieces with the judge's encoder.
"""

from collections.abc import Callable, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np

from dragoman.language.encoding import Encoder, Floats

Likeness = Callable[[Sequence[str]], Floats]


@cache
def load_likeness() -> Likeness:
    """What gives unit vectors of passages, shape (passages, width), by the encoder that comes with Dragoman."""
    encoder = Encoder(Path(str(files("dragoman.packs") / "judge")), layers="likeness.onnx")

    def vectors(passages: Sequence[str]) -> Floats:
        means = encoder.means(passages)
        units: Floats = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return units

    return vectors
