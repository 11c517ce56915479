"""Recoding: takes a store and a coder of another version, codes the stored texts anew, and tells what changed by it.

The events as they were stay in `past_events` under the moment of the recoding. Decisions by hand hold afterwards, since
they name documents and triggers.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Protocol

from sqlalchemy import Connection, Row, ScalarSelect, func, select

from dragoman.differing import Difference, differ_in_order
from dragoman.errors import StoreError
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.store import schema
from dragoman.store.adding import replace_batch
from dragoman.store.beginnings import bytewise
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument
from dragoman.store.store import Store
from dragoman.store.writing import insert_new_rows

Found = Row[*tuple[Any, ...]]
_NOTHING = "nothing told by "  # the row of a document that had no events, so that one knows that it was coded anew
BATCH = 400  # documents that are coded anew and written in one transaction: so much work breaking off may cost
_IN_MEMORY = {"yield_per": 1000}


class Codes(Protocol):
    """What codes texts anew: a `Coder`."""

    @property
    def coding(self) -> str:
        """The version and the packs."""

    def stream_documents(self, documents: Iterable[Document]) -> Iterator[Coded]:
        """Each document coded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recoded:
    """How many documents were coded anew, how many events they told before, and how many they tell now."""

    moment: str
    documents: int = 0
    before: int = 0
    after: int = 0


def recode(
    store: Store, coder: Codes, *, moment: str, after_each: Callable[[Recoded], object] = lambda _: None
) -> Recoded:
    """Codes anew all documents that something else than this coder has coded; what is done already is left alone.

    Each batch is a transaction. Where it is broken off, call it again with the same moment: it goes on from there, and
    `differences` then tells of the whole.

    Args:
        store: the store.
        coder: what codes the texts from now on.
        moment: a UTC time, "2026-11-28T20:00:00Z", under which the events are kept as they were.
        after_each: is told after each batch what has been done so far.

    Example:
        >>> recode(store, load(), moment="2026-11-28T20:00:00Z")
        Recoded(moment='2026-11-28T20:00:00Z', documents=12040, before=91877, after=93012)
    """
    done, last, passed_over = Recoded(moment=moment), 0, False
    while True:
        with store.reading() as connection:
            rows = _to_code(connection, coder.coding, after=last)
        if not rows and not passed_over:
            return done
        if not rows:  # some were told anew by others while they were being coded
            last, passed_over = 0, False
            continue
        coded = list(coder.stream_documents(map(_document, rows)))
        written = _write(store, rows, coded, coder.coding, moment)
        done = Recoded(
            moment=moment,
            documents=done.documents + written.documents,
            before=done.before + written.before,
            after=done.after + written.after,
        )
        last, passed_over = rows[-1].number, passed_over or written.documents < len(coded)
        after_each(done)


def count_to_code(store: Store, coder: Codes) -> int:
    """How many documents `recode` has still to code."""
    documents = schema.documents
    with store.reading() as connection:
        statement = select(func.count()).select_from(documents).where(documents.c.coding != coder.coding)
        return connection.execute(statement).scalar_one()


def recodings(store: Store) -> tuple[str, ...]:
    """The moments of all recodings, the oldest first."""
    moment = schema.past_events.c.recoding
    with store.reading() as connection:
        return tuple(sorted(connection.execute(select(moment).distinct()).scalars()))


def differences(store: Store, moment: str, *, listed: int | None = None) -> Difference:
    """What changed by the recoding of that moment, in the documents that it coded anew.

    Args:
        store: the store.
        moment: that of the recoding, as `recodings` gives it.
        listed: how many events are listed at most; all are counted.

    Raises:
        StoreError: there was no recoding at that moment.
    """
    with store.reading() as connection:
        past = schema.past_events.c
        if connection.execute(select(past.id).where(past.recoding == moment).limit(1)).first() is None:
            raise StoreError(f"{store.location}: nothing was coded anew at {moment}; `recodings` gives the moments")
        return differ_in_order(_before(connection, moment), _after(connection, moment), listed=listed)


def _to_code(connection: Connection, coding: str, *, after: int) -> Sequence[Found]:
    documents = schema.documents.c
    return connection.execute(
        select(documents.number, documents.id, documents.text, documents.record)
        .where(documents.coding != coding, documents.number > after)
        .order_by(documents.number)
        .limit(BATCH)
    ).all()


def _document(row: Found) -> Document:
    return replace(unpacked(row.record, KeptDocument).document, text=row.text)


def _write(store: Store, rows: Sequence[Found], coded: Sequence[Coded], coding: str, moment: str) -> Recoded:
    """Writes what the documents tell now, but for those that somebody has written while they were being coded."""
    read = {row.id: row for row in rows}
    with store.writing() as connection:
        unchanged = _unchanged(connection, rows, coding)
        batch = [each for each in coded if each.document.id in unchanged]
        ids = [each.document.id for each in batch]
        before = _keep(connection, [read[id_] for id_ in ids], moment)
        replace_batch(connection, batch, store.words, coding=coding)
    return Recoded(moment=moment, documents=len(batch), before=before, after=sum(len(each.events) for each in batch))


def _unchanged(connection: Connection, rows: Sequence[Found], coding: str) -> set[str]:
    documents = schema.documents.c
    statement = select(documents.number, documents.record).where(documents.coding != coding)
    now = rows_among(connection, statement, documents.number, [row.number for row in rows])
    found = {row.number: row.record for row in now}
    return {row.id for row in rows if found.get(row.number) == row.record}


def _keep(connection: Connection, documents: Sequence[Found], moment: str) -> int:
    """Keeps the events of the documents as they are now; how many. Those kept under the moment already stay so."""
    events, ids = schema.events.c, {row.number: row.id for row in documents}
    rows = [
        {"recoding": moment, "id": row.id, "document": ids[row.document], "record": row.record}
        for row in rows_among(connection, select(events.id, events.document, events.record), events.document, list(ids))
    ]
    silent = set(ids.values()) - {str(row["document"]) for row in rows}
    nothing = [
        {"recoding": moment, "id": _NOTHING + document, "document": document, "record": b""}
        for document in sorted(silent)
    ]
    insert_new_rows(connection, schema.past_events, [*rows, *nothing])
    return len(rows)


def _before(connection: Connection, moment: str) -> Iterator[Event]:
    """The events that were kept at that moment, sorted by document."""
    past = schema.past_events.c
    statement = (
        select(past.record)
        .where(past.recoding == moment, past.record != b"")
        .order_by(bytewise(connection, past.document), past.id)
    )
    return (unpacked(record, Event) for record in connection.execute(statement, execution_options=_IN_MEMORY).scalars())


def _after(connection: Connection, moment: str) -> Iterator[Event]:
    """The events that came in their place, sorted by document: those of now, or those that a later recoding kept."""
    following = _following(connection, moment)
    merged = heapq.merge(
        _now(connection, moment, following), _later(connection, moment, following), key=lambda event: event.document
    )
    return iter(merged)


def _following(connection: Connection, moment: str) -> dict[str, str]:
    """For documents that were coded anew once more: the moment at which that was done next."""
    past, of_then = schema.past_events.c, _coded_then(moment)
    statement = (
        select(past.document, func.min(past.recoding))
        .where(past.recoding > moment, past.document.in_(of_then))
        .group_by(past.document)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _coded_then(moment: str) -> ScalarSelect[str]:
    past = schema.past_events.c
    return select(past.document).where(past.recoding == moment).distinct().scalar_subquery()


def _now(connection: Connection, moment: str, following: Mapping[str, str]) -> Iterator[Event]:
    events, documents = schema.events.c, schema.documents.c
    statement = (
        select(documents.id, events.record)
        .join_from(schema.events, schema.documents)
        .where(documents.id.in_(_coded_then(moment)))
        .order_by(bytewise(connection, documents.id), events.position)
    )
    for row in connection.execute(statement, execution_options=_IN_MEMORY):
        if row.id not in following:
            yield unpacked(row.record, Event)


def _later(connection: Connection, moment: str, following: Mapping[str, str]) -> Iterator[Event]:
    past = schema.past_events.c
    statement = (
        select(past.document, past.recoding, past.record)
        .where(past.recoding > moment, past.record != b"")
        .order_by(bytewise(connection, past.document), past.recoding, past.id)
    )
    if not following:
        return
    for row in connection.execute(statement, execution_options=_IN_MEMORY):
        if following.get(row.document) == row.recoding:
            yield unpacked(row.record, Event)
