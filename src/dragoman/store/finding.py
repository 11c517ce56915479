"""Finding: takes words, gives the documents and passages that hold them all, and where in each the words stand."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import Connection, func, select

from dragoman.store import schema
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
Stretch = tuple[int, int]
"""From which character to before which."""


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
    documents = schema.documents.c
    weighed = documents_weighed(connection, words).subquery()
    columns = (documents.number, documents.id, documents.title, documents.text, documents.published)
    turned = (weighed.c.fits.desc(), documents.known.desc()) if by == "relevance" else (documents.known.desc(),)
    rows = connection.execute(
        select(*columns)
        .join_from(schema.documents, weighed, weighed.c.number == documents.number)
        .order_by(*turned, documents.number)
        .limit(limit)
        .offset(skipped)
    ).all()
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


def passages_found(
    connection: Connection, words: Sequence[str], reports: Collection[str]
) -> dict[str, tuple[str, tuple[Stretch, ...]]]:
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
