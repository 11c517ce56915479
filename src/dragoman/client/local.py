"""Local: a desk over a store that is here."""

from collections.abc import Iterator
from functools import cached_property
from typing import TYPE_CHECKING, Self

from dragoman.analysis.buckets import By
from dragoman.analysis.firsts import First
from dragoman.analysis.series import Series
from dragoman.book import Book, Candidate, Held
from dragoman.desk import asking, framing, networks, outlets, reading
from dragoman.desk import ledger as ledgers
from dragoman.desk.framing import SideBySide
from dragoman.desk.keeping import keep_documents
from dragoman.desk.ledger import Story
from dragoman.desk.networks import Network
from dragoman.desk.outlets import Outlet
from dragoman.desk.parties import party_id
from dragoman.desk.reading import Read
from dragoman.errors import SourceError
from dragoman.intake import document_of
from dragoman.knowledge.world import load_world
from dragoman.ledger.bearing import Direction
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.questions import Asked, question_of
from dragoman.records.act import Act
from dragoman.records.document import Document
from dragoman.records.entry import Entry, EntryKind, State
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept, Page
from dragoman.sources import Item, Refused
from dragoman.store import Store
from dragoman.store.adding import Added
from dragoman.store.holding import Holdings
from dragoman.store.recoding import Codes

if TYPE_CHECKING:
    from dragoman.analysis.movers import Movers

LAST = 1000  # texts that name a party, in which one looks for what is said of it


class LocalDesk:
    """Asks a store that is open; each verb is that of `Desk`."""

    def __init__(self, store: Store, *, coder: Codes | None = None) -> None:
        self.store = store
        self._given = coder

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def holdings(self) -> Holdings:
        """How much the store holds."""
        return asking.holdings(self.store)

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act."""
        return asking.act(self.store, id_, as_of=as_of)

    def acts(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Act]:
        """One page of acts."""
        return self.store.acts(question_of(question), limit=limit, cursor=cursor)

    def every_act(self, question: Asked = "") -> Iterator[Act]:
        """All acts asked for."""
        return self.store.every_act(question_of(question))

    def event(self, id_: str) -> Event:
        """One report."""
        return self.store.event(id_)

    def events(self, question: Asked = "", *, limit: int = 50, cursor: str | None = None) -> Page[Event]:
        """One page of reports."""
        return self.store.events(question_of(question), limit=limit, cursor=cursor)

    def every_event(self, question: Asked = "") -> Iterator[Event]:
        """All reports asked for."""
        return self.store.every_event(question_of(question))

    def document(self, id_: str) -> Coded:
        """One document with its text and events."""
        return self.read(id_).coded

    def read(self, id_: str) -> Read:
        """The same with its acts."""
        return reading.read(self.store, id_)

    def number_of(self, question: Asked = "", *, kept: Kept = "acts") -> int:
        """How many there are."""
        return asking.number_of(self.store, question_of(question), kept=kept)

    def facets(self, question: Asked, field: str, *, kept: Kept = "acts", limit: int = 20) -> dict[str, int]:
        """How the answer divides."""
        return asking.facets(self.store, question_of(question), field, kept=kept, limit=limit)

    def series(self, question: Asked = "", *, by: By = "month") -> Series:
        """Acts over time."""
        return asking.series(self.store, question_of(question), by=by)

    def network(self, question: Asked = "") -> Network:
        """Who acts toward whom."""
        return networks.network(self.store, question_of(question))

    def movers(self, question: Asked, *, before: Days, after: Days, top: int = 20) -> "Movers":
        """The dyads that changed most."""
        return asking.movers(self.store, question_of(question), before=before, after=after, top=top)

    def firsts(self, question: Asked = "", *, years: int = 5) -> tuple[First, ...]:
        """First acts between two."""
        return asking.firsts(self.store, question_of(question), years=years)

    def outlets(self) -> tuple[Outlet, ...]:
        """Who published the texts."""
        return outlets.outlets(self.store)

    def ledger(
        self,
        who: str | None = None,
        *,
        with_: str | None = None,
        kind: EntryKind | None = None,
        state: State | None = None,
    ) -> tuple[Entry, ...]:
        """Entries of the ledger."""
        sides = [None if name is None else self._party(name) for name in (who, with_)]
        if sides[0] is None:
            found = ledgers.among(ledgers.whole(self.store), kind=kind, state=state)
        else:
            found = ledgers.ledger(self.store, sides[0], with_=sides[1], kind=kind, state=state)
        return tuple(sorted(found, key=ledgers.last_day, reverse=True))

    def due(self, *, before: str, after: str | None = None, who: str | None = None) -> tuple[Entry, ...]:
        """What falls due."""
        return ledgers.due(self.store, before=before, after=after, who=None if who is None else self._party(who))

    def story(self, id_: str) -> Story:
        """One entry with what became of it."""
        return ledgers.story(self.store, id_)

    def bearing(self, one: str, other: str) -> tuple[Direction, Direction]:
        """What bore fruit between two."""
        return ledgers.bearing(self.store, self._party(one), self._party(other))

    def framing(self, speaker: str | None, about: str, *, as_of: str | None = None) -> tuple[Entry, ...]:
        """What one says of another."""
        says = None if speaker is None else self._party(speaker)
        return framing.framing(self.store, says, self._party(about), as_of=as_of, last=LAST)

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> SideBySide:
        """The same in two texts."""
        return framing.framing_compared(self.store, self._party(speaker), self._party(about), one, other)

    def framing_first(
        self, speaker: str, about: str | None = None, *, titled: str | None = None
    ) -> tuple[FirstMention, ...]:
        """Which text speaks of an actor first."""
        of = None if about is None else self._party(about)
        return framing.framing_first(self.store, self._party(speaker), of, titled=titled)

    def holders(self, office: str, *, of: str | None = None, day: str | None = None) -> tuple[Held, ...]:
        """Who held an office."""
        return self._book.holders(office, of=of, day=day)

    def find(self, name: str, *, day: str | None = None) -> tuple[Candidate, ...]:
        """Whom a name may mean."""
        return self._book.find(name, day=day)

    def code(self, text: str, *, published: str | None = None) -> Coded:
        """Codes a text."""
        document = _document(Item(path="text", content=text), published)  # first: a text that is none needs no model
        return next(iter(self._coder.stream_documents([document])))

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
        """Codes a text and keeps it."""
        item = Item(path="text", content=text, title=title, outlet=outlet, url=url, licence=licence)
        document = _document(item, published)
        return keep_documents(self.store, [document], self._coder)

    def join(self, one: str, other: str, *, by: str, note: str = "") -> None:
        """Makes two acts one."""
        self.store.join(one, other, by=by, note=note)

    def split(self, event: str, *, by: str, note: str = "") -> None:
        """Takes a report out of its act."""
        self.store.split(event, by=by, note=note)

    def _party(self, name: str) -> str:
        return party_id(self.store, name)

    @cached_property
    def _book(self) -> Book:
        return Book(load_world(packs=self.store.packs))

    @cached_property
    def _coder(self) -> Codes:
        if self._given is not None:
            return self._given
        # The parser and its model take seconds to import, and most scripts need neither.
        from dragoman.pipeline import load  # noqa: PLC0415

        return load(packs=self.store.packs)


def _document(item: Item, published: str | None) -> Document:
    document = document_of(item, published=published)
    if isinstance(document, Refused):
        raise SourceError(f"{document.path}: {document.reason}")
    return document
