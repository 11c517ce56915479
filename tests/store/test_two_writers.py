"""Several processes write to one store at once, and others read meanwhile."""

import pytest
from tests.store import made
from tests.store.processes import documents, start

from dragoman.errors import StoreError
from dragoman.store import open_store
from dragoman.store.checking import check
from dragoman.store.contents import content


@pytest.fixture
def expected(tmp_path):
    with open_store(tmp_path / "alone", create=True) as store:
        store.add(documents(), coding=made.CODING)
        return content(store)


def test_two_writers_lose_and_double_nothing_while_a_third_reads(place, expected):
    location = place()
    writers = [start("add", location, seed) for seed in "12"]
    seen = read_until(lambda: all(writer.poll() is not None for writer in writers), location)
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0]
    assert seen == sorted(seen)
    with open_store(location) as store:
        assert check(store) == ()
        assert content(store) == expected


def test_processes_that_make_a_store_at_the_same_moment_all_get_it(tmp_path, expected):
    writers = [start("add", tmp_path / "store", seed) for seed in "1234"]
    for writer in writers:
        writer.communicate()
    assert [writer.returncode for writer in writers] == [0, 0, 0, 0]
    with open_store(tmp_path / "store") as store:
        assert content(store) == expected


def read_until(done, location) -> list[int]:
    """Reads again and again, each time whole acts; gives how many documents were there each time."""
    seen: list[int] = []
    while not done():
        try:
            store = open_store(location)
        except StoreError:
            continue  # neither of the two has made it yet
        with store:
            while not done():
                seen.append(documents_whose_acts_are_told(store))
    return seen


def documents_whose_acts_are_told(store) -> int:
    with store.reading() as connection:
        untold = connection.exec_driver_sql(
            "SELECT count(*) FROM events WHERE NOT EXISTS (SELECT 1 FROM acts WHERE acts.id = events.act)"
        ).scalar_one()
        assert untold == 0
        return connection.exec_driver_sql("SELECT count(*) FROM documents").scalar_one()


def test_who_reads_sees_the_store_as_it_was_when_the_reading_began(place):
    location = place()
    with open_store(location, create=True) as store, open_store(location) as other:
        store.add([made.summit_planned()], coding=made.CODING)
        with store.reading() as connection:
            before = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
            other.add([made.summit_held()], coding=made.CODING)
            assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == before
        assert len(list(store.every_event())) == before + 3
