"""SQLite: takes accounts of acts, writes a database file with the tables of `acts.sql`."""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from dragoman.exports.batches import batches
from dragoman.exports.relations import SCHEMA, TABLES, Row
from dragoman.exports.targets import Target, filled
from dragoman.records.account import Account


def write_sqlite(accounts: Iterable[Account], target: Target) -> int:
    """A new database; one that was there is replaced. Gives how many acts were written."""
    count = 0
    with filled(target) as path, closing(sqlite3.connect(path)) as connection:
        connection.executescript(SCHEMA)
        for batch in batches(accounts):
            for table, rows in TABLES.items():
                _insert(connection, table, [row for account in batch for row in rows(account)])
            count += len(batch)
        connection.commit()
    return count


def _insert(connection: sqlite3.Connection, table: str, rows: Sequence[Row]) -> None:
    if rows:
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {table} VALUES ({places})", rows)  # noqa: S608 - names are our own
