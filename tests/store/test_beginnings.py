"""What is meant by an id or the beginning of one is found along an index, in stores of any size."""

import pytest
from sqlalchemy import select, text
from tests.store import made

from dragoman.errors import StoreError
from dragoman.store import open_store, schema
from dragoman.store.answering import document_id
from dragoman.store.beginnings import begins, rows_meant

TABLES = (schema.documents, schema.events, schema.acts)


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


def plan_of(connection, statement) -> str:
    """How the database would look for the rows, if it were worth while to use an index."""
    written = statement.compile(dialect=connection.dialect, compile_kwargs={"literal_binds": True})
    if connection.dialect.name == "sqlite":
        return "\n".join(row[-1] for row in connection.execute(text(f"EXPLAIN QUERY PLAN {written}")))
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    return "\n".join(row[0] for row in connection.execute(text(f"EXPLAIN {written}")))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_beginnings_are_looked_for_within_bounds_of_an_index(store, table):
    with store.reading() as connection:
        plan = plan_of(connection, select(table.c.number).where(begins(connection, table.c.id, "act-1a")))
    assert "SCAN" not in plan
    assert "Seq Scan" not in plan
    # the bounds stand in the condition of the index, not in a filter over all of it
    assert ("id>? AND id<?" in plan) or ("Index Cond" in plan and "Filter" not in plan)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_whole_ids_are_looked_for_in_an_index(store, table):
    with store.reading() as connection:
        plan = plan_of(connection, select(table.c.number).where(table.c.id == "act-1a"))
    assert "id=?" in plan or "Index Cond" in plan


def test_each_id_is_found_by_itself_and_by_its_beginning(store):
    with store.reading() as connection:
        for table in TABLES:
            ids = set(connection.execute(select(table.c.id)).scalars())
            for id_ in ids:
                for asked in (id_, id_[:-1]):
                    found = {row.id for row in rows_meant(connection, select(table.c.id), table.c.id, asked)}
                    expected = {id_} if asked == id_ else {one for one in ids if one.startswith(asked)}
                    assert found == expected


def test_an_exact_id_is_meant_although_others_begin_with_it(store):
    documents = schema.documents
    with store.writing() as connection:
        connection.execute(text("UPDATE documents SET id = 'abc' WHERE number = 1"))
        connection.execute(text("UPDATE documents SET id = 'abcd' WHERE number = 2"))
    with store.reading() as connection:
        assert document_id(connection, "abc") == "abc"
        assert len(rows_meant(connection, select(documents.c.id), documents.c.id, "ab")) == 2


@pytest.mark.parametrize("asked", ["%", "_", "act-%", "\\", "zz", "é", "'"])
def test_signs_of_search_mean_themselves(store, asked):
    for look_up in (store.event, store.document, store.act):
        with pytest.raises(StoreError, match="there is no"):
            look_up(asked)


def test_a_beginning_of_several_is_told_so(store):
    with pytest.raises(StoreError, match="the beginning of several ids of acts"):
        store.act("act-")
