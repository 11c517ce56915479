"""Deeds: takes acts, gives them with their reports in full; and the leads and documents in which a party is named."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, select

from dragoman.acts.days import day_number
from dragoman.acts.telling import fullest_as_told
from dragoman.ledger.leads import lead_deeds
from dragoman.ledger.parties import homes
from dragoman.records.deed import Deed
from dragoman.records.event import Coded, Event
from dragoman.store import schema
from dragoman.store.answering import ActAndReport, coded_of
from dragoman.store.loading import load_reports_by_id, outlets_of
from dragoman.store.packing import unpacked
from dragoman.store.parts import is_among, rows_among
from dragoman.store.writing import UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class _Leads:
    """The leads alone of a KeptDocument: the rest of it is passed over in reading."""

    leads: tuple[Event, ...] = ()


def deeds_of(connection: Connection, told: Sequence[ActAndReport]) -> Iterator[Deed]:
    """The acts with their reports, in their order; of those that one report alone tells it is given with them."""
    missing = {id_ for act, report in told if report is None for id_ in act.reports}
    reports = load_reports_by_id(connection, missing)
    for act, alone in told:
        own = (alone,) if alone is not None else tuple(reports[id_] for id_ in act.reports if id_ in reports)
        if own:  # none where the documents were coded anew since the acts were read
            yield Deed(act=act, reports=own, fullest=fullest_as_told(act, own).event)


def leads_of(
    connection: Connection, parties: Collection[str] | None = None, *, as_of: str | None = None
) -> Iterator[Deed]:
    """The leads of documents that had been published by that day; those in which one of the parties takes part.

    `parties` are ids; without them all leads.
    """
    documents, named = schema.documents.c, schema.named.c
    statement = select(documents.number, documents.copy, documents.published, documents.record)
    if as_of is not None:
        statement = statement.where(documents.known <= day_number(as_of))
    if parties is None:
        rows = list(connection.execute(statement))
    else:
        naming = rows_among(connection, select(named.document).distinct(), named.id, parties)
        rows = list(rows_among(connection, statement, documents.number, {row.document for row in naming}))
    outlets = outlets_of(connection, [row.number for row in rows])
    for row in rows:
        leads = unpacked(row.record, _Leads).leads
        own = [lead for lead in leads if parties is None or homes(lead.participants) & set(parties)]
        yield from lead_deeds(own, known_on=row.published, outlets=outlets.get(row.number, ()), copy=row.copy)


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A document without its text: what it is called, who carried it, and when it was published."""

    id: str
    title: str | None
    published: str | None
    outlets: tuple[str, ...]


def documents_naming(
    connection: Connection, party: str, *, as_of: str | None = None, last: int | None = None
) -> Iterator[Coded]:
    """The documents in which a party (by id) is named, that had been published by that day, oldest first.

    With `last` only so many of them, those published last.
    """
    named, documents = schema.named.c, schema.documents.c
    numbers = select(named.document).where(named.id == party)
    if last is not None:
        newest = select(documents.number).where(documents.number.in_(numbers))
        numbers = newest.order_by(documents.known.desc(), documents.id.desc()).limit(last)
    yield from _published(connection, numbers, as_of)


def headings_naming(connection: Connection, party: str) -> tuple[Heading, ...]:
    """What the documents in which a party (by id) is named are called, oldest first."""
    named = schema.named.c
    return _headings(connection, schema.documents.c.number.in_(select(named.document).where(named.id == party)))


def headings_of(connection: Connection, ids: Collection[str]) -> dict[str, Heading]:
    """What the documents of these ids are called."""
    found = _headings(connection, is_among(connection, schema.documents.c.id, [*sorted(ids)]))
    return {heading.id: heading for heading in found}


def documents_of(connection: Connection, ids: Collection[str]) -> Iterator[Coded]:
    """The documents of these ids, oldest first."""
    documents = schema.documents.c
    numbers = select(documents.number).where(is_among(connection, documents.id, [*sorted(ids)]))
    yield from _published(connection, numbers, None)


def documents_by(connection: Connection, outlets: Collection[str], *, as_of: str | None = None) -> Iterator[Coded]:
    """The documents that outlets of these names carried, that had been published by that day, oldest first."""
    publications, sources = schema.publications.c, schema.sources.c
    carried = select(publications.document).join_from(schema.publications, schema.sources)
    yield from _published(connection, carried.where(sources.name.in_(outlets)), as_of)


def outlets_in(connection: Connection) -> tuple[str, ...]:
    """The names of all outlets, sorted."""
    name = schema.sources.c.name
    return tuple(sorted(row.name for row in connection.execute(select(name).where(name != UNNAMED).distinct())))


def _headings(connection: Connection, which: ColumnElement[bool]) -> tuple[Heading, ...]:
    documents = schema.documents.c
    columns = (documents.number, documents.id, documents.title, documents.published)
    rows = connection.execute(select(*columns).where(which).order_by(documents.known, documents.id)).all()
    outlets = outlets_of(connection, [row.number for row in rows])
    return tuple(
        Heading(id=row.id, title=row.title, published=row.published, outlets=outlets.get(row.number, ()))
        for row in rows
    )


def _published(connection: Connection, numbers: Select[tuple[int]], as_of: str | None) -> Iterator[Coded]:
    documents = schema.documents.c
    statement = (
        select(documents.number, documents.id, documents.text, documents.record)
        .where(documents.number.in_(numbers))
        .order_by(documents.known, documents.id)
    )
    if as_of is not None:
        statement = statement.where(documents.known <= day_number(as_of))
    for row in connection.execute(statement).all():
        yield coded_of(connection, row)


def lead_at(connection: Connection, id_: str) -> tuple[str, Event] | None:
    """The lead whose id begins with this one, and the id of its document; None where there is none."""
    documents = schema.documents.c
    for row in connection.execute(select(documents.id, documents.record)):
        for lead in unpacked(row.record, _Leads).leads:
            if lead.id.startswith(id_):
                return row.id, lead
    return None
