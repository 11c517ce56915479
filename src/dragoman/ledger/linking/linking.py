"""Linking: takes entries and the roll of deeds, gives for each entry the later acts that do something to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.signs import Near, Side, entry_side, event_side, reasons_of, signs_of
from dragoman.ledger.linking.ties import tie_of
from dragoman.ledger.parties import homes
from dragoman.ledger.quoting import quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.weighing import Signs, weighed
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Quote, Tie
from dragoman.records.event import Event

Vector = NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A later act that does something to an entry, how likely (0 … 1), and what speaks for it.

    `sides` are what was compared, with how alike the passages are; None where a person made the tie, who `said` why.
    """

    entry: str
    tie: Tie
    deed: Deed
    event: Event
    score: float
    signs: Signs
    sides: tuple[Side, Side, float | None] | None = None
    said: str = ""

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why, in words."""
        return (self.said,) if self.sides is None else reasons_of(*self.sides)

    @property
    def within(self) -> bool:
        """Whether the document that makes the entry tells it too."""
        return bool(self.signs.get("same document"))

    @property
    def quote(self) -> Quote:
        """The passage that tells it."""
        return quote_of(self.event)


def ties_of(entries: Sequence[Entry], roll: Roll, words: LedgerWords, near: Near | None = None) -> Iterator[Tied]:
    """Every act that may concern an entry, whatever its score, by what it would do to it; one for each telling."""
    found: dict[tuple[str, str], Tied] = {}
    candidates = list(_candidates(entries, roll, words))
    vectors = _vectors(candidates, near)
    for one in candidates:
        alike = _product(vectors.get(one.own.passage), vectors.get(one.other.passage))
        signs = signs_of(one.own, one.other, alike)
        score = weighed(signs, words.linking)
        key = (one.entry.id, one.deed.reports[0].id)
        if key not in found or score > found[key].score:
            found[key] = Tied(
                entry=one.entry.id,
                tie=one.tie,
                deed=one.deed,
                event=one.event,
                score=score,
                signs=signs,
                sides=(one.own, one.other, alike),
            )
    yield from found.values()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A later event of a side of the entry, and what it would do to it; `both`: it is of both sides."""

    entry: Entry
    own: Side
    deed: Deed
    event: Event
    other: Side
    tie: Tie
    both: bool


def _candidates(entries: Sequence[Entry], roll: Roll, words: LedgerWords) -> Iterator[_Candidate]:
    told = [(deed, report.event) for deed in roll.tellings for report in deed.reports]
    sides = [event_side(event, deed, roll, words) for deed, event in told]
    by_party: dict[str, set[int]] = defaultdict(set)
    for place, side in enumerate(sides):
        for id_ in side.homes:
            by_party[id_].add(place)
    for entry in entries:
        own, kin = entry_side(entry, roll, words), _kin(entry, roll)
        by, others = homes(entry.by), homes((*entry.to, *entry.about))
        for place in sorted({place for id_ in own.homes for place in by_party.get(id_, ())}):
            (deed, event), other = told[place], sides[place]
            if event.id in kin or not _later(own, other) or _same_passage(entry, event):
                continue
            tie = tie_of(entry, own, event, words)
            if tie is not None:
                both = bool(by & other.homes) and bool(others & other.homes)
                yield _Candidate(entry, own, deed, event, other, tie, both)


def _vectors(candidates: Sequence[_Candidate], near: Near | None) -> dict[str, Vector]:
    """The vectors of passages that may be told in other words: those of both sides, or with a word in common."""
    if near is None:
        return {}
    alike = [one for one in candidates if one.both or one.own.subject.stems & one.other.subject.stems]
    passages = list(dict.fromkeys(side.passage for one in alike for side in (one.own, one.other)))
    return dict(zip(passages, near(passages), strict=True)) if passages else {}


def _product(one: Vector | None, other: Vector | None) -> float | None:
    return None if one is None or other is None else float(one @ other)


def _kin(entry: Entry, roll: Roll) -> set[str]:
    """The events that make the entry: its act's, the speech of which they are content, and all other parts of it."""
    made = roll.by_event(entry.event)
    events = [report.event for report in made.reports] if made else []
    kin = {event.id for event in events}
    for event in events:
        kin |= {other.id for other in (*roll.siblings(event), *roll.contents(event), *roll.parts(event))}
        kin |= {id_ for id_ in (event.content_of, event.part_of) if id_}
    for part in [roll.events[item.event] for item in entry.items if item.event in roll.events]:
        kin |= {part.id} | {id_ for id_ in (part.content_of, part.part_of) if id_}
    for event in events:
        beside = roll.in_document(event.document)
        kin |= {other.id for other in beside if other.same_as == event.id or event.same_as == other.id}
    return kin


def _same_passage(entry: Entry, event: Event) -> bool:
    """Whether the event is told in the very words of the entry."""
    passage = event.passage
    what = entry.what
    return event.document == what.document and passage.start < what.end and what.start < passage.end


def _later(own: Side, other: Side) -> bool:
    """Whether the act lies behind the entry in time; in one text, where it does not tell both days, further on."""
    if own.document == other.document and (own.day == other.day or not (own.dated and other.dated)):
        return other.place > own.place
    return own.day is None or other.day is None or other.day >= own.day
