"""What is weighed for all events at once is what the signs tell of each pair by itself."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from dragoman.ledger.linking.columns import Columns
from dragoman.ledger.linking.signs import Side, signs_of
from dragoman.ledger.words_of import Subject

STATES = ("PER", "CHL", "BOL", "ARG", "BRA", "ECU")
WORDS = ("tariff", "troops", "treaty", "Lima", "Arica", "copper", "border", "Mercos")


def some(random, all_, most):
    return frozenset(random.sample(all_, random.randint(0, most)))


def side(random, **given):
    stems = some(random, WORDS, 6)
    day = date(2020, 1, 1) + timedelta(days=random.choice([0, 1, 30, 400, 3000]))
    return Side(
        subject=Subject(stems, frozenset(stem for stem in stems if stem[0].isupper())),
        passage=" ".join(sorted(stems)),
        day=random.choice([None, *[day.isoformat()] * 5]),
        dated=random.random() < 0.5,
        document=random.choice("abcd"),
        place=random.randrange(3),
        homes=some(random, STATES, 3),
        **given,
    )


@pytest.fixture
def events():
    random = Random(1)
    names = ("occurred", "looks back", "in somebody's words", "content", "a lead", "judged an act")
    return [side(random, standing={name: random.random() for name in names}) for _ in range(200)]


@pytest.fixture
def entries():
    random = Random(2)
    made = (side(random) for _ in range(60))
    return [
        replace(
            own,
            named=own.homes | some(random, STATES, 1),
            owing=some(random, STATES, 2),
            due=random.choice([None, "2020-02-01", "2021-06-01"]),
        )
        for own in made
    ]


@pytest.fixture
def weights(pack_words):
    return pack_words.linking


def summed(own, other, alike, weights):
    return sum(weights.get(name, 0.0) * value for name, value in signs_of(own, other, alike).items())


def lies_behind(own, other):
    if own.document == other.document and (own.day == other.day or not (own.dated and other.dated)):
        return other.place > own.place
    return own.day is None or other.day is None or other.day >= own.day


def test_the_total_is_the_sum_of_the_signs_of_the_pair(entries, events, weights):
    columns = Columns(events, weights)
    pairs = 0
    for own in entries:
        weighed = columns.against(own, own.homes, own.homes)
        for place, total in zip(weighed.places, weighed.total, strict=True):
            assert total == pytest.approx(summed(own, events[place], None, weights), abs=1e-9)
            pairs += 1
    assert pairs > 1000


@pytest.mark.parametrize("near", [2.5, -2.5])
def test_no_likeness_of_passages_brings_it_above_the_most(entries, events, weights, near):
    given = {**weights, "near": near}
    columns = Columns(events, given)
    for own in entries:
        weighed = columns.against(own, own.homes, own.homes)
        for place, most in zip(weighed.places, weighed.most, strict=True):
            assert max(summed(own, events[place], alike, given) for alike in (-1.0, 0.3, 1.0)) <= most + 1e-9


def test_every_event_of_a_party_that_lies_behind_is_there_in_order(entries, events, weights):
    columns = Columns(events, weights)
    for own in entries:
        places = columns.against(own, own.homes, own.homes).places.tolist()
        expected = [place for place, event in enumerate(events) if own.homes & event.homes and lies_behind(own, event)]
        assert places == expected


def test_passages_are_compared_of_both_sides_or_with_a_word_in_common(entries, events, weights):
    columns = Columns(events, weights)
    by, others = {"PER", "CHL"}, {"BOL", "ARG"}
    for own in entries:
        weighed = columns.against(own, by, others)
        for place, akin in zip(weighed.places, weighed.akin, strict=True):
            event = events[place]
            both = bool(by & event.homes) and bool(others & event.homes)
            assert akin == (both or bool(own.subject.stems & event.subject.stems))


def test_without_events_nothing_is_found(entries, weights):
    assert all(len(Columns([], weights).against(own, own.homes, own.homes).places) == 0 for own in entries)
