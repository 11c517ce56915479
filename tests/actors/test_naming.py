"""Whom names stand for: states, bodies, and persons in the office that they held on the day."""

import pytest
from tests.parses import mention_of, passage, readings

from dragoman.actors.naming import slug
from dragoman.records.participant import Participant


def named(parse: str, word: str, *, published: str | None = None) -> Participant:
    """The one participant of the mention that the word heads."""
    mention = mention_of(readings(passage(parse, published=published))[0], word)
    assert mention is not None
    (participant,) = mention.participants
    return participant


def test_name_of_a_state_is_that_state() -> None:
    japan = named("Japan/NNP/nsubj>2 thanked=thank/VBD/ROOT NATO/NNP/dobj>2 .", "Japan")
    assert (japan.id, japan.kind, japan.country, japan.text) == ("JPN", "state", "JPN", "Japan")


def test_name_of_an_organisation_is_its_acronym() -> None:
    nato = named("Japan/NNP/nsubj>2 thanked=thank/VBD/ROOT NATO/NNP/dobj>2 .", "NATO")
    assert (nato.id, nato.kind) == ("NATO", "igo")


def test_demonym_names_the_people_of_a_state() -> None:
    people = named("Three/CD/nummod>2 Iranians/NNPS/nsubj>3 fled=flee/VBD/ROOT .", "Iranians")
    assert (people.id, people.kind, people.country, people.sector) == ("IRN", "population", "IRN", "CVL")


def test_adjective_before_a_thing_names_whose_it_is() -> None:
    japan = named("Japanese/JJ/amod>2 aid/NN/nsubj>3 reached=reach/VBD/ROOT Iran/NNP/dobj>3 .", "Japanese")
    assert japan.id == "JPN"


@pytest.mark.parametrize(("capital", "state"), [("Tehran", "IRN"), ("Tokyo", "JPN"), ("Brasilia", "BRA")])
def test_capital_speaks_for_its_government(capital: str, state: str) -> None:
    assert named(f"{capital}/NNP/nsubj>2 objected=object/VBD/ROOT .", capital).id == state


@pytest.mark.parametrize(("body", "state"), [("Kremlin", "RUS"), ("Pentagon", "USA")])
def test_body_speaks_for_a_part_of_its_government(body: str, state: str) -> None:
    speaker = named(f"The/DT/det>2 {body}/NNP/nsubj>3 objected=object/VBD/ROOT .", body)
    assert speaker.id == state
    assert speaker.sector is not None


@pytest.mark.parametrize(
    ("parse", "surname", "day", "state", "office"),
    [
        ("Fumio/NNP/compound>2 Kishida/NNP/nsubj>3 spoke=speak/VBD/ROOT .", "Kishida", "2022-06-29", "JPN",
         "Prime Minister of Japan"),
        ("Barack/NNP/compound>2 Obama/NNP/nsubj>3 spoke=speak/VBD/ROOT .", "Obama", "2015-03-01", "USA",
         "President of the United States"),
    ],
)  # fmt: skip
def test_person_acts_in_the_office_of_the_day(parse: str, surname: str, day: str, state: str, office: str) -> None:
    person = named(parse, surname, published=day)
    assert (person.id, person.sector, person.kind) == (state, "GOV", "state")
    assert person.office is not None
    assert person.office.startswith(office.split(" of ", maxsplit=1)[0])


def test_person_is_named_as_the_persons_own_country_orders_it() -> None:
    person = named("Fumio/NNP/compound>2 Kishida/NNP/nsubj>3 spoke=speak/VBD/ROOT .", "Kishida", published="2022-06-29")
    assert person.person == "Kishida Fumio"


def test_same_person_had_another_office_on_another_day() -> None:
    parse = "Fumio/NNP/compound>2 Kishida/NNP/nsubj>3 spoke=speak/VBD/ROOT ."
    offices = [named(parse, "Kishida", published=day).office for day in ("2014-01-01", "2022-06-29")]
    assert offices[0] != offices[1]


def test_person_out_of_office_is_a_person_and_not_the_state() -> None:
    moon = named("Moon/NNP/compound>2 Jae-in/NNP/nsubj>3 spoke=speak/VBD/ROOT .", "Jae-in", published="2023-02-01")
    assert (moon.id, moon.kind, moon.person, moon.office) == ("KOR", "person", "Moon Jae-in", None)


def test_former_president_acts_for_himself() -> None:
    parse = "Former/JJ/amod>4 President/NNP/compound>4 Moon/NNP/compound>4 Jae-in/NNP/nsubj>5 spoke=speak/VBD/ROOT ."
    moon = named(parse, "Jae-in", published="2022-06-29")
    assert (moon.id, moon.kind, moon.person, moon.sector) == ("KOR", "person", "Moon Jae-in", "ELI")


def test_surname_alone_means_who_is_in_high_office_on_the_day() -> None:
    kishida = named("Kishida/NNP/nsubj>2 spoke=speak/VBD/ROOT .", "Kishida", published="2022-06-29")
    assert (kishida.id, kishida.person) == ("JPN", "Kishida Fumio")


def test_participant_is_pinned_to_the_characters_that_name_it() -> None:
    read = passage(
        "Fumio/NNP/compound>2 Kishida/NNP/nsubj>3 thanked=thank/VBD/ROOT Iran/NNP/dobj>3 .", published="2022-06-29"
    )
    for mention in readings(read)[0].mentions.values():
        for participant in mention.participants:
            assert read.document.text[participant.start : participant.end] == participant.text


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Rapid Support Forces", "rapid-support-forces"), ("Amina’s Party", "amina-party"), ("…", "unknown")],
)
def test_slug_is_lower_case_words_joined_by_hyphens(name: str, expected: str) -> None:
    assert slug(name) == expected
