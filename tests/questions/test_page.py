"""The page "Questions" and the code agree."""

import re
from pathlib import Path
from typing import get_args

import pytest

from dragoman.questions import read_question, write_question
from dragoman.questions.reading import READERS
from dragoman.records.question import Field, Number

PAGE = (Path(__file__).resolve().parents[2] / "docs/reference/questions.md").read_text("utf-8")


def first_cells(heading):
    section = re.search(rf"^## {heading}\n(.*?)(?=^## |\Z)", PAGE, re.MULTILINE | re.DOTALL)[1]
    return re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)


def test_every_field_is_on_the_page_and_no_other():
    assert first_cells("Fields") == [*get_args(Field)]
    assert first_cells("Numbers") == [*get_args(Number)]
    assert {*first_cells("Fields"), *first_cells("Numbers"), *first_cells("Days"), "dyad", "sort"} == {*READERS}


@pytest.mark.parametrize("text", first_cells("Examples"))
def test_every_example_can_be_asked(text):
    question = read_question(text)
    assert read_question(write_question(question)) == question


def test_there_are_fifteen_examples():
    assert len(first_cells("Examples")) == 15


def test_the_example_in_python_gives_what_the_page_says():
    asked, written = re.search(r'read_question\("(.+)"\)\nwrite_question\(question\)  # "(.+)"', PAGE).groups()
    assert write_question(read_question(asked)) == written
