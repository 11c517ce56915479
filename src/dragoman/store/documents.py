"""Documents: takes a connection, gives every stored document with its events and its publications, sorted by id."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, select

from dragoman.errors import StoreError
from dragoman.records.event import Coded, Event
from dragoman.store import schema
from dragoman.store.beginnings import bytewise
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument
from dragoman.store.writing import UNNAMED

_AT_ONCE = 400  # documents that are fetched with their events


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """Where a text was published; `may_be_passed_on` is what was said of the whole source, None if nothing was."""

    outlet: str | None
    path: str
    published: str | None
    source_id: str | None
    url: str | None
    licence: str | None
    may_be_passed_on: bool | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stored:
    """A document as it is stored: with its events, where it was published, what it reprints, and what coded it.

    `copy` is the id of the text that it reprints, its own where it reprints none. A publication without a licence of
    its own has that of its source.
    """

    coded: Coded
    publications: tuple[Publication, ...]
    copy: str
    coding: str


def every_document(connection: Connection) -> Iterator[Stored]:
    """All documents, sorted by id, some hundred in memory at a time."""
    documents = schema.documents.c
    id_ = bytewise(connection, documents.id)
    last = ""
    columns = (documents.number, documents.id, documents.text, documents.record, documents.copy, documents.coding)
    while rows := connection.execute(select(*columns).where(id_ > last).order_by(id_).limit(_AT_ONCE)).all():
        yield from _stored(connection, rows)
        last = rows[-1].id


def stored_document(connection: Connection, id_: str) -> Stored:
    """The one document of that id.

    Raises:
        StoreError: there is none.
    """
    documents = schema.documents.c
    columns = (documents.number, documents.id, documents.text, documents.record, documents.copy, documents.coding)
    rows = connection.execute(select(*columns).where(documents.id == id_)).all()
    if not rows:
        raise StoreError(f"there is no document {id_}; `dragoman find` shows ids")
    return next(_stored(connection, rows))


def count_codings(connection: Connection) -> dict[str, int]:
    """How many documents each version with its packs has coded."""
    coding = schema.documents.c.coding
    counted = connection.execute(select(coding, func.count()).group_by(coding)).all()
    return dict(sorted((row[0], row[1]) for row in counted))


def _stored(connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]]) -> Iterator[Stored]:
    numbers = [row.number for row in rows]
    events, publications = _events_of(connection, numbers), _publications_of(connection, numbers)
    for row in rows:
        coded = unpacked(row.record, KeptDocument).coded(row.text, events[row.number])
        yield Stored(coded=coded, publications=tuple(publications[row.number]), copy=row.copy, coding=row.coding)


def _events_of(connection: Connection, documents: Sequence[int]) -> defaultdict[int, list[Event]]:
    events = schema.events.c
    found: defaultdict[int, list[Event]] = defaultdict(list)
    statement = select(events.document, events.record).order_by(events.document, events.position)
    for row in rows_among(connection, statement, events.document, documents):
        found[row.document].append(unpacked(row.record, Event))
    return found


def _publications_of(connection: Connection, documents: Sequence[int]) -> defaultdict[int, list[Publication]]:
    """The publications of each, the first one first."""
    publications, sources = schema.publications.c, schema.sources.c
    found: defaultdict[int, list[Publication]] = defaultdict(list)
    statement = select(
        schema.publications, sources.name, sources.may_be_passed_on, sources.licence.label("usual")
    ).join_from(schema.publications, schema.sources)
    for row in rows_among(connection, statement, publications.document, documents):
        found[row.document].append(
            Publication(
                outlet=None if row.name == UNNAMED else row.name,
                path=row.path,
                published=row.published,
                source_id=row.source_id,
                url=row.url,
                licence=row.licence or row.usual,
                may_be_passed_on=row.may_be_passed_on,
            )
        )
    for carried in found.values():
        carried.sort(key=lambda one: (one.published or "9999", one.outlet or "", one.path))
    return found
