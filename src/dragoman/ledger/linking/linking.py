"""Linking: takes entries and the roll of deeds, gives for each entry the later acts that do something to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.signs import Near, Side, entry_side, event_side, signs_of
from dragoman.ledger.linking.ties import tie_of
from dragoman.ledger.parties import homes
from dragoman.ledger.quoting import passage_of, quote_of
from dragoman.ledger.roll import Roll
from dragoman.ledger.weighing import Signs, weighed
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Quote, Tie
from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A later act that does something to an entry, how likely (0 … 1), and why."""

    entry: str
    tie: Tie
    deed: Deed
    event: Event
    score: float
    reasons: tuple[str, ...]
    signs: Signs

    @property
    def within(self) -> bool:
        """Whether the document that makes the entry tells it too."""
        return self.signs["same document"] > 0

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
        own, other = (replace(side, vector=vectors.get(side.passage)) for side in (one.own, one.other))
        signs = signs_of(one.entry, own, one.event, other)
        score = weighed(signs, words.linking)
        key = (one.entry.id, one.deed.reports[0].id)
        if key not in found or score > found[key].score:
            found[key] = Tied(
                entry=one.entry.id,
                tie=one.tie,
                deed=one.deed,
                event=one.event,
                score=score,
                reasons=_reasons(one.entry, own, one.event, other),
                signs=signs,
            )
    yield from found.values()


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A later event of a side of the entry, and what it would do to it."""

    entry: Entry
    own: Side
    deed: Deed
    event: Event
    other: Side
    tie: Tie


def _candidates(entries: Sequence[Entry], roll: Roll, words: LedgerWords) -> Iterator[_Candidate]:
    told = [(deed, report.event) for deed in roll.tellings for report in deed.reports]
    sides = [event_side(event, deed, roll, words) for deed, event in told]
    by_party: dict[str, set[int]] = defaultdict(set)
    for place, (_, event) in enumerate(told):
        for id_ in homes((*event.actors, *event.recipients)):
            by_party[id_].add(place)
    for entry in entries:
        own, kin = entry_side(entry, roll, words), _kin(entry, roll)
        parties = homes((*entry.by, *entry.to, *entry.about))
        for place in sorted({place for id_ in parties for place in by_party.get(id_, ())}):
            (deed, event), other = told[place], sides[place]
            if event.id in kin or not _later(own, other) or _same_passage(entry, event):
                continue
            tie = tie_of(entry, event, words)
            if tie is not None:
                yield _Candidate(entry, own, deed, event, other, tie)


def _vectors(candidates: Sequence[_Candidate], near: Near | None) -> dict[str, NDArray[np.float32]]:
    """The vectors of passages that may be told in other words: those of both sides, or with a word in common."""
    if near is None:
        return {}
    alike = [one for one in candidates if one.own.subject.stems & one.other.subject.stems or _both_sides(one)]
    passages = list(dict.fromkeys(side.passage for one in alike for side in (one.own, one.other)))
    return dict(zip(passages, near(passages), strict=True)) if passages else {}


def _both_sides(one: _Candidate) -> bool:
    theirs = homes((*one.event.actors, *one.event.recipients))
    return bool(homes(one.entry.by) & theirs) and bool(homes((*one.entry.to, *one.entry.about)) & theirs)


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
    passage = passage_of(event)
    what = entry.what
    return event.document == what.document and passage.start < what.end and what.start < passage.end


def _later(own: Side, other: Side) -> bool:
    """Whether the act lies behind the entry: later in time, or further on in a text of the same day."""
    if own.document == other.document:
        return other.place > own.place
    if own.day is None or other.day is None:
        return True
    return other.day >= own.day


def _reasons(entry: Entry, own: Side, event: Event, other: Side) -> tuple[str, ...]:
    """What speaks for it, in words that a reader can check."""
    sides = homes((*entry.by, *entry.to, *entry.about)) & homes((*event.actors, *event.recipients))
    reasons = [f"same sides: {', '.join(sorted(sides))}"]
    if common := own.subject.stems & other.subject.stems:
        reasons.append(f"like words: {', '.join(sorted(common))}")
    if own.vector is not None and other.vector is not None:
        reasons.append(f"passages alike: {float(own.vector @ other.vector):.2f}")
    if own.day and other.day:
        reasons.append(f"{own.day} and {other.day}")
    return tuple(reasons)
