"""Act: the same event across documents. One act has many reports; every detail says which report it comes from."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.event import Quad, Status
from dragoman.records.participant import Kind
from dragoman.records.shown import Shown
from dragoman.records.span import PlacePrecision, Precision

Stance = Literal["claims", "denies", "otherwise"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """Who acts or is acted upon, as in `Participant`, and the event that tells the most of it."""

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    person: str | None = None
    office: str | None = None
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDate:
    """When: ISO days, both inclusive, and the event that tells it."""

    start: str
    end: str
    precision: Precision
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActPlace:
    """Where, and the event that tells it; `latitude` and `longitude` in degrees, if the book knows them."""

    name: str
    country: str | None
    precision: PlacePrecision
    latitude: float | None
    longitude: float | None
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ActMagnitude:
    """How many or how much, in which words of which event."""

    low: float | None
    best: float | None
    high: float | None
    unit: str
    approximate: bool
    text: str
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """One voice on the act: reprints of one text are one voice, whatever the number of outlets that carry it.

    `stance`: it claims the act, denies it, or says that it was otherwise (other sides, day, place or figures).
    `by` are ids of those who are quoted for it; empty where the outlet itself says so.
    """

    stance: Stance
    outlets: tuple[str, ...]
    documents: tuple[str, ...]
    events: tuple[str, ...]
    by: tuple[str, ...] = ()
    differs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The status of the act from the day on which it was reported so: ISO day, or None where no day is known."""

    status: Status
    known_on: str | None
    event: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """Two events told to be one act: how surely (0 … 1), and why. `by_hand` where a person joined them."""

    event: str
    other: str
    score: float
    reasons: tuple[str, ...]
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Act(Shown):
    """One act, as all documents together report it. `id` is made of the id of its first report.

    `status` is that of the latest word on it, `status_history` how it came there. `reports` are ids of events, oldest
    first; `documents` and `outlets` count whoever carried it, `voices` whoever said it. `date`, `due` and `place` are
    the most exact ones told by those who claim the act. `first_reported` and `last_reported` are ISO days of
    publication.
    """

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    cameo: str
    quad: Quad
    goldstein: float
    status: Status
    historical: bool
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: ActDate | None
    due: ActDate | None
    place: ActPlace | None
    magnitudes: tuple[ActMagnitude, ...]
    reports: tuple[str, ...]
    documents: tuple[str, ...]
    outlets: tuple[str, ...]
    voices: tuple[Voice, ...]
    status_history: tuple[Standing, ...]
    merges: tuple[Merge, ...]
    first_reported: str | None
    last_reported: str | None
    confidence: float

    @property
    def participants(self) -> tuple[Party, ...]:
        """Who takes part, on whichever side."""
        return (*self.actors, *self.recipients)
