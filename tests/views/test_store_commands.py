"""The commands that work on a store."""

import csv
import json
import sys
from pathlib import Path

import pytest
from tests.store import made
from typer.testing import CliRunner

from dragoman.exports.jsonlines import event_lines
from dragoman.store import open_store
from dragoman.views.cli import main
from dragoman.views.cli.app import app
from dragoman.views.cli.store import finding

DATED = [one for one in made.stories() if one.document.published]


def run(*arguments: str, store: Path | None = None, width: int = 80):
    environment = {"COLUMNS": str(width), "DRAGOMAN_STORE": str(store) if store else ""}
    return CliRunner().invoke(app, arguments, env=environment)


def fail(monkeypatch, capsys, *arguments: str) -> str:
    """What a command says that does not succeed; it must be of one line for each fault, and no traceback."""
    monkeypatch.setattr(sys, "argv", ["dragoman", *map(str, arguments)])
    with pytest.raises(SystemExit) as left:
        main()
    told = capsys.readouterr().err
    assert left.value.code == 1
    assert told.startswith("dragoman: ")
    return told.removeprefix("dragoman: ").removesuffix("\n")


@pytest.fixture(scope="module")
def asked(tmp_path_factory) -> Path:
    """A store that tests only ask."""
    folder = tmp_path_factory.mktemp("store")
    with open_store(folder, create=True) as store:
        store.add(DATED, coding=made.CODING)
    return folder


@pytest.fixture
def changed(tmp_path) -> Path:
    """A store that a test changes."""
    with open_store(tmp_path / "store", create=True) as store:
        store.add([made.summit_planned(), made.summit_held(), made.summit_looked_back()], coding=made.CODING)
    return tmp_path / "store"


@pytest.fixture(scope="module")
def summit(asked: Path) -> str:
    return json.loads(run("find", "type:CONSULT", "reports>=3", "--json", store=asked).stdout)["id"]


def test_find_shows_an_act_in_a_row_of_80_columns(asked: Path, summit: str) -> None:
    done = run("find", "type:CONSULT", "reports>=3", store=asked)
    head, _, *rows = done.stdout.splitlines()
    assert head.split() == ["when", "who", "act", "whom", "words"]
    assert rows[0].split()[:5] == ["2023-08-18", "USA", "GOV", "●", "CONSULT"]
    assert summit in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80
    assert done.stderr == "1 of 1\n"


def test_find_shows_no_more_of_a_passage_than_is_around_its_trigger(tmp_path: Path) -> None:
    text = "Officials spoke " + "and spoke " * 40 + "until Norway met\n   Sweden " + "and spoke " * 40 + "again."
    with open_store(tmp_path, create=True) as store:
        told = made.act("CONSULT", "met\n   Sweden", {"Norway": "NOR"}, {"Sweden": "SWE"})
        store.add([made.coded(text, told, published="2023-04-05")], coding=made.CODING)
    shown = " ".join(run("find", store=tmp_path, width=400).stdout.split())
    assert "… and spoke" in shown
    assert "until Norway met Sweden and spoke" in shown
    assert "and spoke …" in shown


def test_find_goes_on_from_page_to_page(asked: Path) -> None:
    first = run("find", "--limit", "2", "--json", store=asked)
    cursor = first.stderr.split("--cursor ")[1].strip()
    second = run("find", "--limit", "2", "--json", "--cursor", cursor, store=asked)
    ids = [json.loads(line)["id"] for done in (first, second) for line in done.stdout.splitlines()]
    assert len(set(ids)) == 4


def test_find_gives_single_reports(asked: Path, summit: str) -> None:
    reports = json.loads(run("show", summit, "--json", store=asked).stdout)["reports"]
    done = run("find", "type:CONSULT", "--events", "--json", store=asked)
    assert set(reports) <= {json.loads(line)["id"] for line in done.stdout.splitlines()}
    assert run("find", "type:CONSULT", "--events", store=asked).stdout.count("CONSULT") == len(done.stdout.splitlines())


def test_find_takes_a_condition_with_a_minus_for_no_option(asked: Path) -> None:
    done = run("find", "-type:CONSULT,ACCUSE", "-document:nothing", "--json", store=asked)
    assert done.exit_code == 0
    assert {json.loads(line)["type"] for line in done.stdout.splitlines()} == {"ASSAULT", "COOPERATE"}


def test_find_writes_to_a_file(asked: Path, tmp_path: Path) -> None:
    run("find", "type:ASSAULT", "--json", "--output", str(tmp_path / "acts.jsonl"), store=asked)
    lines = (tmp_path / "acts.jsonl").read_bytes().splitlines()
    assert {json.loads(line)["type"] for line in lines} == {"ASSAULT"}


def test_find_tells_what_changed_since_a_moment_and_what_is_gone(changed: Path) -> None:
    everything = run("find", "--updated-since", "2022-01-01", "--json", store=changed)
    *acts, until = map(json.loads, everything.stdout.splitlines())
    assert [act["id"] for act in acts] == [
        json.loads(line)["id"] for line in run("find", "--json", store=changed).stdout.splitlines()
    ]
    assert everything.stderr == f"3 of 3\nuntil {until['until']}\n"
    (one, other) = (act["id"] for act in acts if act["type"] == "ACCUSE")
    run("join", one, other, store=changed)
    again = run("find", "--updated-since", until["until"], "--json", store=changed)
    joined, gone, then = map(json.loads, again.stdout.splitlines())
    assert {joined["id"], gone["gone"]} == {one, other}
    assert set(then) == {"until"}
    shown = run("find", "--updated-since", until["until"], store=changed)
    assert shown.stdout.endswith(f"\ngone {gone['gone']}\n")
    assert shown.stderr == f"1 of 2\nuntil {then['until']}\n"
    nothing = run("find", "--updated-since", then["until"], "--events", "--json", store=changed)
    assert list(map(json.loads, nothing.stdout.splitlines())) == [then]


def test_find_goes_on_with_what_changed_from_page_to_page(changed: Path) -> None:
    ids, cursor, lasts = [], None, []
    while cursor is None or cursor:
        on = ["--cursor", cursor] if cursor else []
        done = run("find", "--updated-since", "2022-01-01", "--events", "--limit", "2", "--json", *on, store=changed)
        *events, last = map(json.loads, done.stdout.splitlines())
        ids, lasts = [*ids, *(event["id"] for event in events)], [*lasts, last]
        cursor = done.stderr.partition("--cursor ")[2].partition("\n")[0]
        assert last.get("next", "") == cursor
    assert len(ids) == len(set(ids)) == 6
    assert [set(last) for last in lasts] == [{"next"}, {"next"}, {"until"}]


def test_find_gives_all_that_changed_where_no_limit_is_told(changed: Path, monkeypatch) -> None:
    monkeypatch.setattr(finding, "MOST", 2)
    done = run("find", "--updated-since", "2022-01-01", "--events", "--json", store=changed)
    *events, last = map(json.loads, done.stdout.splitlines())
    assert (len({event["id"] for event in events}), set(last)) == (6, {"until"})
    assert done.stderr == f"6 of 6\nuntil {last['until']}\n"


def test_what_is_no_moment_is_refused(changed: Path, monkeypatch, capsys) -> None:
    told = fail(monkeypatch, capsys, "find", "--updated-since", "yesterday", "--store", str(changed))
    assert told == "'yesterday' is no moment; write it as 2026-11-29T12:34:56Z, or a day as 2026-11-29"


def test_find_of_nothing_prints_no_table(asked: Path) -> None:
    done = run("find", "nowhere-said", store=asked)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "0 of 0\n")


def test_show_tells_voices_course_and_why_it_is_one_act(asked: Path, summit: str) -> None:
    shown = run("show", summit, store=asked, width=200).stdout
    assert shown.startswith("● CONSULT  visit, occurred\nUSA GOV → JPN GOV, KOR GOV\n")
    assert "when: 2023-08-18\nwhere: Camp David (USA)\n" in shown
    assert "2023-08-15  planned, by " in shown
    assert "Why it is one act" in shown


def test_show_finds_an_act_by_the_beginning_of_an_id_and_as_of_a_day(asked: Path, summit: str) -> None:
    done = run("show", summit[:9], "--as-of", "2023-08-16", store=asked)
    assert done.stdout.startswith("▷ CONSULT  planned\n")


def test_facets_count(asked: Path) -> None:
    done = run("facets", "recipient", "type:CONSULT", store=asked)
    assert [line.split() for line in done.stdout.splitlines()] == [["1", "JPN"], ["1", "KOR"]]


def test_split_and_join_are_done_by_hand(changed: Path) -> None:
    act = json.loads(run("find", "type:CONSULT", "--json", store=changed).stdout)
    done = run("split", act["reports"][-1], "--by", "Jane Doe", "--note", "another one", store=changed)
    assert done.stdout.startswith("split: act-")
    assert len(run("find", "type:CONSULT", "--json", store=changed).stdout.splitlines()) == 2
    done = run("join", act["id"], act["reports"][-1], "--by", "Jane Doe", store=changed)
    assert done.stdout == f"joined: {act['id']}\n"
    assert json.loads(run("find", "type:CONSULT", "--json", store=changed).stdout)["reports"] == act["reports"]
    assert "0 decisions by hand" not in run("store", "info", store=changed).stdout


def test_series_are_a_table_or_csv_with_the_documents_read(asked: Path) -> None:
    question = ("series", "type:CONSULT", "date:2023-07..2023-08")
    rows = list(csv.DictReader(run(*question, "--csv", store=asked).stdout.splitlines()))
    assert [(row["step"], row["acts"], row["note"]) for row in rows] == [("2023-07", "0", "gap"), ("2023-08", "1", "")]
    assert ["2023-07", "0", "0", "0", "gap"] in [
        line.split() for line in run(*question, store=asked).stdout.splitlines()
    ]


def test_changes_name_their_test_and_leave_csv_as_it_is(asked: Path) -> None:
    done = run("series", "--changes", "--csv", store=asked)
    assert "no changes of the rate, by permutation" in done.stderr
    assert "permutation" not in done.stdout
    assert "by permutation" in run("series", "--changes", store=asked, width=200).stdout


@pytest.mark.parametrize(("name", "root"), [("net.graphml", "<graphml"), ("net.gexf", "<gexf")])
def test_networks_are_written(asked: Path, tmp_path: Path, name: str, root: str) -> None:
    done = run("network", "type:ASSAULT", "--output", str(tmp_path / name), store=asked)
    assert done.stdout == "2 actors, 1 ties\n"
    assert root in (tmp_path / name).read_text("utf-8")


def test_movers_are_listed_with_their_test(asked: Path) -> None:
    done = run("movers", "--before", "2023-08", "--after", "2023-09", store=asked, width=200)
    head, first, *_ = [line.split() for line in done.stdout.splitlines()]
    assert head == ["actor", "recipient", "before", "after", "p", "q"]
    assert first[:3] == ["AZE", "ARM", "0"]
    assert "binomial" in done.stdout.splitlines()[-1]


def test_firsts_say_where_the_store_begins_too_late_to_know(asked: Path, summit: str) -> None:
    done = run("firsts", "type:CONSULT", "actor:USA", store=asked)
    rows = [line.split() for line in done.stdout.splitlines()]
    assert ["2023-08-18", "USA", "CONSULT", "JPN", "never", "?", "0", summit] in rows
    assert "? the store begins too late to know" in done.stdout


@pytest.mark.parametrize("name", ["jsonl", "csv", "sqlite", "geojson", "ics", "followthemoney", "annotations", "icews"])
def test_exports_are_written(asked: Path, tmp_path: Path, name: str) -> None:
    done = run("export", name, "type:CONSULT", "--output", str(tmp_path / name), store=asked)
    assert done.exit_code == 0
    assert done.stdout.endswith(f" written to {tmp_path / name}\n")
    assert (tmp_path / name).stat().st_size > 0


def test_an_export_can_be_piped(asked: Path) -> None:
    done = run("export", "jsonl", "type:CONSULT", "--output", "-", store=asked)
    assert json.loads(done.stdout)["type"] == "CONSULT"
    assert done.stderr == "1 written to -\n"


def test_an_export_can_be_compared_with_its_store(asked: Path, tmp_path: Path) -> None:
    rows = tmp_path / "rows.tab"
    run("export", "gdelt", "type:ASSAULT", "--output", str(rows), store=asked)
    done = run("compare-with", str(rows), "type:ASSAULT", store=asked)
    (total,) = [line.split() for line in done.stdout.splitlines() if line.startswith("all")]
    assert (done.exit_code, total[3:]) == (0, ["0", "0"])
    rows.write_bytes(rows.read_bytes() + b"a broken row\n")
    done = run("compare-with", str(rows), "type:ASSAULT", store=asked)
    assert (done.exit_code, done.stderr.splitlines()[-1]) == (3, "dragoman: 1 rows set aside")


def test_two_codings_are_compared(asked: Path, tmp_path: Path) -> None:
    file = tmp_path / "events.jsonl"
    file.write_bytes(b"".join(line for one in DATED for line in event_lines(one) if b'"ACCUSE"' not in line))
    done = run("diff", str(asked), str(file))
    (accused,) = [line.split() for line in done.stdout.splitlines() if line.startswith("ACCUSE")]
    assert accused[1] == "0"
    assert int(accused[2]) > 0
    assert "\n- " in done.stdout


def test_a_release_is_frozen(changed: Path, tmp_path: Path) -> None:
    done = run(
        "release", str(tmp_path / "1"), "--name", "1", "--author", "Doe, Jane", "--title", "Summits", store=changed
    )
    assert done.stdout.startswith("3 acts, 6 events, 3 documents of 2 sources in ")
    assert json.loads((tmp_path / "1" / "manifest.json").read_text("utf-8"))["title"] == "Summits"


def test_a_store_tells_what_it_holds(asked: Path) -> None:
    told = run("store", "info", store=asked).stdout
    assert f"{len(DATED):>12,} publications\n" in told
    assert "published 2023-04-04 to 2023-09-21\n" in told
    assert f"coded by {made.CODING}: " in told


@pytest.mark.parametrize("options", [(), ("--deep",)])
def test_a_sound_store_has_no_faults(changed: Path, options: tuple[str, ...]) -> None:
    done = run("store", "check", *options, store=changed)
    assert (done.exit_code, done.stdout) == (0, "no faults\n")


def test_a_copy_is_made_and_put_back(changed: Path, tmp_path: Path) -> None:
    assert run("store", "backup", str(tmp_path / "copy"), store=changed).exit_code == 0
    assert run("store", "backup", str(tmp_path / "copy"), "--replace", store=changed).exit_code == 0
    done = run("store", "restore", str(tmp_path / "copy"), "--store", str(tmp_path / "again"))
    assert done.stdout == f"restored to {tmp_path / 'again'}\n"
    assert run("store", "restore", str(tmp_path / "copy"), "--replace", store=changed).exit_code == 0
    assert run("diff", str(changed), str(tmp_path / "again")).stdout.endswith("0 documents differ\n")


def test_a_store_is_compacted_and_is_of_this_version(changed: Path) -> None:
    assert run("store", "compact", store=changed).stdout == "compacted\n"
    assert run("store", "migrate", store=changed).stdout.startswith("0 steps taken")


def test_terms_of_an_outlet_are_said(changed: Path) -> None:
    done = run("store", "sources", "Wire", "--licence", "CC-BY-4.0", "--passed-on", store=changed)
    assert ["Wire", "2", "2023-08-15", "2023-08-18", "CC-BY-4.0", "passed", "on"] in [
        line.split() for line in done.stdout.splitlines()
    ]
    assert "kept back" in run("store", "sources", "Wire", "--kept-back", store=changed).stdout


def test_texts_that_are_there_are_added_without_waiting_for_the_parser(changed: Path, tmp_path: Path) -> None:
    document = made.summit_held().document
    items = [
        {"text": document.text, "published": document.published, "outlet": "Courier"},
        {"text": " "},
    ]
    (tmp_path / "wire.jsonl").write_text("".join(json.dumps(item) + "\n" for item in items))
    done = run("store", "add", str(tmp_path / "wire.jsonl"), store=changed)
    assert (done.exit_code, done.stdout) == (3, "0 documents new, 0 coded anew, 1 publications, 0 events\n")
    assert done.stderr.endswith("wire.jsonl:2: no text\ndragoman: 1 set aside, 1 done\n")


def test_a_server_is_no_store(tmp_path: Path, monkeypatch, capsys) -> None:
    told = fail(monkeypatch, capsys, "find", "--store", "https://desk.example.org/")
    assert told.startswith("https://desk.example.org/: this is a server, and no store that can be opened here; ask it ")
    assert told.endswith("under https://desk.example.org/api/v1")


def test_no_store_is_made_but_by_adding(tmp_path: Path, monkeypatch, capsys) -> None:
    for command in ("find", "show x", "facets type", "series", "firsts", "store info", "store check", "store compact",
                    "store migrate", "store sources", "store recode"):  # fmt: skip
        told = fail(monkeypatch, capsys, *command.split(), "--store", tmp_path / "none")
        assert "there is no store; make one with `dragoman store add" in told
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("find", "actors:JPN"), "the question: character 1: unknown field 'actors'; did you mean 'actor'?"),
        (("find", "--cursor", "xx"), "'xx' is no cursor; take the one that the page before gave"),
        (("facets", "hue"), "no facets of 'hue'; there are"),
        (("show", "nothing-like-it"), "there is no"),
        (("join", "act-0", "act-1"), "there is no act or event act-0"),
        (("movers", "--before", "then", "--after", "2022"), "--before: 'then' is no period; write 2021"),
        (("network", "--output", "net.txt"), "net.txt: no network file; let its name end in .graphml or .gexf"),
        (("network", "--output", "nowhere/net.gexf"), "cannot write nowhere/net.gexf: no such file or directory"),
        (("export", "xls", "--output", "acts.xls"), "there is no format 'xls'; there are jsonl"),
        (("export", "csv", "--output", "."), "this is a folder; name a file in it"),
        (("compare-with", "nowhere.tab"), "nowhere.tab: cannot be read"),
        (("diff", "yesterday"), "nothing was coded anew at yesterday; nothing ever was"),
        (("diff", "nowhere", "elsewhere"), "nowhere: no store, no release and no file of events"),
        (("store", "sources", "Gazetta"), "nothing of 'Gazetta' is in the store; there are"),
        (("store", "restore", "nowhere"), "there is no backup"),
        (("store", "add", "nowhere.txt"), "nowhere.txt: there is no such file or folder"),
        (("release", ".", "--name", "1", "--author", "Doe"), "something is there already"),
    ],
)
def test_what_goes_wrong_is_told_in_a_line(asked, tmp_path, monkeypatch, capsys, arguments, told) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DRAGOMAN_STORE", str(asked))
    said = fail(monkeypatch, capsys, *arguments)
    assert told in said
    assert "\n" not in said
    assert list(tmp_path.iterdir()) == []


def test_every_fault_of_a_question_is_told(asked, monkeypatch, capsys) -> None:
    monkeypatch.setenv("DRAGOMAN_STORE", str(asked))
    assert len(fail(monkeypatch, capsys, "find", "date:never typ:x").splitlines()) == 2
