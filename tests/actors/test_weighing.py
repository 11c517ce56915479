"""Names that several bear: weighed by use, by the day, and by which state the text speaks of."""

from dataclasses import replace

import pytest
from tests.parses import mention, shipped_world, the_one

from dragoman.actors.cast import Cast
from dragoman.actors.weighing import alternatives, weighed
from dragoman.knowledge.facts import Name

OLD = Name(text="Diet", use="body", target="JPN", end="1990")
NEW = Name(text="Diet", use="body", target="FIN", start="1990")
SHARED = Name(text="Council of State", use="body", target="PER", shared=True)


def order(*names: Name, day: str | None = None, counts: dict[str, int] | None = None) -> list[str]:
    cast = Cast(day=day, counts=counts or {})
    return [name.target for name, _ in weighed(shipped_world(), names, cast)]


@pytest.mark.parametrize(("day", "expected"), [("1985-01-01", ["JPN"]), ("1995-01-01", ["FIN"])])
def test_body_bore_the_name_in_its_own_time(day: str, expected: list[str]) -> None:
    assert order(OLD, NEW, day=day) == expected


def test_without_a_day_a_name_borne_for_a_time_comes_last() -> None:
    assert order(OLD, replace(NEW, start=None)) == ["FIN", "JPN"]


def test_shared_name_is_meant_only_where_its_state_is_spoken_of() -> None:
    other = replace(SHARED, target="CHL")
    assert order(SHARED, other, counts={"CHL": 2, "FRA": 1})[0] == "CHL"


def test_shared_name_whose_state_is_not_spoken_of_comes_last() -> None:
    assert order(SHARED, replace(SHARED, target="CHL", shared=False)) == ["CHL", "PER"]


def test_state_that_is_spoken_of_more_comes_first() -> None:
    one, other = (Name(text="Riksdag", use="body", target=target) for target in ("NOR", "SWE"))
    assert order(one, other, counts={"SWE": 3, "NOR": 1}) == ["SWE", "NOR"]


def test_name_comes_before_an_adjective_and_a_place() -> None:
    names = [Name(text="Mali", use=use, target=target) for use, target in (("adjective", "FRA"), ("name", "MLI"))]
    assert order(*names) == ["MLI", "FRA"]


def test_persons_are_weighed_elsewhere() -> None:
    assert order(Name(text="Bush", use="family", target="george-w-bush")) == []


def test_those_passed_over_are_told_with_their_scores() -> None:
    cast = Cast(day=None, counts={"SWE": 3, "NOR": 1})
    names = [Name(text="Riksdag", use="body", target=target) for target in ("NOR", "SWE")]
    (other,) = alternatives(shipped_world(), weighed(shipped_world(), names, cast), cast)
    assert (other.id, other.name) == ("NOR", "body of NOR")
    assert 0 < other.score < 1.3


@pytest.mark.parametrize("adjective", ["Kenyan", "Indian"])
def test_shared_body_belongs_to_the_state_beside_it(adjective: str) -> None:
    parse = f"The/DT/det>4 {adjective}/JJ/amod>4 Supreme/NNP/compound>4 Court/NNP/nsubj>5 objected=object/VBD/ROOT ."
    court = the_one(parse, word="Court")
    assert (court.id, court.sector) == ({"Kenyan": "KEN", "Indian": "IND"}[adjective], "JUD")


def test_score_is_that_of_the_reading() -> None:
    found = mention("Lima/NNP/nsubj>2 objected=object/VBD/ROOT .", word="Lima")
    assert found is not None
    assert 0 < found.score <= 1
    assert (found.rule, found.alias) == ("capital", "Lima")
