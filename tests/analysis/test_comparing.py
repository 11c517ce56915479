import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.accounts import act

from dragoman.analysis.comparing import Tally, compare
from dragoman.records.act import ActDate, Party
from dragoman.records.event_row import EventRow, Side

JAPAN, FRANCE, RUSSIA = (
    Party(id=id_, name=id_, kind="state", country=id_, event="e1") for id_ in ("JPN", "FRA", "RUS")
)
HAMAS = Party(id="hamas", name="Hamas", kind="group", country="PSE", sector="REB", event="e1")
QUADS = {
    "ACCUSE": "verbal_conflict",
    "THREATEN": "verbal_conflict",
    "CONSULT": "verbal_cooperation",
    "SANCTION": "material_conflict",
}


def told(id_="a1", type_="ACCUSE", actors=(JAPAN,), recipients=(RUSSIA,), day="2022-06-29", end=None, **given_fields):
    date = day and ActDate(start=day, end=end or day, precision="day", event="e1")
    return act(id=id_, type=type_, quad=QUADS[type_], actors=actors, recipients=recipients, date=date, **given_fields)


def side(id_, country=None):
    return Side(id=id_, country=country or (id_ if id_.isupper() else None))


def row(line=1, type_="ACCUSE", actors=("JPN",), recipients=("RUS",), day="2022-06-29", **fields):
    made = EventRow(
        file="rows.tab",
        line=line,
        layout="icews",
        id=str(line),
        date=day,
        type=type_,
        quad=QUADS.get(type_),
        actors=tuple(map(side, actors)),
        recipients=tuple(map(side, recipients)),
    )
    return replace(made, **fields)


def lines(matches):
    return [(match.told.act.id, match.row.line) for match in matches]


def test_same_sides_type_and_day_are_the_same():
    found = compare([told()], [row()])
    assert lines(found.both) == [("a1", 1)]
    assert found.total == Tally(both=1)


@pytest.mark.parametrize("day", ["2022-06-01", "2022-07-14"])
def test_an_act_of_a_month_is_sought_on_its_first_day_and_on_that_of_its_first_report(day):
    of_june = told(day="2022-06-01", end="2022-06-30", first_reported="2022-07-14")
    assert compare([of_june], [row(day=day)]).total == Tally(both=1)
    assert compare([of_june], [row(day="2022-06-20")]).total == Tally(only_acts=1, only_rows=1)


@pytest.mark.parametrize(
    "other",
    [
        row(actors=("RUS",), recipients=("JPN",)),
        row(actors=("FRA",)),
        row(recipients=()),
        row(day="2022-07-01"),
        row(type_="CONSULT"),
    ],
)
def test_other_sides_days_or_quad_classes_are_not(other):
    assert compare([told()], [other]).total == Tally(only_acts=1, only_rows=1)


def test_another_type_of_the_quad_class_is_near():
    found = compare([told()], [row(type_="THREATEN")])
    assert lines(found.near) == [("a1", 1)]
    assert found.by_type() == {"ACCUSE": Tally(near=1)}


def test_a_row_without_a_type_can_be_near():
    untyped = row(type_=None, quad="verbal_conflict")
    assert compare([told()], [untyped]).total == Tally(near=1)
    assert compare([], [untyped]).by_type() == {"": Tally(only_rows=1)}


def test_days_may_lie_apart_as_far_as_is_allowed():
    (match,) = compare([told()], [row(day="2022-06-28")]).both
    assert match.days == 1
    assert compare([told()], [row(day="2022-07-02")], days=3).total.both == 1
    assert compare([told()], [row(day="2022-06-28")], days=0).total.both == 0


def test_an_act_of_several_days_is_matched_on_each():
    summit = told(day="2022-06-28", end="2022-06-30")
    assert compare([summit], [row(day="2022-06-30")], days=0).total.both == 1


@pytest.mark.parametrize("fields", [{"day": None}, {"day": "2022-01-01", "end": "2022-12-31"}])
def test_an_act_dated_vaguely_or_not_is_sought_on_the_day_of_its_first_report(fields):
    assert compare([told(**fields)], [row(day="2022-06-10")], days=0).total.both == 1
    assert compare([told(**fields)], [row(day="2022-08-10")], days=1).total.both == 0


def test_an_act_without_any_day_is_found_in_no_row():
    assert compare([told(day=None, first_reported=None)], [row()]).total == Tally(only_acts=1, only_rows=1)


def test_each_row_is_matched_once_and_the_nearest_first():
    found = compare([told("a1", day="2022-06-28"), told("a2")], [row(1)])
    assert lines(found.both) == [("a2", 1)]
    assert [one.act.id for one in found.only_acts] == ["a1"]


def test_the_same_type_comes_before_the_same_quad_class():
    found = compare([told("a1", "THREATEN"), told("a2", "ACCUSE")], [row(1, "ACCUSE")])
    assert (lines(found.both), lines(found.near)) == ([("a2", 1)], [])


def test_ids_come_before_states():
    attacked = told("a1", "SANCTION", recipients=(HAMAS,))
    rows = [row(1, "SANCTION", recipients=("PSE",)), row(2, "SANCTION", recipients=("hamas",))]
    assert lines(compare([attacked], rows).both) == [("a1", 2)]
    assert lines(compare([attacked], rows[:1]).both) == [("a1", 1)]


def test_each_pair_of_an_act_is_compared():
    found = compare([told(actors=(JAPAN, FRANCE))], [row(actors=("FRA",))])
    assert [(match.told.pair.actor.id, match.row.line) for match in found.both] == [("FRA", 1)]
    assert [one.dyad for one in found.only_acts] == [("JPN", "RUS")]
    assert found.by_dyad() == {("FRA", "RUS"): Tally(both=1), ("JPN", "RUS"): Tally(only_acts=1)}


@pytest.mark.parametrize(
    "meeting",
    [
        row(1, "CONSULT", actors=("JPN",), recipients=("FRA",)),
        row(1, "CONSULT", actors=("FRA",), recipients=("JPN",)),
        row(1, "CONSULT", actors=("FRA", "JPN"), recipients=()),
    ],
)
def test_a_meeting_is_the_same_either_way_round(meeting):
    assert compare([told("a1", "CONSULT", actors=(JAPAN, FRANCE), recipients=())], [meeting]).total == Tally(both=1)


def test_nobody_is_the_same_as_nobody():
    assert compare([told(recipients=())], [row(recipients=())]).total == Tally(both=1)
    assert compare([told(actors=())], [row(actors=())]).total == Tally(both=1)


def test_a_side_of_which_nothing_is_known_is_nobodys():
    unknown = row(actors=(), recipients=("RUS",))
    unknown = replace(unknown, actors=(Side(id=None, code="COP"),))
    assert compare([told(), told("a2", actors=())], [unknown]).total == Tally(only_acts=2, only_rows=1)


kinds = st.sampled_from(["ACCUSE", "THREATEN", "SANCTION", "CONSULT"])
days = st.sampled_from(["2022-06-27", "2022-06-28", "2022-06-29", "2022-06-30"])
parties = st.lists(st.sampled_from([JAPAN, FRANCE, RUSSIA, HAMAS]), max_size=2, unique_by=lambda one: one.id).map(tuple)
names = st.lists(st.sampled_from(["JPN", "FRA", "RUS", "hamas", "PSE"]), max_size=2, unique=True)
some_acts = st.lists(st.tuples(kinds, parties, parties, days), max_size=8)
some_rows = st.lists(st.tuples(kinds, names, names, days), max_size=12)


@settings(max_examples=150)
@given(some_acts, some_rows, st.integers(0, 2), st.randoms(use_true_random=False))
def test_order_does_not_matter_and_everything_stands_in_one_place(drawn_acts, drawn_rows, apart, dice: random.Random):
    acts = [told(f"a{number}", *fields) for number, fields in enumerate(drawn_acts)]
    rows = [row(number, *fields) for number, fields in enumerate(drawn_rows)]
    found = compare(acts, rows, days=apart)
    assert compare(dice.sample(acts, len(acts)), dice.sample(rows, len(rows)), days=apart) == found
    matched = (*found.both, *found.near)
    assert sorted([match.row.line for match in matched] + [one.line for one in found.only_rows]) == list(
        range(len(rows))
    )
    pairs = [match.told for match in matched] + list(found.only_acts)
    assert len(pairs) == len({(one.act.id, one.pair.key) for one in pairs})
    assert all(match.told.act.type == match.row.type for match in found.both)
    assert all(match.told.act.quad == match.row.quad for match in found.near)
    assert sum(tally.both for tally in found.by_type().values()) == found.total.both
    assert sum(tally.only_rows for tally in found.by_dyad().values()) == found.total.only_rows
