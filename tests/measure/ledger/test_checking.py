from dataclasses import replace

import pytest
from tests.measure.ledger.made import ASKED, day, entry, gold_entry, party

from dragoman.measure.ledger.checking import check
from dragoman.measure.scores import Score

ASK = "asked NATO to open an office in Tokyo"


def checked(wanted=None, found=None, *, kind="ask", aliases=None):
    gold = gold_entry("a1", kind, ASK, **{"to": "", **(wanted or {})})
    return check(gold, entry(kind, ASK, **(found or {})), aliases or {})


def test_an_entry_is_right_whatever_the_gold_does_not_state():
    right = checked(found={"to": "NATO", "due": day("2022-12-31")})
    assert (right.parties, right.due, right.state, right.level) == (True, True, True, 4)
    assert right.notes == ("due 2022-12-31, of which the gold says nothing",)


@pytest.mark.parametrize(
    ("wanted", "found", "faults"),
    [
        ("JPN KOR", "KOR JPN", ()),
        ("JPN KOR", "JPN", ("by: KOR is missing",)),
        ("JPN", "JPN KOR", ("by: KOR is one too many",)),
        ("JPN", "KOR", ("by: JPN is missing", "by: KOR is one too many")),
    ],
)
def test_who_it_is_by_has_to_be_the_same_set(wanted, found, faults):
    result = checked({"by": wanted}, {"by": found})
    assert result.faults == faults
    assert result.parties == (not faults)


def test_addressees_have_to_be_named_and_more_may_be():
    assert checked({"to": "NATO"}, {"to": "NATO USA"}).parties
    assert checked({"to": "NATO USA"}, {"to": "NATO"}).faults == ("to: USA is missing",)
    assert checked({"about": "CHN"}).faults == ("about: CHN is missing",)


def test_the_target_of_a_measure_may_stand_on_either_side():
    assert checked({"about": "RUS"}, {"to": "RUS"}, kind="measure").parties
    assert not checked({"about": "RUS"}, {"to": "RUS"}, kind="ask").parties


def test_names_are_compared_as_slugs_with_the_aliases_of_the_gold():
    gold = gold_entry("a1", "ask", ASK, by="cote-d-ivoire JPN-companies")
    found = replace(entry("ask", ASK), by=(party("CIV", name="Côte d’Ivoire"), party("japanese-companies")))
    assert check(gold, found, {"JPN-companies": ["japanese-companies", "JPN"]}).parties
    assert check(gold, found, {}).faults == ("by: JPN-companies is missing", "by: japanese-companies is one too many")


def test_a_due_date_is_right_by_its_last_day():
    assert checked({"due": "2022"}, {"due": day("2022-10-01", "2022-12-31")}).due
    late = checked({"due": "2022-12-31"}, {"due": day("2023-01-01")})
    assert late.faults == ("due: 2023-01-01, wanted 2022-12-31",)
    assert late.level == 2
    assert checked({"due": "2022-12-31"}).faults == ("due: none, wanted 2022-12-31",)


def test_a_state_has_to_be_the_very_one():
    assert checked({"state": "met"}, {"state": "met"}).level == 4
    assert checked({"state": "met"}, {"state": "partly met"}).faults == ("state: partly met, wanted met",)


def test_a_level_counts_only_if_those_before_it_are_right():
    wrong = checked({"by": "JPN", "state": "open"}, {"by": "KOR", "state": "open"})
    assert wrong.level == 1
    assert wrong.fields == 2


def test_items_strength_and_day_are_counted_beside():
    gold = gold_entry(
        "c1",
        "commitment",
        ASKED,
        items=["a loan", "an office"],
        made_on="2022-06-28/2022-06-30",
        strength="pledge",
    )
    found = entry("commitment", ASKED, items=["promised Kyiv a loan"], made_on=day("2022-06-29"), strength="intention")
    result = check(gold, found, {})
    assert result.level == 4
    assert result.beside == {
        "items": Score(right=1, coded=1, gold=2),
        "strength": Score(right=0, coded=1, gold=1),
        "made on": Score(right=1, coded=1, gold=1),
    }
    assert result.notes == ("strength: intention, the gold has pledge", "items: 1 of 2")
