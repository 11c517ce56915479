"""The verbs of the command line: what is mistyped is told, every command has an example, and every answer has JSON."""

import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import typer
from rich.console import Console
from tests.desk import made_ledger
from tests.store import made
from typer.testing import CliRunner

from dragoman.exports.layouts import write_layout
from dragoman.store import open_store
from dragoman.views.cli.app import app

SOURCES = Path(__file__).resolve().parents[2] / "src"
DATED = [one for one in made.stories() if one.document.published]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    folder = tmp_path_factory.mktemp("verbs")
    with open_store(folder, create=True) as store:
        store.add([*DATED, *made_ledger.documents(), *made_ledger.editions()], coding=made.CODING)
    return folder


def run(*arguments, store=None, given=None):
    environment = {"DRAGOMAN_STORE": str(store or ""), "COLUMNS": "200", "NO_COLOR": ""}
    return CliRunner().invoke(app, arguments, env=environment, input=given)


def leaves(path, command):
    for name, one in getattr(command, "commands", {}).items():
        yield from leaves([*path, name], one) if hasattr(one, "commands") else [([*path, name], one)]


COMMANDS = list(leaves([], typer.main.get_command(app)))
EXAMPLES = [
    line.removeprefix("Example: ")
    for _, command in COMMANDS
    for line in map(str.strip, (command.help or "").splitlines())
    if line.startswith("Example: ")
]


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("fnd",), "find"),
        (("store", "ifo"), "info"),
        (("find", "--jsn"), "--json"),
        (("series", "--by", "mont"), "month"),
        (("code", "x.txt", "--format", "JSNL"), "jsonl"),
        (("ledger", "JPN", "--kind", "comitment"), "commitment"),
        (("ledger", "JPN", "--state", "overdu"), "overdue"),
    ],
)
def test_of_what_is_mistyped_the_nearest_is_told(arguments, meant):
    done = run(*arguments)
    assert done.exit_code == 2
    words = " ".join(done.stderr.replace("│", " ").split())
    assert meant in words.split("ossible options")[-1].split("id you mean")[-1], words
    assert "Value error" not in words


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("facets", "typ"), "did you mean 'type'?"),
        (("facets", "xyz"), "there are those of type"),
        (("export", "cvs", "-o", "-"), "did you mean 'csv'?"),
    ],
)
def test_of_a_mistyped_value_that_a_store_is_asked_for_the_nearest_is_told(store, arguments, told):
    done = run(*arguments, store=store)
    assert done.exit_code == 1
    assert told in str(done.exception)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("type:CONSLT", "there is no type 'CONSLT'; did you mean 'CONSULT'?"),
        ("mode:vsit", "there is no mode 'vsit'; did you mean 'visit'?"),
        ("context:zzzz", "there is no context 'zzzz'; there are"),
        ("actor:Japan", "did you mean 'JPN' in place of 'Japan'?"),
        ("party:Atlantis", "nobody is called Atlantis"),
    ],
)
def test_where_nothing_is_found_what_nothing_can_have_is_told(store, words, told):
    for command in (("find", words), ("facets", "type", words)):
        done = run(*command, store=store)
        assert done.exit_code == 0
        assert told in done.stderr


def test_where_nothing_is_found_of_what_there_may_be_nothing_is_told(store):
    assert run("find", "type:AID actor:FIN -context:zzzz", store=store).stderr == "0 of 0\n"


def test_of_a_value_that_is_near_none_all_are_told():
    done = run("series", "--by", "fortnight")
    assert "'day', 'week', 'month', 'quarter', 'year'" in " ".join(done.stderr.replace("│", " ").split())
    assert "did you mean" not in done.stderr


@pytest.mark.parametrize(("path", "command"), COMMANDS, ids=[" ".join(path) for path, _ in COMMANDS])
def test_every_command_has_an_example_in_its_help(path, command):
    assert f"Example: dragoman {' '.join(path).replace('ledger of', 'ledger')}" in command.help


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_command_that_is_understood(example):
    _, *words = shlex.split(example)
    context, command = typer.Context(typer.main.get_command(app)), typer.main.get_command(app)
    while hasattr(command, "commands"):
        words = ["of", *words] if "of" in command.commands and words[0] not in command.commands else words
        command = command.commands[words.pop(0)]
    context = command.make_context(command.name, words, parent=context)
    assert context.params


ASKING = {
    "find", "facets", "series", "movers", "firsts", "network", "ledger", "meetings", "bearing", "framing", "store info",
    "store check",
}  # fmt: skip


@pytest.mark.parametrize(
    "example",
    [one for one in EXAMPLES if {one.split()[1], " ".join(one.split()[1:3])} & ASKING and "--compare" not in one],
)
def test_an_example_that_asks_a_store_is_answered(example, store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mystore").symlink_to(store)
    _, *words = shlex.split(example.replace("--before 2021 --after 2022", "--before 2022 --after 2023"))
    done = run(*words, store=store)
    assert done.exit_code == 0, (done.stderr, done.exception)


AS_JSON = {
    "find": ["id", "type", "actors"],
    "facets type": ["value", "number"],
    "series date:2023 --by month": ["name", "number", "read"],
    "series date:2023 --changes": ["series", "changes"],
    "movers --before 2022 --after 2023": ["movers", "test"],
    "firsts": ["day", "actor", "recipient"],
    "network": ["members", "ties"],
    "ledger JPN": ["id", "kind", "state"],
    "meetings JPN": ["kind", "state"],
    "bearing JPN NATO": ["by", "to", "asks"],
    "framing NATO RUS": ["theme", "said_by"],
    "store info": ["counts", "codings"],
    "store check": ["faults"],
    "store sources": ["outlet", "documents", "days"],
}


@pytest.mark.parametrize(("words", "keys"), AS_JSON.items())
def test_whatever_answers_has_json_a_record_a_line(store, words, keys):
    done = run(*words.split(), "--json", store=store)
    assert done.exit_code == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert records
    assert all(key in record for record in records for key in keys)


def test_what_is_due_has_json_too(tmp_path):
    with open_store(tmp_path, create=True) as store:
        store.add([made_ledger.madrid(), made_ledger.tokyo()], coding=made.CODING)
    with made_ledger.all_let_in():
        done = run("ledger", "due", "--before", "2025-01-01", "--today", "2024-06-01", "--json", store=tmp_path)
    (entry,) = map(json.loads, done.stdout.splitlines())
    assert (entry["kind"], entry["state"]) == ("commitment", "open")


def test_json_of_rows_laid_beside_the_acts_counts_them(store):
    rows = io.BytesIO()
    with open_store(store) as opened:
        write_layout("gdelt", opened.accounts(plover=True), rows)
    done = run("compare-with", "-", "--layout", "gdelt", "--json", store=store, given=rows.getvalue())
    assert (done.exit_code, done.stderr) == (0, "")
    counts = json.loads(done.stdout)
    assert counts["all"]["both"] > 0
    assert counts["set_aside"] == 0
    assert sum(one["both"] for one in counts["types"].values()) == counts["all"]["both"]


def test_events_on_standard_input_are_compared_with_a_store(store):
    listed = run("find", "--events", "--json", "--limit", "1000", store=store)
    done = run("diff", str(store), "-", "--json", given=listed.stdout)
    assert done.exit_code == 0, done.exception
    assert json.loads(done.stdout)["count"]["changed"] == 0
    assert json.loads(done.stdout)["count"]["gone"] == 0


def test_actors_on_standard_input_are_imported():
    entity = {"id": "q1", "schema": "Person", "properties": {"name": ["Jane Doe"], "country": ["fr"]}}
    done = run("actors", "import", "followthemoney", "-", given=json.dumps(entity) + "\n")
    assert done.exit_code == 0, done.exception
    assert "Jane Doe" in done.stdout


def test_csv_and_json_at_once_are_refused(store):
    done = run("series", "--csv", "--json", store=store)
    assert (done.exit_code, "choose one" in done.stderr) == (2, True)


def test_a_network_needs_a_file_or_json(store):
    done = run("network", store=store)
    assert (done.exit_code, "--json" in done.stderr) == (2, True)


TERMINAL = """
import sys
from dragoman.views.cli.app import app
from rich.console import Console
try:
    app(sys.argv[1:], standalone_mode=False)
except SystemExit:
    pass
Console(force_terminal=True, color_system="standard").print("[red]word[/red]")
"""


@pytest.mark.parametrize("arguments", [("--no-color", "store", "info"), ("store", "info", "--no-color")])
def test_no_colours_are_printed_where_they_are_refused(store, arguments):
    environment = {**os.environ, "DRAGOMAN_STORE": str(store), "PYTHONPATH": str(SOURCES)}
    environment.pop("NO_COLOR", None)
    with_colours, without = (
        subprocess.run(
            [sys.executable, "-c", TERMINAL, *words], check=True, capture_output=True, text=True, env=environment
        ).stdout
        for words in (arguments[1:] if arguments[0] == "--no-color" else arguments[:-1], arguments)
    )
    assert "\x1b[31m" in with_colours
    assert "\x1b[31m" not in without


def test_a_word_behind_two_dashes_is_no_option():
    assert Console(no_color=True).no_color
    done = run("code", "--", "--no-color")
    assert done.exit_code == 1
    assert "--no-color" in str(done.exception)


RECALL = "France recalled its ambassador from Rome on Thursday."


def test_a_text_on_standard_input_is_coded_and_explained_as_json():
    coded = run("code", "-", "--json", "--readers", "grammar", "--published", "2019-02-08", given=RECALL)
    (event,) = map(json.loads, coded.stdout.splitlines())
    told = run("explain", "1", "-", "--json", "--readers", "grammar", "--published", "2019-02-08", given=RECALL)
    explained = json.loads(told.stdout)
    assert explained["event"] == event
    assert (explained["number"], explained["document"]["published"]) == (1, "2019-02-08")
    assert {one["reason"] for one in explained["beside"]} != set()


def test_what_the_book_of_actors_lacks_is_told_as_json():
    done = run("actors", "check", "--on", "2022-06-29", "--json")
    told = json.loads(done.stdout)
    assert told["counts"]["persons"] > 1000
    assert all(len(one.split()) == 2 for one in told["unknown"])
