"""Loading: takes numbers of events, gives their reports: the event, and what is known of its document."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from sqlalchemy import Connection, select

from dragoman.acts.card import Card, card_of
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.event import Event
from dragoman.records.report import Report
from dragoman.store import schema
from dragoman.store.packing import unpacked
from dragoman.store.parts import in_parts, rows_among
from dragoman.store.writing import UNNAMED


@dataclass(frozen=True, slots=True)
class Read:
    """What has been read of events already, by number: their records and their cards."""

    events: Mapping[int, Event] = field(default_factory=dict)
    cards: Mapping[int, Card] = field(default_factory=dict)


NOTHING_READ = Read()


def load_reports(
    connection: Connection, numbers: Iterable[object], *, read: Mapping[int, Event] = MappingProxyType({})
) -> dict[int, Report]:
    """The reports by number; `read` are the records of events that have been read already."""
    events, documents = schema.events.c, schema.documents.c
    columns = (events.number, events.record, events.document, documents.published, documents.copy)
    statement = select(*columns).join_from(schema.events, schema.documents)
    rows = list(rows_among(connection, statement, events.number, numbers))
    outlets = outlets_of(connection, {row.document for row in rows})
    return {
        row.number: Report(
            event=read.get(row.number) or unpacked(row.record, Event),
            known_on=row.published,
            outlets=outlets.get(row.document, ()),
            copy=row.copy,
        )
        for row in rows
    }


def load_cards(connection: Connection, numbers: Iterable[int], words: SameActWords) -> dict[int, Card]:
    """The cards of the reports by number; of few reports at once more than that is kept."""
    return {
        number: card_of(report.event, report.known_on, words)
        for part in in_parts(numbers)
        for number, report in load_reports(connection, part).items()
    }


def load_reports_by_id(connection: Connection, ids: Iterable[str]) -> dict[str, Report]:
    """The reports by the ids of their events."""
    events = schema.events.c
    numbers = [row.number for row in rows_among(connection, select(events.number), events.id, ids)]
    return {report.id: report for report in load_reports(connection, numbers).values()}


def outlets_of(connection: Connection, documents: Collection[int]) -> dict[int, tuple[str, ...]]:
    """For documents, by number, the names of the outlets that carried them."""
    publications, sources = schema.publications.c, schema.sources.c
    found: defaultdict[int, set[str]] = defaultdict(set)
    carried = (
        select(publications.document, sources.name)
        .join_from(schema.publications, schema.sources)
        .where(sources.name != UNNAMED)
    )
    for row in rows_among(connection, carried, publications.document, documents):
        found[row.document].add(row.name)
    return {document: tuple(sorted(names)) for document, names in found.items()}
