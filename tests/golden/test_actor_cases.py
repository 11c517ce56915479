"""Every ask of the shipped actor cases is one test, named by its address, the words asked about and which of them."""

import pytest

from dragoman.errors import PackError
from dragoman.measure.actors import ask_all, case_files, read_cases
from dragoman.measure.passages import reading_with

FILES = case_files()
LEAST_ASKS = 400
LEAST_PHENOMENA = 25


def readable(file):
    try:
        return read_cases(file)
    except PackError:
        return ()  # `test_case_file_has_no_faults` says what is wrong with it


CASES = [case for file in FILES for case in readable(file)]
ASKS = [(case, ask) for case in CASES for ask in case.written.asks]


def address(case, ask):
    return f"{case.address} {ask.words} {ask.nth}"


def named(case, ask):
    # Only the verdict may be the expected failure: an error in the coder is red, gap or no gap.
    marks = [pytest.mark.xfail(reason=ask.gap, strict=True, raises=pytest.fail.Exception)] if ask.gap else []
    return pytest.param(case, ask, id=address(case, ask), marks=marks)


@pytest.fixture(scope="session")
def answers(coder):
    return {address(answer.case, answer.ask): answer for answer in ask_all(CASES, reading_with(coder))}


@pytest.mark.parametrize(("case", "ask"), [named(case, ask) for case, ask in ASKS])
def test_words_mean_whom_they_should(case, ask, answers):
    answer = answers[address(case, ask)]
    if not answer.holds:
        pytest.fail(f"\n{answer}", pytrace=False)


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name) for file in FILES])
def test_case_file_has_no_faults(file):
    try:
        read_cases(file)
    except PackError as error:
        pytest.fail(str(error), pytrace=False)


def test_no_text_stands_twice():
    texts = [" ".join(case.written.text.split()) for case in CASES]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []


def test_no_words_are_asked_about_twice():
    asked = [address(case, ask) for case, ask in ASKS]
    assert sorted(words for words in set(asked) if asked.count(words) > 1) == []


def test_there_are_enough_asks_of_enough_phenomena():
    assert len(ASKS) >= LEAST_ASKS
    assert len({case.phenomenon for case, _ in ASKS}) >= LEAST_PHENOMENA


def test_words_of_every_ask_stand_in_its_text(answers):
    lost = "the words, which are not in the text"
    assert [words for words, answer in answers.items() if answer.fault == lost] == []
