"""A ledger of an earlier day is made once for an edition of the store, beside whatever else is asked."""

from threading import Event

import pytest
from tests.desk.made_ledger import CODING, all_let_in, documents, seoul

from dragoman.desk import earlier as room
from dragoman.desk import ledger as desk
from dragoman.desk.earlier import Earlier
from dragoman.errors import StoreError
from dragoman.store import open_store


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path, create=True) as store, all_let_in():
        store.add(documents(), coding=CODING)
        yield store


@pytest.fixture
def earlier(store):
    made = Earlier(store)
    yield made
    made.close()


def test_it_is_what_the_desk_tells_as_of_that_day(store, earlier):
    for day in ("2022-07-01", "2023-06-01", "2025-02-01"):
        told = earlier.ledger(["JPN"], as_of=day, wait=30)
        assert desk.among(told.entries, who="JPN") == desk.ledger(store, "JPN", as_of=day)
        assert told.today == day
        late = told.on("2025-06-01").entries
        assert desk.among(late, who="JPN") == desk.ledger(store, "JPN", as_of=day, today="2025-06-01")


def test_that_of_a_large_store_is_made_of_its_parties_in_a_process_of_its_own(tmp_path, monkeypatch):
    monkeypatch.setattr(desk, "WHOLE", 0)
    with open_store(tmp_path, create=True) as store:
        store.add(documents(), coding=CODING)
        earlier = Earlier(store)
        told = earlier.ledger(["JPN"], as_of="2025-02-01", wait=60)
        assert told.entries == desk.of_parties(store, ["JPN"], as_of="2025-02-01")
        assert told.entries
        assert earlier.ledger(["JPN"], as_of="2025-02-01", wait=0).entries is told.entries
        earlier.close()


def test_it_is_made_once_until_the_store_changes(store, earlier):
    first = earlier.ledger(["JPN"], as_of="2023-06-01", wait=30)
    assert earlier.ledger(["NATO"], as_of="2023-06-01", wait=0).entries is first.entries, "all acts are read anyhow"
    store.add([seoul()], coding=CODING)
    after = earlier.ledger(["JPN"], as_of="2023-06-01", wait=30)
    assert after.edition != first.edition
    assert after.entries is not first.entries


def test_whoever_will_not_wait_gets_none_and_later_what_was_made(earlier):
    gate = Event()
    earlier._thread.submit(gate.wait)
    assert earlier.ledger(["JPN"], as_of="2023-06-01", wait=0) is None
    gate.set()
    assert earlier.ledger(["JPN"], as_of="2023-06-01", wait=30).entries


def test_only_the_last_ones_are_kept(earlier, monkeypatch):
    monkeypatch.setattr(room, "KEPT", 2)
    days = ("2022-07-01", "2023-06-01", "2025-02-01")
    first, *_, last = (earlier.ledger(["JPN"], as_of=day, wait=30).entries for day in days)
    assert earlier.ledger(["JPN"], as_of=days[-1], wait=30).entries is last
    assert earlier.ledger(["JPN"], as_of=days[0], wait=30).entries is not first


def test_one_that_failed_is_told_and_begun_again(store, earlier, monkeypatch):
    def failing(*_, **__):
        raise StoreError("the disk is full")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(desk, "whole", failing)
        with pytest.raises(StoreError, match="disk is full"):
            earlier.ledger(["JPN"], as_of="2023-06-01", wait=30)
    assert earlier.ledger(["JPN"], as_of="2023-06-01", wait=30).entries
