"""A passage is read once: its vector is kept, and the same whatever it is read with."""

import numpy as np
import pytest

from dragoman.language.likeness import load_likeness
from dragoman.language.remembering import Remembering

PASSAGES = ["Japan lifted its tariffs.", "The two will meet in Oslo.", "No.", "Tariffs were lifted by Japan " * 9]


class Counting:
    """Vectors that tell how long a passage is; it notes which it has read."""

    def __init__(self):
        self.read = []

    def __call__(self, passages):
        self.read += passages
        return np.array([[len(passage), passage.count("a")] for passage in passages], np.float32)


@pytest.fixture
def counting():
    return Counting()


def test_a_passage_is_read_once_for_good(counting, tmp_path):
    first = Remembering(counting, tmp_path / "kept.sqlite")(PASSAGES[:3])
    again = Remembering(counting, tmp_path / "kept.sqlite")(PASSAGES[1:])
    assert counting.read == PASSAGES
    assert np.array_equal(first[1:], again[:2])


def test_vectors_come_in_the_order_of_the_passages_and_one_for_each(counting, tmp_path):
    remembering = Remembering(counting, tmp_path / "kept.sqlite")
    remembering(PASSAGES[:2])
    asked = [PASSAGES[3], PASSAGES[0], PASSAGES[3]]
    assert np.array_equal(remembering(asked), Counting()(asked))


def test_more_passages_than_are_asked_for_at_once_come_back(counting, tmp_path):
    many = [f"Passage {number}" + "a" * (number % 7) for number in range(1234)]
    Remembering(counting, tmp_path / "kept.sqlite")(many)
    assert np.array_equal(Remembering(counting, tmp_path / "kept.sqlite")(many), Counting()(many))
    assert len(counting.read) == len(many)


def test_the_oldest_are_forgotten_when_there_are_too_many(counting, tmp_path):
    remembering = Remembering(counting, tmp_path / "kept.sqlite", most=2)
    for passage in PASSAGES:
        remembering([passage])
    remembering(PASSAGES)
    assert counting.read == [*PASSAGES, *PASSAGES[:2]]


def test_where_nothing_can_be_written_passages_are_read_anew(counting, tmp_path):
    (tmp_path / "file").write_text("no folder")
    remembering = Remembering(counting, tmp_path / "file" / "kept.sqlite")
    assert np.array_equal(remembering(PASSAGES), remembering(PASSAGES))
    assert counting.read == PASSAGES * 2


def test_a_damaged_file_is_passed_over(counting, tmp_path):
    (tmp_path / "kept.sqlite").write_text("This is no database, however long it is." * 99)
    assert np.array_equal(Remembering(counting, tmp_path / "kept.sqlite")(PASSAGES), Counting()(PASSAGES))


def test_a_vector_does_not_depend_on_what_is_read_with_it(tmp_path):
    together = load_likeness(tmp_path / "together")(PASSAGES)
    alone = [load_likeness(tmp_path / "alone")([passage])[0] for passage in PASSAGES]
    assert np.allclose(together, alone, atol=1e-6)
    assert np.allclose(np.linalg.norm(together, axis=1), 1.0, atol=1e-5)


def test_what_is_kept_is_what_was_read_to_the_last_bit(tmp_path):
    likeness = load_likeness(tmp_path)
    assert np.array_equal(likeness(PASSAGES), likeness(PASSAGES))
