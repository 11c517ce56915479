"""Ties that cannot count are not looked at closely; those that are given are the same as if all were."""

from random import Random

import numpy as np
import pytest

from dragoman.ledger.book import keep, made_by
from dragoman.ledger.linking import linking
from dragoman.ledger.linking.linking import ties_of
from dragoman.ledger.roll import roll_of

NAMES = {"Peru": "PER", "Chile": "CHL", "Bolivia": "BOL", "Ecuador": "ECU"}
THINGS = ("troops", "copper", "the border road", "dams", "fishing boats")


@pytest.fixture
def many(story, deeds):
    """Sixty texts: promises and asks of one to another, and what is done later, of many things."""
    random = Random(5)
    stories = []
    for number in range(60):
        one, other = random.sample(list(NAMES), 2)
        thing, year = random.choice(THINGS), 2015 + number // 8
        type_, verb, status = random.choice(
            [
                ("AID", "will send", "pledged"),
                ("AID", "sent", "occurred"),
                ("REQUEST", "asked for", "occurred"),
                ("REJECT", "refused", "occurred"),
                ("RETREAT", "will withdraw", "pledged"),
                ("RETREAT", "withdrew", "occurred"),
            ]
        )
        it = story(f"{one} {verb} {thing} {number} to {other}.", published=f"{year}-0{1 + number % 8}-11")
        it.act(
            type_,
            verb,
            actors=(it.state(one, NAMES[one]),),
            recipients=(it.state(other, NAMES[other]),),
            status=status,
            evidence=(it.words(it.text.rstrip(".")),),
        )
        stories.append(it)
    return deeds(*stories)


def near(passages):
    """Unit vectors that tell how often letters stand in a passage: of each passage alone."""
    counts = np.array([[passage.count(letter) + 0.1 for letter in "abcdefghij"] for passage in passages], np.float32)
    return counts / np.linalg.norm(counts, axis=1, keepdims=True)


@pytest.fixture
def everything(many, pack_words):
    roll = roll_of(many)
    entries = made_by(roll, pack_words)
    return entries, roll, list(ties_of(entries, roll, pack_words, near))


@pytest.mark.parametrize("least", [0.05, 0.1, 0.3, 0.5, 0.99])
def test_ties_that_reach_a_score_are_the_same_as_among_all(everything, pack_words, least):
    entries, roll, all_ = everything
    found = list(ties_of(entries, roll, pack_words, near, least=least))
    assert found == [tied for tied in all_ if tied.score >= least]


def test_without_vectors_they_are_the_same_too(everything, pack_words):
    entries, roll, _ = everything
    all_ = list(ties_of(entries, roll, pack_words))
    assert list(ties_of(entries, roll, pack_words, least=0.1)) == [tied for tied in all_ if tied.score >= 0.1]


def test_some_reach_it_and_most_do_not(everything):
    scores = [tied.score for tied in everything[2]]
    assert 0 < sum(score >= 0.1 for score in scores) < len(scores)


def test_what_a_person_ruled_is_given_whatever_its_score(everything, pack_words):
    entries, roll, all_ = everything
    lowest = min(all_, key=lambda tied: tied.score)
    ruled = {(lowest.entry, lowest.deed.act.id)}
    assert list(ties_of(entries, roll, pack_words, near, least=0.99, ruled=ruled)) == [lowest]


def test_passages_of_pairs_that_cannot_count_are_not_read(everything, pack_words):
    entries, roll, _ = everything
    read: list[str] = []

    def reading(passages):
        read.extend(passages)
        return near(passages)

    list(ties_of(entries, roll, pack_words, reading))
    all_, few = set(read), []
    read.clear()
    list(ties_of(entries, roll, pack_words, reading, least=0.5))
    few = set(read)
    assert few < all_


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_batches_of_any_size_give_the_same(everything, pack_words, monkeypatch, size):
    entries, roll, all_ = everything
    monkeypatch.setattr(linking, "_AT_ONCE", size)
    assert list(ties_of(entries, roll, pack_words, near)) == all_


def test_the_ledger_is_the_same_in_any_order(many, pack_words):
    first = keep(many, pack_words, today="2025-01-01", near=near)
    for seed in range(3):
        shuffled = Random(seed).sample(many, len(many))
        assert keep(shuffled, pack_words, today="2025-01-01", near=near) == first


def test_it_is_told_how_far_it_has_come(many, pack_words):
    told = []
    keep(many, pack_words, today="2025-01-01", near=near, tell=told.append)
    assert [one.step for one in told] == ["entries", "passages"]
    assert all(one.done < one.all for one in told)
