"""Unit: what a figure counts."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Unit:
    """What is counted: its head token, last token and name."""

    head: int
    last: int
    name: str
