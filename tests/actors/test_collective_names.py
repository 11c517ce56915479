"""Collective names that a text gives, in the several forms in which it may give them."""

import pytest
from tests.parses import meant, mention

LATER = "The/DT/det>3 Andean/NNP/compound>3 {noun}/{tag}/nsubj>4 agreed=agree/VBD/ROOT ."


def later(noun: str, tag: str = "NNP") -> str:
    return LATER.format(noun=noun, tag=tag)


KNOWN_AS = (
    "Talks=talk/NNS/nsubj>2 joined=join/VBD/ROOT Peru/NNP/dobj>2 ,/,/punct>3 Chile/NNP/conj>3 and/CC/cc>5 "
    "Bolivia/NNP/conj>5 ,/,/punct>3 known=know/VBN/acl>3 as/IN/prep>9 the/DT/det>13 Andean/NNP/compound>13 "
    "Friends/NNPS/pobj>10 ."
)
QUOTED = (
    "Talks=talk/NNS/nsubj>2 joined=join/VBD/ROOT Peru/NNP/dobj>2 ,/,/punct>3 Chile/NNP/conj>3 and/CC/cc>5 "
    "Bolivia/NNP/conj>5 ,/,/punct>3 jointly/RB/advmod>10 called=call/VBN/acl>3 the/DT/det>14 “/``/punct>14 "
    "Andean/NNP/compound>14 Friends/NNPS/oprd>10 ”/''/punct>14 ."
)
SO_CALLED = (
    "Talks=talk/NNS/nsubj>2 joined=join/VBD/ROOT Peru/NNP/dobj>2 ,/,/punct>3 Chile/NNP/conj>3 and/CC/cc>5 "
    "Bolivia/NNP/conj>5 ,/,/punct>3 the/DT/det>12 so-called/JJ/amod>12 Andean/NNP/compound>12 Friends/NNPS/appos>3 ."
)
THEMSELVES = (
    "Peru/NNP/nsubj>6 ,/,/punct>1 Chile/NNP/conj>1 and/CC/cc>3 Bolivia/NNP/conj>3 call/VBP/ROOT "
    "themselves/PRP/dobj>6 the/DT/det>10 Andean/NNP/compound>10 Friends/NNPS/oprd>6 ."
)
MET_AS = (
    "Peru/NNP/nsubj>6 ,/,/punct>1 Chile/NNP/conj>1 and/CC/cc>3 Bolivia/NNP/conj>3 met=meet/VBD/ROOT as/IN/prep>6 "
    "the/DT/det>10 Andean/NNP/compound>10 Friends/NNPS/pobj>7 ."
)
FORMS = {
    "known as": KNOWN_AS,
    "called, in quotes": QUOTED,
    "so-called": SO_CALLED,
    "call themselves": THEMSELVES,
    "met as": MET_AS,
}


@pytest.mark.parametrize("given", [pytest.param(parse, id=name) for name, parse in FORMS.items()])
def test_name_means_those_listed_before_it(given: str) -> None:
    assert set(meant(given, later("Friends", "NNPS"), word="Friends")) == {"PER", "CHL", "BOL"}


def test_last_word_of_a_name_will_do() -> None:
    parse = "The/DT/det>2 Friends/NNPS/nsubj>3 agreed=agree/VBD/ROOT ."
    assert set(meant(KNOWN_AS, parse, word="Friends")) == {"PER", "CHL", "BOL"}


def test_last_word_in_lower_case_is_another() -> None:
    parse = "The/DT/det>2 friends=friend/NNS/nsubj>3 agreed=agree/VBD/ROOT ."
    assert meant(KNOWN_AS, parse, word="friends") != ["PER", "CHL", "BOL"]


def test_name_that_was_not_given_means_nobody_of_those() -> None:
    plain = "Peru/NNP/nsubj>6 ,/,/punct>1 Chile/NNP/conj>1 and/CC/cc>3 Bolivia/NNP/conj>3 met=meet/VBD/ROOT ."
    assert set(meant(plain, later("Friends", "NNPS"), word="Friends")).isdisjoint({"PER", "CHL", "BOL"})


def test_those_added_behind_the_list_belong_to_it() -> None:
    given = (
        "Peru/NNP/nsubj>12 ,/,/punct>1 Chile/NNP/conj>1 and/CC/cc>3 Bolivia/NNP/conj>3 ,/,/punct>1 "
        "together/RB/advmod>1 with/IN/prep>1 Ecuador/NNP/pobj>8 and/CC/cc>9 Colombia/NNP/conj>9 met=meet/VBD/ROOT "
        "as/IN/prep>12 the/DT/det>16 Andean/NNP/compound>16 Friends/NNPS/pobj>13 ."
    )
    assert set(meant(given, later("Friends", "NNPS"), word="Friends")) == {"PER", "CHL", "BOL", "ECU", "COL"}


def test_one_added_behind_the_list_belongs_to_it() -> None:
    given = (
        "Peru/NNP/nsubj>10 ,/,/punct>1 Chile/NNP/conj>1 and/CC/cc>3 Bolivia/NNP/conj>3 ,/,/punct>1 "
        "together/RB/advmod>1 with/IN/prep>1 Ecuador/NNP/pobj>8 met=meet/VBD/ROOT as/IN/prep>10 the/DT/det>14 "
        "Andean/NNP/compound>14 Friends/NNPS/pobj>11 ."
    )
    assert set(meant(given, later("Friends", "NNPS"), word="Friends")) == {"PER", "CHL", "BOL", "ECU"}


def test_one_state_alone_is_no_group() -> None:
    given = "Peru/NNP/nsubj>2 met=meet/VBD/ROOT as/IN/prep>2 the/DT/det>6 Andean/NNP/compound>6 Friends/NNPS/pobj>3 ."
    assert "PER" not in meant(given, later("Friends", "NNPS"), word="Friends")


def test_mention_says_by_which_name() -> None:
    found = mention(KNOWN_AS, later("Friends", "NNPS"), word="Friends")
    assert found is not None
    assert (found.rule, found.because) == ("collective", "collective name 'andean friends'")
