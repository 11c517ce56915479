"""The same documents give the same content of a store, whatever came first."""

import random
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.store import made

from dragoman.records.event import Coded
from dragoman.store import open_store
from dragoman.store.contents import content


def content_of(location, documents: list[Coded], *, at_once: int = 1):
    with closing(open_store(location, create=True)) as store:
        for at in range(0, len(documents), at_once):
            store.add(documents[at : at + at_once], coding=made.CODING)
        return content(store)


@pytest.mark.parametrize("seed", range(10))
def test_ten_orders_give_the_same_content(place, seed):
    documents = [*made.stories(), *made.nights(12)]
    shuffled = random.Random(seed).sample(documents, len(documents))
    assert content_of(place(), shuffled, at_once=seed % 4 + 1) == content_of(place(), documents, at_once=100)


def test_what_is_added_twice_changes_nothing(place):
    documents = made.stories()
    assert content_of(place(), documents * 2, at_once=5) == content_of(place(), documents, at_once=5)


def test_documents_coded_anew_by_an_earlier_publication_leave_no_trace_of_the_later_one(place):
    early = made.summit_held(published="2023-08-17", outlet="Almanac")
    late = made.summit_held()
    assert content_of(place(), [late, early]) == content_of(place(), [early, late])


def test_an_act_first_told_without_a_day_is_told_the_same_when_a_day_comes_in(place):
    documents = [made.summit_undated(), made.summit_held(), made.summit_planned()]
    assert content_of(place(), documents) == content_of(place(), documents[::-1])


def test_whole_periods_are_held_against_each_other_whichever_came_first(place):
    first = made.period("In 2022 Germany gave Ukraine weapons.", "2022-01-01", "2022-12-31")
    second = made.period("In the second half of 2022 Germany gave Ukraine weapons.", "2022-07-01", "2022-12-31")
    assert content_of(place(), [first, second]) == content_of(place(), [second, first])


NAMES = {"Iran": "IRN", "Israel": "ISR", "Qatar": "QAT", "Egypt": "EGY"}
WORDS = {"AID": "gave aid to", "CONSULT": "met", "ASSAULT": "shelled", "ACCUSE": "accused"}
STATUSES = {"occurred": "", "planned": "is said to have soon ", "negated": "never "}
DAYS = [(date(2024, 4, 1) + timedelta(days=day)).isoformat() for day in range(8)]


@st.composite
def documents(draw) -> Coded:
    """One sentence of two states of the Middle East in April 2024; two of one text are reprints."""
    by, to = draw(st.permutations(sorted(NAMES)))[:2]
    type_, status = draw(st.sampled_from(sorted(WORDS))), draw(st.sampled_from(sorted(STATUSES)))
    day, doha, open_ = draw(st.none() | st.sampled_from(DAYS[:4])), draw(st.booleans()), draw(st.booleans())
    told = made.act(
        type_,
        WORDS[type_],
        {by: NAMES[by]},
        {} if open_ else {to: NAMES[to]},
        day=(day, day) if day else None,
        place=("Doha", "QAT") if doha else None,
        status=status,
    )
    whom, where, when = "" if open_ else f" {to}", " in Doha" if doha else "", f" on {day}" if day else ""
    return made.coded(
        f"{by} {STATUSES[status]}{told.trigger}{whom}{where}{when}, {draw(st.sampled_from('ab'))} said.",
        told,
        published=draw(st.none() | st.sampled_from(DAYS)),
        outlet=draw(st.sampled_from((None, "Wire", "Herald"))),
        path=draw(st.sampled_from(("one.txt", "two.txt"))),
    )


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(documents(), min_size=2, max_size=7), st.data())
def test_any_small_set_of_documents_gives_the_same_content_in_any_order(some, data):
    other = data.draw(st.permutations(some))
    with TemporaryDirectory() as folder:
        assert content_of(Path(folder) / "one", some) == content_of(Path(folder) / "other", other)
