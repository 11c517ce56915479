"""What is counted of an answer is what is found when one walks through it, whoever and whatever is asked for."""

from collections import Counter

import pytest
from tests.store import made

from dragoman.desk import asking
from dragoman.questions import read_question
from dragoman.store import open_store

QUESTIONS = [
    "",
    "party:JPN",
    "party:JPN,KOR,RUS,UKR",
    "party:JPN party:KOR",
    "party:RUS -party:UKR",
    "-party:JPN",
    "actor:RUS,UKR",
    "actor:RUS",
    "recipient:UKR actor:RUS,JPN",
    "country:UKR",
    "actor_country:RUS,JPN",
    "recipient_country:UKR type:ASSAULT",
    "sector:GOV",
    "said_by:RUS,UKR,JPN",
    "party:JPN date:2023",
    "party:RUS,UKR as-of:2022-12-31",
    "party:RUS summit",
    "dyad:RUS<>UKR",
    "party:FJI",
]


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add([*made.stories(), *made.nights(12)], coding=made.CODING)
        yield store


@pytest.mark.parametrize("kept", ["acts", "events"])
def test_as_many_are_counted_as_are_found(store, kept):
    answered = 0
    for asked in QUESTIONS:
        question = read_question(asked)
        found = list(store.every_act(question) if kept == "acts" else store.every_event(question))
        assert asking.number_of(store, question, kept=kept) == len(found), asked
        assert asking.facets(store, question, "type", kept=kept, limit=100) == Counter(one.type for one in found), asked
        sides = Counter(id_ for one in found for id_ in {side.id for side in one.actors})
        assert asking.facets(store, question, "actor", kept=kept, limit=100) == sides, asked
        answered += bool(found)
    assert answered > len(QUESTIONS) / 2
