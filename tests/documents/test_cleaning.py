"""Cleaning changes characters one for one, but for those without width, and can tell where each stood."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.documents.cleaning import clean, origins

ODD = st.text(st.sampled_from("ab \r\n\t\x00\x0b\u00ad\u200b\ufeff\u00a0\u2028\ud800é"))


@pytest.mark.parametrize(
    ("content", "stood"), [("ab", [0, 1]), ("a\r\nb", [0, 2, 3]), ("\ufeffa\u00adb\r", [1, 3, 4]), ("", [])]
)
def test_each_character_of_the_clean_text_stood_somewhere(content, stood):
    assert origins(content) == stood


@given(ODD)
def test_a_letter_stood_where_it_stands_in_the_content(content):
    text, _ = clean(content)
    stood = origins(content)
    assert len(stood) == len(text)
    assert all(content[at] == letter for letter, at in zip(text, stood, strict=True) if letter.isalpha())
