"""Contents: takes a store, gives all that it holds without row numbers, so that two stores can be compared."""

import zlib
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
from sqlalchemy import Connection, String, Table, cast, select

from dragoman.records.act import Act
from dragoman.records.event import Event
from dragoman.store import schema
from dragoman.store.packing import unpacked
from dragoman.store.rows import KeptDocument
from dragoman.store.store import Store

Content = dict[str, list[str]]
"""For each table its rows as JSON, sorted."""

Named = Mapping[int, object]

# What is no content: the version of the tables, when what changed, what releases and recodings there were.
_HISTORY = frozenset({"schema_versions", "editions", "changes", "releases", "past_events"})


def content(store: Store) -> Content:
    """All rows of all tables, each row with what it points to by name: two stores of the same content give the same.

    It is made in memory: meant for stores of up to some hundred thousand events.
    """
    with store.reading() as connection:
        return content_seen(connection)


def content_seen(connection: Connection) -> Content:
    """The content as the connection sees it."""
    names = _names(connection)
    return {
        table.name: sorted(_lines(connection, table, names))
        for table in schema.metadata.sorted_tables
        if table.name not in _HISTORY
    }


def _names(connection: Connection) -> Mapping[str, Named]:
    """For each kind of row that others point to, what its numbers stand for."""
    documents, sources, events, acts = schema.documents.c, schema.sources.c, schema.events.c, schema.acts.c
    named = {
        "document": select(documents.number, documents.id),
        "source": select(sources.number, sources.name),
        "event": select(events.number, events.id),
        "act": select(acts.number, acts.id + "@" + cast(acts.known_from, String)),
    }
    return {kind: {row[0]: row[1] for row in connection.execute(statement)} for kind, statement in named.items()}


def _lines(connection: Connection, table: Table, names: Mapping[str, Named]) -> Iterator[str]:
    columns = [column for column in table.c if column.name != "number"]
    pointing = {
        at: names[kind] for at, column in enumerate(columns) if (kind := _kind_of(table.name, column.name)) in names
    }
    shape = _SHAPES.get(table.name, object)
    for row in connection.execute(select(*columns)):
        values = [
            pointing[at].get(value, value) if at in pointing else _readable(value, shape)
            for at, value in enumerate(row)
        ]
        yield msgspec.json.encode(values).decode()


def _kind_of(table: str, column: str) -> str:
    """To what a column points; nothing where it holds an id or a figure."""
    if (table, column) in _EVENTS:
        return "event"
    if (table, column) == ("events", "act"):
        return ""
    return column if table not in {"acts", "past_events"} else ""


def _readable(value: Any, shape: type[object]) -> object:
    """A packed record as it is read, or as what is wrong with it."""
    if not isinstance(value, bytes):
        return value
    try:
        return unpacked(value, shape)
    except (zlib.error, msgspec.DecodeError) as error:
        return f"unreadable: {error}"


_SHAPES: Mapping[str, type[object]] = {"documents": KeptDocument, "events": Event, "acts": Act}
_EVENTS = {
    ("pairs", "later"), ("pairs", "earlier"), ("events", "report"), ("events", "antecedent"), ("events", "root"),
}  # fmt: skip
