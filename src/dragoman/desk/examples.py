"""Examples: where the texts are that come with Dragoman, to try things on."""

from importlib.resources import files
from pathlib import Path

from dragoman.errors import SourceError

_BESIDE = Path(__file__).resolve().parents[3] / "examples"  # in a checkout, from which nothing was packed


def examples() -> Path:
    """The folder of the example texts: in the installed package, or at the root of a checkout.

    Raises:
        SourceError: this copy of Dragoman came without them.
    """
    packed = Path(str(files("dragoman") / "examples"))
    for folder in (packed, _BESIDE):
        if folder.is_dir():
            return folder
    raise SourceError(f"{packed}: this copy of Dragoman came without its examples; install it anew")
