"""When the disk is full, what was there stays whole, and the message says what to do."""

import pytest
from sqlalchemy import event
from tests.store import made
from tests.store.processes import documents, start

from dragoman.errors import StoreError
from dragoman.store import open_store
from dragoman.store.checking import check
from dragoman.store.contents import content


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


def test_nothing_of_a_batch_is_written_that_finds_no_room(store):
    before = content(store)
    with room_for(store, pages=3), pytest.raises(StoreError, match=r"the disk is full; .* make room and run it again"):
        store.add(made.nights(40), coding=made.CODING)
    assert content(store) == before
    assert check(store) == ()
    store.add(made.nights(40), coding=made.CODING)
    assert check(store, deep=True) == ()


class room_for:  # noqa: N801
    """A database that may grow by some pages only."""

    def __init__(self, store, *, pages: int) -> None:
        with store.reading() as connection:
            self._most = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + pages
        self._store = store

    def __enter__(self):
        event.listen(self._store._engine, "connect", self._limit)
        self._store.close()

    def __exit__(self, *_):
        event.remove(self._store._engine, "connect", self._limit)
        self._store.close()

    def _limit(self, connection, _):
        connection.execute(f"PRAGMA max_page_count = {self._most}")


def test_a_file_that_may_not_grow_stops_the_adding_and_leaves_a_whole_store(tmp_path):
    location = tmp_path / "store"
    output = said_by(start("add_with_limit", location, 900_000))
    assert output.startswith(f"{location}: the disk ")
    assert "nothing of this step was written" in output
    with open_store(location) as store:
        assert check(store) == ()
        assert 0 < len(content(store)["documents"]) < len({one.document.id for one in documents()})
        store.add(documents(), coding=made.CODING)
        assert check(store, deep=True) == ()


def test_a_backup_that_finds_no_room_leaves_nothing_behind(store, tmp_path):
    store.add(made.nights(40), coding=made.CODING)
    output = said_by(start("copy_with_limit", tmp_path / "store", tmp_path / "copy", 400_000))
    assert output.startswith(str(tmp_path / "copy"))
    assert "space" in output
    assert list((tmp_path / "copy").iterdir()) == []


def said_by(process) -> str:
    output, _ = process.communicate()
    assert process.returncode == 0
    return output
