import json
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman.version import __version__
from dragoman.views.cli import main
from dragoman.views.cli.app import app


@pytest.fixture
def text(tmp_path):
    file = tmp_path / "text.txt"
    file.write_text("Oslo met Riga.")
    return str(file)


@pytest.fixture
def binary(tmp_path):
    file = tmp_path / "binary.txt"
    file.write_bytes(bytes(range(256)) * 8)
    return str(file)


def run(*arguments, **given):
    return CliRunner().invoke(app, [*arguments], **given)


def test_version_is_told():
    assert run("--version").stdout == f"dragoman {__version__}\n"


@pytest.mark.parametrize("command", [(), ("code",), ("documents",), ("explain",), ("measure",)])
def test_help_documents_the_exit_codes(command):
    done = run(*command, "--help", env={"COLUMNS": "200"})
    assert done.exit_code == 0
    assert "0 all was done · 1 nothing could be read" in done.stdout


def test_documents_are_json_lines(text):
    done = run("documents", text, "--published", "2022-07-01")
    (document,) = map(json.loads, done.stdout.splitlines())
    assert (document["text"], document["published"]) == ("Oslo met Riga.", "2022-07-01")
    assert done.exit_code == 0


def test_standard_input_is_read():
    done = run("documents", "-", input="Oslo met Riga.")
    assert json.loads(done.stdout)["text"] == "Oslo met Riga."


def test_what_is_set_aside_is_reported_and_counted_and_the_others_are_done(text, binary):
    done = run("documents", binary, text)
    assert done.exit_code == 3
    assert len(done.stdout.splitlines()) == 1
    assert f"dragoman: {binary}: " in done.stderr
    assert "dragoman: 1 set aside, 1 done\n" in done.stderr


def fail(monkeypatch, capsys, *arguments):
    monkeypatch.setattr(sys, "argv", ["dragoman", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code, capsys.readouterr().err


def test_nothing_to_read_is_an_error_of_one_line(monkeypatch, capsys, binary):
    code, told = fail(monkeypatch, capsys, "documents", binary)
    assert code == 1
    assert told.startswith(f"dragoman: {binary}: binary")
    assert told.count("\n") == 1


def test_nothing_readable_leaves_the_output_as_it_was(monkeypatch, capsys, binary, tmp_path):
    output = tmp_path / "out.jsonl"
    output.write_text("before")
    assert fail(monkeypatch, capsys, "documents", binary, "-o", str(output))[0] == 1
    assert output.read_text() == "before"


@pytest.mark.parametrize("command", [("documents",), ("code",), ("explain", "1")])
def test_a_file_that_does_not_exist_is_told_without_traceback(monkeypatch, capsys, command):
    code, told = fail(monkeypatch, capsys, *command, "nowhere.txt")
    assert code == 1
    assert told.startswith("dragoman: nowhere.txt: ")
    assert "Traceback" not in told


def test_a_day_that_is_none_is_a_mistyped_command(text):
    done = run("documents", text, "--published", "yesterday")
    assert done.exit_code == 2
    assert "'yesterday' is no day" in done.stderr


def test_a_mistyped_format_is_a_mistyped_command(text):
    assert run("code", text, "--format", "xml").exit_code == 2


def test_help_and_version_do_not_wait_for_the_parser():
    heavy = {"spacy", "trafilatura", "pyarrow"}
    script = f"import sys, dragoman.views.cli; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", script], check=False).returncode == 0


def test_a_reader_that_leaves_early_is_no_error(tmp_path):
    lines = tmp_path / "wire.jsonl"
    lines.write_text(
        "".join(json.dumps({"id": str(n), "text": f"Oslo met Riga {n}. " * 50}) + "\n" for n in range(400))
    )
    script = "from dragoman.views.cli import main; main()"
    command = [sys.executable, "-c", script, "documents", str(lines)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
