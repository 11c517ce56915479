"""What a chart draws goes from the first text that was read to the last, unless the question sets other days."""

import pytest
from tests.desk.made_ledger import CODING, documents

from dragoman.desk.charting import drawn_series
from dragoman.questions import read_question
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("charting") / "store", create=True) as opened:
        opened.add(documents(), coding=CODING)
        yield opened


def test_what_lies_outside_the_days_that_were_read_is_counted_and_not_drawn(store):
    drawn = drawn_series(store, read_question(""), by="month")
    assert not drawn.series.buckets[0].gap
    assert not drawn.series.buckets[-1].gap
    number = sum(bucket.number for bucket in drawn.series.buckets)
    assert number + drawn.left_out == len(list(store.every_act()))


def test_days_that_the_question_sets_are_kept(store):
    drawn = drawn_series(store, read_question("date:2000..2030"), by="year")
    assert (drawn.series.buckets[0].name, drawn.series.buckets[-1].name) == ("2000", "2030")
    assert drawn.left_out == 0


def test_a_side_that_the_question_leaves_open_ends_with_the_texts(store):
    drawn = drawn_series(store, read_question("date:2000.."), by="year")
    assert drawn.series.buckets[0].name == "2000"
    assert not drawn.series.buckets[-1].gap
