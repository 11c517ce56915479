"""Listing: takes an outlet and days, gives the documents of them, page by page, the last published first."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, select

from dragoman.acts.days import day_number
from dragoman.store import schema
from dragoman.store.parts import rows_among
from dragoman.store.schema import NEVER
from dragoman.store.writing import UNNAMED

BEGINNING = 400  # characters of a text that a list may show


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which documents: of an outlet, published from `first` to `last` (ISO days, inclusive); None asks for all.

    `outlet` is empty for the texts whose outlet nobody named.
    """

    outlet: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A document, who carried it, how many events were found in it; `reprint_of` is the id of the text it reprints."""

    id: str
    title: str | None
    beginning: str
    published: str | None
    outlets: tuple[str, ...]
    events: int
    reprint_of: str | None

    @property
    def opening(self) -> str:
        """How the text begins, behind its title."""
        return self.beginning.removeprefix(self.title or "").lstrip()


def number_of_documents(connection: Connection, asked: Asked) -> int:
    """How many there are."""
    statement = select(func.count()).select_from(schema.documents).where(*_where(asked))
    return connection.execute(statement).scalar_one()


def documents_listed(connection: Connection, asked: Asked, *, limit: int, after: int = 0) -> tuple[Listed, ...]:
    """So many of them, but for the first `after` ones."""
    documents = schema.documents.c
    rows = connection.execute(
        select(
            documents.number,
            documents.id,
            documents.title,
            func.substr(documents.text, 1, BEGINNING).label("beginning"),
            documents.published,
            documents.copy,
        )
        .where(*_where(asked))
        .order_by(documents.known.desc(), documents.number.desc())
        .limit(limit)
        .offset(after)
    ).all()
    numbers = [row.number for row in rows]
    outlets, events = _outlets(connection, numbers), _events(connection, numbers)
    return tuple(
        Listed(
            id=row.id,
            title=row.title,
            beginning=row.beginning,
            published=row.published,
            outlets=tuple(sorted(outlets[row.number])),
            events=events.get(row.number, 0),
            reprint_of=None if row.copy == row.id else row.copy,
        )
        for row in rows
    )


def _where(asked: Asked) -> list[ColumnElement[bool]]:
    documents, publications, sources = schema.documents.c, schema.publications.c, schema.sources.c
    wheres: list[ColumnElement[bool]] = []
    if asked.outlet is not None:
        carried = select(publications.document).join_from(schema.publications, schema.sources)
        wheres.append(documents.number.in_(carried.where(sources.name == asked.outlet)))
    if asked.first:
        wheres.append(documents.known >= day_number(asked.first))
    if asked.last:
        wheres += [documents.known <= day_number(asked.last), documents.known > NEVER]
    return wheres


def _outlets(connection: Connection, numbers: Iterable[int]) -> defaultdict[int, set[str]]:
    publications, sources = schema.publications.c, schema.sources.c
    statement = select(publications.document, sources.name).join_from(schema.publications, schema.sources)
    found = defaultdict[int, set[str]](set)
    for row in rows_among(connection, statement, publications.document, numbers):
        if row.name != UNNAMED:
            found[row.document].add(row.name)
    return found


def _events(connection: Connection, numbers: Iterable[int]) -> dict[int, int]:
    events = schema.events.c
    found = defaultdict[int, int](int)
    for row in rows_among(connection, select(events.document), events.document, numbers):
        found[row.document] += 1
    return found
