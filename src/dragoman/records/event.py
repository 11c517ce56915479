"""Event: one act, as one document reports it; and why it was written down."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.document import Document
from dragoman.records.participant import Alternative, Named, Participant, Rule
from dragoman.records.shown import Shown
from dragoman.records.span import DateSpan, Magnitude, Place, Span

Status = Literal["occurred", "planned", "pledged", "requested", "threatened", "possible", "cancelled", "negated"]
LinkKind = Literal["because_of", "followed_by", "in_response_to", "despite"]
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A tie to another event of the same document that the text itself states, and the words that state it."""

    kind: LinkKind
    event: str
    cue: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """How the words that name a participant were understood: by which rule, by which alias of the book, how surely.

    `others` are the readings that were passed over, with their scores.
    """

    text: str
    start: int
    end: int
    ids: tuple[str, ...]
    rule: Rule
    because: str
    alias: str | None
    score: float
    others: tuple[Alternative, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What the learned judge makes of a record, as probabilities: that it is an act, then of this type and status."""

    act: float
    type: float
    status: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Why:
    """What made a record: the pack's file, line and frame, how its participants were found, and the steps to it.

    `judged` is what the learned judge makes of it, or None where it was not asked.
    """

    file: str
    line: int
    frame: str
    found: tuple[Found, ...] = ()
    steps: tuple[str, ...] = ()
    judged: Judged | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Shown):
    """One act as one document reports it. The fields are those of the reference page "Records"."""

    id: str
    document: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: Quad
    goldstein: float
    status: Status
    status_cue: Span | None
    historical: bool
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    date: DateSpan | None
    due: DateSpan | None
    place: Place | None
    magnitudes: tuple[Magnitude, ...]
    firsts: tuple[Span, ...]
    said_by: tuple[Participant, ...]
    addressees: tuple[Participant, ...]
    content_of: str | None
    part_of: str | None
    same_as: str | None
    links: tuple[Link, ...]
    trigger: Span
    evidence: tuple[Span, ...]
    why: Why
    confidence: float

    @property
    def passage(self) -> Span:
        """The stretch of evidence in which its trigger stands; the trigger where none does."""
        return next((span for span in self.evidence if self.trigger.within(span)), self.trigger)

    @property
    def lead_in(self) -> str:
        """What stands in the passage before the trigger."""
        passage = self.passage
        return passage.text[: max(0, self.trigger.start - passage.start)]

    @property
    def participants(self) -> tuple[Participant, ...]:
        """Who takes part, on whichever side."""
        return (*self.actors, *self.recipients)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dropped:
    """A candidate that was not written down: the frame that proposed it, its trigger, and the reason."""

    frame: str
    file: str
    line: int
    trigger: Span
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded(Shown):
    """A document with the events that it reports, and the candidates that were dropped.

    `sentences` are offsets of the sentences that were read; `named` is who is named in them, in order. `leads` are
    clauses with somebody who acts that are too unsure to be events: only the ledger looks at them, to see what became
    of a promise.
    """

    document: Document
    events: tuple[Event, ...]
    dropped: tuple[Dropped, ...] = ()
    sentences: tuple[tuple[int, int], ...] = ()
    named: tuple[Named, ...] = ()
    leads: tuple[Event, ...] = ()
