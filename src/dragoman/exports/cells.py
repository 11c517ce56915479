"""Cells: takes lists, gives the text of one cell."""

from collections.abc import Iterable


def joined(values: Iterable[str | None]) -> str:
    """Values in their order. An empty one keeps its place, so that ids, countries and sectors stay side by side."""
    return "|".join((value or "").replace("|", "/") for value in values)
