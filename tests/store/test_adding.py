"""Adding documents: what is counted, what is written, what stays as it was."""

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.question import Condition, Question
from dragoman.store import open_store
from dragoman.store.adding import Added
from dragoman.store.checking import check


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        yield store


def add(store, *documents) -> Added:
    return store.add(documents, coding=made.CODING)


def acts_of_type(store, type_: str):
    return list(store.every_act(Question(conditions=(Condition(field="type", values=(type_,)),))))


def test_new_documents_and_their_events_are_counted(store):
    added = add(store, made.summit_planned(), made.summit_held())
    assert added == Added(documents=2, again=0, publications=2, events=4)


def test_the_same_document_twice_adds_nothing(store):
    add(store, made.summit_held())
    assert add(store, made.summit_held()) == Added()


def test_a_document_comes_back_as_it_was_added(store):
    held = made.summit_held()
    add(store, held)
    assert store.document(held.document.id) == held


def test_events_come_back_as_they_were_added(store):
    held = made.summit_held()
    add(store, held)
    assert {event.id: event for event in store.every_event()} == {event.id: event for event in held.events}


def test_a_document_without_events_is_kept(store):
    rain = made.coded("Rain fell on Helsinki.", published="2023-04-04")
    assert add(store, rain) == Added(documents=1, publications=1)
    assert store.document(rain.document.id) == rain


def test_reports_of_one_act_are_one_act(store):
    add(store, made.summit_planned(), made.summit_held(), made.summit_looked_back())
    (act,) = acts_of_type(store, "CONSULT")
    assert len(act.reports) == 4
    assert act.outlets == ("Herald", "Wire")
    assert [standing.status for standing in act.status_history] == ["planned", "occurred"]


def test_another_outlet_with_the_same_text_is_a_publication_and_no_voice(store):
    add(store, made.summit_looked_back())
    assert add(store, made.summit_looked_back(outlet="Tribune")) == Added(publications=1)
    (act,) = acts_of_type(store, "CONSULT")
    assert act.outlets == ("Herald", "Tribune")
    assert len(act.voices) == 1


def test_a_reprint_with_a_credit_line_is_no_voice_of_its_own(store):
    told = made.summit_looked_back()
    copy = made.reprint(told, "This first stood in Herald.", published="2023-08-20", outlet="Courier")
    add(store, told, copy)
    (act,) = acts_of_type(store, "ACCUSE")
    assert act.documents == (told.document.id, copy.document.id)
    assert [voice.outlets for voice in act.voices] == [("Courier", "Herald")]


def test_an_earlier_publication_of_a_text_takes_the_place_of_the_later_one(store):
    add(store, made.summit_held())
    added = add(store, made.summit_held(published="2023-08-17", outlet="Almanac"))
    assert added == Added(again=1, publications=1, events=3)
    document = store.document(made.summit_held().document.id).document
    assert (document.published, document.outlet) == ("2023-08-17", "Almanac")
    assert {act.first_reported for act in store.every_act()} == {"2023-08-17"}


def test_a_day_learned_later_takes_the_place_of_none(store):
    unknown, known = (made.summit_held(published=day) for day in (None, "2023-08-18"))
    add(store, unknown)
    add(store, known)
    assert store.document(known.document.id).document.published == "2023-08-18"
    assert check(store, deep=True) == ()


def test_of_two_outlets_of_one_day_the_first_by_name_heads_the_document_whichever_came_first(store):
    add(store, made.summit_held())
    add(store, made.summit_held(outlet="Gazette", title="In Gazette"))
    document = store.document(made.summit_held().document.id).document
    assert (document.outlet, document.title) == ("Gazette", "In Gazette")
    assert check(store, deep=True) == ()


def test_only_texts_that_are_new_or_older_than_known_have_to_be_coded(store):
    assert store.lacks(made.summit_held().document)
    add(store, made.summit_held())
    assert not store.lacks(made.summit_held(outlet="Gazette").document)
    assert store.lacks(made.summit_held(published="2023-08-17").document)


def test_a_publication_alone_leaves_the_events_as_they_are(store):
    add(store, made.summit_held())
    assert store.add_publication(made.summit_held(outlet="Gazette").document) == Added(publications=1)
    assert len(list(store.every_event())) == 3
    assert {act.outlets for act in store.every_act()} == {("Gazette", "Wire")}


def test_a_publication_of_a_text_that_is_not_there_is_refused(store):
    with pytest.raises(StoreError, match="code it"):
        store.add_publication(made.summit_held().document)


def test_a_new_store_is_made_only_if_one_says_so(place):
    location = place()
    with pytest.raises(StoreError, match="no store"):
        open_store(location)
    open_store(location, create=True).close()
    open_store(location).close()


def test_several_batches_are_told_like_one(store, monkeypatch):
    monkeypatch.setattr("dragoman.store.store.BATCH", 10)
    assert add(store, *made.nights(45)).documents == 45
    monkeypatch.setattr("dragoman.store.store.BATCH", 100)
    assert check(store, deep=True) == ()


def test_what_was_written_stays_if_a_later_document_fails(store, monkeypatch):
    monkeypatch.setattr("dragoman.store.store.BATCH", 10)

    def documents():
        yield from made.nights(25)
        raise RuntimeError

    with pytest.raises(RuntimeError):
        store.add(documents(), coding=made.CODING)
    assert len(list(store.every_event())) == 40
    assert check(store) == ()
