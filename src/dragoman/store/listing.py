"""Listing: takes an outlet and days, gives the documents of them, page by page, the last published first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select

from dragoman.acts.days import day_number
from dragoman.records.question import Page
from dragoman.store import schema
from dragoman.store.cursors import Whole, beyond, cursor_of, place_of
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
    return _listed(connection, connection.execute(_in_order(asked).limit(limit).offset(after)).all())


def documents_page(connection: Connection, asked: Asked, *, limit: int, cursor: str | None) -> Page[Listed]:
    """A page of them: so many, behind those of the pages before."""
    documents = schema.documents.c
    statement = _in_order(asked).limit(limit + 1)
    if cursor is not None:
        place = place_of(cursor, tuple[Whole, Whole])
        statement = statement.where(beyond((documents.known, documents.number), place, ascending=False))
    rows = connection.execute(statement).all()
    last = rows[limit - 1] if len(rows) > limit else None
    return Page(items=_listed(connection, rows[:limit]), next=cursor_of(last.known, last.number) if last else None)


def _in_order(asked: Asked) -> Select[Any]:
    """Them, the last published first, and of one day those first that came last."""
    documents = schema.documents.c
    return (
        select(
            documents.number,
            documents.id,
            documents.title,
            func.substr(documents.text, 1, BEGINNING).label("beginning"),
            documents.published,
            documents.known,
            documents.copy,
        )
        .where(*_where(asked))
        .order_by(documents.known.desc(), documents.number.desc())
    )


def _listed(connection: Connection, rows: Sequence[Row[Any]]) -> tuple[Listed, ...]:
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
