"""A word that changes whenever what the store tells changes, and not by itself."""

from dataclasses import replace

import pytest
from tests.store import made

from dragoman.records.entry import Compliance
from dragoman.store import open_store
from dragoman.store.acting import tell_anew
from dragoman.store.adding import replace_batch
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.edition import edition_of
from dragoman.store.rulings import write_compliance
from dragoman.store.terms import say_terms
from dragoman.store.upkeep import compact


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


def something_new(store):
    store.add(made.nights(1), coding=made.CODING)


def published_earlier(store):
    store.add([made.summit_planned(published="2023-08-14")], coding=made.CODING)


def joined(store):
    acts = [act.id for act in store.acts().items]
    store.join(acts[0], acts[1], by="Ada")


def split(store):
    (summit,) = (act for act in store.every_act() if act.type == "CONSULT")
    store.split(summit.reports[-1], by="Ada")


def judged(store):
    entry = f"meeting-{made.summit_planned().events[0].id}"
    judgement = Compliance(score=1, by="Ada", note="", evidence=None, made_at="2024-01-02T03:04:05+00:00")
    with store.writing() as connection:
        write_compliance(connection, entry, judgement)


def passed_on(store):
    say_terms(store, "Herald", licence="CC BY 4.0")


def added_again(store):
    store.add(made.stories(), coding=made.CODING)


def carried_again(store):
    store.add_publication(made.summit_planned().document)


def checked(store):
    assert check(store) == ()


def made_compact(store):
    compact(store)


def told_anew(store):
    with store.writing() as connection:
        tell_anew(connection, (), {act.id for act in store.every_act()}, store.words)


def asked(store):
    list(store.every_act())


CHANGING = [something_new, carried_elsewhere, published_earlier, coded_anew, joined, split, judged, passed_on]


@pytest.mark.parametrize("change", CHANGING)
def test_it_changes_with_what_the_store_tells(store, change):
    before = edition(store)
    change(store)
    assert edition(store) != before


@pytest.mark.parametrize("use", [added_again, carried_again, checked, made_compact, told_anew, asked])
def test_it_stays_where_nothing_changes(store, use):
    before, held = edition(store), content(store)
    use(store)
    assert (edition(store), content(store)) == (before, held)


def test_it_stays_where_the_same_terms_are_said_again(store):
    passed_on(store)
    before = edition(store)
    passed_on(store)
    assert edition(store) == before


def test_it_never_comes_back(store):
    seen = [edition(store)]
    for change in CHANGING:
        change(store)
        seen.append(edition(store))
    assert len(set(seen)) == len(seen)


def test_it_stays_where_a_transaction_breaks_off(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        before = edition(store)
        with pytest.raises(ZeroDivisionError), store.writing():
            raise ZeroDivisionError
        assert edition(store) == before
