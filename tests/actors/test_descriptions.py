"""Noun phrases that describe participants: offices, titles, bodies, peoples, names that no list knows."""

import pytest
from tests.parses import meant, mention_of, passage, readings

from dragoman.records.participant import Mention, Participant

DAY = "2022-06-29"


def mention(*parses: str, word: str, published: str | None = DAY) -> Mention | None:
    """The mention that the word heads in the last of the sentences."""
    return mention_of(readings(passage(*parses, published=published))[-1], word)


def described(*parses: str, word: str, published: str | None = DAY) -> Participant:
    found = mention(*parses, word=word, published=published)
    assert found is not None
    (participant,) = found.participants
    return participant


# Offices and titles.

JAPANESE = "The/DT/det>4 Japanese/JJ/amod>4 prime/JJ/amod>4 minister/NN/nsubj>5 arrived=arrive/VBD/ROOT ."


def test_office_with_an_adjective_acts_for_the_state() -> None:
    minister = described(JAPANESE, word="minister")
    assert (minister.id, minister.kind, minister.sector) == ("JPN", "state", "GOV")
    assert minister.text == "Japanese prime minister"


def test_office_names_who_held_it_on_the_day() -> None:
    assert described(JAPANESE, word="minister").person == "Kishida Fumio"
    assert described(JAPANESE, word="minister", published="2014-06-01").person == "Abe Shinzo"


def test_office_without_a_day_names_nobody() -> None:
    minister = described(JAPANESE, word="minister", published=None)
    assert (minister.id, minister.person) == ("JPN", None)


def test_office_with_of_acts_for_the_state_behind_it() -> None:
    parse = (
        "The/DT/det>3 foreign/JJ/amod>3 minister/NN/nsubj>6 of/IN/prep>3 France/NNP/pobj>4 arrived=arrive/VBD/ROOT ."
    )
    minister = described(parse, word="minister")
    assert (minister.id, minister.office) == ("FRA", "Foreign Minister of France")


def test_office_with_a_possessor_acts_for_the_state_before_it() -> None:
    parse = "France/NNP/poss>4 's/POS/case>1 foreign/JJ/amod>4 minister/NN/nsubj>5 arrived=arrive/VBD/ROOT ."
    assert described(parse, word="minister").id == "FRA"


def test_plural_office_names_no_single_person() -> None:
    parse = "Japanese/JJ/amod>3 prime/JJ/amod>3 ministers=minister/NNS/nsubj>4 arrived=arrive/VBD/ROOT ."
    ministers = described(parse, word="ministers")
    assert (ministers.id, ministers.person, ministers.office) == ("JPN", None, None)


def test_title_before_a_known_name_is_that_person_in_office() -> None:
    parse = (
        "U.S./NNP/compound>4 President/NNP/compound>4 Barack/NNP/compound>4 Obama/NNP/nsubj>5 spoke=speak/VBD/ROOT ."
    )
    obama = described(parse, word="Obama", published="2015-03-01")
    assert (obama.id, obama.person, obama.sector) == ("USA", "Barack Obama", "GOV")


def test_title_before_an_unknown_name_acts_for_the_state_that_is_named() -> None:
    parse = "Kenyan/JJ/amod>4 Trade/NNP/compound>4 Minister/NNP/compound>4 Njoroge/NNP/nsubj>5 spoke=speak/VBD/ROOT ."
    minister = described(parse, word="Njoroge")
    assert (minister.id, minister.person) == ("KEN", "Njoroge")


def test_title_and_surname_mean_who_held_such_an_office() -> None:
    parse = "President/NNP/compound>2 Obama/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    obama = described(parse, word="Obama", published="2015-03-01")
    assert (obama.id, obama.person) == ("USA", "Barack Obama")


def test_counterpart_holds_the_same_office_for_another_state() -> None:
    parse = (
        "Germany/NNP/poss>4 's/POS/case>1 foreign/JJ/amod>4 minister/NN/nsubj>5 met=meet/VBD/ROOT her/PRP$/poss>8 "
        "French/JJ/amod>8 counterpart/NN/dobj>5 ."
    )
    counterpart = described(parse, word="counterpart")
    assert (counterpart.id, counterpart.office, counterpart.person) == (
        "FRA",
        "Foreign Minister of France",
        "Catherine Colonna",
    )


# Surnames later.


def test_surname_later_means_the_person_named_before() -> None:
    first = "Amina/NNP/compound>2 Njoroge/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    later = described(first, "Njoroge/NNP/nsubj>2 left=leave/VBD/ROOT .", word="Njoroge")
    assert (later.id, later.person) == ("amina-njoroge", "Amina Njoroge")


def test_surname_later_keeps_office_and_state() -> None:
    first = "Fumio/NNP/compound>2 Kishida/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    later = described(first, "Kishida/NNP/nsubj>2 left=leave/VBD/ROOT .", word="Kishida")
    assert (later.id, later.person, later.text) == ("JPN", "Kishida Fumio", "Kishida")


def test_office_alone_later_means_its_holder_named_before() -> None:
    first = "France/NNP/poss>4 's/POS/case>1 foreign/JJ/amod>4 minister/NN/nsubj>5 spoke=speak/VBD/ROOT ."
    later = "The/DT/det>3 foreign/JJ/amod>3 minister/NN/nsubj>4 left=leave/VBD/ROOT ."
    assert described(first, later, word="minister").id == "FRA"


# Bodies and peoples.


def test_troops_act_for_their_state() -> None:
    parse = "Turkish/JJ/amod>2 troops=troop/NNS/nsubj>3 left=leave/VBD/ROOT ."
    troops = described(parse, word="troops")
    assert (troops.id, troops.sector) == ("TUR", "MIL")


def test_people_without_a_state_have_a_name_of_their_own() -> None:
    parse = "Rebels=rebel/NNS/nsubj>2 marched=march/VBD/ROOT ."
    rebels = described(parse, word="Rebels")
    assert (rebels.id, rebels.country, rebels.sector) == ("rebels", None, "REB")


def test_people_at_a_place_belong_to_its_state() -> None:
    parse = "Protesters=protester/NNS/nsubj>4 in/IN/prep>1 Nairobi/NNP/pobj>2 marched=march/VBD/ROOT ."
    assert described(parse, word="Protesters").country == "KEN"


def test_people_set_apart_are_not_the_state_whose_name_they_bear() -> None:
    parse = "Ethnic/JJ/amod>2 Albanians/NNPS/nsubj>3 fled=flee/VBD/ROOT ."
    people = described(parse, word="Albanians")
    assert (people.id, people.kind, people.country) == ("ethnic-albanians", "population", None)


def test_people_set_apart_at_home_belong_to_the_state_they_live_in() -> None:
    parse = "Ethnic/JJ/amod>2 Albanians/NNPS/nsubj>5 in/IN/prep>2 Serbia/NNP/pobj>3 fled=flee/VBD/ROOT ."
    assert described(parse, word="Albanians").country == "SRB"


def test_stance_against_a_state_is_not_that_states() -> None:
    parse = (
        "Anti/JJ/amod>4 -/HYPH/punct>4 Syria/NNP/compound>4 protesters=protester/NNS/nsubj>5 marched=march/VBD/ROOT "
        "in/IN/prep>5 Beirut/NNP/pobj>6 ."
    )
    assert described(parse, word="protesters").id != "SYR"
    assert described(parse, word="protesters").country != "SYR"


# Names that no list knows.


def test_unknown_name_of_a_person_is_a_slug() -> None:
    someone = described("Amina/NNP/compound>2 Njoroge/NNP/nsubj>3 spoke=speak/VBD/ROOT .", word="Njoroge")
    assert (someone.id, someone.kind, someone.person) == ("amina-njoroge", "person", "Amina Njoroge")


def test_unknown_name_that_ends_like_a_body_is_a_body() -> None:
    party = described("The/DT/det>3 Sunrise/NNP/compound>3 Party/NNP/nsubj>4 objected=object/VBD/ROOT .", word="Party")
    assert (party.id, party.kind, party.sector) == ("sunrise-party", "organisation", "PTY")


def test_unknown_body_of_a_state_belongs_to_it() -> None:
    parse = (
        "The/DT/det>3 Sunrise/NNP/compound>3 Party/NNP/nsubj>6 of/IN/prep>3 Kenya/NNP/pobj>4 objected=object/VBD/ROOT ."
    )
    assert described(parse, word="Party").country == "KEN"


def test_capitalised_thing_is_nobody() -> None:
    parse = "The/DT/det>3 Sunrise/NNP/compound>3 Treaty/NNP/nsubj>4 ended=end/VBD/ROOT ."
    assert mention(parse, word="Treaty") is None


def test_common_thing_is_nobody() -> None:
    assert mention("The/DT/det>2 bridge/NN/nsubj>3 fell=fall/VBD/ROOT .", word="bridge") is None


@pytest.mark.parametrize(
    ("parse", "word"),
    [
        ("The/DT/det>2 junta/NN/nsubj>3 objected=object/VBD/ROOT .", "junta"),
        ("Soldiers/NNS/nsubj>2 overthrew=overthrow/VBD/ROOT him/PRP/dobj>2 .", "Soldiers"),
    ],
)
def test_soldiers_who_rule_or_overthrow_are_of_the_state_that_a_junta_rules_then(parse: str, word: str) -> None:
    before = "France/NNP/nsubj>2 left=leave/VBD/ROOT Niger/NNP/dobj>2 ."
    assert meant(before, parse, word=word, published="2023-09-24") == ["NER"]
    assert meant(before, parse, word=word, published="2019-09-24") != ["NER"]
