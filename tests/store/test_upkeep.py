"""Backups, putting them back, and making a store compact."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.store import made

from dragoman.errors import NotKeptError, StoreError
from dragoman.store import open_store
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.upkeep import backup, compact, restore


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


def content_at(location):
    with open_store(location) as store:
        assert check(store) == ()
        return content(store)


def test_a_backup_in_a_folder_is_a_store_of_the_same_content(store, tmp_path):
    assert backup(store, tmp_path / "copy") == tmp_path / "copy" / "store.sqlite"
    assert content_at(tmp_path / "copy") == content(store)


def test_a_backup_in_a_file_is_one_file_with_nothing_beside_it(store, tmp_path):
    file = backup(store, tmp_path / "copies" / "monday.sqlite")
    assert [path.name for path in (tmp_path / "copies").iterdir()] == ["monday.sqlite"]
    restore(tmp_path / "other", file)
    assert content_at(tmp_path / "other") == content(store)


def test_a_backup_does_not_go_over_another_unless_told_so(store, tmp_path):
    backup(store, tmp_path / "copy")
    store.add(made.nights(2), coding=made.CODING)
    with pytest.raises(StoreError, match="already"):
        backup(store, tmp_path / "copy")
    backup(store, tmp_path / "copy", replace=True)
    assert content_at(tmp_path / "copy") == content(store)


def test_a_store_is_no_backup_of_itself(store, tmp_path):
    with pytest.raises(StoreError, match="name another"):
        backup(store, tmp_path / "store", replace=True)


def test_a_backup_is_whole_while_somebody_writes(store, tmp_path):
    with ThreadPoolExecutor(1) as pool:
        nights = made.nights(60)
        writing = pool.submit(lambda: [store.add([one], coding=made.CODING) for one in nights])
        copies = []
        while not writing.done():
            copies.append(backup(store, tmp_path / f"copy-{len(copies)}"))
        writing.result()
    assert copies
    for copy in copies[:: max(len(copies) // 5, 1)]:
        content_at(copy.parent)
    assert len(content(store)["documents"]) == len({one.document.id for one in (*made.stories(), *nights)})


def test_a_store_is_what_its_backup_was_after_restoring(store, tmp_path):
    before = content(store)
    backup(store, tmp_path / "copy")
    store.add(made.nights(5), coding=made.CODING)
    store.close()
    restore(tmp_path / "store", tmp_path / "copy", replace=True)
    assert content_at(tmp_path / "store") == before


def test_who_saw_the_store_that_a_backup_replaces_is_told_to_begin_anew(store, tmp_path):
    backup(store, tmp_path / "copy")
    store.add(made.nights(5), coding=made.CODING)
    seen = store.until()
    store.close()
    restore(tmp_path / "store", tmp_path / "copy", replace=True)
    with open_store(tmp_path / "store") as restored:
        begun = restored.until()
        for moment in ("2022-01-01", seen):
            with pytest.raises(NotKeptError, match=f"knows what changed only since {begun}"):
                restored.updates(since=moment)
        assert restored.updates(since=begun).items == ()
        restored.add(made.nights(1), coding=made.CODING)
        assert {act.type for act in restored.updates(since=begun).items} == {"ASSAULT"}


def test_a_store_that_is_there_is_replaced_only_if_told_so(store, tmp_path):
    backup(store, tmp_path / "copy")
    store.close()
    with pytest.raises(StoreError, match="there is a store already"):
        restore(tmp_path / "store", tmp_path / "copy")


def test_a_store_that_somebody_has_open_is_not_replaced(store, tmp_path):
    backup(store, tmp_path / "copy")
    with open_store(tmp_path / "store") as other, other.reading() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM events")
        with pytest.raises(StoreError, match="another process"):
            restore(tmp_path / "store", tmp_path / "copy", replace=True)
    assert content(store)["events"]


def test_a_damaged_backup_leaves_the_store_as_it_was(store, tmp_path):
    before, file = content(store), backup(store, tmp_path / "copy")
    damage(file)
    store.close()
    with pytest.raises(StoreError, match="backup"):
        restore(tmp_path / "store", file, replace=True)
    assert content_at(tmp_path / "store") == before
    assert not list((tmp_path / "store").glob("*.partial"))


def test_a_damaged_store_can_be_replaced(store, tmp_path):
    before = content(store)
    backup(store, tmp_path / "copy")
    store.close()
    (tmp_path / "store" / "store.sqlite").write_bytes(b"not a database at all " * 500)
    with pytest.raises(StoreError, match="damaged file"):
        open_store(tmp_path / "store")
    restore(tmp_path / "store", tmp_path / "copy", replace=True)
    assert content_at(tmp_path / "store") == before


def test_what_is_no_backup_is_refused(tmp_path):
    with pytest.raises(StoreError, match="no backup"):
        restore(tmp_path / "store", tmp_path / "nothing.sqlite")
    sqlite3.connect(tmp_path / "empty.sqlite").close()
    with pytest.raises(StoreError, match=r"empty.sqlite: no such table"):
        restore(tmp_path / "store", tmp_path / "empty.sqlite")
    assert not (tmp_path / "store" / "store.sqlite").exists()


def test_what_an_interrupted_backup_left_is_in_nobodys_way(store, tmp_path):
    (tmp_path / "copy").mkdir()
    (tmp_path / "copy" / "store.sqlite.partial").write_bytes(b"half of it")
    backup(store, tmp_path / "copy")
    assert content_at(tmp_path / "copy") == content(store)


def test_compacting_changes_nothing_but_the_size(place):
    with open_store(place(), create=True) as store:
        store.add(made.nights(60), coding=made.CODING)
        before = content(store)
        compact(store)
        assert content(store) == before
        assert check(store) == ()
        store.add(made.stories(), coding=made.CODING)
        assert check(store) == ()


def test_compacting_gives_space_back(store, tmp_path):
    file = tmp_path / "store" / "store.sqlite"
    store.add(made.nights(60), coding=made.CODING)
    with store.writing() as connection:
        for table in ("pairs", "keys", "act_parties", "event_parties"):
            connection.exec_driver_sql(f"DELETE FROM {table}")
    with store.maintaining() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    before = file.stat().st_size
    compact(store)
    assert file.stat().st_size < before
    assert file.with_name("store.sqlite-wal").stat().st_size == 0


def test_a_store_on_a_server_is_kept_by_the_servers_own_tools(database, tmp_path):
    location = database()
    with open_store(location, create=True) as store, pytest.raises(StoreError, match="pg_dump"):
        backup(store, tmp_path / "copy")
    with pytest.raises(StoreError, match="pg_restore"):
        restore(location, tmp_path / "copy")


def damage(file) -> None:
    """Writes nonsense over the middle of a file."""
    content = bytearray(file.read_bytes())
    middle = len(content) // 2
    content[middle : middle + 20_000] = b"\x55" * 20_000
    file.write_bytes(content)
