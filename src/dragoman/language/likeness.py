"""Likeness: takes passages, gives a vector for each; the more alike what two are about, the nearer theirs are.

The vectors are those of all-MiniLM-L6-v2, made for that; it shares its word pieces with the judge's encoder.
"""

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

import numpy as np
import onnxruntime
from platformdirs import user_cache_path

from dragoman.language.encoding import LONGEST, Encoder, Floats
from dragoman.language.remembering import Likeness, Remembering

_LAYERS = "likeness.onnx"


@cache
def load_likeness(folder: Path | None = None) -> Likeness:
    """What gives unit vectors of passages, shape (passages, width), by the encoder that comes with Dragoman.

    A passage is read once; its vector is kept in that folder, without one in the user's cache.
    """
    pieces = Path(str(files("dragoman.packs") / "judge"))
    kept = (folder or user_cache_path("dragoman")) / f"likeness-{_fingerprint(pieces)}.sqlite"
    return Remembering(_Units(pieces), kept)


class _Units:
    """Callable: passages in, unit vectors out; the encoder is loaded when the first passage has to be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._encoder: Encoder | None = None

    def __call__(self, passages: Sequence[str]) -> Floats:
        if self._encoder is None:
            self._encoder = Encoder(self._folder, layers=_LAYERS)
        means = self._encoder.means(passages)
        units: Floats = means / np.maximum(np.linalg.norm(means, axis=1, keepdims=True), 1e-9)
        return units


def _fingerprint(folder: Path) -> str:
    """A word that is another one for another encoder, and for another version of what runs it."""
    told = blake2b(f"{onnxruntime.__version__} {LONGEST}".encode(), digest_size=8)
    for name in (_LAYERS, "pieces.npz", "tokenizer.json"):
        told.update((folder / name).read_bytes())
    return told.hexdigest()
