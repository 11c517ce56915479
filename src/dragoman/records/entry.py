"""Entry: what the ledger keeps: who owes, asks, imposes, meets, frames and disputes what, and what became of it."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.act import ActDate, ActMagnitude, ActPlace, Party
from dragoman.records.shown import Shown

EntryKind = Literal["commitment", "ask", "measure", "meeting", "framing", "dispute"]
State = Literal[
    "open", "kept", "partly kept", "overdue", "broken", "withdrawn", "met", "partly met", "refused",
    "announced", "in force", "lifted", "planned", "held", "postponed", "cancelled", "easing", "settled", "said",
]  # fmt: skip
Tie = Literal[
    "fulfils", "partly_fulfils", "answers", "refuses", "breaks", "withdraws", "lifts", "eases", "adds", "retaliates",
    "repeats", "postpones", "holds", "cancels", "settles",
]  # fmt: skip
"""What a later act does to an entry; the reference page "Ledger" says what each does to its state."""
Score = Literal[-1, 0, 1]
"""How far a promise was kept: not, partly or under way, fully."""
Strength = Literal["pledge", "intention", "agreement", "law"]
Stage = Literal["pledged", "allocated", "delivered"]
Level = Literal["leaders", "ministers", "officials"]
Format = Literal["bilateral", "trilateral", "quadrilateral", "multilateral"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Characters `start` to `end` of a document (by id), and that text itself."""

    document: str
    start: int
    end: int
    text: str

    def overlaps(self, other: "Quote") -> bool:
        """Whether the two have characters of one document in common."""
        return self.document == other.document and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What changed an entry, or made it: an act, or the calendar where `tie` is "overdue".

    `state` is that of the entry from then on; `day` the ISO day on which the act happened or, where no text tells it,
    was reported. `score` (0 … 1) says how likely the act concerns the entry, `reasons` why; `by_hand` where a person
    said so. `act` and `event` are ids; `quote` is the passage that tells it.
    """

    tie: Tie | Literal["made", "overdue"]
    state: State
    day: str | None
    act: str | None = None
    event: str | None = None
    quote: Quote | None = None
    score: float = 1.0
    reasons: tuple[str, ...] = ()
    by_hand: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One part of a package of measures or of a list of asks, in the words of `what`, told by `event`.

    `instrument` is what is done (ban, freeze, tariff …), `object` to what, `targets` whom it hits; `carve_out` are the
    words of an exception, `until` the ISO day on which it ends.
    """

    event: str
    what: Quote
    instrument: str | None = None
    object: str | None = None
    targets: tuple[Party, ...] = ()
    carve_out: Quote | None = None
    magnitudes: tuple[ActMagnitude, ...] = ()
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Compliance:
    """How far a promise was kept, as a person judged it: -1 not, 0 partly or under way, +1 fully.

    That is the scale of the G7 and G20 research groups. `evidence` is the id of an event, `made_at` a UTC time.
    """

    score: Score
    by: str
    note: str
    evidence: str | None
    made_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry(Shown):
    """One entry of the ledger. `act` and `event` are ids of the act that made it and of the report that tells it best.

    `by` promised, asked, imposed, met, spoke or is a side of the dispute; `to` whom it is owed or asked; `about` are
    those whom it concerns: targets of a measure, whom a text speaks of. `what` are the words that say it. `strength`
    and `stage` are of commitments; `instrument` and `items` of measures (asks have items too); `level`, `format`,
    `host`, `occasion` and `agenda` of meetings; `theme` and `intensity` (-3 hostile … 3 friendly) of framings; `theme`
    also says what a dispute is about. `history` is oldest first and begins with the act that made the entry; `maybe`
    are acts that may concern it too, the likeliest first, which change nothing until a person says so.
    """

    id: str
    kind: EntryKind
    by: tuple[Party, ...]
    to: tuple[Party, ...]
    about: tuple[Party, ...]
    what: Quote
    made_on: ActDate | None
    due: ActDate | None
    state: State
    history: tuple[Turn, ...]
    act: str
    event: str
    confidence: float
    items: tuple[Item, ...] = ()
    place: ActPlace | None = None
    magnitudes: tuple[ActMagnitude, ...] = ()
    strength: Strength | None = None
    stage: Stage | None = None
    condition: Quote | None = None
    instrument: str | None = None
    level: Level | None = None
    format: Format | None = None
    host: str | None = None
    occasion: str | None = None
    agenda: tuple[Quote, ...] = ()
    firsts: tuple[Quote, ...] = ()
    theme: str | None = None
    intensity: int | None = None
    said_by: tuple[Party, ...] = ()
    compliance: Compliance | None = None
    maybe: tuple[Turn, ...] = ()

    @property
    def parties(self) -> tuple[Party, ...]:
        """All whom it names: by whom, to whom, on whom."""
        return (*self.by, *self.to, *self.about)

    @property
    def deciding(self) -> Turn | None:
        """The turn that brought it to the state in which it is; None where it is as it was made."""
        steps = zip(self.history[1:], self.history, strict=False)
        changing = [turn for turn, before in steps if turn.state != before.state]
        return changing[-1] if changing else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruling:
    """What a person said of a tie: that the act (by id) does this to the entry, or, with `tie` None, nothing."""

    entry: str
    act: str
    tie: Tie | None
    by: str
    note: str
    made_at: str
