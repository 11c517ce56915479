"""What one party says of another in the texts of a store, and two texts side by side."""

from dataclasses import replace

import pytest
from tests.desk.made_ledger import CODING, documents, edition, editions

from dragoman.desk.framing import framing, framing_compared, framing_first
from dragoman.errors import QuestionError
from dragoman.store import open_store

OLD, NEW = (edition.document for edition in editions())


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("framing"), create=True) as store:
        store.add(editions(), coding=CODING)
        yield store


def test_whoever_publishes_under_its_own_name_says_it(store):
    entries = framing(store, "NATO", "RUS")
    assert {party.id for entry in entries for party in entry.by} == {"NATO"}
    assert {entry.what.document for entry in entries} == {OLD.id, NEW.id}
    assert framing(store, "KOR", "RUS") == ()
    assert framing(store, "NATO", "KOR") == ()


def test_every_passage_is_that_very_slice_of_its_text(store):
    texts = {document.id: document.text for document in (OLD, NEW)}
    for entry in framing(store, "NATO", "RUS"):
        assert texts[entry.what.document][entry.what.start : entry.what.end] == entry.what.text


def test_as_of_a_day_only_what_was_published_then_speaks(store):
    assert {entry.what.document for entry in framing(store, "NATO", "RUS", as_of="2015-01-01")} == {OLD.id}


@pytest.mark.parametrize(
    ("one", "other"),
    [("2010-11-20", "2022-06-29"), (NEW.id[:10], OLD.id), ("concept of 2022", "Concept of 2010")],
)
def test_two_texts_are_named_by_day_id_or_title_and_the_earlier_one_comes_first(store, one, other):
    found = framing_compared(store, "NATO", "RUS", one, other)
    assert (found.earlier.id, found.later.id) == (OLD.id, NEW.id)
    assert "stronger" in {aligned.change for aligned in found.comparison.changes}


def test_a_text_that_is_not_there_or_may_be_two_is_refused(store):
    with pytest.raises(QuestionError, match="no text that names them is called 'Treaty'"):
        framing_compared(store, "NATO", "RUS", "Treaty", NEW.id)
    with pytest.raises(QuestionError, match=f"'Concept' may be several texts: .*{OLD.id}"):
        framing_compared(store, "NATO", "RUS", "Concept", NEW.id)


@pytest.fixture(scope="module")
def longer(tmp_path_factory):
    """The two editions, a third between them that speaks of another actor, and a report of NATO that is no edition."""
    between = edition("2016", "2016-07-09", "We meet at a difficult time. Russia has changed.")
    words = between.document.text.replace("Russia", "Serbia")
    document = replace(between.document, text=words, id="a" * 16)
    named = tuple(replace(one, ids=("SRB",)) for one in between.named)
    with open_store(tmp_path_factory.mktemp("first"), create=True) as store:
        told = [*editions(), replace(between, document=document, named=named), *documents()]
        store.add(told, coding=CODING)
        yield store


def test_the_first_text_that_speaks_of_an_actor_is_told_with_those_that_were_silent(longer):
    first = {one.actor.id: one for one in framing_first(longer, "NATO")}

    assert set(first) == {"RUS", "SRB"}
    assert (first["RUS"].document.id, first["RUS"].silent) == (OLD.id, ())
    assert first["SRB"].document.published == "2016-07-09"
    assert first["SRB"].entry.what.text == "Serbia has changed"
    assert [document.id for document in first["SRB"].silent] == [OLD.id]


def test_first_mentions_are_asked_of_one_actor_of_some_texts_and_of_a_day(longer):
    assert [one.actor.id for one in framing_first(longer, "NATO", "SRB")] == ["SRB"]
    assert framing_first(longer, "NATO", "SRB", as_of="2015-01-01") == ()
    assert framing_first(longer, "NATO", "KOR") == framing_first(longer, "KOR") == ()
    assert [one.document.id for one in framing_first(longer, "NATO", titled="concept OF 2022")] == [NEW.id]
