"""Words are lit where they stand, and nothing of a text is lost."""

from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.web.lighting import differing, lit

STRETCHES = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=6)


def words_lit(pieces):
    return [piece.text for piece in pieces if piece.lit]


@given(st.text(max_size=40), STRETCHES)
def test_the_pieces_are_the_text(text, stretches):
    assert "".join(piece.text for piece in lit(text, stretches)) == text


@given(st.text(max_size=60), st.text(max_size=60))
def test_two_texts_that_are_laid_side_by_side_stay_whole(one, other):
    pieces = differing(one, other)
    assert tuple("".join(piece.text for piece in each) for each in pieces) == (one, other)


@given(st.text(max_size=60))
def test_a_text_does_not_differ_from_itself(text):
    assert [words_lit(each) for each in differing(text, text)] == [[], []]


def test_stretches_that_overlap_are_lit_once():
    assert words_lit(lit("a red rose", [(2, 5), (4, 10)])) == ["red", " rose"]


def test_words_that_only_one_passage_has_are_lit_in_it():
    one, other = differing("Russia is a partner for the Allies", "Russia is the gravest threat for the Allies")
    assert words_lit(one) == ["a partner"]
    assert words_lit(other) == ["the gravest threat"]


def test_capitals_do_not_make_a_difference():
    assert words_lit(differing("We welcome Japan", "we welcome japan")[1]) == []


def test_passages_with_hardly_a_word_in_common_are_not_lit():
    one, other = differing("Talks were held in Oslo yesterday", "Nobody wants another war of attrition")
    assert words_lit(one) == words_lit(other) == []
