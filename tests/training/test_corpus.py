"""The training corpus is whole: every trigger stands in its text, and there is as much of it as is claimed."""

import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT / "training" / "corpus"
sys.path.insert(0, str(ROOT / "training"))

from passages import REGISTERS, STATUSES, TYPES, Passage, read_passages, trigger_place  # noqa: E402


@cache
def corpus() -> tuple[Passage, ...]:
    return tuple(passage for file in sorted(CORPUS.glob("*.yaml")) for passage in read_passages(file))


@pytest.mark.parametrize("file", sorted(CORPUS.glob("*.yaml")), ids=lambda file: file.name)
def test_every_trigger_stands_in_its_text(file: Path) -> None:
    for passage in read_passages(file):
        for event in passage.events:
            place = trigger_place(passage, event)
            assert place is not None
            assert passage.text[place.start : place.end] == event.trigger


def test_there_are_400_passages_and_4000_sentences() -> None:
    assert len(corpus()) >= 400
    sentences = sum(passage.text.count(mark) for passage in corpus() for mark in (". ", ".\n", '." ', '."\n', "? "))
    assert sentences + len(corpus()) >= 4000


def test_no_id_is_used_twice() -> None:
    assert max(Counter(passage.id for passage in corpus()).values()) == 1


def test_every_register_type_and_status_is_there() -> None:
    assert {passage.register for passage in corpus()} == REGISTERS
    assert {event.type for passage in corpus() for event in passage.events} == TYPES
    assert {event.status for passage in corpus() for event in passage.events} == STATUSES


def test_second_coding_is_of_the_same_texts() -> None:
    first = {passage.id: passage.text for passage in corpus()}
    second = [
        passage for file in sorted((ROOT / "training" / "second").glob("*.yaml")) for passage in read_passages(file)
    ]
    assert len(second) >= len(corpus()) // 12
    assert all(first[passage.id].split() == passage.text.split() for passage in second)
