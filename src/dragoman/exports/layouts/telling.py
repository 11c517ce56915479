"""Telling: takes an account, gives what is to be written of it: one `Told` for each row, with what all layouts need."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.knowledge.layouts import load_layouts
from dragoman.records.account import Account
from dragoman.records.act import Act, ActPlace, Party
from dragoman.records.pairs import Pair, pairs_of
from dragoman.records.span import PlacePrecision

_ID_BITS = 53  # whole numbers up to here are exact in JavaScript, R and spreadsheets too


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One row: the act, whom it tells of, and the day to which it is dated. `number` counts the rows of one act."""

    account: Account
    pair: Pair
    number: int
    day: str

    @property
    def act(self) -> Act:
        """The act."""
        return self.account.act

    @property
    def id(self) -> int:
        """A whole number made of the ids of the act and its sides: always the same for the same row."""
        return whole_number("\n".join((self.act.id, *self.pair.key)))

    @property
    def compact_day(self) -> str:
        """The day as YYYYMMDD."""
        return self.day.replace("-", "")

    def raw(self, party: Party | None) -> str:
        """The words that name a side in the fullest report, as far as they stand there."""
        if party is None:
            return ""
        named = [one for one in (*self.account.event.actors, *self.account.event.recipients) if one.id == party.id]
        same = [one for one in named if one.person == party.person]
        return (same or named)[0].text if named else ""

    def place_name(self, *precisions: PlacePrecision) -> str:
        """The name of the place, if it is known that exactly."""
        place = self.act.place
        return place.name if place is not None and place.precision in precisions else ""


def told_rows(account: Account) -> Iterator[Told]:
    """A row for each pair of sides; none where no day is known, for all layouts have a date."""
    day = day_of(account)
    if day is None:
        return
    for number, pair in enumerate(pairs_of(account.act, load_layouts().file.reciprocal), start=1):
        yield Told(account=account, pair=pair, number=number, day=day)


def day_of(account: Account) -> str | None:
    """The first day of the act's date, else the day on which it was first reported."""
    if account.act.date is not None:
        return account.act.date.start
    return account.act.first_reported or account.document.published


def whole_number(text: str) -> int:
    """A whole number that stands for a text."""
    return int.from_bytes(hashlib.sha256(text.encode()).digest()[:8]) >> (64 - _ID_BITS)


def shown_name(party: Party | None) -> str:
    """Who acts: the official who acts for a state, else the side itself."""
    if party is None:
        return ""
    return (party.person or party.name) if party.kind == "state" else party.name


def state_of(party: Party | None) -> str | None:
    """The state that a side is or belongs to."""
    if party is None:
        return None
    return party.country or (party.id if party.kind == "state" else None)


def figure(value: float | None) -> str:
    """A figure without idle zeros."""
    if value is None:
        return ""
    text = f"{value:.6f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def latitude(place: ActPlace | None) -> str:
    """Degrees north."""
    return figure(place.latitude if place is not None else None)


def longitude(place: ActPlace | None) -> str:
    """Degrees east."""
    return figure(place.longitude if place is not None else None)
