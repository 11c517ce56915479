"""The commands that show the ledger of a store, and those by which people say what they know better."""

import csv
import json
import re
import shlex
from pathlib import Path

import pytest
import vobject
from tests.desk.made_ledger import CODING, all_let_in, brussels, documents, editions, madrid, tokyo
from typer.testing import CliRunner

from dragoman.desk.keeping import keep
from dragoman.errors import DragomanError
from dragoman.store import open_store
from dragoman.views.cli.app import app

ROOT = Path(__file__).resolve().parents[2]
ASK, PROMISE = (f"{kind}-{madrid().events[at].id}" for kind, at in (("ask", 1), ("commitment", 2)))
OPENED = f"act-{brussels().events[0].id}"
TODAY = ("--today", "2025-06-01")


def run(*arguments: str, store: Path, width: int = 100):
    with all_let_in():
        return CliRunner().invoke(app, arguments, env={"COLUMNS": str(width), "DRAGOMAN_STORE": str(store)})


@pytest.fixture(scope="module")
def asked(tmp_path_factory) -> Path:
    """A store that tests only ask."""
    folder = tmp_path_factory.mktemp("ledger")
    with open_store(folder, create=True) as store:
        store.add([*documents(), *editions()], coding=CODING)
    return folder


@pytest.fixture
def changed(tmp_path) -> Path:
    """A store that a test changes."""
    with open_store(tmp_path / "store", create=True) as store:
        store.add(documents(), coding=CODING)
    return tmp_path / "store"


def lines(done) -> list[dict]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_ledger_of_a_party_is_a_page_under_headings(asked: Path) -> None:
    done = run("ledger", "JPN", "--with", "NATO", *TODAY, store=asked)
    shown = done.stdout
    assert done.exit_code == 0
    assert [line.rstrip() for line in shown.splitlines() if line.startswith(("Promises", "Asks", "Meetings"))] == [
        "Promises: 1  1 kept", "Asks: 1  1 met", "Meetings: 1  1 held",
    ]  # fmt: skip
    assert "due 2024-12-31" in shown
    assert re.search(r"2025-01-17 fulfils \(\d\d in 100\) “Japan opened its separate mission", " ".join(shown.split()))
    assert PROMISE in shown
    assert done.stderr == "3 entries\n"


@pytest.mark.parametrize("width", [80, 120])
def test_the_page_is_no_wider_than_the_terminal(asked: Path, width: int) -> None:
    for command in (("ledger", "JPN"), ("bearing", "JPN", "NATO"), ("story", PROMISE)):
        shown = run(*command, *TODAY, store=asked, width=width).stdout
        assert max(map(len, shown.splitlines())) <= width


def test_of_may_be_said_and_options_may_come_first(asked: Path) -> None:
    plain = run("ledger", "JPN", *TODAY, store=asked).stdout
    assert run("ledger", "of", "JPN", *TODAY, store=asked).stdout == plain
    assert run("ledger", *TODAY, "JPN", store=asked).stdout == plain
    assert run("ledger", "japan", *TODAY, store=asked).stdout == plain


def test_entries_are_asked_for_by_kind_and_state(asked: Path) -> None:
    done = run("ledger", "JPN", "--kind", "ask", "--state", "met", "--format", "jsonl", store=asked)
    assert [(one["id"], one["state"]) for one in lines(done)] == [(ASK, "met")]
    done = run("ledger", "JPN", "--state", "partly-kept", store=asked)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 entries\n")


def test_a_state_that_is_none_is_a_mistyped_command(asked: Path) -> None:
    done = run("ledger", "JPN", "--state", "fine", store=asked, width=300)
    assert done.exit_code == 2
    assert "there is no state 'fine'; there are open, kept" in done.stderr


def test_a_party_that_is_nobody_is_an_error(asked: Path) -> None:
    done = run("ledger", "Jappan", store=asked)
    assert isinstance(done.exception, DragomanError)
    assert str(done.exception) == "nobody is called Jappan; did you mean Japan (JPN)?"


def test_without_a_party_the_help_tells_what_there_is(asked: Path) -> None:
    assert {"of", "due"} <= set(run("ledger", store=asked).output.split())
    assert run("ledger", "--help", store=asked).exit_code == 0


def test_entries_are_rows_or_a_calendar_in_a_file(asked: Path, tmp_path: Path) -> None:
    (row,) = csv.DictReader(
        run("ledger", "JPN", "--kind", "commitment", "--format", "csv", store=asked).stdout.splitlines()
    )
    assert (row["state"], row["due_end"], row["last_act"]) == ("kept", "2024-12-31", OPENED)
    run("ledger", "JPN", "--format", "ics", "--output", str(tmp_path / "due.ics"), store=asked)
    calendar = vobject.readOne((tmp_path / "due.ics").read_text("utf-8"))
    assert [todo.status.value for todo in calendar.vtodo_list] == ["COMPLETED"]


def test_as_of_a_day_the_ledger_stood_otherwise(asked: Path) -> None:
    done = run("ledger", "JPN", "--as-of", "2022-07-01", "--format", "jsonl", store=asked)
    assert {one["state"] for one in lines(done)} == {"open", "planned"}
    (late,) = lines(run("ledger", "JPN", "--as-of", "2025-01-10", "--kind", "commitment", "-f", "jsonl", store=asked))
    assert late["state"] == "overdue"


def test_what_is_due_is_told(tmp_path: Path) -> None:
    with open_store(tmp_path, create=True) as store:
        store.add([madrid(), tokyo()], coding=CODING)
    due = ("ledger", "due", "--before", "2025-01-01", "--today", "2024-06-01", "--format", "jsonl")
    assert [one["id"] for one in lines(run(*due, store=tmp_path))] == [PROMISE]
    assert run(*due, "--who", "South Korea", store=tmp_path).stdout == ""
    assert run("ledger", "due", store=tmp_path).exit_code == 2


def test_meetings_are_listed(asked: Path) -> None:
    done = run("meetings", "JPN", "--with", "NATO", store=asked)
    assert done.stdout.startswith("Meetings: 1  1 held\n")
    assert "Tokyo" in done.stdout
    assert run("meetings", "JPN", "--state", "cancelled", store=asked).stderr == "0 entries\n"


def test_a_story_is_told_turn_by_turn_with_outlet_day_and_reasons(asked: Path) -> None:
    told = " ".join(run("story", PROMISE[:18], *TODAY, store=asked).stdout.split())
    assert told.startswith("commitment kept JPN (Kishida Fumio) → NATO")
    assert "2022-06-30 made → open “Kishida promised that Japan would open" in told
    assert "2025-01-17 fulfils → kept" in told
    assert "Gazette, 2025-01-17, Gazette reports" in told
    assert "same sides: JPN, NATO" in told
    assert OPENED in told


def test_the_story_of_a_meeting_lays_read_outs_side_by_side(asked: Path) -> None:
    (meeting,) = lines(run("meetings", "JPN", "--format", "jsonl", store=asked))
    told = " ".join(run("story", meeting["id"], store=asked, width=200).stdout.split())
    assert "Who tells what of it" in told
    assert "Courier, 2023-02-03" in told
    assert "leaves out persons: Jens Stoltenberg; place: Tokyo" in told


def test_a_story_as_json_holds_entry_chapters_and_read_outs(asked: Path) -> None:
    told = json.loads(run("story", PROMISE, "--json", store=asked).stdout)
    assert (told["entry"]["id"], len(told["chapters"]), told["readouts"]) == (PROMISE, 2, [])


def test_bearing_tells_which_asks_bore_fruit_with_the_passages(asked: Path) -> None:
    told = " ".join(run("bearing", "JPN", "NATO", *TODAY, store=asked).stdout.split())
    assert "What JPN asked of NATO: 1 1 met" in told
    invited = r"2023-02-01 fulfils \(\d\d in 100\) “The alliance invited Japanese leaders to the next summit.”"
    assert re.search(invited, told)
    assert "What NATO asked of JPN: nothing" in told
    ours, theirs = lines(run("bearing", "JPN", "NATO", "--json", store=asked))
    assert (ours["by"], theirs["by"], len(ours["asks"]["met"])) == ("JPN", "NATO", 1)


def test_a_tie_is_taken_away_and_made_by_hand(changed: Path) -> None:
    done = run("untie", PROMISE, OPENED, "--by", "Ada", "--note", "another mission", store=changed)
    assert done.stdout == f"{PROMISE}: overdue\n"
    done = run("tie", PROMISE, OPENED, "partly-fulfils", "--by", "Ada", store=changed)
    assert done.stdout.startswith(f"{PROMISE}: ")
    assert "partly fulfils → partly kept by hand" in " ".join(run("story", PROMISE, store=changed).stdout.split())
    assert run("tie", PROMISE, OPENED, "likes", store=changed).exit_code == 2


@pytest.mark.parametrize(
    ("score", "told"), [("-1", "−1 not kept"), ("0", "0 partly kept or under way"), ("+1", "+1 kept")]
)
def test_how_far_it_was_kept_is_said_with_a_score(changed: Path, score: str, told: str) -> None:
    evidence = OPENED.removeprefix("act-")
    done = run("comply", PROMISE, score, "--evidence", evidence, "--by", "Ada", "--note", "so far", store=changed)
    assert done.stdout == f"{PROMISE}: compliance {score}\n"
    assert f"compliance: {told}, says Ada: so far (by report {evidence})" in run("story", PROMISE, store=changed).stdout


def test_a_score_that_is_none_is_a_mistyped_command(changed: Path) -> None:
    assert run("comply", PROMISE, "5", store=changed).exit_code == 2


def test_what_one_says_of_another_is_listed(asked: Path) -> None:
    done = run("framing", "NATO", "RUS", store=asked)
    assert "What is said: " in done.stdout
    assert "direct threat" in " ".join(done.stdout.split())
    assert run("framing", "NATO", "KOR", store=asked).stdout == ""


def test_two_editions_are_laid_side_by_side(asked: Path) -> None:
    done = run("framing", "NATO", "RUS", "--compare", "2022-06-29", "Concept of 2010", store=asked)
    assert done.exit_code == 0
    assert "▲ stronger" in done.stdout
    assert "partner" in done.stdout
    changes = {one["change"] for one in lines(
        run("framing", "NATO", "RUS", "--compare", "2010-11-20", "2022-06-29", "-f", "jsonl", store=asked)
    )}  # fmt: skip
    assert "stronger" in changes
    assert (
        run("framing", "NATO", "RUS", "--compare", "2010-11-20", "2022-06-29", "-f", "csv", store=asked).exit_code == 2
    )


def test_the_first_text_that_speaks_of_an_actor_is_told(asked: Path) -> None:
    done = run("framing", "NATO", "RUS", "--first", store=asked, width=160)
    assert "2010-11-20 Concept of 2010" in " ".join(done.stdout.split())
    assert done.stderr == "1 first mention\n"
    (one,) = lines(run("framing", "NATO", "--first", "--titled", "2022", "-f", "jsonl", store=asked))
    assert (one["actor"]["id"], one["document"]["published"], one["silent"]) == ("RUS", "2022-06-29", [])


@pytest.mark.parametrize(
    "words",
    [("NATO",), ("NATO", "RUS", "--first", "--compare", "a", "b"), ("NATO", "RUS", "--titled", "a"),
     ("NATO", "--first", "-f", "csv")],
)  # fmt: skip
def test_framing_refuses_what_does_not_go_together(asked: Path, words) -> None:
    assert run("framing", *words, store=asked).exit_code == 2


def test_a_text_that_is_not_there_cannot_be_compared(asked: Path) -> None:
    done = run("framing", "NATO", "RUS", "--compare", "1999-04-24", "2022-06-29", store=asked)
    assert isinstance(done.exception, DragomanError)
    assert "no text that names them is called '1999-04-24'" in str(done.exception)


def test_the_guide_to_the_ledger_works_as_written(tmp_path: Path, coder, monkeypatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "examples").symlink_to(ROOT / "examples")
    with open_store("mystore", create=True) as store:
        list(keep(store, ["examples"], coder=coder))  # as its first command does, but with the coder that is there
    guide = (ROOT / "docs/howto/follow-the-ledger.md").read_text("utf-8")
    blocks = re.findall(r"^```sh\n(.*?)^```", guide, re.MULTILINE | re.DOTALL)
    commands = [shlex.split(line) for line in "".join(blocks).splitlines() if line.startswith("dragoman ")]
    entry = "none"
    for _, *words in commands[1:]:
        done = CliRunner().invoke(
            app, [entry if word == "ENTRY" else word for word in words], env={"DRAGOMAN_STORE": "mystore"}
        )
        assert (done.exit_code, words) == (0, words), done.output
        assert done.stdout or "--output" in words or words[0] == "framing", words
        entry = found[0] if (found := re.findall(r"commitment-\w{16}", done.stdout)) else entry
