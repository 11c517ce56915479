"""Pointing: takes a connection, gives every row that points to a row which is not there, or to which none points."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, and_, exists, or_, select

from dragoman.store import schema
from dragoman.store.schema import EVER

_MOST = 21  # rows that are told of one kind

_documents, _events, _acts = schema.documents.c, schema.events.c, schema.acts.c
_POINTERS: tuple[tuple[Column[Any], Column[Any]], ...] = (
    (_documents.copy, _documents.id),
    (_events.report, _events.number),
    (_events.antecedent, _events.number),
    (_events.root, _events.number),
    (schema.event_parties.c.event, _events.number),
    (schema.event_contexts.c.event, _events.number),
    (schema.keys.c.event, _events.number),
    (schema.pairs.c.later, _events.number),
    (schema.pairs.c.earlier, _events.number),
    (schema.act_parties.c.act, _acts.number),
    (schema.act_contexts.c.act, _acts.number),
    (schema.dyads.c.act, _acts.number),
    (schema.prints.c.document, _documents.number),
    (schema.named.c.document, _documents.number),
    (schema.copies.c.one, _documents.id),
    (schema.copies.c.other, _documents.id),
)


def examine_pointers(connection: Connection) -> Iterator[str]:
    """Rows that point to nothing, events without an act, acts without an event."""
    for column, target in _POINTERS:
        for value in _astray(connection, column, target):
            yield f"{column.table.name}: {column.name} {value!r} is not among {target.table.name}"
    without = select(_events.id).where(or_(_events.act.is_(None), ~_now_told(_events.act))).limit(_MOST)
    yield from (f"event {id_} has no act" for id_ in connection.execute(without).scalars())
    empty = select(_acts.id).distinct().where(~exists().where(_events.act == _acts.id)).limit(_MOST)
    yield from (f"act {id_} has no event" for id_ in connection.execute(empty).scalars())


def _astray(connection: Connection, column: Column[Any], target: Column[Any]) -> list[Any]:
    wanted = target.table.alias("wanted").c[target.name]
    statement = select(column).distinct().where(column.is_not(None), ~exists().where(wanted == column)).limit(_MOST)
    return list(connection.execute(statement).scalars())


def _now_told(act: ColumnElement[Any]) -> ColumnElement[bool]:
    """Whether there is a version of the act that holds until further notice."""
    versions = schema.acts.alias("versions").c
    return exists().where(and_(versions.id == act, versions.known_to == EVER))
