"""Batches: takes things as they come, gives them in tuples, so that an export of any size needs little memory."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

SIZE = 10_000  # a batch of whole acts is then some tens of megabytes


def batches(items: Iterable[T], *, size: int = SIZE) -> Iterator[tuple[T, ...]]:
    """Up to `size` of them at a time, in their order."""
    coming = iter(items)
    while batch := tuple(islice(coming, size)):
        yield batch
