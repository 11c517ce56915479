"""Heading: takes a text that the store has already, told by another outlet, gives it the heading of the first one."""

from collections.abc import Mapping
from dataclasses import replace

from sqlalchemy import Connection, select, update

from dragoman.records.document import Document
from dragoman.store import schema
from dragoman.store.packing import packed, unpacked
from dragoman.store.parts import rows_among
from dragoman.store.rows import KeptDocument
from dragoman.store.writing import UNNAMED


def heading_order(document: Document) -> tuple[str, str, str]:
    """Of two publications of one text the lesser one gives the heading, whichever came in first."""
    return document.published or "9999", document.path, document.outlet or UNNAMED


def head_anew(connection: Connection, documents: Mapping[str, Document]) -> set[str]:
    """Writes the headings of documents (by id) that come before those in the store; the text and its events stay.

    Gives the documents that have another heading by it.
    """
    kept = schema.documents.c
    rows = rows_among(connection, select(kept.number, kept.id, kept.record), kept.id, documents)
    return {
        row.id
        for row in rows
        if _head_anew(connection, row.number, unpacked(row.record, KeptDocument), documents[row.id])
    }


def _head_anew(connection: Connection, number: int, kept: KeptDocument, document: Document) -> bool:
    """Writes the heading if it comes before the one that there is; whether it does."""
    if heading_order(document) >= heading_order(kept.document):
        return False
    headed = replace(document, text="", parts=kept.document.parts, notes=kept.document.notes)
    connection.execute(
        update(schema.documents)
        .where(schema.documents.c.number == number)
        .values(title=document.title, record=packed(replace(kept, document=headed)))
    )
    return True
