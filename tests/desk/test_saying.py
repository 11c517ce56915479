"""What is said of an actor, by theme and by speaker, and which text of a party's own speaks of it first."""

import pytest
from tests.desk.made_ledger import CODING, documents, edition, editions
from tests.store import made

from dragoman.desk.framing import bodies_with_texts, framing, judging_pairs, texts_naming
from dragoman.desk.saying import firsts_of, said_of
from dragoman.errors import QuestionError
from dragoman.store import open_store

OLD, NEW = (each.document for each in editions())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    accused = made.act("ACCUSE", "accused", {"Paris": "FRA"}, {"Moscow": "RUS"})
    with open_store(tmp_path_factory.mktemp("said"), create=True) as store:
        store.add([*editions(), *documents()], coding=CODING)
        store.add([made.coded("Paris accused Moscow.", accused, published="2023-05-01")], coding=CODING)
        yield store


def test_passages_are_told_by_theme_the_latest_first(store):
    said = said_of(store, "RUS", by="NATO", last=50)
    assert set(said.entries) == set(framing(store, "NATO", "RUS"))
    assert {theme.name for theme in said.themes} == {entry.theme or "" for entry in said.entries}
    for theme in said.themes:
        days = [said.texts[entry.what.document].published for entry in theme.entries]
        assert days == sorted(days, reverse=True)
        assert -3 <= theme.intensity <= 3
    assert {text.title for text in said.texts.values()} == {"Concept of 2010", "Concept of 2022"}
    assert said.numbers[NEW.id] == sum(entry.what.document == NEW.id for entry in said.entries)


def test_what_is_said_on_one_theme_can_be_told_alone(store):
    said = said_of(store, "RUS", by="NATO", last=50)
    for theme in said.themes:
        assert said.on(theme.name).entries == theme.entries
    with pytest.raises(QuestionError, match="nothing is said on 'fishing'; something is on"):
        said.on("fishing")


def test_whoever_speaks_is_told_where_nobody_is_named(store):
    said = said_of(store, "RUS", by=None, last=50)
    assert [(one.id, one.number) for one in said.speakers] == [("NATO", len(said.entries))]


def test_only_the_texts_published_last_are_looked_into(store):
    said = said_of(store, "RUS", by="NATO", last=2)
    assert set(said.texts) == {NEW.id}
    assert said.looked_into == 2
    assert said.naming == texts_naming(store, "RUS") == 3


def test_nothing_is_said_of_whom_no_text_names(store):
    said = said_of(store, "PER", by=None, last=50)
    assert (said.themes, said.speakers, said.texts, said.naming) == ((), (), {}, 0)


def test_the_first_mention_tells_the_texts_before_it_that_are_silent(store, tmp_path):
    silent = edition("2006", "2006-11-29", "We meet in Riga. We will keep our promises.")
    with open_store(tmp_path / "first", create=True) as fresh:
        fresh.add([*editions(), silent], coding=CODING)
        (first,) = firsts_of(fresh, "NATO")
        assert (first.of, first.text.id, [one.id for one in first.silent]) == ("RUS", OLD.id, [silent.document.id])
        assert firsts_of(fresh, "NATO", titled="2022")[0].text.id == NEW.id
        assert firsts_of(fresh, "NATO", titled="1999") == ()


def test_bodies_that_publish_under_their_name_are_told_by_outlet(store):
    assert bodies_with_texts(store) == {"NATO": "NATO"}


def test_who_judges_whom_is_counted_over_acts_that_occurred(store):
    assert ("FRA", "RUS", 1) in judging_pairs(store)
    assert judging_pairs(store, limit=0) == ()
