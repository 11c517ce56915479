"""Every sentence of quantities.yaml is one test: the quantities that are told in it, in order."""

from pathlib import Path

import pytest
import yaml

from dragoman.events.magnitudes.finder import MagnitudeFinder
from dragoman.knowledge.pack import load_pack
from dragoman.sources import make_item

CASES = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text("utf-8"))["cases"]
LEAST_CASES = 120
LEAST_SHARE = 0.95


@pytest.fixture(scope="session")
def find_magnitudes():
    return MagnitudeFinder(load_pack().quantities)


@pytest.fixture(scope="session")
def told_in(coder, find_magnitudes):
    def told(text):
        (read,) = coder.read([make_item(text)])
        found = [magnitude for each in read.readings for _, magnitude in find_magnitudes(read.document, each.sentence)]
        return [[m.low, m.best, m.high, m.unit, *(["about"] if m.approximate else [])] for m in found]

    return told


def figure(cell):
    """YAML reads "1.2e9" as a word."""
    return float(cell) if isinstance(cell, str) and cell[0].isdigit() else cell


def named(case):
    gap = case.get("gap")
    marks = [pytest.mark.xfail(reason=gap, strict=True, raises=AssertionError)] if gap else []
    return pytest.param(case["text"], case["told"], id=case["text"], marks=marks)


@pytest.mark.parametrize(("text", "expected"), [named(case) for case in CASES])
def test_quantities_are_read_as_told(told_in, text, expected):
    assert told_in(text) == [
        [float(one) if isinstance(one, str) and one[:1].isdigit() else one for one in row] for row in expected
    ]


def test_there_are_many_cases_and_few_gaps():
    gaps = [case for case in CASES if "gap" in case]
    assert len(CASES) >= LEAST_CASES
    assert 1 - len(gaps) / len(CASES) >= LEAST_SHARE
