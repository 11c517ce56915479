"""An act told step by step, as its reports come in, is what they tell all at once."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.store import made

from dragoman.acts.telling import Telling, act_of
from dragoman.records.report import Report

STATUSES = ("occurred", "planned", "negated", "pledged", "cancelled")
DAYS = ("2023-08-15", "2023-08-16", "2023-08-17")


@st.composite
def reports(draw) -> Report:
    """A report of a meeting: other sides, days, places, figures and words on how far it came."""
    day, place = draw(st.none() | st.sampled_from(DAYS)), draw(st.none() | st.sampled_from(("Doha", "Cairo")))
    figure = draw(st.none() | st.sampled_from((3.0, 4.0)))
    name, id_ = draw(st.sampled_from((("Iran", "IRN"), ("Qatar", "QAT"), ("Egypt", "EGY"))))
    told = made.act(
        draw(st.sampled_from(("CONSULT", "AGREE"))),
        "met",
        {name: id_},
        {"Israel": "ISR"} if draw(st.booleans()) else {},
        day=(day, day) if day else None,
        place=(place, "QAT") if place else None,
        figure=(f"{figure:g} envoys", figure, "people") if figure else None,
        status=draw(st.sampled_from(STATUSES)),
    )
    text = (
        f"{name} met Israel in {place} with {figure or 0:g} envoys, {draw(st.sampled_from('abcdefgh'))} said on {day}."
    )
    (event,) = made.coded(text, told, published=None).events
    mark = draw(st.integers(0, 10**9))
    return Report(
        event=replace(event, id=f"{mark:010}", confidence=draw(st.sampled_from((0.4, 0.8)))),
        known_on=draw(st.sampled_from(DAYS)),
        outlets=draw(st.sampled_from(((), ("Wire",), ("Herald", "Wire")))),
        copy=draw(st.sampled_from(("one", "two", "three"))),
    )


@given(st.lists(reports(), min_size=1, max_size=9, unique_by=lambda report: report.id))
def test_after_each_day_the_act_is_what_the_reports_until_then_tell(some):
    in_order = sorted(some, key=lambda report: report.order)
    telling = Telling()
    for day in DAYS:
        telling.add([report for report in in_order if report.known_on == day])
        if known := [report for report in in_order if report.known_on <= day]:
            assert telling.act() == act_of(known)


@given(st.lists(reports(), min_size=2, max_size=6, unique_by=lambda report: report.id), st.data())
def test_an_act_is_the_same_in_whichever_order_its_reports_are_given(some, data):
    assert act_of(data.draw(st.permutations(some))) == act_of(some)


@pytest.fixture
def meeting():
    def told(id_: str, **given) -> Report:
        by = given.pop("by", {"Iran": "IRN"})
        told = made.act("CONSULT", "met", by, {"Israel": "ISR"}, **given)
        (event,) = made.coded("Iran, Qatar and Egypt met Israel in Doha and in Cairo.", told, published=None).events
        return Report(event=replace(event, id=id_), known_on=DAYS[int(id_[0])], outlets=(), copy=id_)

    return told


def test_a_place_that_most_tell_now_makes_others_of_those_that_told_another(meeting):
    first, second, third = meeting("0a", place=("Doha", "QAT")), meeting("1a", place=("Cairo", "EGY")), None
    telling = Telling()
    telling.add([first])
    telling.add([second])
    assert [voice.stance for voice in telling.act().voices] == ["claims", "otherwise"]
    third = meeting("2a", place=("Cairo", "EGY"))
    telling.add([third])
    act = telling.act()
    assert [(voice.stance, voice.events) for voice in act.voices] == [
        ("otherwise", ("0a",)), ("claims", ("1a",)), ("claims", ("2a",)),
    ]  # fmt: skip
    assert act.place is not None
    assert (act.place.name, act.place.event) == ("Cairo", "1a")


def test_a_denial_told_first_is_a_claim_until_somebody_claims_the_act(meeting):
    telling = Telling()
    telling.add([meeting("0a", status="negated")])
    assert (telling.act().status, telling.act().voices[0].stance) == ("negated", "claims")
    telling.add([meeting("1a")])
    assert telling.act().status == "occurred"
    assert [voice.stance for voice in telling.act().voices] == ["denies", "claims"]


def test_the_later_word_of_one_day_is_told_by_both_also_where_one_claims_only_afterwards(meeting):
    held = meeting("0b", place=("Doha", "QAT"), status="planned")
    other = meeting("0a", place=("Cairo", "EGY"), status="occurred")
    last = [meeting("1a", place=("Doha", "QAT")), meeting("1b", place=("Doha", "QAT"))]
    telling = Telling()
    telling.add([other, held])
    telling.act()
    telling.add(last)
    assert telling.act() == act_of([other, held, *last])
