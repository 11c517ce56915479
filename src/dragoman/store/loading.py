"""Loading: takes numbers of events, gives their reports: the event, and what is known of its document."""

from collections import defaultdict
from collections.abc import Collection, Iterable

from sqlalchemy import Connection, select

from dragoman.records.event import Event
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.packing import unpacked
from dragoman.store.writing import UNNAMED, in_parts


def load_reports(connection: Connection, numbers: Iterable[int]) -> dict[int, Report]:
    """The reports by number."""
    events, documents = schema.events.c, schema.documents.c
    rows = [
        row
        for part in in_parts(numbers)
        for row in connection.execute(
            select(events.number, events.record, events.document, documents.published, documents.copy)
            .join_from(schema.events, schema.documents)
            .where(events.number.in_(part))
        )
    ]
    outlets = outlets_of(connection, {row.document for row in rows})
    return {
        row.number: Report(
            event=unpacked(row.record, Event),
            known_on=row.published,
            outlets=outlets.get(row.document, ()),
            copy=row.copy,
        )
        for row in rows
    }


def outlets_of(connection: Connection, documents: Collection[int]) -> dict[int, tuple[str, ...]]:
    """For documents, by number, the names of the outlets that carried them."""
    publications, sources = schema.publications.c, schema.sources.c
    found: defaultdict[int, set[str]] = defaultdict(set)
    for part in in_parts(documents):
        rows = connection.execute(
            select(publications.document, sources.name)
            .join_from(schema.publications, schema.sources)
            .where(publications.document.in_(part), sources.name != UNNAMED)
        )
        for row in rows:
            found[row.document].add(row.name)
    return {document: tuple(sorted(names)) for document, names in found.items()}
