"""The words file is checked as it is read."""

import pytest

from dragoman.documents.words import read_words, words
from dragoman.errors import PackError


def test_all_twelve_months_are_named() -> None:
    assert sorted(words().months) == list(range(1, 13))


def test_an_unknown_key_is_named() -> None:
    with pytest.raises(PackError, match=r"words\.yaml: creditt: Extra inputs"):
        read_words("creditt: [x]")


def test_what_is_not_yaml_is_said_to_be_none() -> None:
    with pytest.raises(PackError, match="not YAML"):
        read_words("a: [")
