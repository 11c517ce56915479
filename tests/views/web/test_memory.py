"""Answers are remembered until the store changes."""

import pytest
from tests.desk.made_ledger import CODING, documents

from dragoman.store import open_store
from dragoman.views.web import memory
from dragoman.views.web.memory import Memory


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path, create=True) as store:
        yield store


def test_an_answer_is_made_once(store):
    kept, made = Memory(), []
    for _ in range(3):
        kept.answer(store, "how many", lambda: made.append(1))
    assert made == [1]


def test_an_answer_is_made_anew_when_a_text_came_in(store):
    kept, counted = Memory(), []
    for given in ([], documents()):
        store.add(given, coding=CODING)
        counted.append(kept.answer(store, "acts", lambda: len(store.acts().items)))
    assert counted[0] == 0 < counted[1]


def test_answers_do_not_grow_without_bound(store, monkeypatch):
    monkeypatch.setattr(memory, "REMEMBERED", 3)
    kept = Memory()
    for number in range(10):
        assert kept.answer(store, number, lambda number=number: number) == number
    assert len(kept._answers) <= 3
