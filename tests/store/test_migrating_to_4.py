"""A store of version 3, which knew how often it had changed but not when what did, becomes one of version 4."""

import pytest
from sqlalchemy import inspect, text, update
from tests.store import made

from dragoman.errors import NotKeptError, StoreError
from dragoman.store import open_engine, open_store, schema
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.edition import edition_of, last_edition
from dragoman.store.migrating import migrate
from dragoman.store.updating import known_since


def as_of_version_3(location, *, edition: int | None):
    """Makes of a store one of version 3 that has changed so often."""
    engine = open_engine(location)
    with engine.execution_options(writes=True).begin() as connection:
        for table in (schema.editions, schema.changes):
            table.drop(connection)
        connection.execute(text("CREATE TABLE editions (number BIGINT NOT NULL, PRIMARY KEY (number))"))
        if edition is not None:
            connection.execute(text(f"INSERT INTO editions VALUES ({edition})"))
        connection.execute(update(schema.versions).values(version=3))
    engine.dispose()
    return location


@pytest.fixture
def old(place):
    location = place()
    with open_store(location, create=True) as store:
        store.add(made.stories(), coding=made.CODING)
    return as_of_version_3(location, edition=7)


def migrated(location):
    engine = open_engine(location)
    assert migrate(engine) == 1
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
        with store.reading() as connection, other.reading() as new:
            for table in ("editions", "changes"):
                names = [
                    {(one["name"], one["nullable"], str(one["type"])) for one in inspect(seen).get_columns(table)}
                    for seen in (connection, new)
                ]
                assert names[0] == names[1]
            assert edition_of(connection) == "8"


def test_what_changed_since_then_is_known_and_what_changed_before_is_refused(old):
    with migrated(old) as store:
        with store.reading() as connection:
            begun = known_since(connection)
        assert begun == store.until()
        told = r"knows what changed only since 20.*Z; ask once for everything, .* since the `until` of that answer"
        with pytest.raises(NotKeptError, match=told):
            store.updates(since="2022-01-01")
        assert store.updates(since=begun).items == ()
        store.add(made.nights(2), coding=made.CODING)
        store.join(*(act.id for act in store.acts().items[:2]), by="Ada")
        page = store.updates(since=begun, limit=1000)
        assert {act.id for act in page.items} == {act.id for act in store.every_act() if "RUS" in _sides(act)}
        assert len(page.gone) == 1


def _sides(act) -> set[str]:
    return {party.id for party in (*act.actors, *act.recipients)}


def test_numbers_that_were_given_out_before_are_not_given_again(old):
    with migrated(old) as store, store.reading() as connection:
        acts, events = (connection.execute(text(f"SELECT max(number) FROM {name}")) for name in ("acts", "events"))
        last = last_edition(connection)
        assert (last.acts, last.events) == (acts.scalar_one(), events.scalar_one())


def test_an_empty_store_knows_all_from_its_beginning(place):
    location = place()
    open_store(location, create=True).close()
    with migrated(as_of_version_3(location, edition=None)) as store:
        store.add(made.stories(), coding=made.CODING)
        assert store.updates(since="2022-01-01", limit=1000).items == store.acts(limit=1000).items


def test_a_store_that_counted_no_editions_but_holds_something_knows_nothing_of_before(place):
    location = place()
    with open_store(location, create=True) as store:
        store.add(made.stories(), coding=made.CODING)
    with migrated(as_of_version_3(location, edition=None)) as store, pytest.raises(NotKeptError):
        store.updates(since="2022-01-01")
