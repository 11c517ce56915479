"""How many acts of a store are coded by each type, mode, context and status of its codebook."""

import pytest
from tests.store import made

from dragoman.desk.codebook import chapter_called, codebook_of, uses, uses_of_type
from dragoman.errors import QuestionError
from dragoman.store import open_store

TOLD = (
    made.act("CONSULT", "visited", {"Tokyo": "JPN"}, {"Kyiv": "UKR"}, mode="visit", contexts=("diplomatic",)),
    made.act("AID", "sent", {"Tokyo": "JPN"}, {"Kyiv": "UKR"}, status="pledged", contexts=("military",)),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("coded"), create=True) as store:
        text = "Tokyo visited Kyiv, and it sent howitzers."
        store.add([made.coded(text, *TOLD, published="2023-01-02")], coding=made.CODING)
        yield store


def test_uses_are_counted_by_type_mode_context_and_status(store):
    told = uses(store, codebook_of(store))
    assert told.types == {"CONSULT": 1, "AID": 1}
    assert told.modes["CONSULT"] == {"visit": 1}
    assert told.modes["ASSAULT"] == {}
    assert told.contexts == {"diplomatic": 1, "military": 1}
    assert told.statuses == {"occurred": 1, "pledged": 1}


def test_uses_of_a_type_are_those_of_its_acts_alone(store):
    told = uses_of_type(store, "AID")
    assert told.types == {"AID": 1}
    assert told.contexts == {"military": 1}
    assert told.statuses == {"pledged": 1}
    assert uses_of_type(store, "PROTEST").types == {"PROTEST": 0}


def test_a_chapter_is_called_in_whatever_letters(store):
    codebook = codebook_of(store)
    assert chapter_called(codebook, "aid").type == "AID"
    with pytest.raises(QuestionError, match=r"did you mean CONSULT\?"):
        chapter_called(codebook, "CONSULTT")
    with pytest.raises(QuestionError, match="there are AGREE"):
        chapter_called(codebook, "zzz")
