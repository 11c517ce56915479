"""Parts: takes many values, gives the rows that have one of them, asking for so many at once as a query may hold."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec
from sqlalchemy import ARRAY, ColumnElement, Connection, Row, Select, any_, bindparam, column, func, select

MANY = 500  # values that a statement names one by one
_TOGETHER = 5_000  # values that are looked up at once, as one value


def in_parts(values: Iterable[object]) -> list[list[object]]:
    """The values in lists short enough for a condition."""
    return _cut(values, MANY)


def rows_among(
    connection: Connection, statement: Select[*tuple[Any, ...]], column: ColumnElement[Any], values: Iterable[object]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of the statement in which the column has one of the values."""
    for part in _cut(values, _TOGETHER):
        yield from connection.execute(statement.where(is_among(connection, column, part))).all()


def is_among(connection: Connection, searched: ColumnElement[Any], values: list[object]) -> ColumnElement[bool]:
    """Whether the column has one of the values, which are given as one: so the statement is the same for any number."""
    if connection.dialect.name == "sqlite":
        written = msgspec.json.encode(values).decode()
        each = func.json_each(bindparam(None, written, unique=True)).table_valued(column("value"))
        return searched.in_(select(each.c.value))
    return searched == any_(bindparam(None, values, ARRAY(searched.type), unique=True))


def _cut(values: Iterable[object], length: int) -> list[list[object]]:
    all_ = list(values)
    return [all_[at : at + length] for at in range(0, len(all_), length)]
