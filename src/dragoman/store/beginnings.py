"""Beginnings: takes a statement and an id, whole or its beginning, gives the rows that are meant, found by an index."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_

_AFTER_ALL = "\U0010ffff"  # the last of all characters: no id has it
_TWO = 2  # are enough to see that several are meant


def rows_meant(
    connection: Connection, statement: Select[*tuple[Any, ...]], column: ColumnElement[str], id_: str
) -> Sequence[Row[*tuple[Any, ...]]]:
    """The one row whose id in that column is this one; where there is none, up to two whose ids begin with it."""
    id_ = id_.rstrip("….")  # as a terminal shows an id that it has no room for
    exact = connection.execute(statement.where(column == id_).limit(1)).all()
    return exact or connection.execute(statement.where(begins(connection, column, id_)).limit(_TWO)).all()


def begins(connection: Connection, column: ColumnElement[str], beginning: str) -> ColumnElement[bool]:
    """Whether an id begins so, as bounds between which it lies: an index finds them, which LIKE would not use."""
    compared = bytewise(connection, column)
    return and_(compared >= beginning, compared < beginning + _AFTER_ALL)


def bytewise(connection: Connection, column: ColumnElement[str]) -> ColumnElement[str]:
    """The column as it is to be sorted: by its characters' numbers, as Python sorts, whatever the server's language."""
    return column.collate("C") if connection.dialect.name == "postgresql" else column
