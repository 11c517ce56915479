"""Near spellings of states and of officials, and how near is near enough."""

import pytest
from tests.parses import meant, mention, the_one

from dragoman.actors.spelling import Spellings, is_spelling_of


def acts(name: str) -> str:
    return f"{name}/NNP/nsubj>2 protested=protest/VBD/ROOT ."


@pytest.mark.parametrize(("name", "state"), [("Afganistan", "AFG"), ("Azerbaidjan", "AZE"), ("Kirgyzstan", "KGZ")])
def test_slip_of_the_pen_is_the_state(name: str, state: str) -> None:
    found = mention(acts(name), word=name)
    assert found is not None
    assert ([one.id for one in found.participants], found.rule) == ([state], "spelling")
    assert found.score < 1


@pytest.mark.parametrize("name", ["Columbia", "Jamaco", "Zamunda"])
def test_name_that_is_not_near_enough_is_no_state(name: str) -> None:
    assert meant(acts(name), word=name) == []


def test_name_between_two_states_is_neither() -> None:
    assert Spellings(["Irana", "Iraqa"]).nearest("Irada") is None


def test_nearest_name_is_told_as_the_list_writes_it() -> None:
    assert Spellings(["Azerbaijan", "Armenia"]).nearest("Azerbaidjan") == "Azerbaijan"


def test_accents_do_not_part_two_spellings() -> None:
    assert Spellings(["Côte d'Ivoire"]).nearest("Cote d'Ivoire") == "Côte d'Ivoire"


@pytest.mark.parametrize(
    ("name", "known", "expected"),
    [
        ("Qaddafi", "Muammar Gaddafi", True),
        ("Zelenskiy", "Volodymyr Zelensky", True),
        ("Shevardnadze", "Mikheil Saakashvili", False),
        ("", "Volodymyr Zelensky", False),
    ],
)
def test_surname_is_a_spelling_of_a_known_one(name: str, known: str, expected: bool) -> None:  # noqa: FBT001
    assert is_spelling_of(name, known) is expected


def test_title_and_near_spelling_mean_the_holder() -> None:
    parse = "President/NNP/compound>2 Bouteflicka/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    president = the_one(parse, word="Bouteflicka", published="2010-05-01")
    assert (president.id, president.person) == ("DZA", "Abdelaziz Bouteflika")


def test_title_and_foreign_name_mean_whoever_is_named() -> None:
    parse = "Algerian/JJ/amod>3 President/NNP/compound>3 Njoroge/NNP/nsubj>4 spoke=speak/VBD/ROOT ."
    assert the_one(parse, word="Njoroge", published="2010-05-01").person == "Njoroge"
