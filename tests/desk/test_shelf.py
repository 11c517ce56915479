"""The whole ledger is made once for each edition of the store, and nobody waits for it twice."""

from threading import Event

import pytest
from tests.desk.made_ledger import CODING, all_let_in, documents

from dragoman.desk import ledger as desk
from dragoman.desk.apart import Maker
from dragoman.desk.shelf import Shelf, edition
from dragoman.errors import StoreError
from dragoman.store import open_store


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path, create=True) as store:
        store.add(documents()[:1], coding=CODING)
        yield store


@pytest.fixture
def shelf(store):
    with all_let_in():
        made = Shelf(store, today=lambda: "2025-06-01")
        yield made
        made.close()


def test_the_ledger_is_that_which_the_desk_makes(store, shelf):
    assert shelf.ledger(wait=30).entries == desk.whole(store, today="2025-06-01")


def test_it_is_made_once_for_an_edition(shelf):
    assert shelf.ledger(wait=30) is shelf.ledger(wait=0)


def test_it_is_made_anew_when_a_text_came_in(store, shelf):
    before = shelf.ledger(wait=30)
    store.add(documents()[1:], coding=CODING)
    after = shelf.ledger(wait=30)
    assert len(after.entries) >= len(before.entries)
    assert after.edition != before.edition


def test_it_is_made_anew_when_somebody_judged_a_promise(store, shelf):
    promise = next(one for one in shelf.ledger(wait=30).entries if one.kind == "commitment")
    desk.comply(store, promise.id, 1, by="Jane Doe")
    after = {one.id: one for one in shelf.ledger(wait=30).entries}
    assert after[promise.id].compliance.score == 1


def test_whoever_will_not_wait_gets_the_one_before(store, shelf):
    before, gate = shelf.ledger(wait=30), Event()
    shelf._thread.submit(gate.wait)
    store.add(documents()[1:], coding=CODING)
    assert shelf.ledger(wait=0) is before
    gate.set()
    assert shelf.ledger(wait=30) is not before


def test_whoever_asks_first_and_will_not_wait_gets_none(shelf):
    gate = Event()
    shelf._thread.submit(gate.wait)
    assert shelf.ledger(wait=0) is None
    gate.set()


def test_an_edition_changes_with_what_comes_in_and_not_by_itself(store):
    before = edition(store)
    assert edition(store) == before
    store.add(documents(), coding=CODING)
    assert edition(store) != before


def test_another_day_is_told_of_the_entries_that_are_there(store):
    day = "2024-12-01"
    with all_let_in():
        shelf = Shelf(store, today=lambda: day)
        open_ = shelf.ledger(wait=30)
        day = "2025-01-02"
        overdue = shelf.ledger(wait=0)
        shelf.close()
        assert overdue.entries == desk.whole(store, today=day)
    states = [{one.state for one in told.entries if one.kind == "commitment"} for told in (open_, overdue)]
    assert states == [{"open"}, {"overdue"}]
    assert (overdue.today, overdue.edition) == (day, open_.edition)


def test_that_of_a_large_store_is_the_same_made_in_a_process_of_its_own(store):
    apart = Maker().make(store.location, packs=(), today="2025-06-01")
    assert apart == desk.whole(store, today="2025-06-01")


def test_a_process_of_its_own_tells_how_far_it_has_come(store):
    told = []
    Maker().make(store.location, packs=(), today="2025-06-01", tell=told.append)
    assert [one.step for one in told][:2] == ["acts", "entries"]
    assert told[0].all == len(store.acts(limit=50).items)


def test_whoever_waits_may_see_how_far_it_has_come(shelf):
    assert shelf.progress is None
    shelf.ledger(wait=30)
    assert shelf.progress.step == "entries"
    assert shelf.progress.done < shelf.progress.all


def test_a_process_that_fails_is_told(tmp_path, capfd):
    with pytest.raises(StoreError, match="its ledger could not be made"):
        Maker().make(tmp_path / "none", packs=(), today="2025-06-01")
    assert "there is no store" in capfd.readouterr().err


def test_a_process_that_is_no_longer_needed_is_ended(store, monkeypatch):
    monkeypatch.setattr(desk, "WHOLE", 0)
    shelf = Shelf(store, today=lambda: "2025-06-01")
    assert shelf.ledger(wait=0) is None
    shelf.close()
    assert shelf._apart._process is None or shelf._apart._process.poll() is not None
