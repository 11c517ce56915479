"""Outlets: takes a connection, gives for each outlet how many of its texts reprint others and how its acts are told."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, case, func, select

from dragoman.store import schema
from dragoman.store.schema import EVER
from dragoman.store.writing import UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What an outlet tells: `reprints` are those of its texts that reprint another text of the store.

    `acts` are all that its texts tell, `alone` those of them of which there is one voice, be it reprinted or not.
    """

    reprints: int
    acts: int
    alone: int


def every_telling(connection: Connection) -> Mapping[str | None, Telling]:
    """That of each outlet by its name, None for the texts whose outlet nobody named."""
    sources = schema.sources.c
    names = {
        row.number: None if row.name == UNNAMED else row.name
        for row in connection.execute(select(sources.number, sources.name))
    }
    reprints, told = _reprints(connection), _told(connection)
    return {
        name: Telling(reprints=reprints.get(number, 0), acts=acts, alone=alone)
        for number, name in names.items()
        for acts, alone in [told.get(number, (0, 0))]
    }


def _reprints(connection: Connection) -> dict[int, int]:
    publications, documents = schema.publications.c, schema.documents.c
    statement = (
        select(publications.source, func.count(publications.document.distinct()))
        .join_from(schema.publications, schema.documents)
        .where(documents.copy != documents.id)
        .group_by(publications.source)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def _told(connection: Connection) -> dict[int, tuple[int, int]]:
    """How many acts each outlet tells, and how many of them have one voice."""
    acts, events = schema.acts.c, schema.events.c
    carried = select(schema.publications.c.source, schema.publications.c.document).distinct().subquery("carried")
    each_once = (
        select(carried.c.source, acts.number, acts.voices)
        .join_from(carried, schema.events, events.document == carried.c.document)
        .join(schema.acts, acts.id == events.act)
        .where(acts.known_to == EVER)
        .distinct()
        .subquery("told")
    )
    alone = func.sum(case((each_once.c.voices == 1, 1), else_=0))
    statement = select(each_once.c.source, func.count(), alone).group_by(each_once.c.source)
    return {row[0]: (row[1], int(row[2])) for row in connection.execute(statement)}
