"""Where acts happened, by country and place; whose they are; what has no place is counted."""

from dataclasses import replace

import pytest
from tests.store import made

from dragoman.desk import asking
from dragoman.desk.mapping import geography
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.store import open_store


def located(coded, latitude, longitude):
    events = tuple(
        replace(one, place=one.place and replace(one.place, latitude=latitude, longitude=longitude))
        for one in coded.events
    )
    return replace(coded, events=events)


def met(text, place, day, *, by="Paris", to="Berlin"):
    ids = {"Paris": "FRA", "Berlin": "DEU", "Rome": "ITA"}
    return made.coded(text, made.act("CONSULT", "met", {by: ids[by]}, {to: ids[to]}, place=place), published=day)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("mapped"), create=True) as store:
        store.add(
            [
                located(met("Paris met Berlin in Hanover.", ("Hanover", "DEU"), "2021-05-02"), 52.37, 9.74),
                located(met("Paris met Rome in Hanover.", ("Hanover", "DEU"), "2022-05-02", to="Rome"), 52.37, 9.74),
                met("Rome met Paris in Tripoli.", ("Tripoli", "LBY"), "2023-05-02", by="Rome", to="Paris"),
                met("Rome met Berlin in Tripoli, too.", ("Tripoli", "LBN"), "2024-05-02", by="Rome"),
                met("Rome met Berlin somewhere.", None, "2025-01-02", by="Rome"),
            ],
            coding=made.CODING,
        )  # fmt: skip
        yield store


def test_acts_are_counted_by_the_country_of_their_place_the_most_first(store):
    told = geography(store, Question())
    assert [(one.id, one.number) for one in told.lands] == [("DEU", 2), ("LBN", 1), ("LBY", 1)]
    assert told.lands[0].quads == {"verbal_cooperation": 2}


def test_places_of_one_name_in_two_countries_are_two(store):
    told = geography(store, Question())
    assert [(one.name, one.country, one.number) for one in told.spots] == [
        ("Hanover", "DEU", 2), ("Tripoli", "LBN", 1), ("Tripoli", "LBY", 1),
    ]  # fmt: skip


def test_a_place_lies_where_its_record_says_or_nowhere(store):
    hanover, tripoli, _ = geography(store, Question()).spots
    assert (hanover.latitude, hanover.longitude) == (52.37, 9.74)
    assert (tripoli.latitude, tripoli.longitude) == (None, None)


def test_acts_without_a_place_are_counted_in_the_number_alone(store):
    told = geography(store, Question())
    assert (told.number, told.located) == (5, 4)


@pytest.mark.parametrize(("by", "field"), [("actor", "actor_country"), ("recipient", "recipient_country")])
def test_countries_of_a_side_have_as_many_acts_as_the_question_for_them_has(store, by, field):
    told = geography(store, Question(), by=by)
    assert told.spots == ()
    assert {one.id: one.number for one in told.lands} == {
        one.id: asking.number_of(store, read_question(f"{field}:{one.id}")) for one in told.lands
    }
    assert sum(one.number for one in told.lands) == told.located == 5


def test_a_question_narrows_the_map(store):
    told = geography(store, read_question("date:2022.."))
    assert (told.question, told.number) == ("date:2022-01-01..", 4)
    assert [one.id for one in told.lands] == ["DEU", "LBN", "LBY"]


def test_the_map_is_that_of_what_was_known_on_a_day(store):
    told = geography(store, read_question("as-of:2022-01-01"))
    assert [(one.name, one.number, one.latitude) for one in told.spots] == [("Hanover", 1, 52.37)]
