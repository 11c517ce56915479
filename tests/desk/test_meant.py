"""Of a question without an answer it is told what nothing can have, and what was probably meant."""

import pytest
from tests.store import made

from dragoman.desk.meant import doubts
from dragoman.questions import read_question
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("meant"), create=True) as store:
        store.add([made.summit_planned()], coding=made.CODING)
        yield store


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("type:SANCTON", ("there is no type 'SANCTON'; did you mean 'SANCTION'?",)),
        ("type:AID,SANCTON mode:vsit", ("did you mean 'SANCTION'?", "did you mean 'visit'?")),
        ("recipient:Japan", ("did you mean 'JPN' in place of 'Japan'?",)),
        ("party:Germny", ("did you mean Germany (DEU)?",)),
        ("type:AID actor:DEU -type:SANCTON date:1999 status:planned", ()),
        ("", ()),
    ],
)
def test_each_value_that_nothing_can_have_is_told(store, words, told):
    found = doubts(store, read_question(words))
    assert len(found) == len(told)
    assert all(words in doubt for words, doubt in zip(told, found, strict=True))


def test_where_no_type_is_near_all_are_told(store):
    (doubt,) = doubts(store, read_question("type:XQJ"))
    assert "there are" in doubt
    assert "CONSULT" in doubt
