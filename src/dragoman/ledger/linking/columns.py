"""Columns: takes the sides of all events, gives them as columns, so that an entry is held against all of them at once.

What is weighed here in one go for thousands of pairs is what `signs_of` tells of one pair, but for how alike its
passages are: of most pairs it can be said without that that they are of no account.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from dragoman.ledger.linking.postings import Places, Postings
from dragoman.ledger.linking.signs import MANY, NAMES, SCALE, Side

Numbers = NDArray[np.float64]
Truths = NDArray[np.bool_]

_UNKNOWN = -1  # a day that is not known, a document without events
_LIKEST = 1.001  # the product of two unit vectors is hardly more


@dataclass(frozen=True, slots=True)
class Weighed:
    """The events that may concern an entry, by their places, and for each what its signs weigh together.

    `total` is that without how alike the passages are, `most` that if they are as alike as can be; `akin` says of which
    they are compared at all: those of both sides, or with a word in common.
    """

    places: Places
    total: Numbers
    most: Numbers
    akin: Truths


class Columns:
    """The sides of events, each at the place at which it was given."""

    def __init__(self, sides: Sequence[Side], weights: Mapping[str, float]) -> None:
        self._weights = weights
        self._homes = Postings(side.homes for side in sides)
        self._stems = Postings(side.subject.stems for side in sides)
        self._names = Postings(side.subject.names for side in sides)
        self._home_count = np.array([len(side.homes) for side in sides], np.int32)
        self._stem_count = np.array([len(side.subject.stems) for side in sides], np.int32)
        self._day = np.array([_number(side.day) for side in sides], np.int32)
        self._dated = np.array([side.dated for side in sides], np.bool_)
        self._start = np.array([side.place for side in sides], np.int64)
        self._documents = {document: number for number, document in enumerate({side.document for side in sides})}
        self._document = np.array([self._documents[side.document] for side in sides], np.int32)
        self._standing = np.array(
            [sum(self._weight(name) * value for name, value in side.standing.items()) for side in sides], np.float64
        )

    def against(self, own: Side, by: Collection[str], others: Collection[str]) -> Weighed:
        """The events of its parties that lie behind an entry; `by` are the ids of who made it, `others` of the rest."""
        places = self._homes.of(own.homes)
        places = places[self._later(own, places)]
        common = self._stems.shared(own.subject.stems, places)
        many = np.minimum(common, MANY) / MANY
        total = self._total(own, places) + self._weight("common words") * many
        total += self._weight("share of words") * self._share(own, places, common)
        near = self._weight("near") + self._weight("near and common words") * many
        both = (self._homes.shared(by, places) > 0) & (self._homes.shared(others, places) > 0)
        return Weighed(places, total, total + np.abs(near) * _LIKEST, both | (common > 0))

    def _later(self, own: Side, places: Places) -> Truths:
        """Whether the act lies behind the entry in time; in one text, where it does not tell both days, further on."""
        day, own_day = self._day[places], _number(own.day)
        beside = self._document[places] == self._documents.get(own.document, _UNKNOWN)
        beside &= (day == own_day) | ~(self._dated[places] & own.dated)
        behind = (day >= own_day) | (day == _UNKNOWN) | (own_day == _UNKNOWN)
        return np.where(beside, self._start[places] > own.place, behind)

    def _total(self, own: Side, places: Places) -> Numbers:
        """What the signs that are not of words weigh together, but for names."""
        weight, homes = self._weight, self._home_count[places]
        ours = self._homes.shared(own.homes, places)
        total = self._standing[places] + weight("always")
        total += weight("both sides") * (self._homes.shared(own.named, places) > 1)
        if own.owing:
            total += weight("who is to act") * self._homes.shared(own.owing, places) / len(own.owing)
        total += weight("strangers") * (homes - ours) / np.maximum(homes, 1)
        total += weight("common names") * np.minimum(self._names.shared(own.subject.names, places), NAMES) / NAMES
        total += weight("same document") * (self._document[places] == self._documents.get(own.document, _UNKNOWN))
        return total + self._of_days(own, places)

    def _of_days(self, own: Side, places: Places) -> Numbers:
        """What the days between them weigh, and whether it is in time."""
        day, own_day = self._day[places], _number(own.day)
        gap = np.log1p(np.maximum(day - own_day, 0)) / SCALE
        total = self._weight("days") * np.where((day == _UNKNOWN) | (own_day == _UNKNOWN), 1.0, gap)
        if own.due is not None:
            told, due = day != _UNKNOWN, _number(own.due)
            total += self._weight("in time") * (told & (day <= due)) + self._weight("late") * (told & (day > due))
        return total

    def _share(self, own: Side, places: Places, common: NDArray[np.int16]) -> Numbers:
        smaller = np.minimum(self._stem_count[places], len(own.subject.stems))
        return common / np.maximum(smaller, 1)

    def _weight(self, name: str) -> float:
        return self._weights.get(name, 0.0)


def _number(day: str | None) -> int:
    return _UNKNOWN if day is None else date.fromisoformat(day).toordinal()
