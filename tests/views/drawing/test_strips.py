import pytest

from dragoman.views.drawing.strips import HEIGHT, strip


def test_a_bar_stands_for_a_month_and_the_highest_fills_the_strip():
    drawn = strip({"2022-01": 4, "2022-03": 1}, first="2022-01", last="2022-04", most=12)
    assert [(one.name, one.number, one.height) for one in drawn.spans] == [
        ("2022-01", 4, HEIGHT), ("2022-02", 0, 0), ("2022-03", 1, HEIGHT / 4), ("2022-04", 0, 0),
    ]  # fmt: skip
    assert drawn.path.count("M") == 2


@pytest.mark.parametrize(("last", "by"), [("2022-12", "month"), ("2024-12", "quarter"), ("2040-12", "year")])
def test_long_times_have_bars_of_quarters_or_years(last, by):
    drawn = strip({"2022-01": 1, last: 2}, first="2022-01", last=last, most=14)
    assert drawn.by == by
    assert sum(one.number for one in drawn.spans) == 3


def test_a_small_number_is_still_seen():
    drawn = strip({"2022-01": 1, "2022-02": 1000}, first="2022-01", last="2022-02", most=12)
    assert drawn.spans[0].height == 1.0
