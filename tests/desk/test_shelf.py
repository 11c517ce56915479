"""The whole ledger is made once for each edition of the store and each day, and nobody waits for it twice."""

import pytest
from tests.desk.made_ledger import CODING, all_let_in, documents

from dragoman.desk import ledger as desk
from dragoman.desk.shelf import Shelf, edition
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
    assert shelf.ledger(wait=0) is None
    before = shelf.ledger(wait=30)
    store.add(documents()[1:], coding=CODING)
    assert shelf.ledger(wait=0) is before


def test_an_edition_changes_with_what_comes_in_and_not_by_itself(store):
    before = edition(store)
    assert edition(store) == before
    store.add(documents(), coding=CODING)
    assert edition(store) != before


def test_a_day_makes_it_anew(store):
    days = iter(["2024-12-01", "2025-01-02", "2025-01-02"])
    with all_let_in():
        shelf = Shelf(store, today=lambda: next(days))
        states = [{one.state for one in shelf.ledger(wait=30).entries if one.due} for _ in range(2)]
        shelf.close()
    assert states == [{"open"}, {"overdue"}]
