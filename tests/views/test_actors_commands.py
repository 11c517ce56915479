"""The commands `actors find`, `actors holders` and `actors check`."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.views.cli import main
from dragoman.views.cli.app import app


def run(*arguments: str):
    return CliRunner().invoke(app, ["actors", *arguments], env={"COLUMNS": "200"})


def fail(monkeypatch, capsys, *arguments: str) -> tuple[int, str]:
    monkeypatch.setattr(sys, "argv", ["dragoman", "actors", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code, capsys.readouterr().err


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    (tmp_path / "actors.csv").write_text("id,name,kind,country\nacme,Acme Mining,organisation,CHL\n")
    return tmp_path


@pytest.fixture
def faulty(pack: Path) -> Path:
    (pack / "actors.csv").write_text("id,name,kind,country\nacme,Acme Mining,organisation,ATL\n")
    return pack


def test_find_tells_who_bears_a_name_and_by_which_alias() -> None:
    done = run("find", "Norway")
    assert done.exit_code == 0
    assert done.stdout.startswith("NOR  Norway  (state NOR)  by 'Norway' as name, score 1.00\n")


def test_find_tells_the_offices_of_the_day() -> None:
    done = run("find", "Kishida Fumio", "--on", "2022-06-29")
    assert "    Prime Minister of Japan (JPN), 2021-10-04 to" in done.stdout


def test_find_tells_the_members_of_a_grouping() -> None:
    assert "    7 members: " in run("find", "G7", "--on", "2022-06-29").stdout


def test_find_as_json_prints_a_record_on_each_line() -> None:
    (norway,) = map(json.loads, run("find", "Norway", "--json").stdout.splitlines())
    assert (norway["id"], norway["alias"], norway["score"]) == ("NOR", "Norway", 1.0)


def test_nobody_of_the_name_is_told_with_an_exit_code() -> None:
    done = run("find", "Qwxzzkjj Vbnmqp")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "dragoman: the book has nobody called Qwxzzkjj Vbnmqp, nor nearly so\n"


def test_find_looks_into_packs(pack: Path) -> None:
    assert run("find", "Acme Mining", "--pack", str(pack)).stdout.startswith("acme  Acme Mining  (organisation CHL)")


@pytest.mark.parametrize("command", [("find", "Norway"), ("holders", "chancellor"), ("check",)])
def test_day_that_is_none_is_a_mistyped_command(command: tuple[str, ...]) -> None:
    done = run(*command, "--on", "yesterday")
    assert done.exit_code == 2
    assert "'yesterday' is no day" in done.stderr


def test_holders_of_one_state_are_a_table_through_the_years() -> None:
    done = run("holders", "chancellor", "--of", "DEU")
    lines = [line.split() for line in done.stdout.splitlines()]
    assert done.exit_code == 0
    assert lines[0] == ["of", "office", "held", "by", "from", "until", "before"]
    assert ["Angela", "Merkel", "2005-11-22", "2021-12-08"] in [line[-4:] for line in lines]


def test_holders_as_json_are_told_on_the_day() -> None:
    done = run("holders", "prime minister", "--of", "NZL", "--on", "2020-06-01", "--json")
    (held,) = map(json.loads, done.stdout.splitlines())
    assert (held["actor"], held["person"]) == ("NZL", "Jacinda Ardern")


def test_office_that_nobody_held_then_is_told() -> None:
    done = run("holders", "chancellor", "--of", "DEU", "--on", "1700-01-01")
    assert done.exit_code == 0
    assert done.stderr == "dragoman: the book knows no holder of it then\n"


@pytest.mark.parametrize("command", [("holders", "foreign ministr"), ("holders", "foreign minister", "--of", "ATL")])
def test_unknown_office_or_state_is_an_error_of_one_line(monkeypatch, capsys, command: tuple[str, ...]) -> None:
    code, told = fail(monkeypatch, capsys, *command)
    assert code != 0
    assert told.startswith("dragoman: ")
    assert "Traceback" not in told


def test_check_tells_what_the_book_holds_and_does_not_know() -> None:
    done = run("check", "--on", "2022-06-29")
    assert done.exit_code == 0
    assert " persons\n" in done.stdout
    assert "main offices whose holder on 2022-06-29 is not known:" in done.stdout


def test_check_of_a_sound_pack_is_done(pack: Path) -> None:
    assert run("check", str(pack), "--on", "2022-06-29").exit_code == 0


@pytest.mark.parametrize("command", [("check", "nowhere"), ("find", "Norway", "--pack", "nowhere")])
def test_pack_that_is_not_there_is_an_error(command: tuple[str, ...]) -> None:
    assert run(*command).exit_code != 0


def test_check_of_a_faulty_pack_tells_its_faults(faulty: Path) -> None:
    done = run("check", str(faulty))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        f"dragoman: {faulty}: actors: acme: 'ATL' is the id of no actor; add a row for it or take another\n"
    )


def test_find_in_a_faulty_pack_is_an_error(monkeypatch, capsys, faulty: Path) -> None:
    code, told = fail(monkeypatch, capsys, "find", "Norway", "--pack", str(faulty))
    assert code != 0
    assert told.startswith("dragoman: ")
    assert "Traceback" not in told


def test_without_a_command_the_help_is_shown() -> None:
    done = run()
    assert {"find", "holders", "check", "import"} <= set(done.output.split())


def test_offices_tell_who_held_the_main_ones_of_a_party() -> None:
    shown = run("offices", "NATO").stdout
    assert shown.split("\n")[1].startswith("Secretary General of the North Atlantic Treaty Organization")
    held = [json.loads(line) for line in run("offices", "nato", "--json").stdout.splitlines()]
    assert ("Jens Stoltenberg", "2014-10-01", "2024-10-01") in {
        (one["person"], one["start"], one["end"]) for one in held
    }


def test_offices_of_nobody_are_told(monkeypatch, capsys) -> None:
    code, told = fail(monkeypatch, capsys, "offices", "Atlantis")
    assert (code, told) == (1, "dragoman: nobody is called Atlantis; `dragoman actors find` shows ids\n")
