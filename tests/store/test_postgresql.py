"""What is particular of a store on PostgreSQL; the other tests of this room run on both databases."""

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.question import Question
from dragoman.store import open_store
from dragoman.store.contents import content


def test_both_databases_hold_the_same_content(database, tmp_path):
    contents = []
    for location in (database(), tmp_path / "store"):
        with open_store(location, create=True) as store:
            store.add([*made.stories(), *made.nights(15)], coding=made.CODING)
            contents.append((content(store), list(store.every_act(Question(order="known", ascending=True)))))
    assert contents[0] == contents[1]


def test_words_are_found_in_passages(database):
    with open_store(database(), create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        assert [act.type for act in found(store, "countermeasures")] == ["COOPERATE"]
        assert [act.type for act in found(store, "shelled", "officials of the region")] == ["ASSAULT"]
        assert found(store, "countermeasures", "shelled") == ()


def found(store, *words: str):
    return store.acts(Question(words=words)).items


def test_a_database_without_a_store_says_how_to_make_one(database):
    with pytest.raises(StoreError, match="dragoman store add"):
        open_store(database())


def test_a_database_that_is_not_there_says_so(server):
    with pytest.raises(StoreError, match="no such database"):
        open_store(f"postgresql://tester@/nowhere?host={server}", create=True)


def test_a_server_that_is_not_there_says_so_without_the_password(tmp_path):
    with pytest.raises(StoreError, match="no server answers there") as error:
        open_store(f"postgresql://tester:secret@/store?host={tmp_path}")
    assert "secret" not in str(error.value)
    assert "tester@" in str(error.value)
