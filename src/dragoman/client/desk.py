"""Desk: what a script may ask, of a store that is here or of a server. The verbs are those of the desk in Python."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, Self

from dragoman.analysis.buckets import By
from dragoman.analysis.firsts import First
from dragoman.analysis.series import Series
from dragoman.book import Candidate, Held
from dragoman.desk.framing import SideBySide
from dragoman.desk.ledger import Story
from dragoman.desk.networks import Network
from dragoman.desk.outlets import Outlet
from dragoman.desk.reading import Read
from dragoman.ledger.bearing import Direction
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import Asked
from dragoman.records.act import Act
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept, Page
from dragoman.store.adding import Added
from dragoman.store.holding import Holdings

if TYPE_CHECKING:
    from dragoman.analysis.movers import Movers


class Numbered(Protocol):
    """What tells how many there are, and how they divide."""

    def number_of(self, question: Asked = "", *, kept: Kept = "acts") -> int:
        """How many acts or events there are."""
        ...

    def facets(self, question: Asked, field: str, *, kept: Kept = "acts", limit: int = 20) -> dict[str, int]:
        """How the answer divides by a field, the most first."""
        ...

    def series(self, question: Asked = "", *, by: By = "month") -> Series:
        """How many acts there were over time."""
        ...

    def network(self, question: Asked = "") -> Network:
        """Who acts toward whom, and how often."""
        ...

    def movers(self, question: Asked, *, before: Days, after: Days, top: int = 20) -> "Movers":
        """The dyads whose number of acts changed most from one period to the other; both days of each are needed."""
        ...

    def firsts(self, question: Asked = "", *, years: int = 5) -> tuple[First, ...]:
        """The first act of its type between two, and the first in so many years."""
        ...


class Desk(Numbered, Protocol):
    """What one can ask. Parties are told by id or name, questions as a record or in words."""

    def __enter__(self) -> Self:
        """The desk itself, which is closed at the end."""
        ...

    def __exit__(self, *_: object) -> None:
        """Closes it."""
        ...

    def close(self) -> None:
        """Lets go of the store or the server."""
        ...

    def holdings(self) -> Holdings:
        """How much the store holds."""
        ...

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act, by its id, that of a report, or the beginning of one; as it was known on that day."""
        ...

    def acts(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Act]:
        """One page of the acts asked for."""
        ...

    def every_act(self, question: Asked = "") -> Iterator[Act]:
        """All acts asked for, page by page."""
        ...

    def event(self, id_: str) -> Event:
        """One report, by its id or the beginning of it."""
        ...

    def events(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Event]:
        """One page of the reports asked for."""
        ...

    def every_event(self, question: Asked = "") -> Iterator[Event]:
        """All reports asked for, page by page."""
        ...

    def document(self, id_: str) -> Coded:
        """One document with its text and events."""
        ...

    def read(self, id_: str) -> Read:
        """The same with the acts that its events tell, and where else each is told."""
        ...

    def outlets(self) -> tuple[Outlet, ...]:
        """Who published the texts, and when."""
        ...

    def ledger(
        self,
        who: str | None = None,
        *,
        with_: str | None = None,
        kind: EntryKind | None = None,
        state: State | None = None,
    ) -> tuple[Entry, ...]:
        """The entries of a party, or between two, of a kind, in a state; the last changed first."""
        ...

    def due(self, *, before: str, after: str | None = None, who: str | None = None) -> tuple[Entry, ...]:
        """Promises and asks that fall due in those days and are still open, the soonest first."""
        ...

    def story(self, id_: str) -> Story:
        """One entry with all that became of it."""
        ...

    def bearing(self, one: str, other: str) -> tuple[Direction, Direction]:
        """What two sides asked and promised each other, and what came of it, in both directions."""
        ...

    def framing(self, speaker: str | None, about: str, *, as_of: str | None = None) -> tuple[Entry, ...]:
        """What one party says of another; None is whoever does. Of the thousand texts that name it last."""
        ...

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> SideBySide:
        """The same in two texts, side by side."""
        ...

    def framing_first(
        self, speaker: str, about: str | None = None, *, titled: str | None = None
    ) -> tuple[FirstMention, ...]:
        """Which of a party's own texts speaks of an actor first."""
        ...

    def holders(self, office: str, *, of: str | None = None, day: str | None = None) -> tuple[Held, ...]:
        """Who held an office."""
        ...

    def find(self, name: str, *, day: str | None = None) -> tuple[Candidate, ...]:
        """Whom a name may mean."""
        ...

    def code(self, text: str, *, published: str | None = None) -> Coded:
        """Codes a text, without keeping it."""
        ...

    def keep(
        self,
        text: str,
        *,
        published: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        url: str | None = None,
        licence: str | None = None,
    ) -> Added:
        """Codes a text and keeps it in the store."""
        ...

    def join(self, one: str, other: str, *, by: str, note: str = "") -> None:
        """Makes two acts one, by hand. To a server it is the token that says by whom."""
        ...

    def split(self, event: str, *, by: str, note: str = "") -> None:
        """Takes a report out of its act, by hand. To a server it is the token that says by whom."""
        ...
