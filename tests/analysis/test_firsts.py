import pytest

from dragoman.analysis.counts import Occurrence
from dragoman.analysis.firsts import firsts
from dragoman.errors import QuestionError


def visit(day, act="", actor="JPN", recipient="UKR", type_="CONSULT"):
    return Occurrence(day=day, actor=actor, recipient=recipient, type=type_, act=act or f"act-{day}")


def told(rows, begins="2000-01-01", years=5):
    return [(one.day, one.previous_day, one.years, one.unsure) for one in firsts(rows, begins=begins, years=years)]


def test_the_first_act_of_a_dyad_and_type_is_told():
    assert told([visit("2023-03-21"), visit("2023-02-01")]) == [("2023-02-01", None, 23, False)]


def test_a_store_that_begins_late_is_unsure_of_its_first():
    assert told([visit("2023-03-21")], begins="2022-01-01") == [("2023-03-21", None, 1, True)]


def test_a_long_interval_is_a_first_in_so_many_years():
    rows = [visit("2006-05-01"), visit("2015-06-05"), visit("2016-01-01"), visit("2023-03-21")]
    assert told(rows) == [
        ("2006-05-01", None, 6, False),
        ("2015-06-05", "2006-05-01", 9, False),
        ("2023-03-21", "2016-01-01", 7, False),
    ]


def test_exactly_so_many_years_are_not_more():
    assert len(told([visit("2010-03-01"), visit("2015-03-01")])) == 1
    assert len(told([visit("2010-03-01"), visit("2015-03-02")])) == 2
    assert len(told([visit("2016-02-29"), visit("2021-03-01")])) == 2


def test_an_interval_from_before_the_store_is_unsure():
    rows = [visit("2006-05-01"), visit("2022-06-05")]
    assert told(rows, begins="2020-01-01") == [("2006-05-01", None, 0, True), ("2022-06-05", "2006-05-01", 16, True)]


def test_dyads_directions_and_types_are_told_apart():
    rows = [visit("2010-01-01"), visit("2010-01-01", actor="UKR", recipient="JPN"), visit("2010-01-01", type_="AID")]
    assert [(one.actor, one.type) for one in firsts(rows, begins="2000-01-01")] == [
        ("JPN", "AID"), ("JPN", "CONSULT"), ("UKR", "CONSULT"),
    ]  # fmt: skip


def test_acts_are_told_so_that_they_can_be_looked_up():
    rows = [visit("2010-01-01", "b"), visit("2010-01-01", "a"), visit("2020-01-01", "c")]
    assert [(one.act, one.previous) for one in firsts(rows, begins="2000-01-01")] == [("a", None), ("c", "b")]


def test_the_order_of_rows_does_not_count():
    rows = [visit("2010-01-01"), visit("2020-01-01"), visit("2009-01-01", actor="FRA")]
    assert firsts(rows, begins="2000-01-01") == firsts(reversed(rows), begins="2000-01-01")


def test_nothing_has_no_firsts():
    assert firsts([], begins="2000-01-01") == ()


def test_a_day_that_is_none_is_a_fault():
    with pytest.raises(QuestionError, match="'2022' is no day"):
        firsts([visit("2022")], begins="2000-01-01")
