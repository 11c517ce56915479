"""Progress: how far something has come that takes its time."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

Step = Literal["acts", "entries", "passages"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """So many of all of a step of the ledger: acts are read, then entries linked, then passages compared."""

    step: Step
    done: int
    all: int


Tell = Callable[[Progress], None]


def tell_nobody(_: Progress) -> None:
    """For whoever does not ask."""
