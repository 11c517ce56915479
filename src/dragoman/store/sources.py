"""Sources: takes a connection, gives for each outlet how many documents it published on which days."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from dragoman.store import schema
from dragoman.store.writing import UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An outlet: how many texts it published, and how many on each ISO day; `undated` are those without a day.

    `outlet` is None for the texts whose outlet nobody named. A text that an outlet published on two days counts once in
    `documents`, and on both days.
    """

    outlet: str | None
    licence: str | None
    may_be_passed_on: bool | None
    documents: int
    days: Mapping[str, int]
    undated: int


def every_source(connection: Connection) -> tuple[Source, ...]:
    """All outlets by name, the unnamed one first."""
    sources, publications = schema.sources.c, schema.publications.c
    texts = func.count(publications.document.distinct())
    on_days: defaultdict[int, dict[str | None, int]] = defaultdict(dict)
    by_day = select(publications.source, publications.published, texts).group_by(
        publications.source, publications.published
    )
    for number, day, count in connection.execute(by_day):
        on_days[number][day] = count
    totals = select(publications.source, texts).group_by(publications.source)
    documents = {row[0]: row[1] for row in connection.execute(totals)}
    found = [
        Source(
            outlet=None if row.name == UNNAMED else row.name,
            licence=row.licence,
            may_be_passed_on=row.may_be_passed_on,
            documents=documents.get(row.number, 0),
            days={day: on_days[row.number][day] for day in sorted(filter(None, on_days[row.number]))},
            undated=on_days[row.number].get(None, 0),
        )
        for row in connection.execute(select(sources.number, sources.name, sources.licence, sources.may_be_passed_on))
    ]
    return tuple(sorted(found, key=lambda source: source.outlet or ""))
