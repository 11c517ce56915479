"""Keys: takes a card, gives the keys under which reports of the same act are looked for, so that few are compared.

Two reports whose days lie near each other are compared if they have two sides in common, or a side and a city, or a
side and a figure; or if they have a side (or a city) and the type in common, and one of them names no other side, or
both tell the same day. A report that tells no more than the year is compared with all of that year that share two
sides. So a report is kept under some keys and looks for others: of two reports one looks where the other is kept.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import NamedTuple

from dragoman.acts.card import Card
from dragoman.acts.days import Window, iso_day

TOLERANCE = 1  # days by which dates of one act may differ
_MOST_SIDES = 8  # of a long list of participants the first ones find the act; more would make keys by the hundred
_MOST_FIGURES = 3
_YEAR = 366  # days
_NEAR = 9  # days: reports with one side in common are compared within a shorter time than those with two


class Key(NamedTuple):
    """A key, and the days between which the act lies; a tuple, since there are ten of them for each event."""

    value: int
    first: int
    last: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Under which keys a report is kept, and for which it looks."""

    kept: tuple[Key, ...]
    sought: tuple[Key, ...]


def meet(one: Keys, other: Keys) -> bool:
    """Whether two reports are compared, whichever came first; store/acting.py has the same rule in SQL."""
    return any(
        key.value == sought.value and key.first <= sought.last + TOLERANCE and sought.first <= key.last + TOLERANCE
        for kept, seeking in ((one.kept, other.sought), (other.kept, one.sought))
        for key in kept
        for sought in seeking
    )


def keys_of(card: Card) -> Keys:
    """The keys of a report; none where its day is not known at all."""
    if card.window is None:
        return Keys(kept=(), sought=())
    pairs = list(combinations(_sides(card), 2))
    together = () if card.window.long else tuple(_together(card, card.window, pairs))
    kept, sought = list(together), list(together)
    years = _years(card.window)
    for extent in ("long", "short"):
        keys = [_key(("year", extent, year, *pair), 0, 0) for year in years for pair in pairs]
        is_own = (extent == "long") == card.window.long
        kept += keys if is_own else []
        sought += keys if extent == "long" or card.window.long else []
    if not card.window.long:
        _add_apart(card, card.window, kept, sought)
    return Keys(kept=tuple(dict.fromkeys(kept)), sought=tuple(dict.fromkeys(sought)))


def _sides(card: Card) -> list[str]:
    return sorted(card.sides | card.countries)[:_MOST_SIDES]


def _together(card: Card, window: Window, pairs: list[tuple[str, str]]) -> Iterator[Key]:
    """What two reports of one act have in common beside the day."""
    sides = _sides(card)
    parts = [("sides", *pair) for pair in pairs]
    if card.place is not None and card.exact_place:
        parts += [("place", side, card.place) for side in sides]
    parts += [("figure", side, f"{figure:g}") for side in sides for figure in sorted(card.figures)[:_MOST_FIGURES]]
    return (_key(each, window.first, window.last) for each in parts)


def _add_apart(card: Card, window: Window, kept: list[Key], sought: list[Key]) -> None:
    """One side, or a city, and the type: enough where a report names no more, or where both tell the same day."""
    parts = [("side", side, card.type) for side in _sides(card)]
    if card.place is not None and card.exact_place:
        parts.append(("there", card.place, card.type))
    alone = len(card.sides) <= 1
    first, last = window.first, min(window.last, window.first + _NEAR)
    for each in parts:
        kept.append(_key((*each, "alone" if alone else "among others"), first, last))
        sought.append(_key((*each, "alone"), first, last))
        if alone:
            sought.append(_key((*each, "among others"), first, last))
        if window.exact:
            on_the_day = _key((*each, "on the day"), window.first, window.first)
            kept.append(on_the_day)
            sought.append(on_the_day)


def _years(window: Window) -> list[str]:
    """The years in which the days lie; none for longer periods, which tell too little."""
    if window.last - window.first > _YEAR:
        return []
    first, last = int(iso_day(window.first)[:4]), int(iso_day(window.last)[:4])
    return [str(year) for year in range(first, last + 1)]


def _key(parts: tuple[str, ...], first: int, last: int) -> Key:
    return Key(_value(parts), first, last)


@lru_cache(maxsize=100_000)
def _value(parts: tuple[str, ...]) -> int:
    """The parts as a number; the same sides come again and again."""
    text = "\x1f".join(parts)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), signed=True)
