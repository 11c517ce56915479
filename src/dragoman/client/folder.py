"""Folder: what a desk asks, answered by a store that is open here: that of a folder, or of a PostgreSQL address.

`Server` answers the same, with the same arguments: a desk does not know which of the two it has.
"""

from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from dragoman.analysis.buckets import By
from dragoman.analysis.firsts import First
from dragoman.analysis.series import Series
from dragoman.book import Book, Candidate, Held
from dragoman.client.answer import Answer
from dragoman.desk import asking, dealing, framing, handing_on, keeping, networks, outlets, reading, searching
from dragoman.desk import ledger as ledgers
from dragoman.desk.asking import Updates
from dragoman.desk.codebook import codebook_of
from dragoman.desk.framing import SideBySide
from dragoman.desk.ledger import Story
from dragoman.desk.networks import Network
from dragoman.desk.outlets import Outlet
from dragoman.desk.parties import party_id
from dragoman.desk.reading import Read
from dragoman.desk.searching import FoundText
from dragoman.errors import SourceError
from dragoman.exports.targets import Target
from dragoman.intake import document_of
from dragoman.knowledge.codebook import Codebook
from dragoman.knowledge.world import World, load_world
from dragoman.ledger.bearing import Direction
from dragoman.ledger.framing.mentioning import FirstMention
from dragoman.records.act import Act
from dragoman.records.entry import Entry, EntryKind, Score, State, Tie
from dragoman.records.event import Coded, Event
from dragoman.records.question import Days, Kept, Question
from dragoman.records.reading import Readers
from dragoman.sources import Item, Refused
from dragoman.store import Store
from dragoman.store.answering import LARGEST_PAGE as LARGEST
from dragoman.store.finding import By as SearchBy
from dragoman.store.holding import Holdings
from dragoman.store.listing import Asked as ListAsked
from dragoman.store.listing import Listed
from dragoman.store.recoding import Codes
from dragoman.store.store import every

if TYPE_CHECKING:
    import pyarrow as pa

    from dragoman.analysis.changes import Changes
    from dragoman.analysis.movers import Movers
    from dragoman.differing import Difference


class Folder:
    """Answers out of a store that is open. `coder` is one that is loaded already; else it is loaded when needed."""

    def __init__(self, store: Store, *, coder: Codes | None = None) -> None:
        self.store = store
        self._given = coder

    @property
    def location(self) -> str:
        """Where the store is."""
        return str(self.store.location)

    def close(self) -> None:
        """Lets go of the store."""
        self.store.close()

    def party(self, name: str) -> str:
        """The id of a party, by its id or its name."""
        return party_id(self.store, name)

    def holdings(self) -> Holdings:
        """How much there is."""
        return asking.holdings(self.store)

    def outlets(self) -> tuple[Outlet, ...]:
        """Who published the texts."""
        return outlets.outlets(self.store)

    def add(
        self, paths: Iterable[str | Path], *, told: keeping.Told, readers: Readers
    ) -> Iterator[keeping.Kept | Refused]:
        """Codes texts and keeps them."""
        return keeping.keep(self.store, paths, told=told, packs=self.store.packs, readers=readers, coder=self._given)

    def code(self, text: str, *, published: str | None) -> Coded:
        """Codes a text, without keeping it."""
        document = document_of(Item(path="text", content=text), published=published)
        if isinstance(document, Refused):  # told before the model is loaded
            raise SourceError(f"{document.path}: {document.reason}")
        return next(iter(self._coder.stream_documents([document])))

    def acts(self, question: Question) -> Answer[Act]:
        """The acts asked for."""
        return Answer(lambda: self.store.every_act(question), self._table_of_acts)

    def plain_acts(self, question: Question) -> Iterator[Act]:
        """The acts asked for, as data without status has them."""
        return asking.plain_acts(self.store, question)

    def act(self, id_: str, *, as_of: str | None) -> Act:
        """One act."""
        return asking.act(self.store, id_, as_of=as_of)

    def reports(self, question: Question) -> Iterator[Event]:
        """The reports asked for."""
        return self.store.every_event(question)

    def report(self, id_: str) -> Event:
        """One report."""
        return self.store.event(id_)

    def read(self, id_: str) -> Read:
        """One document with its acts."""
        return reading.read(self.store, id_)

    def documents(self, asked: ListAsked) -> Iterator[Listed]:
        """The documents of an outlet, of days."""
        return every(lambda cursor: outlets.documents_from(self.store, asked, limit=LARGEST, cursor=cursor)[1])

    def search(self, words: tuple[str, ...], *, by: SearchBy) -> Iterator[FoundText]:
        """The texts that hold words."""
        return every(
            lambda cursor: searching.texts_page(self.store, words, by=by, limit=searching.LARGEST_PAGE, cursor=cursor)[
                1
            ]
        )

    def codebook(self) -> Codebook:
        """What the packs say."""
        return codebook_of(self.store)

    def updates(self, question: Question, *, since: str, kept: Kept) -> Updates:
        """What changed in the answer."""
        return asking.updates(self.store, question, since=since, kept=kept)

    def until(self) -> str:
        """The moment of the last change."""
        return self.store.until()

    def number_of(self, question: Question, *, kept: Kept) -> int:
        """How many there are."""
        return asking.number_of(self.store, question, kept=kept)

    def facets(self, question: Question, field: str, *, kept: Kept, limit: int) -> dict[str, int]:
        """How the answer divides."""
        return asking.facets(self.store, question, field, kept=kept, limit=limit)

    def series(self, question: Question, *, by: By, kept: Kept) -> Series:
        """How many there were over time."""
        return asking.series(self.store, question, by=by, kept=kept)

    def changes(self, question: Question, *, by: By, kept: Kept) -> "Changes":
        """Where the series changes its level."""
        return asking.changes(self.store, question, by=by, kept=kept)

    def network(self, question: Question) -> Network:
        """Who acts toward whom."""
        return networks.network(self.store, question)

    def movers(self, question: Question, *, before: Days, after: Days, top: int) -> "Movers":
        """The dyads that changed most."""
        return asking.movers(self.store, question, before=before, after=after, top=top)

    def firsts(self, question: Question, *, years: int) -> tuple[First, ...]:
        """First acts between two."""
        return asking.firsts(self.store, question, years=years)

    def ledger(
        self,
        who: str | None,
        *,
        with_: str | None,
        kind: EntryKind | None,
        state: State | None,
        as_of: str | None,
        today: str | None,
    ) -> tuple[Entry, ...]:
        """Entries of the ledger, the last changed first."""
        if who is None:
            whole = ledgers.whole(self.store, as_of=as_of, today=today)
            found = ledgers.among(whole, kind=kind, state=state)
        else:
            found = ledgers.ledger(self.store, who, with_=with_, kind=kind, state=state, as_of=as_of, today=today)
        return tuple(sorted(found, key=ledgers.last_day, reverse=True))

    def due(self, *, before: str, after: str | None, who: str | None, today: str | None) -> tuple[Entry, ...]:
        """What falls due."""
        return ledgers.due(self.store, before=before, after=after, who=who, today=today)

    def story(self, entry: str, *, as_of: str | None, today: str | None) -> Story:
        """One entry with what became of it."""
        return ledgers.story(self.store, entry, as_of=as_of, today=today)

    def bearing(self, one: str, other: str, *, as_of: str | None, today: str | None) -> tuple[Direction, Direction]:
        """What bore fruit between two."""
        return ledgers.bearing(self.store, one, other, as_of=as_of, today=today)

    def framing(self, speaker: str | None, about: str, *, as_of: str | None) -> tuple[Entry, ...]:
        """What one says of another."""
        return framing.framing(self.store, speaker, about, as_of=as_of, last=framing.MOST_TEXTS)

    def framing_compared(self, speaker: str, about: str, one: str, other: str) -> SideBySide:
        """The same in two texts."""
        return framing.framing_compared(self.store, speaker, about, one, other)

    def framing_first(
        self, speaker: str, about: str | None, *, titled: str | None, as_of: str | None
    ) -> tuple[FirstMention, ...]:
        """Which text speaks of an actor first."""
        return framing.framing_first(self.store, speaker, about, titled=titled, as_of=as_of)

    def offices(self, party: str) -> tuple[dealing.Held, ...]:
        """Who held the main offices of a party."""
        return dealing.offices(self._world, party)

    def partners(self, party: str) -> tuple[dealing.Partner, ...]:
        """With whom a party deals."""
        return dealing.partners(self.store, party)

    def holders(self, office: str, *, of: str | None, day: str | None) -> tuple[Held, ...]:
        """Who held an office."""
        return Book(self._world).holders(office, of=of, day=day)

    def actors(self, name: str, *, day: str | None) -> tuple[Candidate, ...]:
        """Whom a name may mean."""
        return Book(self._world).find(name, day=day)

    def diff(self, moment: str) -> "Difference":
        """What a coding anew changed."""
        return handing_on.difference_of(self.store, moment)

    def export(self, format_: str, output: Target, question: Question, *, plover: bool | None) -> int:
        """Writes the acts asked for in a format."""
        return handing_on.export(self.store, question, format_, output, plover=plover)

    def join(self, one: str, other: str, *, by: str, note: str) -> None:
        """Makes two acts one."""
        self.store.join(one, other, by=by, note=note)

    def split(self, report: str, *, by: str, note: str) -> None:
        """Takes a report out of its act."""
        self.store.split(report, by=by, note=note)

    def rule(self, entry: str, act: str, tie: Tie | None, *, by: str, note: str) -> None:
        """Says what an act does to an entry."""
        ledgers.rule(self.store, entry, act, tie, by=by, note=note)

    def comply(self, entry: str, score: Score, *, by: str, note: str, evidence: str | None) -> None:
        """Says how far an entry was kept."""
        ledgers.comply(self.store, entry, score, by=by, note=note, evidence=evidence)

    @cached_property
    def _world(self) -> World:
        return load_world(packs=self.store.packs)

    @cached_property
    def _coder(self) -> Codes:
        if self._given is not None:
            return self._given
        from dragoman.pipeline import load  # noqa: PLC0415 - the parser takes seconds to import

        return load(packs=self.store.packs)

    def _table_of_acts(self, acts: Iterable[Act]) -> "pa.Table":
        # Arrow takes a while to import, and who reads acts only need not wait for it.
        from dragoman.exports.act_table import act_table  # noqa: PLC0415

        return act_table(asking.accounts(self.store, list(acts)))
