"""Towns that only say where something is, and those that speak for their government."""

import pytest
from tests.parses import mention


def rule(parse: str, word: str) -> str | None:
    found = mention(parse, word=word)
    return found.rule if found else None


@pytest.mark.parametrize(
    "parse",
    [
        "Lima/NNP/nsubj>2 objected=object/VBD/ROOT .",
        "Chile/NNP/nsubj>2 sued=sue/VBD/ROOT Lima/NNP/dobj>2 .",
        "Chile/NNP/nsubj>2 talked=talk/VBD/ROOT with/IN/prep>2 Lima/NNP/pobj>3 .",
    ],
    ids=["subject", "object", "with"],
)
def test_capital_that_acts_or_suffers_is_its_government(parse: str) -> None:
    assert rule(parse, "Lima") == "capital"


@pytest.mark.parametrize("preposition", ["in", "at", "near", "outside"])
def test_capital_behind_a_preposition_of_place_is_a_venue(preposition: str) -> None:
    parse = f"Chile/NNP/nsubj>2 protested=protest/VBD/ROOT {preposition}/IN/prep>2 Lima/NNP/pobj>3 ."
    assert rule(parse, "Lima") == "venue"


def test_town_joined_to_a_venue_is_one_too() -> None:
    parse = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT in/IN/prep>2 Lima/NNP/pobj>3 and/CC/cc>4 Quito/NNP/conj>4 ."
    assert rule(parse, "Quito") == "venue"


def test_capital_before_an_occasion_is_a_venue() -> None:
    parse = "The/DT/det>3 Lima/NNP/compound>3 talks=talk/NNS/nsubj>4 failed=fail/VBD/ROOT ."
    assert rule(parse, "Lima") == "venue"


@pytest.mark.parametrize("preposition", ["in", "near", "on"])
def test_outskirts_of_a_capital_are_a_venue(preposition: str) -> None:
    parse = (
        f"Chile/NNP/nsubj>2 protested=protest/VBD/ROOT {preposition}/IN/prep>2 the/DT/det>5 "
        "outskirts=outskirt/NNS/pobj>3 of/IN/prep>5 Lima/NNP/pobj>6 ."
    )
    assert rule(parse, "Lima") == "venue"


def test_state_in_which_something_is_is_a_venue() -> None:
    parse = "Chile/NNP/nsubj>2 protested=protest/VBD/ROOT in/IN/prep>2 Peru/NNP/pobj>3 ."
    assert rule(parse, "Peru") == "venue"


def test_dateline_is_a_venue() -> None:
    assert rule("[dateline] LIMA/NNP/ROOT", "LIMA") == "venue"
