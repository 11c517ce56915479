"""Parts: takes many values, gives the rows that have one of them, asking for so many at once as a query may hold."""

from collections.abc import Iterable, Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select

MANY = 500  # values in one condition


def in_parts(values: Iterable[object]) -> list[list[object]]:
    """The values in lists short enough for a condition."""
    all_ = list(values)
    return [all_[at : at + MANY] for at in range(0, len(all_), MANY)]


def rows_among(
    connection: Connection, statement: Select[*tuple[Any, ...]], column: ColumnElement[Any], values: Iterable[object]
) -> Iterator[Row[*tuple[Any, ...]]]:
    """The rows of the statement in which the column has one of the values."""
    for part in in_parts(values):
        yield from connection.execute(statement.where(column.in_(part))).all()
