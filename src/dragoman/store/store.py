"""Store: keeps coded documents and the acts that they tell together, and answers questions."""

import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Any, Self, TypeVar

from sqlalchemy import Connection, Engine, select

from dragoman.errors import StoreError
from dragoman.knowledge.collecting import uncollected
from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.account import Account
from dragoman.records.act import Act
from dragoman.records.deed import Deed
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.records.question import Page, Question, UpdatesPage
from dragoman.store import answering, schema, updating
from dragoman.store.accounts import accounts_of
from dragoman.store.acting import tell_anew
from dragoman.store.adding import Added, add_batch
from dragoman.store.answering import acts_of_events, reports_behind
from dragoman.store.cursors import pages_of
from dragoman.store.deeds import deeds_of, lead_at, leads_of
from dragoman.store.edition import next_edition, rows_written
from dragoman.store.migrating import make_or_check
from dragoman.store.moments import microseconds
from dragoman.store.neighbourhood import reports_by_id
from dragoman.store.opening import open_engine
from dragoman.store.reviewing import Decision, decide, decided_among
from dragoman.store.searching import tidy_words
from dragoman.store.trouble import told_as_store_error

T = TypeVar("T")
ANSWERED = 500  # acts that are looked up together
MANY = 50_000  # new events after which the indexes of words are put in one piece each; of fewer FTS5 takes care itself
BATCH = 5_000  # documents that are written in one transaction: an act that many of them tell is told once
WAITING = 60.0  # seconds after which those that came are written, however few: so much work breaking off may cost


def open_store(location: str | Path, *, create: bool = False, packs: Sequence[Path] = ()) -> "Store":
    """The store at `location`: a folder, or the address of a PostgreSQL database.

    Args:
        location: "mystore", or "postgresql://user@host/name".
        create: make one where there is none.
        packs: packs of your own; they say what makes two reports one act.

    Raises:
        StoreError: there is none, it cannot be read, or its tables are of another version.

    Example:
        >>> with open_store("mystore", create=True) as store:
        ...     results = coder.code("France recalled its ambassador from Rome on Thursday.", published="2019-02-08")
        ...     added = store.add(results.documents, coding=coder.coding)
        ...     added.events, [act.type for act in store.every_act()]
        (1, ['SANCTION'])
    """
    engine = open_engine(location, create=create)
    try:
        with told_as_store_error(location):
            make_or_check(engine, create=create)
    except BaseException:
        engine.dispose()
        raise
    return Store(engine, location, packs=packs)


class Store:
    """Documents, events and acts in one place. Close it, or use it in a `with` statement."""

    def __init__(self, engine: Engine, location: str | Path, *, packs: Sequence[Path] = ()) -> None:
        self._engine = engine
        self.packs = packs
        self.location = location

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the files or the server."""
        self._engine.dispose()

    @cached_property
    def words(self) -> SameActWords:
        """What the packs know of reports that tell one act."""
        return load_pack(*self.packs).same_acts

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees the store as it is now, whatever is written meanwhile."""
        with told_as_store_error(self.location), self._engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection in a transaction: all of it is written, or nothing."""
        with (
            told_as_store_error(self.location),
            self._engine.execution_options(writes=True).begin() as connection,
        ):
            before = rows_written(connection)
            yield connection
            next_edition(connection, since=before, now=microseconds(datetime.now(UTC)))

    @contextmanager
    def maintaining(self) -> Iterator[Connection]:
        """A connection without transactions: for what a database does to itself as a whole."""
        options: dict[str, Any] = {"maintains": True}
        if self.dialect != "sqlite":
            options["isolation_level"] = "AUTOCOMMIT"
        with told_as_store_error(self.location), self._engine.execution_options(**options).connect() as connection:
            yield connection

    @property
    def dialect(self) -> str:
        """The database behind it: "sqlite" or "postgresql"."""
        return self._engine.dialect.name

    def add(self, coded: Iterable[Coded], *, coding: str) -> Added:
        """Adds documents; what is there already changes nothing. `coding` names the version and the packs.

        They are written as they come, a batch in one transaction; what was written stays if a later one fails.
        """
        added = Added()
        for batch in _batches(coded):
            with self.writing() as connection, uncollected():
                added += add_batch(connection, batch, self.words, coding=coding)
        if added.events >= MANY:
            with self.maintaining() as connection:
                tidy_words(connection)
        return added

    def lacks(self, document: Document) -> bool:
        """Whether a document has still to be coded for this store: it is new, or was published earlier than known."""
        with self.reading() as connection:
            published = connection.execute(
                select(schema.documents.c.published).where(schema.documents.c.id == document.id)
            ).one_or_none()
        return published is None or (document.published or "9999") < (published[0] or "9999")

    def add_publication(self, document: Document) -> Added:
        """Adds where a document that is there already was published too.

        Raises:
            StoreError: the store lacks the document: it has to be coded.
        """
        if self.lacks(document):
            raise StoreError(f"{document.path}: the store lacks this document; code it, then add it")
        bare = Coded(document=document, events=())
        with self.writing() as connection:
            return add_batch(connection, [bare], self.words, coding="")

    def join(self, one: str, other: str, *, by: str, note: str = "", made_at: str | None = None) -> None:
        """Makes two acts one, by hand: it stays so, whatever comes in. `one` and `other` are ids of acts or events.

        Raises:
            StoreError: there is no such act or event.
        """
        with self.writing() as connection:
            first, second = (reports_behind(connection, id_) for id_ in (one, other))
            self._decide(connection, "join", [(first[0], report) for report in second], by, note, made_at)
            self._decide(connection, "join", [(first[0], report) for report in first[1:]], by, note, made_at)
            parted = decided_among(connection, "split", first, second)
            self._decide(connection, "join", parted, by, note, made_at)
            self._tell_anew(connection, [*first, *second])

    def split(self, event: str, *, by: str, note: str = "", made_at: str | None = None) -> None:
        """Takes a report out of its act, by hand: it is never again one act with those it was with.

        Those that had been joined to it by hand stay joined to each other.

        Raises:
            StoreError: there is no such event.
        """
        with self.writing() as connection:
            if reports_behind(connection, event) != [event]:
                raise StoreError(f"{event} is an act; give the id of the report that is to be taken out of it")
            (act,) = acts_of_events(connection, [event]).values()
            reports = reports_by_id(connection, reports_behind(connection, act))
            others = [other for other, report in reports.items() if report != reports[event]]
            held = [other for _, other in decided_among(connection, "join", [event], others)]
            self._decide(connection, "split", [(event, other) for other in others], by, note, made_at)
            self._decide(connection, "join", [(held[0], other) for other in held[1:]], by, note, made_at)
            self._tell_anew(connection, [event, *others])

    @staticmethod
    def _decide(
        connection: Connection,
        kind: Decision,
        pairs: Iterable[tuple[str, str]],
        by: str,
        note: str,
        made_at: str | None,
    ) -> None:
        when = made_at or datetime.now(UTC).isoformat(timespec="seconds")
        for one, other in pairs:
            if one != other:
                decide(connection, kind, one, other, by=by, note=note, made_at=when)

    def _tell_anew(self, connection: Connection, events: Sequence[str]) -> None:
        reports = set(reports_by_id(connection, events).values())
        tell_anew(connection, reports, set(acts_of_events(connection, events).values()), self.words)

    def act(self, id_: str, *, as_of: str | None = None) -> Act:
        """One act, by its id, that of an event it is told by, or the beginning of one; as it was known on that day.

        Raises:
            StoreError: there is none, or there are several.
        """
        with self.reading() as connection:
            return answering.one_act(connection, id_, as_of=as_of)

    def event(self, id_: str) -> Event:
        """One event, by its id or the beginning of it."""
        with self.reading() as connection:
            return answering.one_event(connection, id_)

    def report(self, id_: str) -> Event:
        """One event or lead, by its id or the beginning of it.

        Raises:
            StoreError: there is none.
        """
        with self.reading() as connection:
            try:
                return answering.one_event(connection, id_)
            except StoreError:
                lead = lead_at(connection, id_)
                if lead is None:
                    raise
                return lead[1]

    def document(self, id_: str) -> Coded:
        """One document with its text and events, by its id or the beginning of it."""
        with self.reading() as connection:
            return answering.one_document(connection, id_)

    def acts(self, question: Question | None = None, *, limit: int = 50, cursor: str | None = None) -> Page[Act]:
        """One page of the acts asked for."""
        with self.reading() as connection:
            return answering.acts_page(connection, question or Question(), limit=limit, cursor=cursor)

    def events(self, question: Question | None = None, *, limit: int = 50, cursor: str | None = None) -> Page[Event]:
        """One page of the events asked for."""
        with self.reading() as connection:
            return answering.events_page(connection, question or Question(), limit=limit, cursor=cursor)

    def updates(
        self, question: Question | None = None, *, since: str, limit: int = 50, cursor: str | None = None
    ) -> UpdatesPage[Act]:
        """One page of what changed in the acts asked for since a moment: those new or changed, then the ids gone.

        Args:
            question: which acts; not as of an earlier day.
            since: an ISO time, that of UTC if it names no zone: the `until` of the answer that one has. Before there
                was anything in the store: then all is new.
            limit: so many acts and ids in all.
            cursor: what the page before gave as `next`. It tells the same `until` again: what changes between two pages
                is told, again where need be, when one asks since then.

        Raises:
            NotKeptError: the store was brought to a version that keeps this only later.
            QuestionError: it is no moment.

        Example:
            >>> with open_store("newstore", create=True) as store:
            ...     before = store.until()
            ...     results = coder.code("France recalled its ambassador from Rome.", published="2019-02-08")
            ...     added = store.add(results.documents, coding=coder.coding)
            ...     page = store.updates(since=before)
            ...     [act.type for act in page.items], page.gone, page.until == store.until()
            (['SANCTION'], (), True)
        """
        with self.reading() as connection:
            return updating.act_updates(connection, question or Question(), since=since, limit=limit, cursor=cursor)

    def event_updates(
        self, question: Question | None = None, *, since: str, limit: int = 50, cursor: str | None = None
    ) -> UpdatesPage[Event]:
        """One page of what changed in the events asked for, told as `updates` tells it of acts."""
        with self.reading() as connection:
            return updating.event_updates(connection, question or Question(), since=since, limit=limit, cursor=cursor)

    def until(self) -> str:
        """The moment of the last change, an ISO time: who asks for an answer after it asks for changes since it."""
        with self.reading() as connection:
            return updating.until_of(connection)

    def every_act(self, question: Question | None = None) -> Iterator[Act]:
        """All acts asked for, page by page: what is written meanwhile may be among them."""
        return every(lambda cursor: self.acts(question, limit=500, cursor=cursor))

    def accounts(self, question: Question | None = None, *, plover: bool = False) -> Iterator[Account]:
        """All acts asked for, each with its fullest report and that report's document: what exports are made of.

        `plover` gives them as users of data that know no status expect them, and leaves out what these leave out.
        """
        codes = load_pack(*self.packs).ontology.codes if plover else None
        acts = self.every_act(question)
        while some := list(islice(acts, ANSWERED)):
            with self.reading() as connection:
                yield from list(accounts_of(connection, some, codes=codes))

    def deeds(self, question: Question | None = None) -> Iterator[Deed]:
        """All acts asked for, each with its reports in full: what the ledger is made of."""

        def page(cursor: str | None) -> Page[Deed]:
            with self.reading() as connection:
                told = answering.told_page(connection, question or Question(), limit=ANSWERED, cursor=cursor)
                return Page(items=tuple(deeds_of(connection, told.items)), next=told.next)

        return every(page)

    def leads(self, parties: Collection[str] | None = None, *, as_of: str | None = None) -> list[Deed]:
        """What one of the parties (by id), or anybody, may have done beside acts; only the ledger looks at it."""
        with self.reading() as connection:
            return list(leads_of(connection, parties, as_of=as_of))

    def every_event(self, question: Question | None = None) -> Iterator[Event]:
        """All events asked for, page by page."""
        return every(lambda cursor: self.events(question, limit=500, cursor=cursor))


def _batches(coded: Iterable[Coded]) -> Iterator[list[Coded]]:
    """The documents in batches as they come: as many as come in time."""
    batch: list[Coded] = []
    begun = time.monotonic()
    for each in coded:
        batch.append(each)
        if len(batch) == BATCH or time.monotonic() - begun > WAITING:
            yield batch
            batch, begun = [], time.monotonic()
    if batch:
        yield batch


def every(page: Callable[[str | None], Page[T]]) -> Iterator[T]:
    """The items of all pages."""
    return (item for told in pages_of(page) for item in told.items)
