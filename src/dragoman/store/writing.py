"""Writing: takes coded documents and a connection in a transaction, writes their rows; takes them away again."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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
from dragoman.store.changing import note_changed
from dragoman.store.edition import last_edition
from dragoman.store.parts import in_parts, rows_among
from dragoman.store.rows import (
    BESIDE,
    Row,
    Values,
    act_row_of_one,
    context_values,
    document_row,
    dyad_values,
    event_row,
    known_day,
    named_ids,
    party_values,
)
from dragoman.store.searching import index_documents, index_events

UNNAMED = ""  # the source of documents whose outlet nobody named
KEY = ("value", "first", "last", "event")
_SIDES = (0, 1)  # the roles that acts have too


@dataclass(slots=True)
class Written:
    """What one transaction wrote.

    `events` are cards by number and `keys` theirs, `reports` the report that each belongs to, `acts` the ids of acts
    that lost a report, `unlinked` the reports (by number) that lost one with which they were compared. `runs` are those
    of the documents' texts, by id; those from number `before` on were not there yet. `alone` has for each event what it
    takes to write the act that it would be alone.
    """

    before: int
    events: dict[int, Card] = field(default_factory=dict)
    keys: dict[int, Keys] = field(default_factory=dict)
    reports: dict[int, int] = field(default_factory=dict)
    unlinked: set[int] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    runs: dict[str, frozenset[int]] = field(default_factory=dict)
    alone: list["Alone"] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Alone:
    """An event, by number, its row and those beside it, and how many outlets carried it."""

    event: int
    record: Event
    row: Row
    parties: Sequence[Values]
    contexts: Sequence[Values]
    outlets: int


def insert_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """All the rows, which have the same columns; none is no statement."""
    if rows:
        names = tuple(rows[0])
        insert_values(connection, table, names, list(map(itemgetter(*names), rows)))


def insert_values(connection: Connection, table: Table, names: Sequence[str], rows: Sequence[Values]) -> None:
    """All the rows, whose values are those of the columns of these names; none is no statement.

    They go to the driver as they are, without SQLAlchemy's look at each value, and in the order of their keys: those
    that lie together are written one after another.
    """
    if not rows:
        return
    keys = [names.index(column.name) for column in table.primary_key]
    plain = keys[:1] == [0] and not any(table.c[name].nullable for name in names)  # tuples sort by themselves
    in_order = sorted(rows, key=None if plain else itemgetter(*keys)) if len(keys) > 1 else rows
    quote = connection.dialect.identifier_preparer.quote
    mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
    columns, marks = ", ".join(map(quote, names)), ", ".join(mark for _ in names)
    statement = f"INSERT INTO {quote(table.name)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of the schema
    connection.exec_driver_sql(statement, list(in_order))


def insert_beside(connection: Connection, table: Table, rows: Iterable[tuple[int, Values]]) -> None:
    """Rows beside events or acts: with each number the values of one."""
    of = "event" if "event" in table.c else "act"
    insert_values(connection, table, (*BESIDE[table], of), [(*values, number) for number, values in rows])


def insert_new_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """The rows that are not there yet."""
    if rows:
        dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
        connection.execute(dialect.insert(table).on_conflict_do_nothing(), rows)


def next_number(connection: Connection, table: Table) -> int:
    """The number of the next row. Writers take turns, so that nobody else gives it away.

    What was given to an act or an event is never given again, even if it went: higher numbers are of what came later.
    """
    highest = connection.execute(select(func.max(table.c.number))).scalar() or 0
    last = last_edition(connection)
    return max(highest, {"acts": last.acts, "events": last.events}.get(table.name, 0)) + 1


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
    named = [(id_, number) for number, each in numbered for id_ in named_ids(each.named)]
    insert_values(connection, schema.named, ("id", "document"), named)
    written = Written(acts=gone, unlinked=unlinked, runs=runs, before=first)
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
    prints = [(one, number) for number, each in numbered for one in prints_of(runs[each.document.id])]
    insert_values(connection, schema.prints, ("print", "document"), prints)
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
    rows: list[Row] = []
    parties: list[tuple[int, Values]] = []
    contexts: list[tuple[int, Values]] = []
    keys: list[Values] = []
    for document, coded in numbered:
        known = known_day(coded.document.published)
        outlets_of = outlets.get(coded.document.id, 0)
        numbers = {event.id: number + position for position, event in enumerate(coded.events)}
        reports = _reports(coded.events, numbers)
        for position, event in enumerate(coded.events):
            row = event_row(number, event, document=document, position=position, known=known)
            row["report"] = row["root"] = reports[event.id]
            row["act"] = f"act-{event.id}"
            card = card_of(event, coded.document.published, words)
            if card.window is not None:
                row["first"], row["last"] = card.window.first, card.window.last
            rows.append(row)
            day = int(str(row["day"]))
            alone = Alone(number, event, row, party_values(event, day), context_values(event, day), outlets_of)
            parties += ((number, values) for values in alone.parties)
            contexts += ((number, values) for values in alone.contexts)
            written.alone.append(alone)
            written.events[number] = card
            written.reports[number] = reports[event.id]
            written.keys[number] = keys_of(card)
            keys += key_values(number, written.keys[number].kept)
            number += 1
    insert_rows(connection, schema.events, rows)
    insert_beside(connection, schema.event_parties, parties)
    insert_beside(connection, schema.event_contexts, contexts)
    insert_values(connection, schema.keys, KEY, keys)
    index_events(connection, first)


def write_alone(connection: Connection, those: Iterable[Alone]) -> None:
    """Writes for each of the events the act that it is alone."""
    numbered = list(enumerate(those, start=next_number(connection, schema.acts)))
    rows = [act_row_of_one(number, one.row, outlets=one.outlets) for number, one in numbered]
    insert_rows(connection, schema.acts, rows)
    parties = ((number, values) for number, one in numbered for values in one.parties if values[1] in _SIDES)
    insert_beside(connection, schema.act_parties, parties)
    insert_beside(
        connection, schema.act_contexts, ((number, values) for number, one in numbered for values in one.contexts)
    )
    dyads = (
        (number, values) for number, one in numbered for values in dyad_values(one.record, int(str(one.row["day"])))
    )
    insert_beside(connection, schema.dyads, dyads)


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


def key_values(number: int, keys: Iterable[Key]) -> Iterator[Values]:
    """Of keys of an event what stands in the columns `KEY`."""
    return ((key.value, key.first, key.last, number) for key in keys)


def take_away_events(connection: Connection, documents: Sequence[str]) -> tuple[set[str], set[int]]:
    """Takes the documents' events away; gives the acts (by id) and the reports (by number) that lose one by it."""
    numbers = list(_numbers_of(connection, documents).values())
    events, pairs = schema.events.c, schema.pairs.c
    rows = list(rows_among(connection, select(events.number, events.id, events.act), events.document, numbers))
    note_changed(connection, "events", (row.id for row in rows))
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
        take_away_versions(connection, connection.execute(select(acts.number).where(acts.id.in_(part))).scalars())


def take_away_versions(connection: Connection, numbers: Iterable[int]) -> None:
    """Takes versions of acts away, by number."""
    acts = schema.acts.c
    for some in in_parts(numbers):
        note_changed(connection, "acts", connection.execute(select(acts.id).where(acts.number.in_(some))).scalars())
        for table in (schema.act_parties, schema.act_contexts, schema.dyads):
            connection.execute(delete(table).where(table.c.act.in_(some)))
        connection.execute(delete(schema.acts).where(acts.number.in_(some)))


def name_acts(connection: Connection, acts: Iterable[tuple[int, str]]) -> None:
    """Writes to each event, by number, the id of its act."""
    names = dict(acts)
    if not names:
        return
    events, new = schema.events, last_edition(connection).events
    named = [number for number in names if number <= new]  # whoever asks for their act finds others now
    found = rows_among(connection, select(events.c.id), events.c.number, named)
    note_changed(connection, "events", (row.id for row in found))
    naming = update(events).where(events.c.number == bindparam("event")).values(act=bindparam("of"))
    connection.execute(naming, [{"event": number, "of": act} for number, act in names.items()])
