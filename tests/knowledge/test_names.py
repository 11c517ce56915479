"""Names found in a text: whole words, longest first, headlines in capitals."""

import pytest

from dragoman.knowledge.facts import Name
from dragoman.knowledge.names import NameFinder
from dragoman.knowledge.world import World, load_world


@pytest.fixture(scope="module")
def world() -> World:
    return load_world()


def found(names: dict[str, tuple[Name, ...]], text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in NameFinder(names).find(text)]


def known(*texts: str) -> dict[str, tuple[Name, ...]]:
    return {text: (Name(text=text, use="name", target=text),) for text in texts}


def targets(world: World, text: str) -> list[set[str]]:
    return [{name.target for name in hit.names} for hit in world.find(text)]


def test_longest_name_is_taken() -> None:
    assert found(known("Guinea", "Papua New Guinea"), "In Papua New Guinea.") == ["Papua New Guinea"]


@pytest.mark.parametrize("text", ["Malians", "Somali", "Mali2"])
def test_part_of_a_word_is_no_name(text: str) -> None:
    assert found(known("Mali"), text) == []


@pytest.mark.parametrize("text", ["Mali-led", "Mali's", "(Mali)", "“Mali”", "Mali"])
def test_mark_is_an_edge(text: str) -> None:
    assert found(known("Mali"), text) == ["Mali"]


def test_names_do_not_overlap() -> None:
    assert found(known("North Sea", "Sea Union"), "the North Sea Union") == ["North Sea"]


def test_phrase_without_a_name_hides_the_one_inside() -> None:
    assert found(known("Vietnam") | {"Vietnam War": ()}, "the Vietnam War, Vietnam") == ["Vietnam"]


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("BRAZIL SUES CHILE", [{"BRA"}, {"CHL"}]),
        ("CHAD LEAVES MALI", [{"TCD"}, {"MLI"}]),
        ("PAPUA NEW GUINEA VOTES", [{"PNG"}]),
        ("KENYA’S CABINET RESIGNS", [{"KEN"}]),
    ],
)
def test_names_of_a_headline_in_capitals_are_found(world: World, headline: str, expected: list[set[str]]) -> None:
    assert targets(world, headline) == expected


def test_person_of_a_headline_in_capitals_is_found(world: World) -> None:
    assert targets(world, "ANGELA MERKEL RETIRES") == [{"angela-merkel"}]


def test_three_letters_in_capitals_are_no_name_shouted() -> None:
    assert found(known("Ali"), "ALI RESIGNS AGAIN") == []


def test_names_in_lower_case_are_none(world: World) -> None:
    assert targets(world, "brazil sues chile") == []


def test_capitals_and_common_writing_stand_in_one_text(world: World) -> None:
    assert targets(world, "BRAZIL SUES CHILE\n\nBrazil sued Chile.") == [{"BRA"}, {"CHL"}, {"BRA"}, {"CHL"}]
