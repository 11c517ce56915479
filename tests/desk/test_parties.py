"""Parties are named by ids and by names as people write them."""

import pytest
from tests.store import made

from dragoman.desk.parties import party_id
from dragoman.errors import QuestionError
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("named"), create=True) as store:
        told = made.act("CONSULT", "met", {"Fishers": "icelandic-fishers"}, {"Iceland": "ISL"})
        store.add([made.coded("Fishers met Iceland.", told, published="2023-01-02")], coding=made.CODING)
        yield store


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("ISL", "ISL"),
        ("isl", "ISL"),
        ("Iceland", "ISL"),
        ("iceland", "ISL"),
        ("icelandic-fishers", "icelandic-fishers"),
        ("NATO", "NATO"),
        ("nato", "NATO"),
        ("South Korea", "KOR"),
        ("European Union", "EU"),
    ],
)
def test_a_party_is_found_by_its_id_or_name_in_whatever_letters(store, name, id_):
    assert party_id(store, name) == id_


def test_a_name_that_is_nearly_written_so_is_offered(store):
    with pytest.raises(QuestionError, match=r"nobody is called Icelnd; did you mean Iceland \(ISL\)\?"):
        party_id(store, "Icelnd")


def test_nobody_of_the_name_is_told_with_what_to_do(store):
    with pytest.raises(QuestionError, match="nobody is called Qwxzzkjj; `dragoman actors find` shows ids"):
        party_id(store, "Qwxzzkjj")
