"""Edition: takes a connection, gives a word that changes whenever what the store tells changes, and not otherwise.

It is a number in a table, raised in the very transaction that changes something: whoever reads sees both or neither.
Whether a transaction has changed something the database itself knows: it counts the rows that were written.
"""

from sqlalchemy import Connection, delete, func, insert, select

from dragoman.store import schema

_WRITTEN = {
    "sqlite": "SELECT total_changes()",
    # a server may be told not to count: then every transaction is taken for one that changes something
    "postgresql": """
        SELECT CASE WHEN current_setting('track_counts')::boolean
                    THEN coalesce(sum(n_tup_ins + n_tup_upd + n_tup_del), 0) ELSE -1 END
        FROM pg_stat_xact_user_tables
    """,
}
_UNCOUNTED = -1


def edition_of(connection: Connection) -> str:
    """The word for what this connection sees."""
    return str(_number(connection))


def rows_written(connection: Connection) -> int:
    """How many rows have been written so far: what is held against the count at the end of a transaction."""
    return int(connection.exec_driver_sql(_WRITTEN[connection.dialect.name]).scalar_one())


def next_edition(connection: Connection, *, since: int) -> None:
    """Goes on to the next edition if rows were written since there were that many."""
    written = rows_written(connection)
    if written == since and written != _UNCOUNTED:
        return
    number = _number(connection) + 1
    connection.execute(delete(schema.editions))
    connection.execute(insert(schema.editions).values(number=number))


def _number(connection: Connection) -> int:
    return connection.execute(select(func.max(schema.editions.c.number))).scalar() or 0
