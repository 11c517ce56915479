"""Writing: takes coded documents and a connection in a transaction, writes their rows; takes them away again."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Table,
    bindparam,
    delete,
    func,
    insert,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from dragoman.acts.card import Card, card_of
from dragoman.acts.copies import prints_of, runs_of
from dragoman.acts.keys import Key, Keys, keys_of
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.store import schema
from dragoman.store.parts import in_parts, rows_among
from dragoman.store.rows import (
    Row,
    act_row_of_one,
    context_rows,
    document_row,
    dyad_rows,
    event_row,
    known_day,
    named_ids,
    party_rows,
)
from dragoman.store.searching import index_documents, index_events

UNNAMED = ""  # the source of documents whose outlet nobody named


@dataclass(slots=True)
class Written:
    """What one transaction wrote.

    `events` are cards by number and `keys` theirs, `reports` the report that each belongs to, `acts` the ids of acts
    that lost a report, `unlinked` the reports (by number) that lost one with which they were compared. `runs` are those
    of the documents' texts, by id. `alone` has for each event what it takes to write the act that it would be alone.
    """

    events: dict[int, Card] = field(default_factory=dict)
    keys: dict[int, Keys] = field(default_factory=dict)
    reports: dict[int, int] = field(default_factory=dict)
    unlinked: set[int] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    runs: dict[str, frozenset[int]] = field(default_factory=dict)
    alone: list["Alone"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alone:
    """An event, by number, how many outlets carried it, and since which day it is known."""

    event: int
    record: Event
    outlets: int
    known: int


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """All the rows, which have the same columns; none is no statement.

    They go to the driver as they are, without SQLAlchemy's look at each value, and in the order of their keys: those
    that lie together are written one after another.
    """
    if rows:
        keys = [column.name for column in table.primary_key]
        rows = sorted(rows, key=itemgetter(*keys)) if len(keys) > 1 else rows
        compiled = insert(table).compile(dialect=connection.dialect, column_keys=list(rows[0]))
        places = compiled.positiontup
        given = rows if places is None else list(map(itemgetter(*places), rows))
        connection.exec_driver_sql(compiled.string, given)


def insert_new_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The rows that are not there yet."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row. Writers take turns, so that nobody else gives it away."""
    return (connection.execute(select(func.max(table.c.number))).scalar() or 0) + 1


def write_publications(connection: Connection, documents: Sequence[Document]) -> int:
    """Where the documents were published, by whom and when; how many of these were new."""
    numbers = _numbers_of(connection, [document.id for document in documents])
    names = {document.outlet or UNNAMED for document in documents}
    insert_new_rows(
        connection,
        schema.sources,
        [
            {"number": number, "name": name}
            for number, name in enumerate(
                sorted(names - _sources(connection).keys()), start=next_number(connection, schema.sources)
            )
        ],
    )
    sources = _sources(connection)
    before = _count_publications(connection, numbers.values())
    _insert_earliest(
        connection,
        [
            {
                "document": numbers[document.id],
                "source": sources[document.outlet or UNNAMED],
                "path": document.path,
                "published": document.published,
                "source_id": document.source_id,
                "url": document.url,
                "licence": document.licence,
            }
            for document in documents
        ],
    )
    return _count_publications(connection, numbers.values()) - before


def _count_publications(connection: Connection, documents: Iterable[int]) -> int:
    """How many publications the documents (by number) have."""
    document = schema.publications.c.document
    return sum(row[0] for row in rows_among(connection, select(func.count()), document, documents))


def _insert_earliest(connection: Connection, rows: Sequence[Row]) -> None:
    """The publications; of two of one text in one place the earlier one stands, whichever came first."""
    if not rows:
        return
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    table, coming = schema.publications, dialect.insert(schema.publications)
    told = [column.name for column in table.c if not column.primary_key]

    def order(columns: ReadOnlyColumnCollection[str, Column[Any]]) -> ColumnElement[Any]:
        return tuple_(*(func.coalesce(columns[name], "9999" if name == "published" else "") for name in told))

    connection.execute(
        coming.on_conflict_do_update(
            index_elements=list(table.primary_key),
            set_={name: coming.excluded[name] for name in told},
            where=order(coming.excluded) < order(table.c),
        ),
        rows,
    )


def _sources(connection: Connection) -> dict[str, int]:
    return {row.name: row.number for row in connection.execute(select(schema.sources.c.name, schema.sources.c.number))}


def _numbers_of(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    documents = schema.documents.c
    statement = select(documents.id, documents.number)
    return {row.id: row.number for row in rows_among(connection, statement, documents.id, ids)}


def write_documents(
    connection: Connection, coded: Sequence[Coded], words: SameActWords, *, coding: str, outlets: dict[str, int]
) -> Written:
    """Documents with their events, whose acts are not written yet. What a document told before goes away.

    Args:
        connection: in a transaction that writes.
        coded: the documents; no two of one id.
        words: under which one act is told again.
        coding: the version and the packs that coded them.
        outlets: for each document's id how many outlets carried it.
    """
    there = _numbers_of(connection, [each.document.id for each in coded])
    gone, unlinked = take_away_events(connection, list(there))
    take_away_acts(connection, gone)  # before new ones are written, which may bear the same ids
    first = next_number(connection, schema.documents)
    new = (each.document.id for each in coded if each.document.id not in there)
    numbers = there | {id_: number for number, id_ in enumerate(new, start=first)}
    numbered = [(numbers[each.document.id], each) for each in coded]
    runs = {each.document.id: runs_of(each.document.text) for each in coded}
    _write_new_texts(connection, [pair for pair in numbered if pair[0] >= first], runs, coding=coding)
    _rewrite_texts(connection, [pair for pair in numbered if pair[0] < first], coding=coding)
    named: list[Row] = [{"id": id_, "document": number} for number, each in numbered for id_ in named_ids(each.named)]
    insert_rows(connection, schema.named, named)
    written = Written(acts=gone, unlinked=unlinked, runs=runs)
    _write_events(connection, numbered, words, written, outlets)
    return written


def _write_new_texts(
    connection: Connection,
    numbered: Sequence[tuple[int, Coded]],
    runs: Mapping[str, frozenset[int]],
    *,
    coding: str,
) -> None:
    insert_rows(connection, schema.documents, [document_row(number, one, coding=coding) for number, one in numbered])
    prints: list[Row] = [
        {"print": one, "document": number} for number, each in numbered for one in prints_of(runs[each.document.id])
    ]
    insert_rows(connection, schema.prints, prints)
    if numbered:
        index_documents(connection, numbered[0][0])


def _rewrite_texts(connection: Connection, numbered: Sequence[tuple[int, Coded]], *, coding: str) -> None:
    """What is known of texts that are there already; the texts themselves are the same."""
    documents = schema.documents
    for number, coded in numbered:
        row = document_row(number, coded, coding=coding)
        kept = {name: row[name] for name in ("title", "published", "known", "coding", "record")}
        connection.execute(update(documents).where(documents.c.number == number).values(**kept))
        connection.execute(delete(schema.named).where(schema.named.c.document == number))


def _write_events(
    connection: Connection,
    numbered: Sequence[tuple[int, Coded]],
    words: SameActWords,
    written: Written,
    outlets: dict[str, int],
) -> None:
    number = first = next_number(connection, schema.events)
    tables: dict[Table, list[Row]] = {
        schema.events: [], schema.event_parties: [], schema.event_contexts: [], schema.keys: [],
    }  # fmt: skip
    for document, coded in numbered:
        known = known_day(coded.document.published)
        numbers = {event.id: number + position for position, event in enumerate(coded.events)}
        reports = _reports(coded.events, numbers)
        for position, event in enumerate(coded.events):
            row = event_row(number, event, document=document, position=position, known=known)
            row["report"] = row["root"] = reports[event.id]
            row["act"] = f"act-{event.id}"
            _add_event(tables, number, event, row)
            written.alone.append(Alone(number, event, outlets.get(coded.document.id, 0), known))
            card = card_of(event, coded.document.published, words)
            if card.window is not None:
                row["first"], row["last"] = card.window.first, card.window.last
            written.events[number] = card
            written.reports[number] = reports[event.id]
            written.keys[number] = keys_of(card)
            tables[schema.keys] += key_rows(number, written.keys[number].kept)
            number += 1
    for table, rows in tables.items():
        insert_rows(connection, table, rows)
    index_events(connection, first)


def write_alone(connection: Connection, those: Iterable[Alone]) -> None:
    """Writes for each of the events the act that it is alone."""
    tables: dict[Table, list[Row]] = {
        schema.acts: [], schema.act_parties: [], schema.act_contexts: [], schema.dyads: []
    }  # fmt: skip
    for number, one in enumerate(those, start=next_number(connection, schema.acts)):
        _add_act(tables, number, one.record, outlets=one.outlets, known=one.known)
    for table, rows in tables.items():
        insert_rows(connection, table, rows)


def _reports(events: Sequence[Event], numbers: Mapping[str, int]) -> dict[str, int]:
    """For each event the number of the report that it belongs to: that of the first event that tells its act."""
    told = {event.id: event.same_as for event in events if event.same_as in numbers}
    found = {}
    for event in events:
        first, passed = event.id, {event.id}
        while (before := told.get(first)) is not None and before not in passed:
            passed.add(before)
            first = before
        found[event.id] = numbers[first]
    return found


def _add_event(tables: dict[Table, list[Row]], number: int, event: Event, row: Row) -> None:
    day = int(str(row["day"]))
    tables[schema.events].append(row)
    tables[schema.event_parties] += party_rows("event", number, event, day)
    tables[schema.event_contexts] += context_rows("event", number, event, day)


def _add_act(tables: dict[Table, list[Row]], number: int, event: Event, *, outlets: int, known: int) -> None:
    row = act_row_of_one(number, event, outlets=outlets, known=known)
    day = int(str(row["day"]))
    tables[schema.acts].append(row)
    tables[schema.act_parties] += (each for each in party_rows("act", number, event, day) if int(str(each["role"])) < 2)
    tables[schema.act_contexts] += context_rows("act", number, event, day)
    tables[schema.dyads] += dyad_rows(number, event, day)


def key_rows(number: int, keys: Iterable[Key]) -> list[Row]:
    """The rows of keys of an event."""
    return [{"value": key.value, "first": key.first, "event": number, "last": key.last} for key in keys]


def take_away_events(connection: Connection, documents: Sequence[str]) -> tuple[set[str], set[int]]:
    """Takes the documents' events away; gives the acts (by id) and the reports (by number) that lose one by it."""
    numbers = list(_numbers_of(connection, documents).values())
    events, pairs = schema.events.c, schema.pairs.c
    rows = list(rows_among(connection, select(events.number, events.act), events.document, numbers))
    gone = [row.number for row in rows]
    left: set[int] = set()
    for part in in_parts(gone):
        left |= set(connection.execute(select(pairs.later).where(pairs.earlier.in_(part))).scalars())
        for table in (schema.event_parties, schema.event_contexts, schema.keys):
            connection.execute(delete(table).where(table.c.event.in_(part)))
        connection.execute(delete(schema.pairs).where(or_(pairs.earlier.in_(part), pairs.later.in_(part))))
        connection.execute(delete(schema.events).where(events.number.in_(part)))
    return {row.act for row in rows}, left - set(gone)


def take_away_acts(connection: Connection, ids: Iterable[str]) -> None:
    """Takes acts away in all their versions."""
    acts = schema.acts.c
    for part in in_parts(ids):
        numbers = list(connection.execute(select(acts.number).where(acts.id.in_(part))).scalars())
        for some in in_parts(numbers):
            for table in (schema.act_parties, schema.act_contexts, schema.dyads):
                connection.execute(delete(table).where(table.c.act.in_(some)))
            connection.execute(delete(schema.acts).where(acts.number.in_(some)))


def name_acts(connection: Connection, acts: Iterable[tuple[int, str]]) -> None:
    """Writes to each event, by number, the id of its act."""
    rows = [{"event": number, "of": act} for number, act in acts]
    if rows:
        events = schema.events
        connection.execute(
            update(events).where(events.c.number == bindparam("event")).values(act=bindparam("of")), rows
        )
