"""Days as somebody wrote them."""

import pytest

from dragoman.errors import QuestionError
from dragoman.records.days import iso_day


@pytest.mark.parametrize("told", ["2022-06-29", "2024-02-29", "0001-01-01"])
def test_a_day_of_the_calendar_is_one(told):
    assert iso_day(told) == told


@pytest.mark.parametrize(
    "told", ["", "tomorrow", "2023-02-29", "20220629", "2022-W26-3", "2022-6-29", "2022-06-29T12:00", None, 20220629]
)
def test_what_is_no_day_or_is_written_otherwise_is_refused(told):
    with pytest.raises(QuestionError) as caught:
        iso_day(told)
    assert str(caught.value) == f"{told!r} is no day; write it as 2022-06-29"
