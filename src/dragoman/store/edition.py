"""Edition: takes a connection, gives a word that changes whenever what the store tells changes, and not otherwise.

It is a number in a table, raised in the very transaction that changes something: whoever reads sees both or neither.
Whether a transaction has changed something the database itself knows: it counts the rows that were written. With each
number stands its moment, and up to which number acts and events had been given out by then.
"""

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, func, insert, select

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
FIRST = 1  # the number of the first edition of a store that knows all its editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """What the store tells from one transaction until the next.

    `moment` is in microseconds since 1970, UTC; `acts` and `events` are the highest numbers given out by then.
    """

    number: int
    moment: int
    acts: int
    events: int


NOTHING = Edition(number=0, moment=0, acts=0, events=0)
"""What there is before the first edition."""


def edition_of(connection: Connection) -> str:
    """The word for what this connection sees."""
    return str(last_edition(connection).number)


def last_edition(connection: Connection) -> Edition:
    """What this connection sees."""
    return _only(connection, schema.editions.c.number.desc()) or NOTHING


def first_edition(connection: Connection) -> Edition:
    """The first one that the store knows."""
    return _only(connection, schema.editions.c.number.asc()) or NOTHING


def edition_at(connection: Connection, moment: int) -> Edition | None:
    """The edition that held at a moment; None where the store knows none so early."""
    return _only(connection, schema.editions.c.moment.desc(), schema.editions.c.moment <= moment)


def rows_written(connection: Connection) -> int:
    """How many rows have been written so far: what is held against the count at the end of a transaction."""
    return int(connection.exec_driver_sql(_WRITTEN[connection.dialect.name]).scalar_one())


def next_edition(connection: Connection, *, since: int, now: int) -> None:
    """Goes on to the next edition if rows were written since there were that many.

    Its moment is `now` (microseconds since 1970, UTC), or just after the one before where the clock was put back.
    """
    written = rows_written(connection)
    if written == since and written != _UNCOUNTED:
        return
    last = last_edition(connection)
    write_edition(connection, number=last.number + 1, moment=max(now, last.moment + 1), last=last)


def write_edition(connection: Connection, *, number: int, moment: int, last: Edition = NOTHING) -> None:
    """Writes an edition down, with what has been given out: whatever is there, and whatever was before."""
    highest = {
        table.name: connection.execute(select(func.max(table.c.number))).scalar() or 0
        for table in (schema.acts, schema.events)
    }
    acts, events = max(last.acts, highest["acts"]), max(last.events, highest["events"])
    connection.execute(insert(schema.editions).values(number=number, moment=moment, acts=acts, events=events))


def _only(connection: Connection, order: ColumnElement[int], *where: ColumnElement[bool]) -> Edition | None:
    """The first edition in an order."""
    found = connection.execute(select(schema.editions).where(*where).order_by(order).limit(1)).one_or_none()
    return None if found is None else Edition(**found._mapping)  # noqa: SLF001 - SQLAlchemy's public way to it
