"""What was known on a day: acts as they stood then."""

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.question import Question
from dragoman.store import open_store
from dragoman.store.acting import tell_anew
from dragoman.store.contents import content


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add([made.summit_looked_back(), made.summit_held(), made.summit_planned()], coding=made.CODING)
        yield store


def test_on_the_day_of_the_announcement_the_summit_is_planned(store):
    (act,) = store.acts(Question(as_of="2023-08-15")).items
    assert (act.status, len(act.reports), act.last_reported) == ("planned", 1, "2023-08-15")


def test_the_day_before_nothing_is_known(store):
    assert store.acts(Question(as_of="2023-08-14")).items == ()
    assert store.events(Question(as_of="2023-08-14")).items == ()


def test_the_act_keeps_its_id_while_it_grows(store):
    days = ("2023-08-15", "2023-08-17", "2023-08-18", "2023-08-19", "2024-01-01")
    (planned,) = store.acts(Question(as_of=days[0])).items
    versions = [store.act(planned.id, as_of=day) for day in days]
    assert {act.id for act in versions} == {planned.id}
    assert [len(act.reports) for act in versions] == [1, 1, 3, 4, 4]
    assert versions[-1] == store.act(planned.id)


def test_one_act_can_be_looked_at_as_of_a_day(store):
    (now,) = (act for act in store.every_act() if act.type == "CONSULT")
    assert store.act(now.id, as_of="2023-08-16").status == "planned"
    with pytest.raises(StoreError, match="no act"):
        store.act(now.id, as_of="2023-08-01")


def test_a_day_in_the_past_is_answered_the_same_after_more_came_in(store):
    before = store.acts(Question(as_of="2023-08-18")).items
    store.add([made.summit_looked_back(published="2023-08-20", outlet="Tribune")], coding=made.CODING)
    late = made.reprint(made.summit_looked_back(), "From our archive.", published="2023-09-01", outlet="Courier")
    store.add([late], coding=made.CODING)
    assert store.acts(Question(as_of="2023-08-18")).items == before


def test_a_report_without_a_day_is_known_from_the_beginning(place):
    with open_store(place(), create=True) as store:
        store.add([made.summit_undated()], coding=made.CODING)
        store.add([made.summit_held(), made.summit_planned()], coding=made.CODING)
        store.add([made.summit_looked_back()], coding=made.CODING)
        (now,) = (act for act in store.every_act() if act.type == "CONSULT")
        (then,) = store.acts(Question(as_of="2020-01-01")).items
        assert then.id == now.id
        assert then.reports == (made.summit_undated().events[0].id,)
        assert then.first_reported is None


def test_telling_acts_anew_changes_no_version(store):
    before = content(store)
    with store.writing() as connection:
        tell_anew(connection, (), {act.id for act in store.every_act()}, store.words)
    assert content(store) == before
