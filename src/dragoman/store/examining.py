"""Examining: takes a connection, holds rows against the records that they were made of, records against the texts."""

import zlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar

import msgspec
from sqlalchemy import Connection, RowMapping, Table, select

from dragoman.acts.telling import act_of
from dragoman.records.act import Act
from dragoman.records.event import Event, Found
from dragoman.records.participant import Participant
from dragoman.records.report import Report
from dragoman.records.span import Span
from dragoman.store import schema
from dragoman.store.loading import load_reports
from dragoman.store.packing import unpacked
from dragoman.store.parts import in_parts, rows_among
from dragoman.store.rows import (
    BESIDE,
    KeptDocument,
    Row,
    Values,
    act_row,
    context_values,
    dyad_values,
    event_row,
    known_day,
    named_ids,
    party_values,
)
from dragoman.store.schema import EVER

T = TypeVar("T")
Marked = Span | Participant | Found
# What an event's own record does not tell: how it is linked to others. `check --deep` looks at that.
_OF_ACTS = ("act", "report", "antecedent", "score", "root", "first", "last", "record")
Rows = Mapping[object, Sequence[RowMapping]]
_UNREADABLE = (zlib.error, msgspec.DecodeError, UnicodeDecodeError)


def examine_documents(connection: Connection) -> Iterator[str]:
    """Faults of documents and of the events that they tell."""
    numbers = list(connection.execute(select(schema.documents.c.number).order_by(schema.documents.c.number)).scalars())
    for part in in_parts(numbers):
        documents = _rows(connection, schema.documents, "number", part)
        publications = _rows(connection, schema.publications, "document", part)
        named = _rows(connection, schema.named, "document", part)
        events = _rows(connection, schema.events, "document", part)
        told = _Told(connection, "event", [row["number"] for rows in events.values() for row in rows])
        for number, (row,) in documents.items():
            yield from _of_document(row, publications.get(number, ()), named.get(number, ()))
            yield from _of_events(row, sorted(events.get(number, ()), key=lambda event: event["position"]), told)


def examine_acts(connection: Connection) -> Iterator[str]:
    """Faults of acts: whether each version is what its reports tell, and holds until the next."""
    acts, events = schema.acts.c, schema.events.c
    ids = list(connection.execute(select(acts.id).distinct().order_by(acts.id)).scalars())
    for part in in_parts(ids):
        versions = _rows(connection, schema.acts, "id", part)
        members = connection.execute(select(events.number, events.act).where(events.act.in_(part))).all()
        told = _Told(connection, "act", [row["number"] for rows in versions.values() for row in rows])
        reports: defaultdict[str, list[Report]] = defaultdict(list)
        try:
            loaded = load_reports(connection, [row.number for row in members])
        except _UNREADABLE:
            continue  # told of the document already
        for row in members:
            reports[row.act].append(loaded[row.number])
        for id_, rows in versions.items():
            yield from _of_act(str(id_), sorted(rows, key=lambda row: row["known_from"]), reports[str(id_)], told)


def _rows(connection: Connection, table: Table, column: str, values: Iterable[object]) -> Rows:
    """The rows of a table by the value of a column."""
    found: defaultdict[object, list[RowMapping]] = defaultdict(list)
    for row in rows_among(connection, select(table), table.c[column], values):
        found[row._mapping[column]].append(row._mapping)  # noqa: SLF001 - so SQLAlchemy names its public way to this
    return found


class _Told:
    """The rows beside events or acts: who takes part, in which contexts, between whom."""

    def __init__(self, connection: Connection, of: str, numbers: Sequence[int]) -> None:
        tables = {
            "event": (schema.event_parties, schema.event_contexts),
            "act": (schema.act_parties, schema.act_contexts, schema.dyads),
        }[of]
        self._rows = {table: _rows(connection, table, of, numbers) for table in tables}

    def differing(self, number: int, expected: Mapping[Table, Iterable[Values]]) -> list[str]:
        """The names of the tables whose rows are not those expected."""
        return [
            table.name
            for table, values in expected.items()
            if set(values) != {tuple(row[name] for name in BESIDE[table]) for row in self._rows[table].get(number, ())}
        ]


def _of_document(row: RowMapping, publications: Sequence[RowMapping], named: Sequence[RowMapping]) -> Iterator[str]:
    name = f"document {row['id']}"
    try:
        kept = unpacked(row["record"], KeptDocument)
    except _UNREADABLE as error:
        yield f"{name}: its record cannot be read: {error}"
        return
    document = kept.document
    told = {"id": document.id, "title": document.title, "published": document.published}
    yield from _unlike(name, told | {"known": known_day(document.published)}, row)
    if not publications:
        yield f"{name}: nobody published it"
    elif min(one["published"] or "9999" for one in publications) != (row["published"] or "9999"):
        yield f"{name}: it counts from {row['published']}, which is not the day of its first publication"
    if sorted(one["id"] for one in named) != named_ids(kept.named):
        yield f"{name}: the rows of who is named in it are not those of its record"
    if any(not 0 <= start <= end <= len(row["text"]) for start, end in kept.sentences):
        yield f"{name}: a sentence ends beyond its text"


def _of_events(document: RowMapping, rows: Sequence[RowMapping], told: _Told) -> Iterator[str]:
    for position, row in enumerate(rows):
        name = f"event {row['id']}"
        try:
            event = unpacked(row["record"], Event)
        except _UNREADABLE as error:
            yield f"{name}: its record cannot be read: {error}"
            continue
        if event.document != document["id"]:
            yield f"{name}: it is of document {event.document}, but stands under {document['id']}"
        for mark in _marks(event):
            if document["text"][mark.start : mark.end] != mark.text:
                yield f"{name}: characters {mark.start} to {mark.end} of its document are not “{mark.text}”"
        expected = event_row(
            row["number"], event, document=document["number"], position=position, known=document["known"]
        )
        expected |= {name: row[name] for name in _OF_ACTS}
        yield from _unlike(name, expected, row)
        beside = {
            schema.event_parties: party_values(event, row["day"]),
            schema.event_contexts: context_values(event, row["day"]),
        }
        yield from (
            f"{name}: its rows of {table} are not those of its record"
            for table in told.differing(row["number"], beside)
        )


def _of_act(id_: str, rows: Sequence[RowMapping], reports: Sequence[Report], told: _Told) -> Iterator[str]:
    if not reports:
        return  # told of its rows already
    days = sorted({known_day(report.known_on) for report in reports})
    if [(row["known_from"], row["known_to"]) for row in rows] != list(zip(days, [*days[1:], EVER], strict=True)):
        yield f"act {id_}: its versions are not those of the days on which it was reported"
        return
    first = min(reports, key=lambda report: report.order).id
    if id_ != f"act-{first}":
        yield f"act {id_}: its first report is {first}"
    for row in rows:
        yield from _of_version(row, [one for one in reports if known_day(one.known_on) <= row["known_from"]], told)


def _of_version(row: RowMapping, reports: Sequence[Report], told: _Told) -> Iterator[str]:
    name = f"act {row['id']}"
    try:
        kept = unpacked(row["record"], Act) if row["record"] is not None else None
    except _UNREADABLE as error:
        yield f"{name}: its record cannot be read: {error}"
        return
    act = replace(act_of(reports, kept.merges if kept else ()), id=row["id"])
    if kept is not None and kept != act:
        names = [field.name for field in fields(act) if getattr(act, field.name) != getattr(kept, field.name)]
        yield f"{name}: {', '.join(names)} are not what its reports tell"
    number = row["number"]
    expected = act_row(number, act, known_from=row["known_from"], known_to=row["known_to"])
    if (expected["record"] is None) != (kept is None):
        yield f"{name}: its record is {'too much' if kept else 'missing'}"
    yield from _unlike(name, expected | {"record": row["record"]}, row)
    beside = {
        schema.act_parties: party_values(act, row["day"]),
        schema.act_contexts: context_values(act, row["day"]),
        schema.dyads: dyad_values(act, row["day"]) if row["known_to"] == EVER else (),
    }
    yield from (f"{name}: its rows of {table} are not those of its record" for table in told.differing(number, beside))


def _unlike(name: str, expected: Row, row: RowMapping) -> Iterator[str]:
    """The columns that are not what the record says."""
    for column, value in expected.items():
        if row[column] != value:
            yield f"{name}: {column} is {row[column]!r}, but its record says {value!r}"


def _marks(record: object) -> Iterator[Marked]:
    """All that points into the text, however deep it stands in the record."""
    if isinstance(record, Marked):
        yield record
    if isinstance(record, tuple):
        for one in record:
            yield from _marks(one)
    elif is_dataclass(record):
        for field in fields(record):
            yield from _marks(getattr(record, field.name))
