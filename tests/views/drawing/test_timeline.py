"""The axis of time: few spells are no blocks, many stay bars, and the range that was asked for can be seen."""

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest

from dragoman.analysis.buckets import stretches
from dragoman.views.drawing.timeline import LEAST, WIDEST, Stretch, gaps, timeline

WIDTH = 720


def spells(first, last, by="month", *, gap=False):
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return [Stretch(first=one.first.isoformat(), last=one.last.isoformat(), gap=gap) for one in stretches(by, *days)]


def pixels(line, first):
    """How wide the bar of a spell is drawn."""
    edges = line.bar(first)
    wide = datetime.fromisoformat(edges["to"]) - datetime.fromisoformat(edges["from"])
    return wide / (line.end - line.start) * WIDTH


@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_one_spell_has_neighbours_and_its_bar_is_no_block(by):
    line = timeline(spells("2022-06-06", "2022-06-06", by), by=by, width=WIDTH)
    assert line.start < line.begins < line.ends < line.end
    assert 5 < pixels(line, "2022-06-06") <= WIDEST + 0.1
    one = (line.ends - line.begins).days
    assert LEAST - 1 <= (line.end - line.start).days / one <= LEAST + 1


@pytest.mark.parametrize(("by", "last"), [("day", "2022-02-20"), ("month", "2029-06-30"), ("year", "2080-12-31")])
def test_bars_of_many_spells_do_not_touch(by, last):
    own = spells("2020-01-01" if by != "day" else "2022-01-01", last, by)
    line = timeline(own, by=by, width=WIDTH)
    assert (line.start, line.end) == (line.begins, line.ends)
    edges = [line.bar(one.first) for one in own]
    assert all(one["to"] < after["from"] for one, after in pairwise(edges))


def test_a_bar_stands_in_the_middle_of_its_spell_also_where_the_range_cuts_it():
    line = timeline(spells("2022-06-28", "2022-06-29"), by="month", width=WIDTH)
    edges = [datetime.fromisoformat(line.bar("2022-06-28")[edge]) for edge in ("from", "to")]
    middle = edges[0] + (edges[1] - edges[0]) / 2
    assert abs(middle - datetime(2022, 6, 16)) < timedelta(minutes=2)  # noqa: DTZ001 - days have no zone


def test_gaps_that_follow_one_another_are_one():
    own = [
        *spells("2022-01-01", "2022-02-28"),
        *spells("2022-03-01", "2022-04-30", gap=True),
        *spells("2022-05-01", "2022-05-31"),
    ]
    assert list(gaps(own, by="month")) == [{"from": "2022-03-01", "to": "2022-05-01"}]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize("by", ["day", "month", "year"])
def test_the_first_and_the_last_year_of_the_calendar_are_drawn_too(day, by):
    line = timeline(spells(day, day, by), by=by, width=WIDTH)
    assert line.start < line.end
    assert line.bar(day)["from"] <= line.bar(day)["to"]
