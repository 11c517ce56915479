"""A word that changes whenever what the store tells changes, and not by itself."""

from dataclasses import replace

import pytest
from tests.store import made

from dragoman.store import open_store
from dragoman.store.adding import replace_batch
from dragoman.store.edition import edition_of


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


def edition(store):
    with store.reading() as connection:
        return edition_of(connection)


def carried_elsewhere(store):
    one = made.stories()[0]
    document = replace(one.document, outlet="Another", path="another/one.txt")
    store.add([replace(one, document=document)], coding=made.CODING)


def coded_anew(store):
    one = made.stories()[-1]
    events = tuple(replace(event, confidence=0.3) for event in one.events)
    with store.writing() as connection:
        replace_batch(connection, [replace(one, events=events)], store.words, coding="anew")


def joined(store):
    acts = [act.id for act in store.acts().items]
    store.join(acts[0], acts[1], by="Ada")


@pytest.mark.parametrize("change", [carried_elsewhere, coded_anew, joined])
def test_it_changes_with_what_the_store_tells(store, change):
    before = edition(store)
    change(store)
    assert edition(store) != before


def test_it_stays_while_nobody_writes(store):
    before = edition(store)
    list(store.every_act())
    assert edition(store) == before


def test_it_stays_where_a_transaction_breaks_off(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        before = edition(store)
        with pytest.raises(ZeroDivisionError), store.writing():
            raise ZeroDivisionError
        assert edition(store) == before
