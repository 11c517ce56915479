"""Postings: takes sets of words or ids, one for each place, gives how many of a set each place has."""

from collections import defaultdict
from collections.abc import Collection, Iterable

import numpy as np
from numpy.typing import NDArray

Places = NDArray[np.int32]
Counts = NDArray[np.int16]

_NOWHERE: Places = np.empty(0, np.int32)


class Postings:
    """The places of each key, sorted."""

    def __init__(self, sets: Iterable[Collection[str]]) -> None:
        found: dict[str, list[int]] = defaultdict(list)
        size = 0
        for place, keys in enumerate(sets):
            size = place + 1
            for key in keys:
                found[key].append(place)
        self._places = {key: np.array(places, np.int32) for key, places in found.items()}
        self._counts: Counts = np.zeros(size, np.int16)

    def of(self, keys: Collection[str]) -> Places:
        """The places that have one of the keys, sorted."""
        lists = self._lists(keys)
        if not lists:
            return _NOWHERE
        if len(lists) == 1:
            return lists[0]
        self._count(lists)
        found = np.flatnonzero(self._counts).astype(np.int32)
        self._forget(lists)
        return found

    def shared(self, keys: Collection[str], places: Places) -> Counts:
        """How many of the keys each of these places has."""
        lists = self._lists(keys)
        self._count(lists)
        found = self._counts[places]
        self._forget(lists)
        return found

    def _count(self, lists: Iterable[Places]) -> None:
        for one in lists:
            self._counts[one] += 1

    def _forget(self, lists: Iterable[Places]) -> None:
        """Sets to nothing what was counted: cheaper than new zeros, for the lists are short and the places many."""
        for one in lists:
            self._counts[one] = 0

    def _lists(self, keys: Collection[str]) -> list[Places]:
        return [self._places[key] for key in keys if key in self._places]
