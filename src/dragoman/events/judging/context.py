"""Context: what a document has told up to an act, and what that says of each participant who may take part in it.

"Brussels turned down an offer in September": whose offer, the sentence before told. Each participant named so far, in
the act's own sentence or in the few before it, is a candidate for a side that the act's own clause leaves open.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import log
from typing import Literal

import numpy as np

from dragoman.events.draft import Draft
from dragoman.events.judging.features import KINDS, STATUSES, Floats
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

Side = Literal["actor", "recipient"]
Doubt = Literal["open", "speaker", "pronoun", "possessive", "description"]

_BACK = 7  # sentences: whoever was named before them is not looked for
_MEMORY = 40  # acts before this one that are looked at
_RECENT = 3  # acts of which one may be the talk still
_DISTANCES = (0, 1, 2, 3, 5)
_SECTORS = (None, "GOV", "MIL", "LEG", "JUD", "COP", "REB", "CVL", "OPP", "PRM", "UAF")
_FRONT = frozenset({"headline", "standfirst", "kicker"})
_CLEAR = 0.2  # the judge's share from which a mention of the same sentence is a likely side


_DOUBTS: tuple[Doubt, ...] = ("open", "speaker", "pronoun", "possessive", "description")
_SPEAKERS = frozenset({"i", "we", "us", "me", "our", "my"})
_DESCRIBED = frozenset({"description", "counterpart", "relation", "context", "short", "sides", "set", "office", "noun"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A side of an act that its own clause leaves open, or fills with words that may mean another (`current`)."""

    side: Side
    doubt: Doubt
    current: Participant | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A participant that may fill an open side, and the features of it (see `Context`)."""

    participant: Participant
    features: Floats


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A participant and how it was named so far: sentences since, times, and its place among the candidates."""

    participant: Participant
    distance: int
    times: int
    is_most_named: bool
    rank: int
    among: int


class Context:
    """Looks back from an act: who was named, how often and how long ago, and who did what to whom before."""

    def __init__(self, readings: Sequence[Reading], drafts: Sequence[Draft], types: Sequence[str]) -> None:
        self._types = tuple(types)
        self._named = list(_named(readings))
        self._sentences = [index for index, _ in self._named]
        self._times: dict[str, list[int]] = {}  # of each participant the places in `_named`
        for place, (_, one) in enumerate(self._named):
            self._times.setdefault(one.id, []).append(place)
        self._in_front = {
            one.id
            for reading in readings
            if reading.sentence.kind in _FRONT
            for mention in reading.mentions.values()
            for one in mention.participants
        }
        self._drafts = sorted((draft for draft in drafts if draft.dropped is None), key=_place)
        self._places = [_place(draft) for draft in self._drafts]

    def candidates(self, draft: Draft, open_: Open) -> list[Candidate]:
        """Those named so far, but for those who take part already; the latest named first.

        Whoever fills a doubtful side now is a candidate too.
        """
        at = bisect_right(self._places, _before(draft))
        before = self._drafts[max(at - _MEMORY, 0) : at]
        return [
            Candidate(participant=named.participant, features=self._features(draft, open_, named, before))
            for named in self._open(draft, open_)
        ]

    def _open(self, draft: Draft, open_: Open) -> Iterator[_Named]:
        here = draft.reading.sentence.index
        first, last = bisect_right(self._sentences, here - _BACK - 1), bisect_right(self._sentences, here)
        taken = {one.id for one in draft.participants if open_.current is None or one.id != open_.current.id}
        latest: dict[str, tuple[int, Participant]] = {}
        for index, one in self._named[first:last]:
            if one.id not in taken:
                latest[one.id] = (index, one)
        times = {name: bisect_left(self._times[name], last) for name in latest}
        most = max(times.values(), default=0)
        order = sorted(latest.values(), key=lambda each: (-each[0], -each[1].start))
        for rank, (index, one) in enumerate(order):
            yield _Named(
                participant=one,
                distance=here - index,
                times=times[one.id],
                is_most_named=times[one.id] == most,
                rank=rank,
                among=len(order),
            )

    def _features(self, draft: Draft, open_: Open, named: _Named, before: Sequence[Draft]) -> Floats:
        """Shape: (features,). The order is part of the weights."""
        one, speech = named.participant, draft.content_of
        share = _best_share(draft, one, open_.side)
        is_current = open_.current is not None and open_.current.id == one.id
        values = [
            *_one_of(self._types, draft.type),
            *_one_of(STATUSES, draft.status),
            *_one_of(KINDS, one.kind),
            *_one_of(_SECTORS, one.sector),
            *(float(named.distance >= step) for step in _DISTANCES),
            *_one_of(_DOUBTS, open_.doubt),
            float(is_current),
            float(_is_in(one, draft.recipients if open_.side == "actor" else draft.actors)),
            float(is_current and open_.doubt == "pronoun"),
            float(one.person is not None),
            float(open_.side == "actor"),
            float(draft.clause.kind == "noun"),
            float(draft.clause.passive),
            float(bool(draft.actors)),
            log(named.times),
            float(named.is_most_named),
            float(named.rank == 0),
            1.0 / named.among,
            float(named.among == 1),
            float(one.country is not None),
            float(one.country in {other.country for other in draft.participants if other.country}),
            *_told_of(one, draft, before),
            float(_is_in(one, draft.said_by)),
            float(_is_in(one, draft.addressees)),
            float(speech is not None and _is_in(one, speech.actors)),
            float(speech is not None and _is_in(one, speech.recipients)),
            float(speech is not None),
            float(one.id in self._in_front),
            share,
            float(share > _CLEAR),
        ]
        return np.array(values, np.float32)


def open_sides(draft: Draft) -> list[Open]:
    """The sides of an act that its own sentence leaves open, or fills by a word that points to somebody else."""
    if draft.dropped is not None or (draft.frame.reciprocal and len(draft.actors) > 1):
        return []
    found: list[Open] = []
    sides: tuple[tuple[Side, list[Participant]], ...] = (("actor", draft.actors), ("recipient", draft.recipients))
    for side, participants in sides:
        if not participants:
            found.append(Open(side=side, doubt="open"))
        elif len(participants) == 1 and (doubt := _doubt(draft, participants[0])) is not None:
            found.append(Open(side=side, doubt=doubt, current=participants[0]))
    return found


def _doubt(draft: Draft, one: Participant) -> Doubt | None:
    """Why it may be another who is meant: by which sort of word the participant is named."""
    for mention in draft.reading.mentions.values():
        if any((other.start, other.end) == (one.start, one.end) for other in mention.participants):
            if mention.rule in {"pronoun", "possessive"}:
                if one.text.lower() in _SPEAKERS:
                    return "speaker"
                return "pronoun" if mention.rule == "pronoun" else "possessive"
            return "description" if mention.rule in _DESCRIBED and one.person is None else None
    return None


def _told_of(one: Participant, draft: Draft, before: Sequence[Draft]) -> Iterator[float]:
    """What the acts before this one told of a candidate: the last one, the recent ones, those with the same people."""
    own = {other.id for other in draft.participants}
    last, recent = before[-1:], before[-_RECENT:]
    yield float(any(_is_in(one, other.actors) for other in last))
    yield float(any(_is_in(one, other.recipients) for other in last))
    yield float(any(_is_in(one, other.actors) for other in recent))
    yield float(any(_is_in(one, other.recipients) for other in recent))
    yield float(any(_is_in(one, other.recipients) and own & _ids(other.actors) for other in before))
    yield float(any(_is_in(one, other.actors) and own & _ids(other.recipients) for other in before))
    yield float(any(_is_in(one, other.recipients) and other.type == draft.type for other in recent))


def _best_share(draft: Draft, one: Participant, side: Side) -> float:
    """How likely the judge took its mentions in the act's own sentence to be on that side."""
    if draft.verdict is None:
        return 0.0
    place = 1 if side == "actor" else 2
    mentions = draft.reading.mentions
    shares = [
        share[place]
        for head, share in draft.verdict.sides.items()
        if head in mentions and _is_in(one, mentions[head].participants)
    ]
    return max(shares, default=0.0)


def _named(readings: Iterable[Reading]) -> Iterator[tuple[int, Participant]]:
    """Each participant named, with the sentence, in the order of the text; places where things happen are left out."""
    for reading in readings:
        for head in sorted(reading.mentions):
            mention = reading.mentions[head]
            if mention.rule != "venue":
                yield from ((reading.sentence.index, one) for one in mention.participants)


def _place(draft: Draft) -> tuple[int, int]:
    return (draft.reading.sentence.index, min(draft.tokens))


def _before(draft: Draft) -> tuple[int, int]:
    index, token = _place(draft)
    return (index, token - 1)


def _ids(participants: Iterable[Participant]) -> set[str]:
    return {one.id for one in participants}


def _is_in(one: Participant, participants: Iterable[Participant]) -> bool:
    return any(other.id == one.id for other in participants)


def _one_of(names: Sequence[str | None], name: str | None) -> list[float]:
    return [float(each == name) for each in names]
