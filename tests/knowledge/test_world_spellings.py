import pytest

from dragoman.knowledge.spellings import full_names, without_accents


@pytest.mark.parametrize(
    ("written", "plain"), [("Erdoğan", "Erdogan"), ("Wałęsa", "Walesa"), ("Løkke", "Lokke"), ("Çavuşoğlu", "Cavusoglu")]
)
def test_accents_are_taken_off(written: str, plain: str) -> None:
    assert without_accents(written) == plain


def test_a_family_name_in_front_may_come_last() -> None:
    assert {"Kishida Fumio", "Fumio Kishida"} == full_names("Kishida Fumio", "Kishida")


def test_middle_names_and_initials_may_be_left_out() -> None:
    assert full_names("George W. Bush", "Bush") == {"George W. Bush", "George Bush"}
    assert "Vladimir Putin" in full_names("Vladimir Vladimirovich Putin", "Putin")


def test_a_name_of_one_word_has_no_other_order() -> None:
    assert full_names("Suharto", "Suharto") == set()
