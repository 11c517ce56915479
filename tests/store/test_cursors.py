"""A cursor gives back the place that it was made of, and nothing else does."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from dragoman.errors import QuestionError
from dragoman.store.cursors import Whole, cursor_of, place_of

DAYS, NUMBERS = some.text(some.characters(codec="utf-8")), some.integers(-(2**31), 2**31 - 1)


@given(DAYS, DAYS)
def test_a_place_of_words_comes_back(day, id_):
    assert place_of(cursor_of(day, id_), tuple[str, str]) == (day, id_)


@given(NUMBERS | some.floats(allow_nan=False, allow_infinity=False), NUMBERS)
def test_a_place_of_numbers_comes_back(value, number):
    assert place_of(cursor_of(value, number), tuple[Whole | float, Whole]) == (value, number)


@pytest.mark.parametrize(
    "told", ["", "nonsense", "WzFd", "É", cursor_of(1), cursor_of(1, 2, 3), cursor_of("a", "b"), cursor_of(2**40, 1)]
)
def test_what_no_page_gave_is_refused_in_words(told):
    with pytest.raises(QuestionError, match="is no cursor; take the one that the page before gave"):
        place_of(told, tuple[Whole, Whole])
