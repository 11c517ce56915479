"""Linking: takes entries and the roll of deeds, gives for each entry the later acts that do something to it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

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
    def quote(self) -> Quote:
        """The passage that tells it."""
        return quote_of(self.event)


def ties_of(entries: Sequence[Entry], roll: Roll, words: LedgerWords, near: Near | None = None) -> Iterator[Tied]:
    """Every act that may concern an entry, whatever its score, by what it would do to it."""
    events = [(deed, report.event) for deed in roll.tellings for report in deed.reports]
    own = _with_vectors([entry_side(entry, words) for entry in entries], near)
    others = _with_vectors([event_side(event, deed, words) for deed, event in events], near)
    by_party: dict[str, set[int]] = defaultdict(set)
    for place, (_, event) in enumerate(events):
        for id_ in homes((*event.actors, *event.recipients)):
            by_party[id_].add(place)
    for entry, side in zip(entries, own, strict=True):
        kin = _kin(entry, roll)
        places = set().union(*(by_party[id_] for id_ in homes((*entry.by, *entry.to, *entry.about))))
        found: dict[str, Tied] = {}
        for place in sorted(places):
            (deed, event), other = events[place], others[place]
            if event.id in kin or not _later(side, other) or _same_passage(entry, event):
                continue
            tie = tie_of(entry, event, words)
            if tie is None:
                continue
            signs = signs_of(entry, side, event, other, tie, words)
            signs["same act"] = float(deed.act.id == entry.act)
            score = weighed(signs, words.linking)
            told = deed.reports[0].id
            if told not in found or score > found[told].score:
                reasons = _reasons(entry, side, event, other)
                found[told] = Tied(
                    entry=entry.id, tie=tie, deed=deed, event=event, score=score, reasons=reasons, signs=signs
                )
        yield from found.values()


def _with_vectors(sides: Sequence[Side], near: Near | None) -> list[Side]:
    if near is None or not sides:
        return list(sides)
    vectors = near([side.passage for side in sides])
    return [replace(side, vector=vector) for side, vector in zip(sides, vectors, strict=True)]


def _kin(entry: Entry, roll: Roll) -> set[str]:
    """The events that make the entry: its act's, the speech of which they are content, and all other parts of it."""
    made = roll.by_event(entry.event)
    events = [report.event for report in made.reports] if made else []
    kin = {event.id for event in events}
    for event in events:
        kin |= {other.id for other in (*roll.siblings(event), *roll.contents(event), *roll.parts(event))}
        kin |= {id_ for id_ in (event.content_of, event.part_of) if id_}
        kin |= {other.id for other in roll.events.values() if other.same_as == event.id or event.same_as == other.id}
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
