"""Adding: takes coded documents and a connection in a transaction, writes what is new of them, and tells the acts."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.event import Coded
from dragoman.store import schema
from dragoman.store.acting import act_on
from dragoman.store.copying import find_copies
from dragoman.store.heading import head_anew, heading_order
from dragoman.store.parts import rows_among
from dragoman.store.writing import UNNAMED, write_documents, write_publications


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """How many documents were new, how many were coded anew, how many publications and events were written."""

    documents: int = 0
    again: int = 0
    publications: int = 0
    events: int = 0

    def __add__(self, other: "Added") -> "Added":
        return Added(
            documents=self.documents + other.documents,
            again=self.again + other.again,
            publications=self.publications + other.publications,
            events=self.events + other.events,
        )


def add_batch(connection: Connection, batch: Sequence[Coded], words: SameActWords, *, coding: str) -> Added:
    """Writes what is new. A text counts from its first publication: of two of one text the earlier one is coded."""
    there = _published(connection, [coded.document.id for coded in batch])
    earliest = _earliest(batch)
    wanted = {id_: coded for id_, coded in earliest.items() if _is_earlier(coded, there)}
    outlets = _outlets(connection, batch)
    written = write_documents(connection, list(wanted.values()), words, coding=coding, outlets=outlets)
    publications = write_publications(connection, [coded.document for coded in batch])
    head_anew(connection, {id_: coded.document for id_, coded in earliest.items() if id_ not in wanted})
    renamed = find_copies(connection, written.runs, before=written.before)
    elsewhere = there.keys() - wanted.keys() if publications else set()  # another outlet carries them now
    act_on(connection, written, words, renamed={*renamed, *elsewhere})
    return Added(
        documents=len(wanted.keys() - there.keys()),
        again=len(wanted.keys() & there.keys()),
        publications=publications,
        events=len(written.events),
    )


def replace_batch(connection: Connection, batch: Sequence[Coded], words: SameActWords, *, coding: str) -> None:
    """Writes anew what documents that are there already tell."""
    outlets = _outlets(connection, batch)
    written = write_documents(connection, batch, words, coding=coding, outlets=outlets)
    act_on(connection, written, words)


def _earliest(batch: Iterable[Coded]) -> dict[str, Coded]:
    found: dict[str, Coded] = {}
    for coded in sorted(batch, key=lambda one: heading_order(one.document)):
        found.setdefault(coded.document.id, coded)
    return found


def _is_earlier(coded: Coded, there: Mapping[str, str | None]) -> bool:
    """Whether the document is new, or was published before the day that the store knows."""
    document = coded.document
    return document.id not in there or (document.published or "9999") < (there[document.id] or "9999")


def _published(connection: Connection, ids: Sequence[str]) -> dict[str, str | None]:
    documents = schema.documents.c
    statement = select(documents.id, documents.published)
    return {row.id: row.published for row in rows_among(connection, statement, documents.id, ids)}


def _outlets(connection: Connection, batch: Sequence[Coded]) -> dict[str, int]:
    """How many outlets carry each document, those of the store and of the batch together."""
    names: dict[str, set[str]] = {}
    for coded in batch:
        names.setdefault(coded.document.id, set()).add(coded.document.outlet or UNNAMED)
    documents, publications, sources = schema.documents.c, schema.publications.c, schema.sources.c
    carried = (
        select(documents.id, sources.name)
        .join_from(schema.publications, schema.documents)
        .join(schema.sources, publications.source == sources.number)
    )
    for row in rows_among(connection, carried, documents.id, list(names)):
        names[row.id].add(row.name)
    return {id_: len(found - {UNNAMED}) for id_, found in names.items()}
