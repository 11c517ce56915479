import io

import msgspec
import pytest
from rich.console import Console

from dragoman.measure.golden import Expected, GoldenSentence, Verdict
from dragoman.measure.golden.shapes import WrittenSentence
from dragoman.measure.scores import DateScore, Miss, Report, Score
from dragoman.views.cli.measured import Measured, json_form, print_measured

HALF = Score(right=1, coded=2, gold=2)
REPORT = Report(
    name="set [a]",
    units=3,
    levels={"type": HALF},
    all_levels={},
    by_type={"AID": HALF},
    dates={"due": DateScore(exact=2)},
    misses=(
        Miss(where="s1", stopped_at="whom", expected="PER → AID → CHL", coded="PER → AID → BOL", words="[Peru] aided."),
        Miss(where="s2", stopped_at="false", expected="", coded="PER → AID → BOL", words="Peru slept."),
    ),
)


def verdict(*, missing, gap=None):
    expected = Expected(type="AID")
    written = WrittenSentence(text="Peru aided Chile.", events=(expected,), gap=gap)
    sentence = GoldenSentence(file="aid.yaml", line=3, written=written)
    return Verdict(sentence=sentence, events=(), missing=(expected,) if missing else (), surplus=())


def shown(measured, *, by_type=False, misses=0):
    stream = io.StringIO()
    print_measured(Console(file=stream, width=120), measured, by_type=by_type, misses=misses)
    return stream.getvalue()


def test_the_table_has_the_name_the_levels_and_on_demand_the_types():
    measured = Measured(reports=(REPORT,), verdicts=())
    assert "set [a]" in shown(measured)
    assert "0.500" in shown(measured)
    assert "AID" not in shown(measured)
    assert "AID" in shown(measured, by_type=True)


def test_as_many_misses_are_listed_as_asked():
    text = shown(Measured(reports=(REPORT,), verdicts=()), misses=1)
    assert "wrong in: whom" in text
    assert "[Peru] aided." in text
    assert "Peru slept." not in text


def test_where_nothing_was_measured_it_says_so():
    assert "nothing to measure" in shown(Measured(reports=(), verdicts=()))


@pytest.mark.parametrize(
    ("missing", "gap", "failed"), [(False, None, 0), (True, None, 1), (True, "too hard", 0), (False, "too hard", 1)]
)
def test_a_golden_sentence_fails_if_it_is_wrong_or_its_gap_is_closed(missing, gap, failed):
    measured = Measured(reports=(), verdicts=(verdict(missing=missing, gap=gap),))
    assert len(measured.failed) == failed
    assert f"{failed} fail" in shown(measured)


def test_a_failing_sentence_is_shown_with_its_address():
    text = shown(Measured(reports=(), verdicts=(verdict(missing=True),)), misses=5)
    assert "aid.yaml:3: Peru aided Chile." in text


def test_the_json_holds_the_scores_the_misses_and_the_golden_sentences():
    form = msgspec.json.decode(
        msgspec.json.encode(json_form(Measured(reports=(REPORT,), verdicts=(verdict(missing=True),))))
    )
    assert form["sets"][0]["levels"]["type"]["f1"] == 0.5
    assert [miss["stopped_at"] for miss in form["sets"][0]["misses"]] == ["whom", "false"]
    assert form["golden"]["sentences"] == 1
    assert form["golden"]["failed"][0].startswith("aid.yaml:3")
