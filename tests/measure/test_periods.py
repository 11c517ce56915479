from datetime import date

import pytest

from dragoman.measure.periods import agreement, period, period_of
from dragoman.records.span import DateSpan, Span


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("1962", date(1962, 1, 1), date(1962, 12, 31)),
        ("2015-07-14", date(2015, 7, 14), date(2015, 7, 14)),
        ("2015-07-13/2015-08", date(2015, 7, 13), date(2015, 8, 31)),
    ],
)
def test_a_written_date_covers_its_days(written, first, last):
    assert period(written) == (first, last)


@pytest.mark.parametrize("written", ["soon", "2015-13", "2015-02-30", ""])
def test_what_is_no_date_covers_nothing(written):
    assert period(written) is None


def test_a_date_that_could_not_be_resolved_covers_nothing():
    words = Span(start=0, end=6, text="Friday")
    assert period_of(DateSpan(start=None, end=None, precision="relative", text=words)) is None


@pytest.mark.parametrize(
    ("coded", "gold", "expected"),
    [
        ("2022-06-29", "2022-06-29", "exact"),
        ("2022-06-29", "2022-06-28/2022-06-30", "overlapping"),
        ("2022-06", "2022-06-29", "overlapping"),
        ("2022", "2022-06-29", "wrong"),
        ("2022-07-02", "2022-06-29", "wrong"),
    ],
)
def test_agreement_of_dates(coded, gold, expected):
    assert agreement(period(coded), period(gold)) == expected


def test_the_second_reading_of_a_date_is_exact_too():
    assert agreement(period("2022-07"), period("2022-06-29"), period("2022-07")) == "exact"


def test_no_date_is_missing():
    assert agreement(None, period("2022")) == "missing"
