"""On what passages touch, and how friendly or hostile their words are."""

from itertools import pairwise

import pytest

from dragoman.ledger.framing.judging import judge, without_judging

LADDERS = [
    [
        "Iran is an ally",
        "Iran is a competitor",
        "Iran is a challenge",
        "Iran is a systemic challenge",
        "Iran is a threat",
    ],
    ["Iran is a threat", "Iran is the most significant and direct threat"],
    ["voice concern about Iran", "voice serious concern about Iran", "condemn Iran", "strongly condemn Iran"],
    ["face challenges", "face systemic competition"],
    ["condemn the attack", "condemn the attack in the strongest terms"],
    ["commend Iran", "welcome the step", "take note of the step", "call on Iran", "urge Iran", "demand that Iran stop"],
]


@pytest.mark.parametrize("ladder", LADDERS, ids=lambda ladder: ladder[-1])
def test_each_rung_is_more_hostile_than_the_one_before(themes, ladder):
    strengths = [judge(text, themes).strength for text in ladder]

    assert all(before > after for before, after in pairwise(strengths)), strengths


@pytest.mark.parametrize("text", ["Iran is not a threat", "Iran is no longer an adversary", "rather than a rival"])
def test_what_is_denied_does_not_judge(themes, text):
    assert judge(text, themes).strength == 0


def test_what_is_asked_for_is_no_praise(themes):
    assert judge("We call on Iran to play a constructive role", themes).strength < 0


def test_a_softener_takes_some_of_the_strength(themes):
    assert judge("Iran is a potential threat", themes).strength > judge("Iran is a threat", themes).strength


def test_the_theme_with_the_most_words_comes_first(themes):
    judgement = judge("its disinformation and propaganda about elections", themes)

    assert judgement.themes == ("rhetoric and disinformation", "election interference")


def test_where_no_word_judges_the_theme_gives_the_tone(themes):
    judgement = judge("the jailing of journalists", themes)

    assert (judgement.words, judgement.intensity) == ((), -1)


def test_words_that_judge_are_left_out_with_all_else_in_place(themes):
    text = "We strongly condemn the launches"

    assert without_judging(text, themes) == "We                  the launches"
