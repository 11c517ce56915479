"""Finding: takes words, gives the documents and passages that hold them all, and where in each the words stand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

import msgspec
from sqlalchemy import Connection, Row, Select, func, select

from dragoman.errors import QuestionError
from dragoman.records.question import Page
from dragoman.store import schema
from dragoman.store.cursors import Whole, beyond, cursor_of, place_of
from dragoman.store.edition import edition_of
from dragoman.store.loading import outlets_of
from dragoman.store.parts import rows_among
from dragoman.store.searching import (
    CLOSE,
    OPEN,
    document_holds,
    documents_marked,
    documents_weighed,
    passages_marked,
)

By = Literal["relevance", "date"]
Skipped = Annotated[int, msgspec.Meta(ge=0, lt=2**31)]
Stretch = tuple[int, int]
"""From which character to before which."""
Hits = dict[str, tuple[str, tuple[Stretch, ...]]]
"""Passages by the id of their report, each with where in it the words stand that were looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A document that holds the words: where they stand in its text, and in its title."""

    document: str
    title: str | None
    outlets: tuple[str, ...]
    published: str | None
    text: str
    hits: tuple[Stretch, ...]
    title_hits: tuple[Stretch, ...]


def documents_found(
    connection: Connection, words: Sequence[str], *, by: By, limit: int, skipped: int = 0
) -> tuple[Hit, ...]:
    """The documents that hold all the words: those that fit best first, or by "date" the last published first."""
    return _hits(connection, words, connection.execute(_in_order(connection, words, by).limit(limit).offset(skipped)))


def documents_found_page(
    connection: Connection, words: Sequence[str], *, by: By, limit: int, cursor: str | None
) -> Page[Hit]:
    """A page of them: so many, behind those of the pages before.

    By "date" it goes on behind a document, whatever has come since. How well documents fit depends on all of them, so
    that each one that comes moves others: by "relevance" pages hang together only while the store does not change.

    Raises:
        QuestionError: it is no cursor, or by "relevance" the store has changed since it was given.
    """
    documents = schema.documents.c
    statement, skipped = _in_order(connection, words, by).limit(limit + 1), 0
    if cursor is not None and by == "date":
        place = place_of(cursor, tuple[Whole, Whole])
        statement = statement.where(beyond((documents.known, documents.number), place, ascending=False))
    elif cursor is not None:
        skipped, edition = place_of(cursor, tuple[Skipped, str])
        if edition != edition_of(connection):
            raise QuestionError(
                f"{cursor!r} is of an earlier edition of the store, whose order by relevance no longer holds; "
                "ask again without a cursor, or by date: then pages hold while texts come in"
            )
        statement = statement.offset(skipped)
    rows = connection.execute(statement).all()
    page, more = rows[:limit], len(rows) > limit
    if by == "date":
        following = cursor_of(page[-1].known, page[-1].number) if more else None
    else:
        following = cursor_of(skipped + limit, edition_of(connection)) if more else None
    return Page(items=_hits(connection, words, page), next=following)


def _in_order(connection: Connection, words: Sequence[str], by: By) -> Select[Any]:
    documents = schema.documents.c
    weighed = documents_weighed(connection, words).subquery()
    by_day = (documents.known.desc(), documents.number.desc())
    return (
        select(documents.number, documents.id, documents.title, documents.text, documents.published, documents.known)
        .join_from(schema.documents, weighed, weighed.c.number == documents.number)
        .order_by(*((weighed.c.fits.desc(), *by_day) if by == "relevance" else by_day))
    )


def _hits(connection: Connection, words: Sequence[str], found: Iterable[Row[Any]]) -> tuple[Hit, ...]:
    rows = list(found)
    numbers = [row.number for row in rows]
    outlets = outlets_of(connection, numbers)
    marked = documents_marked(connection, words)
    at = {row.number: row for row in rows_among(connection, marked, marked.selected_columns[0], numbers)}
    return tuple(
        Hit(
            document=row.id,
            title=row.title,
            outlets=outlets.get(row.number, ()),
            published=row.published,
            text=row.text,
            hits=stretches(at[row.number].text, row.text),
            title_hits=stretches(at[row.number].title, row.title or ""),
        )
        for row in rows
    )


def documents_number(connection: Connection, words: Sequence[str]) -> int:
    """How many documents hold all the words."""
    held = select(func.count()).select_from(schema.documents).where(document_holds(connection, words))
    return connection.execute(held).scalar_one()


def passages_found(connection: Connection, words: Sequence[str], reports: Collection[str]) -> Hits:
    """The passages of those reports (by id) that hold all the words, and where in them the words stand."""
    events = schema.events.c
    of = select(events.number, events.id, events.evidence)
    numbers = {row.number: row for row in rows_among(connection, of, events.id, reports)}
    marked = passages_marked(connection, words)
    return {
        numbers[row.number].id: (numbers[row.number].evidence, stretches(row.text, numbers[row.number].evidence))
        for row in rows_among(connection, marked, marked.selected_columns[0], numbers)
    }


def acts_of_parties(connection: Connection) -> dict[str, int]:
    """How many acts each party does, or has done to it, the most first."""
    parties = schema.act_parties.c
    number = func.count(parties.act.distinct())
    statement = (
        select(parties.id, number)
        .join_from(schema.act_parties, schema.acts, schema.acts.c.number == parties.act)
        .where(parties.role.in_([0, 1]), schema.acts.c.known_to == schema.EVER)
        .group_by(parties.id)
        .order_by(number.desc(), parties.id)
    )
    return {row[0]: row[1] for row in connection.execute(statement)}


def stretches(marked: str | None, text: str) -> tuple[Stretch, ...]:
    """Where marked words stand in the text; nowhere, where the text itself is not as it was marked.

    >>> stretches(f"a {OPEN}red{CLOSE} rose", "a red rose")
    ((2, 5),)
    """
    pieces = list(_pieces(marked or ""))
    if "".join(piece for piece, _ in pieces) != text:
        return ()
    found, at = [], 0
    for piece, hit in pieces:
        if hit and piece:
            found.append((at, at + len(piece)))
        at += len(piece)
    return tuple(found)


def _pieces(marked: str) -> Iterable[tuple[str, bool]]:
    """The text as pieces that are marked and pieces that are not."""
    for number, part in enumerate(marked.split(OPEN)):
        hit, closed, rest = part.partition(CLOSE)
        yield hit, bool(number and closed)
        yield rest, False
