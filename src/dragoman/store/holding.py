"""Holding: takes a connection, tells how much a store holds, of which days, and by what it was coded."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, ScalarSelect, Table, func, select

from dragoman.store import schema
from dragoman.store.documents import count_codings
from dragoman.store.schema import EVER


@dataclass(frozen=True, slots=True, kw_only=True)
class Holdings:
    """Counts by name, the ISO days of the first and last publication, and how many documents each coding coded."""

    counts: Mapping[str, int]
    first: str | None
    last: str | None
    codings: Mapping[str, int]


def holdings_of(connection: Connection) -> Holdings:
    """How much a store holds."""
    documents, acts, publications = schema.documents.c, schema.acts, schema.publications
    texts = select(func.count()).select_from(schema.documents)
    reprints = texts.where(documents.copy != documents.id)
    counts = {
        "documents": texts,
        "texts that are no reprints": select(texts.scalar_subquery() - reprints.scalar_subquery()),
        "publications": select(func.count()).select_from(publications),
        "outlets": select(func.count(publications.c.source.distinct())),
        "events": select(func.count()).select_from(schema.events),
        "acts": select(func.count()).select_from(acts).where(acts.c.known_to == EVER),
        "acts of several reports": select(func.count())
        .select_from(acts)
        .where(acts.c.known_to == EVER, acts.c.reports > 1),
        "decisions by hand": select(
            _number_in(schema.reviews) + _number_in(schema.rulings) + _number_in(schema.compliances)
        ),
        "releases": select(func.count()).select_from(schema.releases),
    }
    first, last = connection.execute(select(func.min(documents.published), func.max(documents.published))).one()
    return Holdings(
        counts={name: connection.execute(statement).scalar_one() for name, statement in counts.items()},
        first=first,
        last=last,
        codings=count_codings(connection),
    )


def _number_in(table: Table) -> ScalarSelect[int]:
    return select(func.count()).select_from(table).scalar_subquery()
