"""The holder of an office on the event's own day: a coded document in, the same with who acted then."""

from dataclasses import replace

import pytest
from tests.parses import shipped_world

from dragoman.actors.dating import Dating
from dragoman.actors.naming import Naming
from dragoman.records.event import Event
from dragoman.records.participant import Participant

PUBLISHED = "2021-06-01"


@pytest.fixture
def dated(story):
    """The one event of a text published in 2021, with this actor and day, as of its own day."""

    def run(text: str, words: str, actor: dict, *, on: str | None = None, published: str | None = PUBLISHED) -> Event:
        it = story(text, published=published)
        one = it.state(words, **actor)
        it.act("CONSULT", "met", actors=(one,), date=it.day("met", on) if on else None)
        world = shipped_world()
        return Dating(world, Naming(world))(it.coded).events[0]

    return run


def actor(event: Event) -> Participant:
    (one,) = event.actors
    return one


JAPANESE = {
    "id_": "JPN",
    "name": "Japan",
    "sector": "GOV",
    "person": "Suga Yoshihide",
    "office": "Prime Minister of Japan",
}
OFFICE = "Japan’s prime minister met Oslo’s."
PARK = {"id_": "KOR", "name": "Park Geun-hye", "kind": "person", "sector": "ELI", "person": "Park Geun-hye"}


def test_office_without_a_name_is_its_holder_of_the_day(dated) -> None:
    assert actor(dated(OFFICE, "Japan’s prime minister", JAPANESE, on="2016-05-27")).person == "Abe Shinzo"


def test_change_is_told_as_a_step(dated) -> None:
    steps = dated(OFFICE, "Japan’s prime minister", JAPANESE, on="2016-05-27").why.steps
    assert steps[-1] == "on 2016-05-27 'Japan’s prime minister' is JPN GOV, Abe Shinzo, Prime Minister of Japan"


def test_private_person_of_today_acted_for_the_state_then(dated) -> None:
    park = actor(dated("Park Geun-hye met Oslo.", "Park Geun-hye", PARK, on="2014-03-25"))
    assert (park.kind, park.sector, park.office) == ("state", "GOV", "President of South Korea")


def test_person_who_held_nothing_then_stays(dated) -> None:
    park = actor(dated("Park Geun-hye met Oslo.", "Park Geun-hye", PARK, on="2018-03-25"))
    assert (park.kind, park.sector) == ("person", "ELI")


def test_name_of_a_person_stays_that_persons(dated) -> None:
    suga = actor(dated("Prime Minister Suga met Oslo.", "Prime Minister Suga", JAPANESE, on="2016-05-27"))
    assert suga.person == "Suga Yoshihide"


@pytest.mark.parametrize("on", [None, PUBLISHED, "2021-07-01"])
def test_event_of_the_day_or_later_or_undated_stays(dated, on: str | None) -> None:
    event = dated(OFFICE, "Japan’s prime minister", {**JAPANESE, "person": None}, on=on)
    assert (actor(event).person, event.why.steps) == (None, ())


def test_without_a_day_of_publication_nothing_changes(dated) -> None:
    event = dated(OFFICE, "Japan’s prime minister", JAPANESE, on="2016-05-27", published=None)
    assert actor(event).person == "Suga Yoshihide"


def test_state_alone_stays(dated) -> None:
    event = dated("Japan met Oslo.", "Japan", {"id_": "JPN"}, on="2016-05-27")
    assert (actor(event).id, event.why.steps) == ("JPN", ())


def test_year_alone_will_do_where_one_held_it_throughout(story) -> None:
    it = story(OFFICE, published=PUBLISHED)
    minister = it.state("Japan’s prime minister", **JAPANESE)
    year = replace(it.day("met", "2016-01-01", "2016-12-31"), precision="year")
    it.act("CONSULT", "met", actors=(minister,), date=year)
    world = shipped_world()
    assert actor(Dating(world, Naming(world))(it.coded).events[0]).person == "Abe Shinzo"
