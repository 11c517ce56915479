"""The command `chart`: what it draws of a store of hand-made texts, in which file, and what it refuses."""

import json
import re

import pytest
from tests.conftest import Story
from tests.desk.made_ledger import CODING, Text, all_let_in, documents, editions
from typer.testing import CliRunner

from dragoman.errors import DragomanError, QuestionError
from dragoman.questions import read_question
from dragoman.records.question import Days
from dragoman.store import open_store

pytest.importorskip("altair", reason="no Altair: charts skip")
from dragoman.views.cli.app import app
from dragoman.views.drawing.files import written
from dragoman.views.drawing.kinds import Wish, chart_of

TODAY = "2025-06-01"
YEARS = {"before": Days(first="2013-01-01", last="2022-12-31"), "after": Days(first="2023-01-01", last="2025-12-31")}


def promise():
    """January 2024: a promise that is not kept yet."""
    text = "Seoul pledged engineers to Washington by March 2026."
    it = Text(Story(text, published="2024-01-10"), "Wire")
    it.act(
        "COOPERATE",
        "pledged",
        status="pledged",
        actors=(it.party("Seoul", "KOR"),),
        recipients=(it.party("Washington", "USA"),),
        due=it.story.day("by March 2026", "2026-03-31"),
    )
    return it.coded


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("charts") / "store"
    with open_store(folder, create=True) as opened:
        opened.add([*documents(), *editions(), promise()], coding=CODING)
        with all_let_in():
            yield opened


def drawn(store, words="", **wished):
    return chart_of(store, Wish(question=read_question(words), **wished)).chart.to_dict()


def bars(told):
    (layer,) = [one for one in told["layer"] if one["mark"]["type"] == "bar"]
    return told["datasets"][layer["data"]["name"]] if "name" in layer["data"] else layer["data"]["values"]


@pytest.mark.parametrize("by", ["day", "week", "month", "quarter", "year"])
def test_every_act_is_drawn_or_told_as_left_out(store, by):
    told = drawn(store, "party:JPN", by=by)
    outside = re.search(r"(\d+) outside the days", " ".join(told["title"]["subtitle"]))
    left_out = int(outside[1]) if outside else 0
    acts = list(store.every_act(read_question("party:JPN")))
    assert sum(one["acts"] for one in bars(told)) + left_out == len(acts)


def test_goldstein_values_are_added_up_or_averaged(store):
    acts = store.acts(read_question("party:JPN date:2023-01")).items
    total = sum(act.goldstein for act in acts)
    for kind, height in (("goldstein", total), ("mean", total / len(acts))):
        (bar,) = bars(drawn(store, "party:JPN date:2023-01", kind=kind))
        assert (bar["low"], bar["high"]) == (0, pytest.approx(height))


def test_the_heading_says_what_was_asked_and_of_what_the_bars_are(store):
    title = drawn(store, "party:JPN date:2022", kind="mean")["title"]
    assert title["text"] == "party:JPN date:2022"
    assert title["subtitle"][0].startswith("Mean Goldstein value of an act by month")


def test_steps_in_which_nothing_was_read_are_grey(store):
    told = drawn(store, "date:2013..2025")
    assert "rect" in [one["mark"]["type"] for one in told["layer"]]
    assert "grey where no text was read" in told["title"]["subtitle"][0]


def test_movers_have_a_row_each_and_their_numbers(store):
    told = drawn(store, kind="movers", **YEARS)
    rows = next(iter(told["datasets"].values())) if "datasets" in told else told["layer"][0]["data"]["values"]
    assert {"before", "after", "q"} <= set(rows[0])


def test_what_is_due_is_drawn_by_month_and_state(store):
    for words in ("", "party:KOR", "party:USA due:2026"):
        pieces = bars(drawn(store, words, kind="due", today=TODAY))
        assert ("2026-03", "open", 1) in [(one["month"], one["state"], one["entries"]) for one in pieces]
    (late,) = bars(drawn(store, "due:2026", kind="due", today="2027-01-01"))
    assert late["state"] == "overdue"


def test_today_is_a_line_where_it_is_in_sight(store):
    for today, seen in ((TODAY, False), ("2026-02-01", True)):
        layers = drawn(store, "due:2026", kind="due", today=today)["layer"]
        assert any(one["mark"].get("strokeDash") for one in layers) is seen


@pytest.mark.parametrize(
    ("words", "wished", "complaint"),
    [
        ("party:FRA", {}, "nothing to draw"),
        ("party:FRA", {"kind": "flow"}, "nothing to draw"),
        ("", {"kind": "movers"}, "give --before and --after"),
        ("", {"kind": "flow", **YEARS}, "are for movers"),
        ("", {"kind": "due", "by": "month"}, "--by means nothing"),
        ("type:AID", {"kind": "due"}, "of one party or of all"),
        ("party:JPN date:2022", {"kind": "due"}, "of one party or of all"),
        ("party:JPN due:1999", {"kind": "due"}, "nothing to draw"),
    ],
)
def test_what_cannot_be_drawn_is_said(store, words, wished, complaint):
    with pytest.raises(QuestionError, match=complaint):
        drawn(store, words, **wished)


def test_a_page_holds_what_a_question_says_as_text(store):
    title = "</script><script>alert(1)</script>"
    chart = chart_of(store, Wish(question=read_question("party:JPN"))).chart.properties(title=title)
    page = written(chart, ".html", title=title).decode()
    assert "<script>alert" not in page
    assert page.count("<script>") == page.count("</script>") == 2


@pytest.mark.parametrize(("ending", "begins"), [("svg", b"<svg"), ("png", b"\x89PNG"), ("html", b"<!doctype html>")])
def test_the_ending_of_the_file_says_how_it_is_written(store, tmp_path, ending, begins):
    file = tmp_path / f"chart.{ending}"
    done = CliRunner().invoke(app, ["chart", "party:JPN", "--store", str(store.location), "-o", str(file)])
    assert done.exit_code == 0, done.output
    assert file.read_bytes().startswith(begins)


def test_another_ending_is_refused_and_nothing_written(store, tmp_path):
    done = CliRunner().invoke(app, ["chart", "--store", str(store.location), "-o", str(tmp_path / "chart.gif")])
    assert isinstance(done.exception, DragomanError)
    assert "let its name end in .svg, .png, .html" in str(done.exception)
    assert list(tmp_path.iterdir()) == []


def test_the_width_is_that_of_the_drawing(store):
    assert drawn(store, "party:JPN", width=333)["width"] == 333
    assert json.dumps(drawn(store, "party:JPN"))
