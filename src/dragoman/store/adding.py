"""Adding: takes coded documents and a connection in a transaction, writes what is new of them, and tells the acts."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from dragoman.knowledge.same_act_words import SameActWords
from dragoman.records.event import Coded
from dragoman.store import schema
from dragoman.store.acting import act_on
from dragoman.store.changing import note_carried
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
    carried = _carried(connection, list(earliest))
    outlets = _outlets(carried, batch)
    written = write_documents(connection, list(wanted.values()), words, coding=coding, outlets=outlets)
    publications = write_publications(connection, [coded.document for coded in batch])
    headed = head_anew(connection, {id_: coded.document for id_, coded in earliest.items() if id_ not in wanted})
    carriers = _carriers(batch)
    note_carried(connection, headed | {id_ for id_ in there.keys() - wanted.keys() if carriers[id_] - carried[id_]})
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
    outlets = _outlets(_carried(connection, [coded.document.id for coded in batch]), batch)
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


def _outlets(carried: Mapping[str, Collection[str]], batch: Sequence[Coded]) -> dict[str, int]:
    """How many outlets carry each document, those of the store and of the batch together."""
    return {id_: len({*names, *carried[id_]} - {UNNAMED}) for id_, names in _carriers(batch).items()}


def _carriers(batch: Sequence[Coded]) -> dict[str, set[str]]:
    """The outlets that the batch names for each document."""
    names: defaultdict[str, set[str]] = defaultdict(set)
    for coded in batch:
        names[coded.document.id].add(coded.document.outlet or UNNAMED)
    return dict(names)


def _carried(connection: Connection, ids: Sequence[str]) -> dict[str, set[str]]:
    """The outlets that the store knows for each of the documents."""
    names: dict[str, set[str]] = {id_: set() for id_ in ids}
    documents, publications, sources = schema.documents.c, schema.publications.c, schema.sources.c
    carried = (
        select(documents.id, sources.name)
        .join_from(schema.publications, schema.documents)
        .join(schema.sources, publications.source == sources.number)
    )
    for row in rows_among(connection, carried, documents.id, ids):
        names[row.id].add(row.name)
    return names
