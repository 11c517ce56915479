"""Candidates: takes entries and the roll, gives the later acts that may concern each and may be likely enough to count.

Of a large store nearly all pairs of an entry and an act are of no account, whatever their passages say: these are
passed over together (`columns`), and only the others are looked at one by one.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf, log

import numpy as np

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.linking.columns import Columns, Truths, Weighed
from dragoman.ledger.linking.postings import Places
from dragoman.ledger.linking.signs import Near, Side, entry_side, event_side
from dragoman.ledger.linking.ties import tie_of
from dragoman.ledger.parties import homes
from dragoman.ledger.quoting import quoted
from dragoman.ledger.roll import Roll
from dragoman.records.deed import Deed
from dragoman.records.entry import Entry, Tie
from dragoman.records.event import Event
from dragoman.records.progress import Progress, Tell, tell_nobody

_TOLD = 500  # entries after which it is told how far it has come
_ROUNDING = 0.0002  # of a score: more than what it may gain by being rounded


@dataclass(frozen=True, slots=True)
class Candidate:
    """A later event of a side of the entry, and what it would do to it."""

    entry: Entry
    own: Side
    deed: Deed
    event: Event
    other: Side
    tie: Tie


class Candidates:
    """`all` that may reach the score `least`, or are `ruled`, in the order of the entries and of time.

    `compared` are the passages that are told in words that may be compared: of two that have both sides, or a word, in
    common, whether or not these may reach the score. Without `near` nothing is compared.
    """

    def __init__(
        self,
        entries: Sequence[Entry],
        roll: Roll,
        words: LedgerWords,
        near: Near | None,
        *,
        least: float,
        ruled: Collection[tuple[str, str]] = (),
        tell: Tell = tell_nobody,
    ) -> None:
        self._roll, self._words, self._near = roll, words, near
        self._bar = _bar(least)
        self._told = [(deed, report.event) for deed in roll.tellings for report in deed.reports]
        self._sides = [event_side(event, deed, roll, words) for deed, event in self._told]
        self._columns = Columns(self._sides, words.linking)
        self._passages, self._passage = _numbered([side.passage for side in self._sides])
        self._is_compared = np.zeros(len(self._passages), np.bool_)
        self._ruled = _by_entry(ruled)
        self.compared: set[str] = set()
        self.all: list[Candidate] = []
        for number, entry in enumerate(entries):
            if number % _TOLD == 0:
                tell(Progress(step="entries", done=number, all=len(entries)))
            self.all += self._of(entry)

    def _of(self, entry: Entry) -> list[Candidate]:
        """Those of an entry; whatever of it is compared is noted on the way."""
        own = entry_side(entry, self._roll, self._words)
        weighed = self._columns.against(own, homes(entry.by), homes((*entry.to, *entry.about)))
        pairing = _Pairing(entry, own, self._roll, self._words, self._told)
        if self._near is not None:
            self._compare(pairing, weighed)
        best = weighed.total if self._near is None else weighed.most
        reached = weighed.places[(best >= self._bar) | self._is_ruled(entry, weighed.places)]
        return [
            self._candidate(pairing, place, tie)
            for place in reached.tolist()
            if (tie := pairing.tie(place)) is not None
        ]

    def _candidate(self, pairing: "_Pairing", place: int, tie: Tie) -> Candidate:
        deed, event = self._told[place]
        return Candidate(pairing.entry, pairing.own, deed, event, self._sides[place], tie)

    def _compare(self, pairing: "_Pairing", weighed: Weighed) -> None:
        """Notes the passages of an entry's acts that are compared with its own, and its own if any is."""
        akin = weighed.places[weighed.akin]
        passages = self._passage[akin]
        new = ~self._is_compared[passages]
        for place, passage in zip(akin[new].tolist(), passages[new].tolist(), strict=True):
            if not self._is_compared[passage] and pairing.tie(place) is not None:
                self._note(passage, self._sides[place].passage)
                self._note(self._passages.get(pairing.own.passage), pairing.own.passage)
        if pairing.own.passage not in self.compared and any(pairing.tie(place) is not None for place in akin.tolist()):
            self._note(self._passages.get(pairing.own.passage), pairing.own.passage)

    def _note(self, number: int | None, passage: str) -> None:
        self.compared.add(passage)
        if number is not None:
            self._is_compared[number] = True

    def _is_ruled(self, entry: Entry, places: Places) -> Truths:
        acts = self._ruled.get(entry.id, set())
        if not acts:
            return np.zeros(len(places), np.bool_)
        return np.array([self._told[place][0].act.id in acts for place in places.tolist()], np.bool_)


class _Pairing:
    """What each event, by its place, would do to one entry; each is asked once."""

    def __init__(
        self, entry: Entry, own: Side, roll: Roll, words: LedgerWords, told: Sequence[tuple[Deed, Event]]
    ) -> None:
        self.own = own
        self.entry, self._words, self._told = entry, words, told
        self._kin = _kin(entry, roll)
        self._ties: dict[int, Tie | None] = {}

    def tie(self, place: int) -> Tie | None:
        """None for nothing, and for what makes the entry or is told in its very words."""
        if place not in self._ties:
            _, event = self._told[place]
            apart = event.id not in self._kin and not _same_passage(self.entry, event)
            self._ties[place] = tie_of(self.entry, self.own, event, self._words) if apart else None
        return self._ties[place]


def _bar(least: float) -> float:
    """The sum of signs that such a score takes at the least; any where that is nothing."""
    under = least - _ROUNDING
    return log(under / (1 - under)) if under > 0 else -inf


def _numbered(passages: Iterable[str]) -> tuple[dict[str, int], Places]:
    """A number for each passage, and those of all of them in order."""
    numbers: dict[str, int] = {}
    return numbers, np.array([numbers.setdefault(passage, len(numbers)) for passage in passages], np.int32)


def _by_entry(ruled: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for entry, act in ruled:
        found[entry].add(act)
    return found


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
    return entry.what.document == event.document and entry.what.overlaps(quoted(event.document, event.passage))
