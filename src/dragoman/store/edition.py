"""Edition: takes a connection, gives a word that changes whenever what the store tells changes.

A folder counts its writing transactions in the file itself, where SQLite leaves a number to applications; it is written
with each of them, or with none. A server knows by itself which transactions one sees: two looks at the same ones see
the same. That of a server changes, too, when another of its databases is written to.
"""

from sqlalchemy import Connection


def edition_of(connection: Connection) -> str:
    """The word for what this connection sees."""
    asked = "PRAGMA user_version" if _is_a_file(connection) else "SELECT pg_current_snapshot()::text"
    return str(connection.exec_driver_sql(asked).scalar_one())


def next_edition(connection: Connection) -> None:
    """Counts the transaction, in which something is written."""
    if _is_a_file(connection):
        connection.exec_driver_sql(f"PRAGMA user_version = {int(edition_of(connection)) + 1}")


def _is_a_file(connection: Connection) -> bool:
    return connection.dialect.name == "sqlite"
