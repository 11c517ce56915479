from hypothesis import given
from hypothesis import strategies as st

from dragoman.views.visible import visible


def test_an_escape_sequence_cannot_reach_the_terminal():
    assert visible("\x1b[2J\x9b1m") == "␛[2J�1m"


def test_text_cannot_be_turned_around():
    assert visible("abc\u202edef") == "abc�def"


def test_lines_tabs_and_foreign_letters_stay():
    assert visible("a\n\tتونس é 🇪🇪") == "a\n\tتونس é 🇪🇪"


@given(st.text())
def test_offsets_hold(text):
    assert len(visible(text)) == len(text)
