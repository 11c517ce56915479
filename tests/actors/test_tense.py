"""Offices of another time: the former, the then and the elected president."""

import pytest
from tests.parses import the_one

from dragoman.records.participant import Participant

CARTER = "{0}/JJ/amod>4 President/NNP/compound>4 Jimmy/NNP/compound>4 Carter/NNP/nsubj>5 spoke=speak/VBD/ROOT ."


def carter(word: str, day: str) -> Participant:
    return the_one(CARTER.format(word), word="Carter", published=day)


def test_former_president_acts_for_himself() -> None:
    one = carter("Former", "1994-06-15")
    assert (one.id, one.kind, one.sector, one.office) == ("USA", "person", "ELI", None)


def test_then_president_acts_for_the_state() -> None:
    one = carter("Then", "1994-06-15")
    assert (one.id, one.kind, one.sector, one.person) == ("USA", "state", "GOV", "Jimmy Carter")


def test_without_a_word_the_day_decides() -> None:
    parse = "Jimmy/NNP/compound>2 Carter/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    assert the_one(parse, word="Carter", published="1979-06-15").kind == "state"
    assert the_one(parse, word="Carter", published="1994-06-15").kind == "person"


def test_year_of_the_sentence_goes_before_the_day_of_the_text() -> None:
    parse = "In/IN/prep>6 1979/CD/pobj>1 ,/,/punct>6 Jimmy/NNP/compound>5 Carter/NNP/nsubj>6 spoke=speak/VBD/ROOT ."
    assert the_one(parse, word="Carter", published="1994-06-15").office == "President of the United States"


def test_month_of_the_sentence_is_as_good() -> None:
    parse = (
        "In/IN/prep>6 December/NNP/pobj>1 2021/CD/nummod>2 Olaf/NNP/compound>5 Scholz/NNP/nsubj>6 "
        "spoke=speak/VBD/ROOT ."
    )
    assert the_one(parse, word="Scholz", published="2025-09-15").sector == "GOV"


def test_year_of_a_paper_does_not_date_the_sentence() -> None:
    parse = (
        "Jimmy/NNP/compound>2 Carter/NNP/nsubj>3 praised=praise/VBD/ROOT the/DT/det>6 1979/CD/nummod>6 "
        "accord/NN/dobj>3 ."
    )
    assert the_one(parse, word="Carter", published="1994-06-15").kind == "person"


def test_former_goes_before_a_tenure_that_the_book_has_still_open() -> None:
    parse = "{0}President/NNP/compound>{1} Volodymyr/NNP/compound>{1} Zelensky/NNP/nsubj>{2} spoke=speak/VBD/ROOT ."
    now, former = parse.format("", 3, 4), parse.format("Former/JJ/amod>4 ", 4, 5)
    kinds = [the_one(one, word="Zelensky", published="2023-02-01").kind for one in (now, former)]
    assert kinds == ["state", "person"]


def test_elected_one_is_not_in_office_yet() -> None:
    parse = (
        "President/NNP/compound>5 -/HYPH/punct>5 elect/NN/compound>5 Joe/NNP/compound>5 Biden/NNP/nsubj>6 "
        "spoke=speak/VBD/ROOT ."
    )
    one = the_one(parse, word="Biden", published="2020-12-10")
    assert (one.kind, one.office) == ("person", None)


def test_former_office_without_a_name_is_who_left_it_last() -> None:
    parse = "The/DT/det>4 former/JJ/amod>4 Peruvian/JJ/amod>4 president/NN/nsubj>5 spoke=speak/VBD/ROOT ."
    one = the_one(parse, word="president", published="2012-05-01")
    assert (one.kind, one.sector, one.person) == ("person", "ELI", "Alan García")


def test_former_president_alone_is_the_one_named_before() -> None:
    first = "Jimmy/NNP/compound>2 Carter/NNP/nsubj>3 came=come/VBD/ROOT ."
    parse = "The/DT/det>3 former/JJ/amod>3 president/NN/nsubj>4 spoke=speak/VBD/ROOT ."
    one = the_one(first, parse, word="president", published="1994-06-15")
    assert (one.person, one.kind) == ("Jimmy Carter", "person")


@pytest.mark.parametrize("word", ["Ousted", "Ex"])
def test_other_words_put_an_office_into_the_past(word: str) -> None:
    assert carter(word, "1994-06-15").kind == "person"


def test_former_minister_who_holds_another_office_acts_in_that() -> None:
    parse = (
        "Former/JJ/amod>5 Prime/NNP/compound>5 Minister/NNP/compound>5 David/NNP/compound>5 Cameron/NNP/nsubj>6 "
        "spoke=speak/VBD/ROOT ."
    )
    one = the_one(parse, word="Cameron", published="2024-02-01")
    assert (one.id, one.sector, one.office) == ("GBR", "GOV", "Foreign Secretary of the United Kingdom")


def test_prime_minister_is_not_the_head_of_state() -> None:
    parse = "The/DT/det>4 French/JJ/amod>4 prime/JJ/amod>4 minister/NN/nsubj>5 spoke=speak/VBD/ROOT ."
    assert the_one(parse, word="minister", published="2018-05-01").person == "Édouard Philippe"


def test_country_without_a_prime_minister_has_no_holder() -> None:
    parse = "The/DT/det>4 American/JJ/amod>4 prime/JJ/amod>4 minister/NN/nsubj>5 spoke=speak/VBD/ROOT ."
    assert the_one(parse, word="minister", published="2018-05-01").person is None
