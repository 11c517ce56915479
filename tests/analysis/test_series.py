from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.analysis.counts import Count, Read
from dragoman.analysis.series import series
from dragoman.errors import QuestionError

JUNE = [Count(day="2022-06-28", number=2, goldstein=8.0), Count(day="2022-06-29", number=1, goldstein=-5.0)]
READ = [Read(day="2022-06-28", documents=400), Read(day="2022-06-29", documents=100)]


def names(by, first, last):
    return [bucket.name for bucket in series([], [], by=by, first=first, last=last).buckets]


def test_a_bucket_has_sum_mean_and_rate():
    (june,) = series(JUNE, READ, by="month").buckets
    assert (june.name, june.number, june.goldstein, june.mean) == ("2022-06", 3, 3.0, 1.0)
    assert (june.read, june.per_thousand, june.gap) == (500, 6.0, False)


def test_every_bucket_of_the_range_is_there():
    found = series(JUNE, READ, by="month", first="2022-05-01", last="2022-08-31").buckets
    assert [(one.name, one.number, one.gap) for one in found] == [
        ("2022-05", 0, True), ("2022-06", 3, False), ("2022-07", 0, True), ("2022-08", 0, True),
    ]  # fmt: skip


def test_buckets_have_the_names_of_the_calendar():
    assert names("day", "2022-02-28", "2022-03-01") == ["2022-02-28", "2022-03-01"]
    assert names("month", "2021-12-31", "2022-01-01") == ["2021-12", "2022-01"]
    assert names("quarter", "2022-03-31", "2022-10-01") == ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"]
    assert names("year", "2020-12-31", "2022-01-01") == ["2020", "2021", "2022"]


def test_weeks_are_those_of_iso():
    # 1 January 2021 was a Friday and lay in the last week of 2020, which had 53.
    assert names("week", "2020-12-27", "2021-01-04") == ["2020-W52", "2020-W53", "2021-W01"]


def test_a_bucket_that_the_range_cuts_is_partial():
    found = series([], [], by="week", first="2022-06-28", last="2022-07-10").buckets
    assert [(one.first, one.last, one.partial) for one in found] == [
        ("2022-06-28", "2022-07-03", True), ("2022-07-04", "2022-07-10", False),
    ]  # fmt: skip


def test_acts_outside_the_range_are_left_out():
    (only,) = series(JUNE, READ, by="month", first="2022-06-29", last="2022-06-30").buckets
    assert (only.number, only.read, only.per_thousand) == (1, 100, 10.0)


def test_without_documents_there_is_no_rate():
    (gap,) = series(JUNE, [], by="month").buckets
    assert (gap.number, gap.per_thousand, gap.gap) == (3, None, True)


def test_without_acts_there_is_a_rate_and_no_mean():
    (quiet,) = series([], READ, by="month").buckets
    assert (quiet.number, quiet.goldstein, quiet.mean, quiet.per_thousand, quiet.gap) == (0, 0.0, None, 0.0, False)


def test_nothing_gives_no_buckets():
    assert series([], []).buckets == ()


def test_the_range_is_that_of_the_rows_where_none_is_told():
    found = series(JUNE, [Read(day="2022-06-26", documents=5)], by="day").buckets
    assert [one.name for one in found] == ["2022-06-26", "2022-06-27", "2022-06-28", "2022-06-29"]


def test_the_calendar_may_end():
    assert names("week", "9999-12-20", "9999-12-31") == ["9999-W51", "9999-W52"]
    assert names("year", "0001-01-01", "0001-12-31") == ["0001"]


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        ({"first": "2022-07-01", "last": "2022-06-01"}, "begins on 2022-07-01, after it ends on 2022-06-01"),
        ({"first": "2022-06", "last": "2022-07-01"}, "'2022-06' is no day"),
        ({"first": "20220601", "last": "2022-07-01"}, "'20220601' is no day"),
    ],
)
def test_a_faulty_range_is_told(given, fault):
    with pytest.raises(QuestionError, match=fault):
        series([], [], **given)


DAYS = st.dates(date(2019, 1, 1), date(2023, 12, 31)).map(date.isoformat)
COUNTS = st.lists(st.builds(Count, day=DAYS, number=st.integers(0, 50), goldstein=st.integers(-99, 99).map(float)))


@settings(max_examples=100)
@given(COUNTS, st.lists(st.builds(Read, day=DAYS, documents=st.integers(0, 999))), st.data())
def test_buckets_are_seamless_and_lose_nothing(counts, read, data):
    by = data.draw(st.sampled_from(["day", "week", "month", "quarter", "year"]))
    found = series(counts, read, by=by).buckets
    assert sum(one.number for one in found) == sum(one.number for one in counts)
    assert sum(one.goldstein for one in found) == sum(one.goldstein for one in counts)
    assert sum(one.read for one in found) == sum(one.documents for one in read)
    for one, following in pairwise(found):
        assert date.fromisoformat(one.last) + timedelta(days=1) == date.fromisoformat(following.first)


def test_a_range_of_too_many_buckets_is_refused():
    with pytest.raises(QuestionError, match=r"more than 100 buckets by day .* ask for fewer days, or by year"):
        series([], [], by="day", first="2022-01-01", last="2022-12-31", most=100)
    assert len(series([], [], by="month", first="2022-01-01", last="2022-12-31", most=100).buckets) == 12
