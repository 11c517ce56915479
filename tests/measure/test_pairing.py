from hypothesis import given
from hypothesis import strategies as st

from dragoman.measure.pairing import pair


def test_a_later_left_moves_an_earlier_one_to_its_second_choice():
    assert pair([[0, 1], [0]]) == {0: 1, 1: 0}


def test_two_lefts_cannot_share_a_right():
    assert len(pair([[0], [0]])) == 1


@given(st.lists(st.lists(st.integers(0, 5), unique=True), max_size=6))
def test_every_pair_is_a_choice_and_one_to_one(choices):
    pairs = pair(choices)
    assert all(right in choices[left] for left, right in pairs.items())
    assert len(set(pairs.values())) == len(pairs)
