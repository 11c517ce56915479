"""Deeds: takes acts, gives them with their reports in full; and the leads and documents in which a party is named."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import Connection, select

from dragoman.acts.days import day_number
from dragoman.acts.telling import fullest_as_told
from dragoman.ledger.leads import lead_deeds
from dragoman.ledger.parties import homes
from dragoman.records.act import Act
from dragoman.records.deed import Deed
from dragoman.records.event import Coded, Event
from dragoman.store import schema
from dragoman.store.answering import coded_of
from dragoman.store.loading import load_reports_by_id, outlets_of
from dragoman.store.packing import unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument


def deeds_of(connection: Connection, acts: Sequence[Act]) -> Iterator[Deed]:
    """The acts with their reports, in their order."""
    reports = load_reports_by_id(connection, {id_ for act in acts for id_ in act.reports})
    for act in acts:
        told = tuple(reports[id_] for id_ in act.reports if id_ in reports)
        if told:  # none where the documents were coded anew since the acts were read
            yield Deed(act=act, reports=told, fullest=fullest_as_told(act, told).event)


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
        leads = unpacked(row.record, KeptDocument).leads
        own = [lead for lead in leads if parties is None or homes(lead.participants) & set(parties)]
        yield from lead_deeds(own, known_on=row.published, outlets=outlets.get(row.number, ()), copy=row.copy)


def documents_naming(connection: Connection, party: str, *, as_of: str | None = None) -> Iterator[Coded]:
    """The documents in which a party (by id) is named, that had been published by that day, oldest first."""
    documents, named = schema.documents.c, schema.named.c
    columns = (documents.number, documents.id, documents.text, documents.record)
    statement = (
        select(*columns)
        .join_from(schema.documents, schema.named, named.document == documents.number)
        .where(named.id == party)
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
        for lead in unpacked(row.record, KeptDocument).leads:
            if lead.id.startswith(id_):
                return row.id, lead
    return None
