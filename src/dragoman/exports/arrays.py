"""Arrays: takes plain values, gives Arrow arrays. What the tables of events and of acts are built from.

Each column is made at once, never a row at a time: a list of spans is one array of offsets over three flat arrays.
"""

from collections.abc import Callable, Sequence
from itertools import count
from typing import TypeVar

import pyarrow as pa

T = TypeVar("T")


def words(values: Sequence[str | None]) -> pa.Array:
    """Text."""
    return pa.array(values, pa.string())


def counts(values: Sequence[int | None]) -> pa.Array:
    """Whole numbers."""
    return pa.array(values, pa.int32())


def figures(values: Sequence[float | None]) -> pa.Array:
    """Numbers."""
    return pa.array(values, pa.float64())


def truths(values: Sequence[bool | None]) -> pa.Array:
    """Yes or no."""
    return pa.array(values, pa.bool_())


def struct(fields: dict[str, pa.Array]) -> pa.Array:
    """Records with these fields."""
    return pa.StructArray.from_arrays(list(fields.values()), names=list(fields))


def optional(values: Sequence[T | None], column: Callable[[Sequence[T]], pa.Array]) -> pa.Array:
    """A column of those that are there, spread out with nulls for those that are not."""
    positions = count()
    places = pa.array([None if value is None else next(positions) for value in values], pa.int32())
    return column([value for value in values if value is not None]).take(places)


def lists(rows: Sequence[Sequence[T]], column: Callable[[Sequence[T]], pa.Array]) -> pa.Array:
    """A list of any length in each row."""
    offsets = [0]
    for row in rows:
        offsets.append(offsets[-1] + len(row))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), column([item for row in rows for item in row]))
