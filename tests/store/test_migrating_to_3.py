"""A store of version 2, whose indexes held all rows and which counted no editions, becomes one of version 3."""

import pytest
from sqlalchemy import inspect, text, update
from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.question import Condition, Question
from dragoman.store import open_engine, open_store, schema
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.edition import edition_of
from dragoman.store.migrating import VERSION, migrate

WHOLE = {
    "documents_by_copy": "documents (copy)",
    "events_by_place": "events (place, day, number)",
    "acts_by_mode": "acts (mode, day, number)",
    "act_parties_by_person": "act_parties (person, day, act)",
    "event_parties_by_country": "event_parties (country, day, event)",
}


@pytest.fixture
def old(place):
    """Where a store of version 2 is: with indexes of all rows, and without editions."""
    location = place()
    with open_store(location, create=True) as store:
        store.add(made.stories(), coding=made.CODING)
    engine = open_engine(location)
    with engine.execution_options(writes=True).begin() as connection:
        for name, columns in WHOLE.items():
            connection.execute(text(f"DROP INDEX {name}"))
            connection.execute(text(f"CREATE INDEX {name} ON {columns}"))
        for table in ("documents", "events", "acts"):
            connection.execute(text(f"DROP INDEX IF EXISTS {table}_by_id_bytewise"))
        schema.editions.drop(connection)
        schema.changes.drop(connection)
        connection.execute(update(schema.versions).values(version=2))
    with engine.execution_options(maintains=True, isolation_level="AUTOCOMMIT").connect() as connection:
        connection.execute(text("ANALYZE"))
    engine.dispose()
    return location


def migrated(location):
    engine = open_engine(location)
    assert migrate(engine) == VERSION - 2
    engine.dispose()
    return open_store(location)


def test_it_is_opened_only_after_migrating(old):
    with pytest.raises(StoreError, match="dragoman store migrate"):
        open_store(old)


def test_nothing_is_lost_and_all_is_well(old, place):
    with migrated(old) as store, open_store(place(), create=True) as other:
        other.add(made.stories(), coding=made.CODING)
        assert content(store) == content(other)
        assert check(store, deep=True) == ()


def test_its_tables_and_indexes_are_those_of_a_new_store(old, place):
    def made_of(store) -> set[str]:
        names = {
            "sqlite": "SELECT name || coalesce(sql, '') FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'",
            "postgresql": "SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'",
        }
        with store.reading() as connection:
            tables = set(inspect(connection).get_table_names()) - {"sqlite_stat1", "sqlite_stat4"}
            return tables | set(connection.execute(text(names[store.dialect])).scalars())

    with migrated(old) as store, open_store(place(), create=True) as new:
        assert made_of(store) == made_of(new)


def test_editions_are_counted_afterwards(old):
    with migrated(old) as store:
        with store.reading() as connection:
            before = edition_of(connection)
        store.add(made.nights(2), coding=made.CODING)
        with store.reading() as connection:
            assert edition_of(connection) != before


def test_what_has_nothing_to_be_found_by_is_still_left_out_of_an_answer(old):
    excluded = Condition(field="place", values=("Camp David",), excluded=True)
    with migrated(old) as store:
        elsewhere = store.acts(Question(conditions=(excluded,))).items
        assert any(act.place is None for act in elsewhere)
        there = store.acts(Question(conditions=(Condition(field="place", values=("Camp David",)),))).items
        assert {act.id for act in there}.isdisjoint(act.id for act in elsewhere)
        assert len(there) + len(elsewhere) == len(list(store.every_act()))
