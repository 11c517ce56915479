"""What is found for words: texts with their best part, acts with the passages that hold them, and who is called so."""

import pytest
from tests.store import made

from dragoman.desk.searching import (
    AROUND,
    acts_holding,
    acts_of_parties,
    excerpt_of,
    number_of_acts,
    number_of_texts,
    parties_called,
    persons_called,
    record_called,
    texts_holding,
)
from dragoman.knowledge.world import load_world
from dragoman.store import open_store

LONG = " ".join(f"word{number}" for number in range(400)) + " Tokyo sent howitzers to Kyiv. Howitzers it was."


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    told = made.act("AID", "sent", {"Tokyo": "JPN"}, {"Kyiv": "UKR"})
    with open_store(tmp_path_factory.mktemp("searched"), create=True) as store:
        store.add(
            [
                made.coded(LONG, told, published="2023-01-02", title="word0 word1"),
                made.coded("Tokyo sent howitzers to Kyiv.", told, published="2023-01-05", outlet="Herald"),
            ],
            coding=made.CODING,
        )
        yield store


def test_a_text_shows_the_part_in_which_most_of_the_words_stand(store):
    found = {one.number: one for one in texts_holding(store, ["howitzers"], by="relevance", limit=5)}
    excerpt = found[2].excerpt
    assert LONG[excerpt.start : excerpt.start + len(excerpt.text)] == excerpt.text
    assert [excerpt.text[start:end] for start, end in excerpt.hits] == ["howitzers", "Howitzers"]
    assert found[2].first == (LONG.index("howitzers"), LONG.index("howitzers") + 9)
    assert len(excerpt.text) <= AROUND
    assert not excerpt.goes_on
    assert number_of_texts(store, ["howitzers"]) == 2


def test_the_heading_is_not_shown_again_as_part_of_the_text():
    text = "Howitzers reach Kyiv\n\nThey came by train, said a soldier who unloaded howitzers."
    excerpt = excerpt_of(text, [(0, 9), (70, 79)], heading="Howitzers reach Kyiv")
    assert excerpt.text.startswith("They came")
    assert [excerpt.text[start:end] for start, end in excerpt.hits] == [text[70:79]]


def test_a_text_without_blanks_is_cut_all_the_same():
    excerpt = excerpt_of("ア" * 5000, [(2000, 2004)])
    assert len(excerpt.text) == AROUND
    assert excerpt.goes_on
    assert excerpt.hits


def test_an_act_is_found_by_words_of_a_passage_and_shows_that_passage_first(store):
    (found,) = acts_holding(store, ["howitzers"], by="relevance", limit=5)
    assert number_of_acts(store, ["howitzers"]) == 1
    for passage in found.told.passages:
        lit = [passage.text[start:end].lower() for start, end in found.hits[passage.event]]
        assert set(lit) == {"howitzers"}


def test_a_party_is_found_by_its_id_its_name_and_the_beginning_of_a_word_of_it(store):
    world, acts = load_world(), acts_of_parties(store)
    assert parties_called(world, acts, "jpn")[0] == "JPN"
    assert parties_called(world, acts, "japan")[0] == "JPN"
    assert "UKR" in parties_called(world, acts, "ukr")
    assert parties_called(world, acts, "atlantis") == ()
    assert parties_called(world, acts, " ") == ()


def test_a_party_that_only_the_book_knows_is_found_by_its_name_alone(store):
    assert parties_called(load_world(), acts_of_parties(store), "Peru") == ("PER",)


def test_of_parties_called_alike_those_with_more_acts_come_first():
    acts = {"people-s-front": 3, "people-s-party": 9}
    by_number = dict(sorted(acts.items(), key=lambda one: -one[1]))
    assert parties_called(load_world(), by_number, "people s") == ("people-s-party", "people-s-front")


def test_only_persons_who_have_a_part_in_acts_are_told(store):
    assert persons_called(store, load_world(), "Scholz") == {}


def test_an_id_leads_to_the_document_or_act_that_has_it(store):
    text = texts_holding(store, ["howitzers"], by="date", limit=1)[0]
    act = acts_holding(store, ["howitzers"], by="date", limit=1)[0].told.act
    assert record_called(store, text.document) == ("documents", text.document)
    assert record_called(store, act.id) == ("acts", act.id)
    assert record_called(store, act.reports[0]) == ("acts", act.id)
    assert record_called(store, "act-0000") is None
    assert record_called(store, "sixteen letters!") is None
