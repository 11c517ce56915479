"""What people join and split by hand stays so, whatever comes in."""

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.store import open_store
from dragoman.store.adding import replace_batch
from dragoman.store.checking import check

PLANNED = made.summit_planned().events[0].id
HELD = made.summit_held().events[0].id
LATER = made.summit_looked_back().events[0].id
FINLAND = made.stories()[11].events[0].id
SHELLED = made.stories()[8].events[0].id


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        add(store, made.summit_planned(), made.summit_held(), *made.stories()[8:])
        yield store


def add(store, *documents):
    store.add(documents, coding=made.CODING)


def one_act(store, *events: str) -> bool:
    """Whether the events tell one act."""
    return len({store.act(event).id for event in events}) == 1


def test_acts_that_nothing_ties_can_be_joined(store):
    assert not one_act(store, FINLAND, SHELLED)
    store.join(FINLAND, SHELLED, by="Ada", note="for the test")
    act = store.act(FINLAND)
    assert {FINLAND, SHELLED} <= set(act.reports)
    (merge,) = (merge for merge in act.merges if {merge.event, merge.other} == {FINLAND, SHELLED})
    assert (merge.by_hand, merge.score, merge.reasons) == (True, 1.0, ("joined by hand",))


def test_a_report_that_is_split_off_is_an_act_of_its_own(store):
    assert one_act(store, PLANNED, HELD)
    store.split(PLANNED, by="Ada")
    assert not one_act(store, PLANNED, HELD)
    assert store.act(PLANNED).reports == (PLANNED,)


def test_joined_acts_stay_joined_when_more_comes_in(store):
    store.join(FINLAND, SHELLED, by="Ada")
    add(store, *made.nights(5), made.summit_looked_back(), *made.stories())
    assert one_act(store, FINLAND, SHELLED)
    assert check(store, deep=True) == ()


def test_a_split_report_stays_apart_when_more_comes_in_that_is_like_both(store):
    store.split(PLANNED, by="Ada")
    add(store, made.summit_looked_back(), made.summit_looked_back(published="2023-08-20", outlet="Tribune"))
    assert not one_act(store, PLANNED, HELD)
    assert one_act(store, HELD, LATER) or one_act(store, PLANNED, LATER)
    assert check(store, deep=True) == ()


def test_decisions_hold_after_documents_are_coded_anew_with_other_ids(store):
    store.split(PLANNED, by="Ada")
    store.join(FINLAND, SHELLED, by="Ada")
    again = [made.coded_anew(one) for one in (made.summit_planned(), made.summit_held(), *made.stories()[8:])]
    with store.writing() as connection:
        replace_batch(connection, again, store.words, coding="2.0 plover")
    planned, held, *others = (one.events[0].id if one.events else "" for one in again)
    assert {planned, held}.isdisjoint({PLANNED, HELD})
    assert not one_act(store, planned, held)
    assert one_act(store, others[0], others[3])
    assert check(store, deep=True) == ()


def test_decisions_hold_when_a_document_comes_in_after_them_once_more(store):
    store.split(PLANNED, by="Ada")
    add(store, made.summit_planned(published="2023-08-14", outlet="Almanac"))
    assert not one_act(store, PLANNED, HELD)


def test_what_was_split_can_be_joined_again(store):
    add(store, made.summit_looked_back())
    store.split(PLANNED, by="Ada")
    store.join(store.act(HELD).id, PLANNED, by="Bela", note="it was the same after all")
    assert one_act(store, PLANNED, HELD, LATER)
    assert check(store, deep=True) == ()


def test_what_was_joined_can_be_split_again(store):
    store.join(FINLAND, SHELLED, by="Ada")
    store.split(FINLAND, by="Ada")
    assert store.act(FINLAND).reports == (FINLAND,)
    assert check(store, deep=True) == ()


def test_those_joined_to_a_report_by_hand_stay_one_act_when_it_is_split_off(store):
    (river,) = made.nights(1)
    add(store, river)
    store.join(FINLAND, SHELLED, by="Ada")
    store.join(FINLAND, river.events[0].id, by="Ada")
    store.split(FINLAND, by="Ada")
    assert store.act(FINLAND).reports == (FINLAND,)
    assert one_act(store, SHELLED, river.events[0].id)


def test_all_reports_of_two_acts_are_joined(store):
    first, second = store.act(HELD), store.act(SHELLED)
    store.join(first.id, second.id, by="Ada")
    assert set(store.act(HELD).reports) == {*first.reports, *second.reports}


@pytest.mark.parametrize("order", [1, -1])
def test_of_two_decisions_the_later_one_holds(place, order):
    with open_store(place(), create=True) as store:
        add(store, *[made.summit_planned(), made.summit_held()][::order])
        store.split(PLANNED, by="Ada")
        store.join(PLANNED, HELD, by="Bela")
        store.split(PLANNED, by="Ada")
        assert not one_act(store, PLANNED, HELD)


def test_who_decided_when_and_why_is_kept(store):
    store.split(PLANNED, by="Ada", note="another meeting", made_at="2024-01-02T03:04:05+00:00")
    with store.reading() as connection:
        rows = connection.exec_driver_sql('SELECT kind, "by", note, made_at FROM reviews').all()
    assert rows
    assert set(map(tuple, rows)) == {("split", "Ada", "another meeting", "2024-01-02T03:04:05+00:00")}


def test_an_act_that_is_not_there_is_refused(store):
    with pytest.raises(StoreError, match="no act or event nothing"):
        store.join("nothing", PLANNED, by="Ada")
    with pytest.raises(StoreError, match="no act or event nothing"):
        store.split("nothing", by="Ada")


def test_only_a_report_can_be_split_off(store):
    with pytest.raises(StoreError, match="id of the report"):
        store.split(store.act(PLANNED).id, by="Ada")
