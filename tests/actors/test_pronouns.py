"""He, she, it and they: by gender, by number, and by who does and who suffers what is told."""

import pytest
from tests.parses import meant, mention, the_one

DAY = "2015-06-01"

ROUSSEFF_AND_PENA = (
    "Dilma/NNP/compound>2 Rousseff/NNP/nsubj>3 received=receive/VBD/ROOT Enrique/NNP/compound>6 Peña/NNP/compound>6 "
    "Nieto/NNP/dobj>3 ."
)
KERRY = "John/NNP/compound>2 Kerry/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
GHANA = "Ghana/NNP/nsubj>2 protested=protest/VBD/ROOT ."


def pronoun(word: str, *before: str) -> list[str | None]:
    """The persons whom a pronoun means as the subject of a sentence."""
    found = mention(*before, f"{word}/PRP/nsubj>2 left=leave/VBD/ROOT .", word=word, published=DAY)
    return [one.person for one in found.participants] if found else []


def test_she_is_the_woman_of_the_two() -> None:
    assert pronoun("She", ROUSSEFF_AND_PENA) == ["Dilma Rousseff"]


def test_he_is_the_man_of_the_two_though_he_is_the_object() -> None:
    assert pronoun("He", ROUSSEFF_AND_PENA) == ["Enrique Peña Nieto"]


@pytest.mark.parametrize(("word", "name"), [("She", "Amina Njoroge"), ("He", "Robert Otieno")])
def test_first_name_tells_the_gender_of_somebody_unknown(word: str, name: str) -> None:
    both = "Amina/NNP/compound>2 Njoroge/NNP/nsubj>3 met=meet/VBD/ROOT Robert/NNP/compound>5 Otieno/NNP/dobj>3 ."
    assert pronoun(word, both) == [name]


def test_she_passes_over_a_man_of_the_book() -> None:
    assert pronoun("She", KERRY) == []


def test_it_is_no_person() -> None:
    it = "It/PRP/nsubj>2 left=leave/VBD/ROOT ."
    assert meant(KERRY, it, word="It", published=DAY) == []


def test_it_is_no_people() -> None:
    parse = "Three/CD/nummod>2 Ghanaians/NNPS/nsubj>3 fled=flee/VBD/ROOT ."
    assert meant(parse, "It/PRP/nsubj>2 left=leave/VBD/ROOT .", word="It") == []


def test_they_are_no_single_state() -> None:
    assert meant(GHANA, "They/PRP/nsubj>2 left=leave/VBD/ROOT .", word="They") == []


def test_they_are_those_named_in_one_breath() -> None:
    both = "Ghana/NNP/nsubj>4 and/CC/cc>1 Togo/NNP/conj>1 agreed=agree/VBD/ROOT ."
    assert meant(both, "They/PRP/nsubj>2 left=leave/VBD/ROOT .", word="They") == ["GHA", "TGO"]


def test_the_same_word_means_the_same_in_one_sentence() -> None:
    both = (
        "Ghana/NNP/nsubj>4 and/CC/cc>1 Togo/NNP/conj>1 met=meet/VBD/ROOT Mali/NNP/dobj>4 and/CC/cc>5 Niger/NNP/conj>5 ."
    )
    parse = (
        "They/PRP/nsubj>2 said=say/VBD/ROOT they/PRP/nsubj>5 would/MD/aux>5 leave/VB/ccomp>2 with/IN/prep>5 "
        "their/PRP$/poss>8 troops=troop/NNS/pobj>6 ."
    )
    assert meant(both, parse, word="their") == meant(both, parse, word="They")


def test_object_is_not_the_subject_of_its_own_verb() -> None:
    assert meant(GHANA, "Togo/NNP/nsubj>2 sued=sue/VBD/ROOT it/PRP/dobj>2 .", word="it") == ["GHA"]


@pytest.mark.parametrize("verb", ["accused=accuse", "condemned=condemn", "thanked=thank"])
def test_what_somebody_is_blamed_for_is_his_own(verb: str) -> None:
    parse = f"Ghana/NNP/nsubj>2 {verb}/VBD/ROOT Togo/NNP/dobj>2 over/IN/prep>2 its/PRP$/poss>6 programme/NN/pobj>4 ."
    assert meant(parse, word="its") == ["TGO"]


def test_otherwise_its_is_the_subjects() -> None:
    parse = "Ghana/NNP/nsubj>2 told=tell/VBD/ROOT Togo/NNP/dobj>2 of/IN/prep>2 its/PRP$/poss>6 programme/NN/pobj>4 ."
    assert meant(parse, word="its") == ["GHA"]


def test_possessive_is_told_apart_from_a_pronoun() -> None:
    parse = "Ghana/NNP/nsubj>2 closed=close/VBD/ROOT its/PRP$/poss>4 border/NN/dobj>2 ."
    found = mention(parse, word="its")
    assert found is not None
    assert (found.rule, found.because) == ("possessive", "possessive 'its'")


def test_pronoun_keeps_the_office_of_whom_it_means() -> None:
    he = the_one(KERRY, "He/PRP/nsubj>2 left=leave/VBD/ROOT .", word="He", published="2015-03-01")
    assert (he.id, he.sector, he.person) == ("USA", "GOV", "John Kerry")


def test_i_is_who_speaks() -> None:
    parse = "John/NNP/compound>2 Kerry/NNP/nsubj>3 said=say/VBD/ROOT : “ I/PRP/nsubj>7 left=leave/VBD/ccomp>3 . ”"
    assert the_one(parse, word="I", published=DAY).person == "John Kerry"


def test_it_after_a_second_verb_is_the_object_of_the_first() -> None:
    parse = (
        "Peru/NNP/nsubj>2 accused=accuse/VBD/ROOT Chile/NNP/dobj>2 of/IN/prep>2 spying/NN/pobj>4 and/CC/cc>2 "
        "demanded=demand/VBD/conj>2 that/IN/mark>10 it/PRP/nsubj>10 apologise/VB/ccomp>7 ."
    )
    assert meant("Chile/NNP/nsubj>2 grew=grow/VBD/ROOT .", parse, word="it") == ["CHL"]


def test_their_is_of_the_subject_of_joined_verbs() -> None:
    parse = (
        "Three/CD/nummod>2 countries=country/NNS/nsubj>3 signed=sign/VBD/ROOT a/DT/det>5 pact/NN/dobj>3 ,/,/punct>3 "
        "and/CC/cc>3 the/DT/det>9 Swedes=swede/NNPS/nsubj>10 lifted=lift/VBD/conj>3 an/DT/det>12 "
        "embargo/NN/dobj>10 and/CC/cc>10 tightened=tighten/VBD/conj>10 their/PRP$/poss>16 laws=law/NNS/dobj>14 ."
    )
    before = "Turkey/NNP/nsubj>4 and/CC/cc>1 Peru/NNP/conj>1 met=meet/VBD/ROOT ."
    assert meant(before, parse, word="their") == ["SWE"]


def test_it_in_a_second_that_is_the_subject_of_the_first() -> None:
    parse = (
        "Ghana/NNP/nsubj>2 demanded=demand/VBD/ROOT that/IN/mark>5 Togo/NNP/nsubj>5 pay/VB/ccomp>2 and/CC/cc>5 "
        "that/IN/mark>9 it/PRP/nsubj>9 leave/VBP/conj>5 ."
    )
    assert meant(parse, word="it") == ["TGO"]


def test_who_is_asked_is_not_who_asks() -> None:
    parse = (
        "Ghana/NNP/nsubj>2 protested=protest/VBD/ROOT to/IN/prep>2 Togo/NNP/pobj>3 and/CC/cc>2 asked=ask/VBD/conj>2 "
        "it/PRP/dobj>6 to/TO/aux>9 leave/VB/xcomp>6 ."
    )
    assert meant(parse, word="it") == ["TGO"]
