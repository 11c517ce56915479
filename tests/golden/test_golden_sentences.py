"""Every golden sentence of the shipped packs is one test, named by its address and its first words."""

import pytest

from dragoman.errors import PackError
from dragoman.measure.golden import code_golden, golden_files, read_golden
from dragoman.measure.passages import coding_with

FILES = golden_files()
FIRST_WORDS = 7


def readable(file):
    try:
        return read_golden(file)
    except PackError:
        return ()  # `test_golden_file_has_no_faults` says what is wrong with it


SENTENCES = [sentence for file in FILES for sentence in readable(file)]


def named(sentence):
    words = " ".join(sentence.written.text.split()[:FIRST_WORDS])
    gap = sentence.written.gap
    # Only the verdict may be the expected failure: an error in the coder is red, gap or no gap.
    marks = [pytest.mark.xfail(reason=gap, strict=True, raises=pytest.fail.Exception)] if gap else []
    return pytest.param(sentence, id=f"{sentence.address} {words}", marks=marks)


@pytest.fixture(scope="session")
def verdicts(coder):
    return {verdict.sentence.address: verdict for verdict in code_golden(SENTENCES, coding_with(coder))}


@pytest.mark.parametrize("sentence", [named(sentence) for sentence in SENTENCES])
def test_sentence_is_coded_as_expected(sentence, verdicts):
    verdict = verdicts[sentence.address]
    if not verdict.holds:
        pytest.fail(f"\n{verdict}", pytrace=False)


@pytest.mark.parametrize("file", [pytest.param(file, id=file.name) for file in FILES])
def test_golden_file_has_no_faults(file):
    try:
        read_golden(file)
    except PackError as error:
        pytest.fail(str(error), pytrace=False)


def test_no_sentence_stands_twice():
    texts = [sentence.written.text for sentence in SENTENCES]
    assert sorted(text for text in set(texts) if texts.count(text) > 1) == []
