"""Stores of an older version are brought up to this one; those of a newer one are left alone."""

import pytest
from sqlalchemy import text
from tests.store import made

from dragoman.errors import StoreError
from dragoman.store import open_engine, open_store
from dragoman.store.contents import content
from dragoman.store.migrating import VERSION, make_or_check, migrate, version_of


@pytest.fixture
def engine(place):
    """A store with documents in it, whose columns of sources are those of an older version."""
    location = place()
    with open_store(location, create=True) as store:
        store.add(made.stories(), coding=made.CODING)
    engine = open_engine(location)
    with engine.execution_options(writes=True).begin() as connection:
        connection.execute(text("ALTER TABLE sources DROP COLUMN may_be_passed_on"))
        connection.execute(text(f"UPDATE schema_versions SET version = {VERSION - 1}"))
    yield engine
    engine.dispose()


def add_column(connection) -> None:
    connection.execute(text("ALTER TABLE sources ADD COLUMN may_be_passed_on BOOLEAN"))


def columns(engine) -> set[str]:
    with engine.begin() as connection:
        return set(connection.execute(text("SELECT * FROM sources")).keys())


def test_a_store_of_an_older_version_is_opened_only_after_its_steps(engine):
    with pytest.raises(StoreError, match="dragoman store migrate"):
        make_or_check(engine, create=True)
    assert migrate(engine, steps={VERSION: add_column}) == 1
    make_or_check(engine, create=False)
    assert version_of(engine) == VERSION
    assert "may_be_passed_on" in columns(engine)


def test_nothing_is_lost_on_the_way(engine, place):
    migrate(engine, steps={VERSION: add_column})
    location = engine.url.render_as_string(hide_password=False)
    location = location.removeprefix("sqlite:///").removesuffix("/store.sqlite").replace("+psycopg", "")
    with open_store(location) as store, open_store(place(), create=True) as other:
        other.add(made.stories(), coding=made.CODING)
        assert content(store) == content(other)


def test_several_steps_are_taken_one_after_the_other(engine):
    taken = []
    steps = {VERSION + step: lambda _, step=step: taken.append(step) for step in range(3)}
    assert migrate(engine, steps=steps, to=VERSION + 2) == 3
    assert taken == [0, 1, 2]
    assert version_of(engine) == VERSION + 2


def test_a_step_that_fails_leaves_the_store_at_the_version_before(engine):
    def half_a_step(connection) -> None:
        add_column(connection)
        raise ArithmeticError

    with pytest.raises(ArithmeticError):
        migrate(engine, steps={VERSION: half_a_step})
    assert version_of(engine) == VERSION - 1
    assert "may_be_passed_on" not in columns(engine)
    assert migrate(engine, steps={VERSION: add_column}) == 1


def test_a_store_of_this_version_needs_no_step(place):
    location = place()
    open_store(location, create=True).close()
    engine = open_engine(location)
    assert migrate(engine, steps={}) == 0
    engine.dispose()


def test_a_store_of_a_newer_version_is_refused(engine):
    migrate(engine, steps={VERSION: add_column, VERSION + 1: lambda _: None}, to=VERSION + 1)
    with pytest.raises(StoreError, match="newer than this Dragoman"):
        make_or_check(engine, create=True)
    with pytest.raises(StoreError, match="newer than this Dragoman"):
        migrate(engine)


def test_a_step_that_another_process_took_meanwhile_is_not_taken_twice(engine):
    def step(connection) -> None:
        add_column(connection)

    def other_first(connection) -> None:
        pytest.fail("taken twice")

    migrate(engine, steps={VERSION: step})
    from dragoman.store.migrating import _step  # noqa: PLC0415

    assert _step(engine, VERSION, other_first) is False


def test_where_there_is_no_store_there_is_nothing_to_migrate(tmp_path):
    engine = open_engine(tmp_path / "store", create=True)
    with pytest.raises(StoreError, match="no store to migrate"):
        migrate(engine)
    engine.dispose()
