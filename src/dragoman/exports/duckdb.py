"""DuckDB: takes accounts of acts, writes a database file with the tables of `acts.sql`. DuckDB is an optional part."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pyarrow as pa

from dragoman.errors import DragomanError
from dragoman.exports.batches import batches
from dragoman.exports.relations import SCHEMA, TABLES, Row
from dragoman.exports.targets import Target, filled
from dragoman.records.account import Account

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


def write_duckdb(accounts: Iterable[Account], target: Target) -> int:
    """A new database; one that was there is replaced. Gives how many acts were written.

    Raises:
        DragomanError: DuckDB is not installed.
    """
    try:
        import duckdb  # noqa: PLC0415 - an optional part
    except ImportError as error:
        raise DragomanError(
            "the export to DuckDB needs the package duckdb; install it with pip install dragoman[duckdb]"
        ) from error
    count = 0
    with filled(target) as path, duckdb.connect(path) as connection:
        connection.execute(SCHEMA)
        for batch in batches(accounts):
            for table, rows in TABLES.items():
                _insert(connection, table, [row for account in batch for row in rows(account)])
            count += len(batch)
    return count


def _insert(connection: "DuckDBPyConnection", table: str, rows: Sequence[Row]) -> None:
    """By way of an Arrow table: row by row takes DuckDB a hundred times as long."""
    if rows:
        columns = [pa.array(values) for values in zip(*rows, strict=True)]
        connection.register("batch", pa.table(columns, names=[f"c{place}" for place in range(len(columns))]))
        connection.execute(f"INSERT INTO {table} SELECT * FROM batch")  # noqa: S608 - names are our own
        connection.unregister("batch")
