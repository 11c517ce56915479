"""What docstrings show is what is answered: of every public name, and of modules that need nothing but themselves.

Those of the desk, which ask a store, are run in tests/desk/test_program.py.
"""

import doctest
from importlib import import_module

import pytest

import dragoman

ELSEWHERE = {"Desk", "open"}
NEED_NOTHING = (
    "acts.days", "analysis.series", "documents.cleaning", "imports.dates", "imports.names", "knowledge.layouts",
    "knowledge.world", "questions.reading", "releasing.licences", "settings",
)  # fmt: skip


def examples_of(object_, name):
    return [one for one in doctest.DocTestFinder().find(object_, name) if one.examples]


PUBLIC = [
    example
    for name in dragoman.__all__
    if name not in ELSEWHERE and not name.startswith("__")
    for example in examples_of(getattr(dragoman, name), name)
]
INSIDE = [example for name in NEED_NOTHING for example in examples_of(import_module(f"dragoman.{name}"), name)]


def assert_shows_what_is_answered(example):
    told = []
    failed, tried = doctest.DocTestRunner().run(example, out=told.append)
    assert (failed, tried) == (0, len(example.examples)), "".join(told)


@pytest.mark.parametrize("example", PUBLIC, ids=lambda one: one.name)
def test_a_public_name_answers_as_its_docstring_shows(example, coder, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    recalled = coder.code("France recalled its ambassador from Rome on Thursday.", published="2019-02-08")
    (tmp_path / "events.jsonl").write_text(recalled.to_jsonl(), "utf-8")
    example.globs |= {"coder": coder}
    assert_shows_what_is_answered(example)


@pytest.mark.parametrize("example", INSIDE, ids=lambda one: one.name)
def test_a_module_answers_as_its_docstrings_show(example):
    assert_shows_what_is_answered(example)


def test_whatever_takes_text_or_a_place_has_an_example():
    names = {"Coder.code", "Results", "Span", "load", "open_store", "plover_view", "read_events", "read_question"}
    assert names <= {example.name for example in PUBLIC}
