"""What makes a world pack faulty: two holders at one time, sources that nobody told, ends before starts."""

import shutil
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from types import SimpleNamespace

import pytest

from dragoman.errors import PackError
from dragoman.knowledge.facts import Person, Tenure
from dragoman.knowledge.world_checks import held_twice
from dragoman.knowledge.world_reading import read_world


@pytest.fixture
def faults(tmp_path: Path) -> Callable[..., list[str]]:
    """What is wrong with the shipped pack once a line is added to one of its files."""
    pack = Path(shutil.copytree(str(files("dragoman.packs") / "world"), tmp_path / "world"))

    def told(**lines: str) -> list[str]:
        for file, line in lines.items():
            with (pack / f"{file}.csv").open("a", encoding="utf-8") as opened:
                opened.write(f"{line}\n")
        with pytest.raises(PackError) as caught:
            read_world(pack)
        return str(caught.value).splitlines()

    return told


LUND = "ada-lund,Ada Lund,Lund,f,SWE,,Lund,knowledge"


def tenure(start: str, end: str, role: str = "head_of_government", source: str = "knowledge") -> str:
    return f"ada-lund,SWE,Prime Minister of Sweden,{role},GOV,{start},{end},{source}"


def test_two_heads_of_government_on_one_day_are_a_fault(faults) -> None:
    told = faults(people=LUND, tenures=tenure("2012-01-01", "2012-06-01"))
    assert any("SWE head_of_government: Fredrik Reinfeldt" in fault and "Ada Lund" in fault for fault in told)
    assert all(fault.endswith("at one time") for fault in told)


def test_head_of_government_inside_anothers_long_term_is_a_fault(faults) -> None:
    told = faults(people=LUND, tenures=tenure("2007-03-05", "2007-03-06"))
    assert any("Ada Lund" in fault for fault in told)


def terms(name: str, *spans: tuple[str, str | None]) -> Person:
    tenures = [
        Tenure(actor="SWE", office="Head", role="head_of_government", sector="GOV", start=start, end=end)
        for start, end in spans
    ]
    return Person(id=name, name=name, family=name, tenures=tuple(tenures))


def twice(*persons: Person) -> list[str]:
    return list(held_twice(SimpleNamespace(persons=persons)))


def test_one_who_starts_when_the_other_ends_is_none() -> None:
    assert twice(terms("A", ("2000-01-01", "2004-01-01")), terms("B", ("2004-01-01", None))) == []


def test_one_who_starts_in_the_month_in_which_the_other_ends_is_none() -> None:
    assert twice(terms("A", ("2000-01-01", "2004-05")), terms("B", ("2004-05-03", None))) == []


def test_two_who_are_both_still_in_office_are_a_fault() -> None:
    assert twice(terms("A", ("2000", None)), terms("B", ("2004", None))) == [
        "tenures.csv: SWE head_of_government: A (2000 to 9999) and B (from 2004) at one time"
    ]


def test_one_inside_the_longer_of_anothers_two_terms_is_a_fault() -> None:
    assert twice(terms("A", ("2000", "2010"), ("2003", "2004")), terms("B", ("2005", "2006")))


def test_two_heads_of_state_on_one_day_are_none(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(str(files("dragoman.packs") / "world"), tmp_path / "world"))
    for file, line in (("people", LUND), ("tenures", tenure("2012-01-01", "2012-06-01", "head_of_state"))):
        with (pack / f"{file}.csv").open("a", encoding="utf-8") as opened:
            opened.write(f"{line}\n")
    assert any(person.id == "ada-lund" for person in read_world(pack).persons)


def test_end_before_start_is_a_fault(faults) -> None:
    told = faults(people=LUND, tenures=tenure("2012-06-01", "2012-01-01", "tides"))
    assert told == ["tenures.csv: ada-lund: ends 2012-01-01, before it starts 2012-06-01"]


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("people", LUND.replace("knowledge", "hearsay")),
        ("members", "G7,CHE,2031,,hearsay"),
        ("groups", "green-hats,Green Hats,,,REB,,,hearsay"),
        ("places", "Hogsmeade,,GBR,city,hearsay"),
        ("bodies", "Ministry of Magic,GBR,ministry,GOV,,,,hearsay"),
        ("states", "ATL,Atlantis,,,,,,,hearsay"),
        ("organisations", "acme,Acme Mining,,organisation,CHL,BUS,,,,,hearsay"),
    ],
)
def test_source_that_the_pack_does_not_tell_is_a_fault(faults, file: str, line: str) -> None:
    assert faults(**{file: line}) == [
        f"{file}.csv: the source 'hearsay' is not told in pack.yaml under sources; add it there"
    ]


def test_position_of_nothing_is_a_fault(faults) -> None:
    told = faults(positions="Hogsmeade,GBR,57.1,-4.7,knowledge")
    assert told == ["positions.csv: 'Hogsmeade' (GBR) is no capital and not in places.csv"]


def test_second_position_of_a_place_is_a_fault(faults) -> None:
    told = faults(positions="Black Sea,,43.0,34.0,knowledge")
    assert told == ["positions.csv: 'Black Sea' (no state) has two positions; leave one"]


def test_latitude_beyond_the_pole_is_a_fault(faults) -> None:
    (fault,) = faults(positions="Black Sea,,91,34.0,knowledge")
    assert "latitude" in fault


def test_body_of_nobody_is_a_fault(faults) -> None:
    told = faults(bodies="Ministry of Magic,ATL,ministry,GOV,,,,knowledge")
    assert told == ["bodies.csv: Ministry of Magic: 'ATL' has no row in states, organisations or groups"]


def test_member_of_nothing_is_a_fault(faults) -> None:
    assert faults(members="ATL,CHE,2031,,knowledge") == [
        "members.csv: ATL, CHE: 'ATL' has no row in states, organisations or groups"
    ]


def test_unknown_kind_of_body_is_a_fault(faults) -> None:
    (fault,) = faults(bodies="Ministry of Magic,GBR,wizards,GOV,,,,knowledge")
    assert "what: Input should be 'seat', 'government'" in fault
