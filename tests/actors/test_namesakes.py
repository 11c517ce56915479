"""People of one surname, and names behind "Mr", "Mrs" and "Lord"."""

import pytest
from tests.parses import mention, mention_of, passage, readings, the_one


def person(*parses: str, word: str, day: str) -> tuple[str, str | None]:
    one = the_one(*parses, word=word, published=day)
    return one.id, one.person


def surname(name: str) -> str:
    return f"{name}/NNP/nsubj>2 spoke=speak/VBD/ROOT ."


def whole(first: str, last: str) -> str:
    return f"{first}/NNP/compound>2 {last}/NNP/nsubj>3 spoke=speak/VBD/ROOT ."


@pytest.mark.parametrize(("day", "name"), [("1990-03-01", "George H. W. Bush"), ("2005-03-01", "George W. Bush")])
def test_surname_is_whoever_is_in_high_office(day: str, name: str) -> None:
    assert person(surname("Bush"), word="Bush", day=day) == ("USA", name)


@pytest.mark.parametrize(("day", "name"), [("1982-03-01", "Indira Gandhi"), ("1986-03-01", "Rajiv Gandhi")])
def test_day_parts_mother_and_son(day: str, name: str) -> None:
    assert person(surname("Gandhi"), word="Gandhi", day=day) == ("IND", name)


def test_one_named_before_goes_before_one_in_office() -> None:
    before = whole("Hillary", "Clinton")
    assert person(before, surname("Clinton"), word="Clinton", day="1999-06-01")[1] == "Hillary Clinton"


def test_other_first_name_is_a_namesake() -> None:
    named = mention(whole("Marlene", "Merkel"), word="Merkel", published="2015-03-01")
    assert named is not None
    assert named.participants[0].person != "Angela Merkel"
    assert named.participants[0].id != "DEU"


def test_other_first_name_is_a_namesake_of_one_named_before_too() -> None:
    later = the_one(whole("Angela", "Merkel"), whole("Marlene", "Merkel"), word="Merkel", published="2015-03-01")
    assert later.person == "Marlene Merkel"


def test_title_of_another_state_is_a_namesake() -> None:
    parse = "Kenyan/JJ/amod>3 Minister/NNP/compound>3 Merkel/NNP/nsubj>4 spoke=speak/VBD/ROOT ."
    assert person(parse, word="Merkel", day="2015-03-01") == ("KEN", "Merkel")


@pytest.mark.parametrize("honorific", ["Mr", "Mr."])
def test_honorific_and_surname_mean_the_one_in_high_office(honorific: str) -> None:
    parse = f"{honorific}/NNP/compound>2 Blair/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    assert person(parse, word="Blair", day="2003-03-01") == ("GBR", "Tony Blair")


def test_honorific_and_surname_mean_the_one_named_before() -> None:
    parse = "Mrs./NNP/compound>2 Njoroge/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    assert person(whole("Amina", "Njoroge"), parse, word="Njoroge", day="2003-03-01")[1] == "Amina Njoroge"


def test_honorific_before_an_unknown_name_is_somebody() -> None:
    parse = "Mrs./NNP/compound>2 Njoroge/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    somebody = the_one(parse, word="Njoroge", published="2003-03-01")
    assert (somebody.kind, somebody.person, somebody.country) == ("person", "Njoroge", None)


def test_a_place_at_the_end_of_a_sentence_is_asked_for_no_first_name() -> None:
    parse = "He/PRP/nsubj>2 left=leave/VBD/ROOT Greater/NNP/compound>4 Chicago/NNP/dobj>2"
    assert mention_of(readings(passage(parse))[-1], "He") is None


def test_namesakes_are_told_as_readings_that_were_passed_over() -> None:
    read = readings(passage("Bush/NNP/nsubj>2 spoke=speak/VBD/ROOT .", published="2005-01-01"))[-1]
    found = mention_of(read, "Bush")
    assert found is not None
    assert found.participants[0].person == "George W. Bush"
    assert "George H. W. Bush" in {other.name for other in found.others}
    assert all(other.score < found.score for other in found.others)
