"""A document as one reads it: its acts, where else each is told, and where it was published."""

import pytest
from tests.desk.made_ledger import CODING, brussels, documents

from dragoman.desk.reading import read
from dragoman.errors import StoreError
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("reading"), create=True) as store:
        store.add(documents(), coding=CODING)
        yield store


def test_each_event_has_its_act(store):
    told = read(store, brussels().document.id)
    assert set(told.acts) == {event.id for event in told.coded.events}
    for id_, act in told.acts.items():
        assert id_ in act.reports


def test_what_other_texts_tell_of_an_act_is_beside_it(store):
    texts = [read(store, one.document.id) for one in documents()]
    told = {
        (text.coded.document.id, passage.document)
        for text in texts
        for own in text.elsewhere.values()
        for passage in own
    }
    assert told
    assert all(here != there for here, there in told)
    assert {(there, here) for here, there in told} == told


def test_it_tells_where_it_was_published(store):
    (publication,) = read(store, brussels().document.id).publications
    assert publication.outlet == brussels().document.outlet


def test_the_beginning_of_an_id_will_do(store):
    whole = brussels().document.id
    assert read(store, whole[:8]).coded.document.id == whole


def test_a_document_that_is_not_there_is_told(store):
    with pytest.raises(StoreError, match="there is no document nothing"):
        read(store, "nothing")
