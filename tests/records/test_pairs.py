from dataclasses import replace

from tests.exports.accounts import JAPAN, NATO, act

from dragoman.records.pairs import pairs_of

FRANCE = replace(JAPAN, id="FRA", name="France", country="FRA", person=None, office=None)
RECIPROCAL = {"CONSULT", "RETREAT-ceasefire"}


def ids(**given):
    return [
        (pair.actor and pair.actor.id, pair.recipient and pair.recipient.id)
        for pair in pairs_of(act(**given), RECIPROCAL)
    ]


def test_each_actor_acts_toward_each_recipient():
    assert ids(actors=(JAPAN, FRANCE), recipients=(NATO,)) == [("JPN", "NATO"), ("FRA", "NATO")]


def test_those_who_meet_are_pairs_in_order():
    assert ids(actors=(JAPAN, NATO, FRANCE)) == [("JPN", "NATO"), ("JPN", "FRA"), ("NATO", "FRA")]
    assert all(pair.mutual for pair in pairs_of(act(), RECIPROCAL))


def test_a_mode_can_make_an_act_mutual():
    assert ids(type="RETREAT", mode="ceasefire", actors=(JAPAN, FRANCE)) == [("JPN", "FRA")]
    assert ids(type="RETREAT", mode="withdraw", actors=(JAPAN, FRANCE)) == [("JPN", None), ("FRA", None)]


def test_one_side_alone_is_a_pair_with_nobody():
    assert ids(actors=(JAPAN,)) == [("JPN", None)]
    assert ids(actors=(), recipients=(NATO, FRANCE)) == [(None, "NATO"), (None, "FRA")]
    assert ids(actors=(), recipients=()) == []


def test_two_officials_of_one_side_do_not_meet_each_other():
    minister = replace(JAPAN, person="Hayashi Yoshimasa", office="Foreign Minister of Japan")
    assert ids(actors=(JAPAN, minister, FRANCE)) == [("JPN", "FRA"), ("JPN", "FRA")]


def test_a_pair_told_twice_is_one():
    assert ids(actors=(FRANCE, replace(FRANCE, event="e9")), recipients=(NATO,)) == [("FRA", "NATO")]
