from pathlib import Path

from dragoman.settings import read_settings


def test_the_folder_of_gold_is_read_from_the_environment():
    assert read_settings({"DRAGOMAN_GOLD": "gold"}).gold == Path("gold")


def test_without_the_variable_there_is_no_gold():
    assert read_settings({}).gold is None
