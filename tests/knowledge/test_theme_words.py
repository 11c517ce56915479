"""How themes.yaml is read."""

from importlib.resources import files
from pathlib import Path

import pytest
import yaml

from dragoman.errors import PackError
from dragoman.knowledge.theme_words import forms_of, read_theme_words, wording

SHIPPED = Path(str(files("dragoman.packs") / "plover"))


def matched(phrases, text):
    return [match[0] for match in wording("test", phrases).all(text)]


def test_a_star_stands_for_the_rest_of_a_word():
    assert matched(["challeng*"], "Challenges are challenging; a channel is not") == ["Challenges", "challenging"]


def test_a_star_of_its_own_stands_for_up_to_three_words():
    text = "deepening partnership, deepening their close strategic partnership"

    assert matched(["deepening * partnership"], text) == ["deepening their close strategic partnership"]


def test_a_hyphen_stands_for_a_blank_too():
    assert matched(["rules-based"], "a rules-based, rules based order") == ["rules-based", "rules based"]


def test_forms_of_regular_verbs_are_made():
    assert [forms_of(verb) for verb in ("deny", "push", "use", "employ")] == [
        ("deny", "denies", "denied"),
        ("push", "pushes", "pushed"),
        ("use", "uses", "used"),
        ("employ", "employs", "employed"),
    ]


def test_the_longest_phrase_is_taken():
    assert matched(["threat", "direct threat"], "a direct threat") == ["direct threat"]


def test_phrases_are_whole_words():
    assert matched(["aid"], "paid aide aid") == ["aid"]


def test_the_shipped_file_has_thirty_themes_and_a_ladder_that_goes_down():
    words = read_theme_words(SHIPPED)

    rungs = [rung.weight for rung in words.ladder]
    assert len(words.themes) >= 30
    assert rungs == sorted(rungs, reverse=True)
    assert (rungs[0], rungs[-1]) == (3, -3)
    asked, hedged = ([rung.weight for rung in ladder] for ladder in (words.asked, words.hedged))
    assert (asked, hedged) == (sorted(asked), sorted(hedged, reverse=True))
    assert asked[0] > 0 > hedged[0]


def test_a_phrase_on_two_rungs_is_refused(tmp_path):
    shape = yaml.safe_load((SHIPPED / "themes.yaml").read_text("utf-8"))
    shape["ladder"][0]["words"].append("threat")
    (tmp_path / "themes.yaml").write_text(yaml.safe_dump(shape), "utf-8")

    with pytest.raises(PackError, match="'threat' stands on 2 rungs"):
        read_theme_words(tmp_path)


def test_a_misspelt_key_is_refused(tmp_path):
    text = (SHIPPED / "themes.yaml").read_text("utf-8").replace("softeners:", "softener:")
    (tmp_path / "themes.yaml").write_text(text, "utf-8")

    with pytest.raises(PackError, match="softener"):
        read_theme_words(tmp_path)
