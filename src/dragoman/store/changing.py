"""Changing: takes ids of acts and events of which a transaction changes what is told, notes in which edition it did.

What is new need not be noted: its number is higher than all that had been given out before.
"""

from collections.abc import Iterable

from sqlalchemy import Connection, Select, select
from sqlalchemy.dialects import postgresql, sqlite

from dragoman.records.question import Kept
from dragoman.store import schema
from dragoman.store.edition import Edition, last_edition
from dragoman.store.parts import rows_among
from dragoman.store.schema import KEPT


def note_changed(connection: Connection, kept: Kept, ids: Iterable[str]) -> None:
    """Notes that these acts or events (by id) changed or went in the edition that this transaction makes."""
    rows = [(KEPT.index(kept), id_) for id_ in sorted(set(ids))]
    if not rows:
        return
    edition = last_edition(connection).number + 1
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    coming = dialect.insert(schema.changes)
    noted = coming.on_conflict_do_update(
        index_elements=list(schema.changes.primary_key), set_={"edition": coming.excluded.edition}
    )
    connection.execute(noted, [{"kind": kind, "id": id_, "edition": edition} for kind, id_ in rows])


def note_carried(connection: Connection, documents: Iterable[str]) -> None:
    """Notes all that documents (by id) tell: where they were published, or how they are headed, is another than it was.

    An act that one report tells has no record of its own, and no act and no event tells of its outlets in its row.
    """
    events = schema.events.c
    told = select(events.id, events.act).join_from(schema.events, schema.documents)
    rows = list(rows_among(connection, told, schema.documents.c.id, documents))
    note_changed(connection, "events", (row.id for row in rows))
    note_changed(connection, "acts", (row.act for row in rows))


def changed_since(kept: Kept, edition: Edition) -> Select[str]:
    """The ids of the acts or events that changed or went after an edition."""
    changes = schema.changes.c
    return select(changes.id).where(changes.kind == KEPT.index(kept), changes.edition > edition.number)
