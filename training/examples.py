"""Takes passages of the training corpus, gives examples for the judge: each clause with its features and its gold.

The gold of a clause is the event whose trigger holds its head. Where a trigger holds several heads ("imposed
sanctions") the act noun's counts; the others are left out of the training.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from passages import Event, Passage, Place, trigger_place

from dragoman.events.judging.features import Features
from dragoman.events.judging.proposal import Proposal
from dragoman.events.judging.proposing import Proposing
from dragoman.events.judging.unlisted import with_unlisted
from dragoman.events.matching.matcher import Matcher
from dragoman.events.standing.status import StatusReader
from dragoman.knowledge.pack import Pack
from dragoman.measure.documents.gold import accepted_slugs
from dragoman.measure.documents.slugs import slug, slugs_of
from dragoman.measure.golden.comparing import Verdict
from dragoman.measure.golden.running import code_golden
from dragoman.measure.golden.shapes import GoldenSentence
from dragoman.measure.passages import coding_with
from dragoman.pipeline import Coder
from dragoman.records.document import Document
from dragoman.records.event import Event as Coded
from dragoman.records.participant import Mention, Participant
from dragoman.records.reading import Reading
from dragoman.sources import make_item

Floats = NDArray[np.float32]

_POINTING = frozenset({
    "pronoun", "possessive", "description", "counterpart", "relation", "context", "short", "sides", "set", "office",
    "noun",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One clause: its head token and features; and what the gold says: type or None, what else passes, status, sides.

    `sides` has for each mention of the sentence 0 nobody, 1 actor, 2 recipient, or -1 where the gold leaves it open.
    """

    head: int
    features: Floats
    mention_heads: tuple[int, ...]
    side_features: Floats
    type: str | None
    also: tuple[str, ...]
    status: str | None
    status_also: tuple[str, ...]
    sides: tuple[int, ...]
    known: bool  # False where the clause stands inside a trigger whose act another clause tells
    core: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One sentence: its words and its acts, and the passage it comes from."""

    passage: str
    register: str
    words: tuple[str, ...]
    acts: tuple[Act, ...]


class Examples:
    """Callable: passages in, examples out; `missed` counts the coded acts that no clause tells."""

    def __init__(self, coder: Coder, pack: Pack) -> None:
        self._coder = coder
        self._features = Features(tuple(pack.ontology.types))
        self._matcher = Matcher(pack.frames, arms=pack.references.arms)
        self._proposing = Proposing(StatusReader(pack.status), pack.references.private_sectors)
        self._acting = pack.judging.acting
        self.missed: list[str] = []
        self.found = 0

    def __call__(self, passages: Iterable[Passage]) -> Iterator[Example]:
        """The examples of each passage, sentence by sentence."""
        for passage in passages:
            item = make_item(passage.text)
            for read in self._coder.read([item], published=passage.published):
                clean = passage.model_copy(update={"text": read.document.text})
                placed = {event.id: place for event in clean.events if (place := trigger_place(clean, event))}
                yield from self._passage(clean, placed, read.document, read.readings)

    def golden(self, sentences: Sequence[GoldenSentence]) -> Iterator[Example]:
        """Examples from golden sentences: those that grammar and frames code as they should be, and those of no act."""
        verdicts = code_golden(sentences, coding_with(self._coder))
        for number, (sentence, verdict) in enumerate(zip(sentences, verdicts, strict=True)):
            is_none = not sentence.written.events and not sentence.written.more
            if not is_none and (sentence.written.gap is not None or not verdict.holds):
                continue
            item = make_item(sentence.written.text)
            for read in self._coder.read([item], published=sentence.written.published):
                for reading in read.readings:
                    yield from self._golden(f"golden-{number:04}", read.document, reading, verdict)

    def _golden(self, name: str, document: Document, reading: Reading, verdict: Verdict) -> Iterator[Example]:
        surplus = {event.id for event in verdict.surplus}
        right = [event for event in verdict.events if event.id not in surplus]
        found = self._matcher(reading)
        reading = with_unlisted(document, reading, self._acting)
        proposals = self._proposing(reading, *found)
        mentions = sorted(reading.mentions.values(), key=lambda mention: mention.head)
        owners = _owners(
            reading,
            proposals,
            {place: Place(start=event.trigger.start, end=event.trigger.end) for place, event in enumerate(right)},
        )
        acts = []
        for proposal in proposals:
            owner = owners.get(proposal.clause.head, -1)
            event = right[owner] if owner is not None and owner >= 0 else None
            rest = not verdict.sentence.written.more
            acts.append(
                Act(
                    head=proposal.clause.head,
                    features=self._features.act(reading, proposal),
                    mention_heads=tuple(mention.head for mention in mentions),
                    side_features=self._features.sides(reading, proposal, mentions),
                    type=event.type if event else None,
                    also=(),
                    status=event.status if event else None,
                    status_also=(),
                    sides=_coded_sides(mentions, event) if event else (-1,) * len(mentions),
                    known=event is not None or (owner == -1 and rest),
                    core=True,
                )
            )
        if acts:
            yield Example(
                passage=name,
                register="golden",
                words=tuple(token.text for token in reading.sentence.tokens),
                acts=tuple(acts),
            )

    def _passage(
        self, passage: Passage, placed: Mapping[int, Place], document: Document, readings: Sequence[Reading]
    ) -> Iterator[Example]:
        events = {event.id: event for event in passage.events}
        told: set[int] = set()
        for reading in readings:
            found = self._matcher(reading)
            reading = with_unlisted(document, reading, self._acting)  # noqa: PLW2901 - the same sentence, seen with more
            proposals = self._proposing(reading, *found)
            owners = _owners(reading, proposals, placed)
            told |= {number for number in owners.values() if number is not None}
            mentions = sorted(reading.mentions.values(), key=lambda mention: mention.head)
            acts = [
                self._act(reading, proposal, mentions, events, owners.get(proposal.clause.head, -1), passage.aliases)
                for proposal in proposals
            ]
            if acts:
                yield Example(
                    passage=passage.id,
                    register=passage.register,
                    words=tuple(token.text for token in reading.sentence.tokens),
                    acts=tuple(acts),
                )
        self.found += len(told)
        self.missed += [
            f"{passage.id} {events[n].type}: {events[n].quote} [{events[n].trigger}]" for n in placed if n not in told
        ]

    def _act(
        self,
        reading: Reading,
        proposal: Proposal,
        mentions: Sequence[Mention],
        events: Mapping[int, Event],
        owner: int | None,
        aliases: Mapping[str, list[str]],
    ) -> Act:
        event = events.get(owner) if owner is not None else None
        return Act(
            head=proposal.clause.head,
            features=self._features.act(reading, proposal),
            mention_heads=tuple(mention.head for mention in mentions),
            side_features=self._features.sides(reading, proposal, mentions),
            type=event.type if event else None,
            also=tuple(event.alt) if event else (),
            status=event.status if event else None,
            status_also=tuple(event.status_alt) if event else (),
            sides=_sides(reading, proposal, mentions, event, aliases) if event else (-1,) * len(mentions),
            known=owner is not None,
            core=event.core if event else True,
        )


def _coded_sides(mentions: Sequence[Mention], event: Coded) -> tuple[int, ...]:
    actors = {(one.start, one.end) for one in event.actors}
    recipients = {(one.start, one.end) for one in event.recipients}
    return tuple(
        1 if any((p.start, p.end) in actors for p in m.participants)
        else 2 if any((p.start, p.end) in recipients for p in m.participants)
        else 0
        for m in mentions
    )  # fmt: skip


def _owners(reading: Reading, proposals: Sequence[Proposal], placed: Mapping[int, Place]) -> dict[int, int | None]:
    """For each head inside a trigger the event that it tells, or None where another head of the trigger tells it."""
    tokens = reading.sentence.tokens
    owners: dict[int, int | None] = {}
    for number, place in placed.items():
        inside = [
            p
            for p in proposals
            if place.start <= tokens[p.clause.head].start and tokens[p.clause.head].end <= place.end
        ]
        if not inside:
            continue
        best = max(inside, key=lambda p: (p.clause.governed_as == "light", p.type is not None, -p.clause.head))
        for proposal in inside:
            if owners.get(proposal.clause.head) is None:
                owners[proposal.clause.head] = number if proposal is best else None
    return owners


def _sides(
    reading: Reading,
    proposal: Proposal,
    mentions: Sequence[Mention],
    event: Event,
    aliases: Mapping[str, list[str]],
) -> tuple[int, ...]:
    """For each mention its side. Of several mentions of one participant the nearest counts, the others are open.

    Who bears a slug is found by its words too ("protesters" is "anti-government protesters"). Where one is found
    nowhere, whoever the grammar puts on that side is it, named by words that were understood otherwise ("he"); and
    those who bear slugs of their own are left open: each may be meant.
    """
    sides = [0] * len(mentions)
    unplaced = False
    for side, ids, told in ((1, event.actors, proposal.actors), (2, event.recipients, proposal.recipients)):
        missing = False
        for name in ids:
            fitting = _fitting(name, mentions, aliases)
            missing = missing or not fitting
            fitting.sort(key=lambda place: _nearness(reading, proposal, mentions[place]))
            for rank, place in enumerate(fitting):
                if rank == 0:
                    sides[place] = side
                elif sides[place] == 0:
                    sides[place] = -1
        if missing and side not in sides:
            for place in _in_the_slot(proposal, mentions, side, told):
                if sides[place] <= 0:
                    sides[place] = side
        unplaced = unplaced or missing
    if unplaced:
        return tuple(-1 if side == 0 and _is_vague(mentions[place]) else side for place, side in enumerate(sides))
    return tuple(sides)


def _fitting(name: str, mentions: Sequence[Mention], aliases: Mapping[str, list[str]]) -> list[int]:
    accepted = accepted_slugs([name], aliases)
    fitting = [place for place, mention in enumerate(mentions) if slugs_of(mention.participants) & accepted]
    if not fitting and name.islower():
        fitting = [place for place, mention in enumerate(mentions) if _shares_words(name, mention)]
    return fitting


def _in_the_slot(proposal: Proposal, mentions: Sequence[Mention], side: int, told: Sequence[Participant]) -> list[int]:
    """The vague mentions that the frame, or else the clause itself, puts on a side."""
    spans = {(one.start, one.end) for one in told}
    heads = proposal.clause.heads("doer" if side == 1 else "done-to")
    return [
        place
        for place, mention in enumerate(mentions)
        if _is_vague(mention)
        and (mention.head in heads or any((one.start, one.end) in spans for one in mention.participants))
    ]


def _shares_words(name: str, mention: Mention) -> bool:
    """Whether a slug and a mention have their last word in common, or the mention's words are all in the slug."""
    words = name.split("-")
    own = [slug(one.text).split("-") for one in mention.participants if one.id.islower()]
    return any(
        _stem(each[-1]) == _stem(words[-1]) or {_stem(w) for w in words} <= {_stem(w) for w in each} for each in own
    )


def _stem(word: str) -> str:
    return word.removesuffix("s")


def _is_vague(mention: Mention) -> bool:
    """Whether its words may mean another than it was taken to mean, or somebody with a slug of another wording."""
    return mention.rule in _POINTING or all(one.id.islower() for one in mention.participants)


def _nearness(reading: Reading, proposal: Proposal, mention: Mention) -> tuple[bool, bool, int]:
    """An argument of the clause comes first, then what stands below it, then the distance."""
    heads = {argument.head for argument in proposal.clause.arguments}
    below = mention.head in reading.sentence.subtree(proposal.clause.head)
    return (mention.head not in heads, not below, abs(mention.head - proposal.clause.head))
