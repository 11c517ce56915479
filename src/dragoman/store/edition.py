"""Edition: takes a connection, gives a word that changes whenever what the store tells changes."""

from sqlalchemy import Connection, func, select

from dragoman.store import schema

_GROWING = (schema.documents, schema.events, schema.acts, schema.reviews, schema.rulings, schema.compliances)


def edition_of(connection: Connection) -> str:
    """The highest number of each table in which something is written whenever texts come in or somebody decides.

    Rows are only ever added, or taken away and written anew under higher numbers; so two stores of one edition that
    are the same store tell the same.
    """
    highest = [connection.execute(select(func.max(table.c.number))).scalar_one() or 0 for table in _GROWING]
    last = connection.execute(select(func.max(schema.compliances.c.made_at))).scalar_one()
    return ".".join(map(str, highest)) + (f"@{last}" if last else "")
