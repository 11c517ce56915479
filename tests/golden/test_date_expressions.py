"""Every date case is one test, named by what it is about and its sentence; the real parser reads it."""

from pathlib import Path

import pytest

from dragoman.events.dates.finder import DateFinder
from dragoman.knowledge.pack import load_pack
from dragoman.measure.dates import judge_dates, read_date_cases, share_held
from dragoman.measure.passages import reading_with

CASES = read_date_cases(Path(__file__).parents[1] / "events/dates/expressions.yaml")
ROWS = [(about, case) for about, group in CASES.items() for case in group]
LEAST_CASES = 150
LEAST_SHARE = 0.95


def named(at, about, case):
    # Only the verdict may be the expected failure: an error in the coder is red, gap or no gap.
    marks = [pytest.mark.xfail(reason=case.gap, strict=True, raises=pytest.fail.Exception)] if case.gap else []
    return pytest.param(at, id=f"{about}: {case.text} {case.words}", marks=marks)


@pytest.fixture(scope="session")
def verdicts(coder):
    return list(judge_dates(CASES, reading_with(coder), DateFinder(load_pack().calendar)))


@pytest.mark.parametrize("at", [named(at, about, case) for at, (about, case) in enumerate(ROWS)])
def test_words_mean_the_days_that_they_should(at, verdicts):
    if not verdicts[at].holds:
        pytest.fail(f"\n{verdicts[at]}", pytrace=False)


def test_there_are_enough_cases_and_most_hold(verdicts):
    assert len(verdicts) >= LEAST_CASES
    assert share_held(verdicts) >= LEAST_SHARE


def test_no_words_are_asked_about_twice():
    asked = [(case.text, case.words, case.published) for _, case in ROWS]
    assert len(asked) == len(set(asked))
