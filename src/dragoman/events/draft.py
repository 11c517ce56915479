"""Draft: an event while it is being written. It becomes an Event once the document has been read."""

from dataclasses import dataclass, field

from dragoman.events.judging.verdict import Verdict
from dragoman.knowledge.frames import Frame, Variant
from dragoman.records.clause import Clause
from dragoman.records.event import LinkKind, Status
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading
from dragoman.records.span import DateSpan, Magnitude, Place, Span


@dataclass(slots=True, kw_only=True, eq=False)
class Draft:
    """What is known so far of one act; fields are those of Event where they bear the same name."""

    reading: Reading
    clause: Clause
    frame: Frame
    variant: Variant | None
    tokens: tuple[int, ...]
    actors: list[Participant]
    recipients: list[Participant]
    status: Status = "occurred"
    cue: tuple[int, int] | None = None
    cue_in: Reading | None = None  # where the cue stands, if not in `reading`
    hearsay: bool = False
    said_by: list[Participant] = field(default_factory=list)
    addressees: list[Participant] = field(default_factory=list)
    content_of: "Draft | None" = None
    part_of: "Draft | None" = None
    same_as: "Draft | None" = None
    links: list[tuple[LinkKind, "Draft", tuple[int, int]]] = field(default_factory=list)
    date: DateSpan | None = None
    due: DateSpan | None = None
    place: Place | None = None
    magnitudes: list[Magnitude] = field(default_factory=list)
    firsts: list[Span] = field(default_factory=list)
    contexts: tuple[str, ...] = ()
    historical: bool = False
    steps: list[str] = field(default_factory=list)
    dropped: str | None = None
    waits: bool = False
    turned: tuple[str, str | None] | None = None
    verdict: Verdict | None = None
    inferred: list[tuple[str, float]] = field(default_factory=list)
    told_mode: str | None = None  # the mode that another mention of the act tells
    points_back: bool = False  # a mere noun that means an act told before

    @property
    def type(self) -> str:
        """The event type: what the act was turned into, the variant's, else the frame's."""
        if self.turned is not None:
            return self.turned[0]
        return (self.variant.type if self.variant and self.variant.type else None) or self.frame.type

    @property
    def mode(self) -> str | None:
        """The mode: what the act was turned into, the variant's, else the frame's."""
        if self.turned is not None:
            return self.turned[1]
        return (self.variant.mode if self.variant else None) or self.frame.mode or self.told_mode

    @property
    def participants(self) -> list[Participant]:
        """Actors and recipients."""
        return [*self.actors, *self.recipients]
