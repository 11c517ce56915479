"""Checking: takes a store, gives every fault that is found in it: in its file, rows, records, acts and decisions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from tempfile import TemporaryDirectory

from sqlalchemy import Connection, Table, insert, select
from sqlalchemy.exc import DatabaseError

from dragoman.records.event import Coded
from dragoman.store import schema
from dragoman.store.answering import coded_of
from dragoman.store.contents import content, content_seen
from dragoman.store.examining import examine_acts, examine_documents
from dragoman.store.pointing import examine_pointers
from dragoman.store.rulings import examine_decisions
from dragoman.store.searching import check_words
from dragoman.store.store import Store, open_store

Examination = Callable[[Connection], Iterable[str]]
_MOST = 20  # faults of one examination that are told one by one
_LONGEST = 160  # characters of a row that are shown


def check(store: Store, *, deep: bool = False) -> tuple[str, ...]:
    """Every fault found, in words; empty where all is well.

    Args:
        store: it may be in use meanwhile; each examination sees it at one moment.
        deep: make a store anew of the same documents, elsewhere, and compare: whether acts are what they would be if
            told from the beginning. It takes about as long as adding the documents did.

    Raises:
        StoreError: it cannot be read at all.
    """
    faults: list[str] = []
    for examine in (_examine_file, examine_pointers, examine_documents, examine_acts, examine_decisions):
        with store.reading() as connection:
            faults += _bounded(_safely(examine, connection))
    if store.dialect == "sqlite":
        with store.maintaining() as connection:  # FTS5 takes the order to check itself as a row, and writes nothing
            faults += check_words(connection)
    if deep and not faults:
        faults += _compare_with_new(store)
    return tuple(faults)


def _bounded(faults: Iterable[str]) -> list[str]:
    all_ = list(faults)
    more = len(all_) - _MOST
    return [*all_[:_MOST], f"… and {more} more of the kind"] if more > 0 else all_


def _safely(examine: Examination, connection: Connection) -> Iterator[str]:
    """What an examination finds; a file that cannot be read further ends it."""
    try:
        yield from examine(connection)
    except DatabaseError as error:
        yield f"it cannot be read further: {error.orig}; if the file is damaged, restore a backup"


def _examine_file(connection: Connection) -> Iterator[str]:
    """What SQLite itself finds. PostgreSQL keeps watch itself."""
    if connection.dialect.name != "sqlite":
        return
    for row in connection.exec_driver_sql("PRAGMA integrity_check"):
        if row[0] != "ok":
            yield f"the file is damaged: {row[0]}"
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield f"{row[0]}: row {row[1]} points to a row of {row[2]} that is not there"


def _compare_with_new(store: Store) -> list[str]:
    """What differs from a store that is made of the same documents and reviews from the beginning."""
    with TemporaryDirectory() as folder, open_store(folder, create=True, packs=store.packs) as new:
        with store.reading() as connection:
            _fill(new, connection)
            old = content_seen(connection)
        now = content(new)
    return [fault for table in old for fault in _bounded(_differences(table, set(old[table]), set(now[table])))]


def _differences(table: str, old: set[str], now: set[str]) -> Iterator[str]:
    for row in sorted(old - now):
        yield f"{table}: told anew from the beginning this would not be there: {row[:_LONGEST]}"
    for row in sorted(now - old):
        yield f"{table}: told anew from the beginning this would be there: {row[:_LONGEST]}"


def _fill(new: Store, connection: Connection) -> None:
    """Adds what the store was made of: reviews, documents with what they tell, and where they were published."""
    with new.writing() as writing:
        for table in (schema.reviews, schema.rulings, schema.compliances, schema.sources):
            _copy_rows(connection, writing, table)
    for coding, documents in groupby(_documents(connection), key=lambda pair: pair[0]):
        new.add((coded for _, coded in documents), coding=coding)
    new.add(_publications(connection), coding="")


def _copy_rows(connection: Connection, writing: Connection, table: Table) -> None:
    rows = [dict(row) for row in connection.execute(select(table)).mappings()]
    if rows:
        writing.execute(insert(table), rows)


def _documents(connection: Connection) -> Iterator[tuple[str, Coded]]:
    """With each document what coded it; the last one first, so that order cannot matter unseen."""
    for number in connection.execute(select(_kept.number).order_by(_kept.number.desc())).scalars().all():
        row = connection.execute(
            select(_kept.number, _kept.id, _kept.text, _kept.record, _kept.coding).where(_kept.number == number)
        ).one()
        yield row.coding, coded_of(connection, row)


def _publications(connection: Connection) -> Iterator[Coded]:
    """Each document again for each place where it was published."""
    table = schema.publications.c
    found = select(*table, schema.sources.c.name).join_from(schema.publications, schema.sources)
    for number in connection.execute(select(_kept.number).order_by(_kept.number)).scalars().all():
        row = connection.execute(
            select(_kept.number, _kept.id, _kept.text, _kept.record).where(_kept.number == number)
        ).one()
        document = coded_of(connection, row).document
        for one in connection.execute(found.where(table.document == number)):
            yield Coded(
                document=replace(
                    document,
                    path=one.path,
                    published=one.published,
                    source_id=one.source_id,
                    outlet=one.name or None,
                    url=one.url,
                    licence=one.licence,
                ),
                events=(),
            )


_kept = schema.documents.c
