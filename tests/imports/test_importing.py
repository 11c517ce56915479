"""The command that imports actors: what it writes, what it says, how it ends."""

import pytest
import typer
from typer.testing import CliRunner

from dragoman.errors import SourceError
from dragoman.views.cli.importing import import_actors

DICTIONARY = "VARUNA_FRONT_ [INDREB]\nANN_ONYMOUS_ [INDGOV >050101]\n"
FAULTY = "".join(f"VARUNA_{number}_ [KKLREB]\n" for number in range(1, 8))

app = typer.Typer()
app.command()(import_actors)


def run(*arguments: object):
    return CliRunner().invoke(app, [str(one) for one in arguments])


@pytest.fixture
def dictionary(tmp_path):
    path = tmp_path / "actors.txt"
    path.write_text(DICTIONARY, "utf-8")
    return path


def test_actors_are_written_to_a_file_and_counted(dictionary, tmp_path):
    result = run("petrarch", dictionary, "-o", tmp_path / "actors.csv")
    assert result.exit_code == 0, result.output
    assert result.stderr == "2 actors written, 0 set aside\n"
    assert (tmp_path / "actors.csv").read_text("utf-8").splitlines()[1].startswith("varuna-front,Varuna Front,")


def test_actors_are_written_to_standard_output(dictionary):
    assert run("petrarch", dictionary).stdout.startswith("id,name,names,kind,")


def test_the_first_reasons_are_told(dictionary):
    dictionary.write_text(DICTIONARY + FAULTY, "utf-8")
    result = run("petrarch", dictionary)
    assert result.exit_code == 3
    told = result.stderr.splitlines()
    assert told[0].startswith(f"dragoman: {dictionary}:3: Varuna 1: [KKLREB] begins with KKL")
    assert told[5:] == ["dragoman: … and 2 more", "2 actors written, 7 set aside"]


def test_a_file_without_actors_writes_nothing(dictionary, tmp_path):
    dictionary.write_text(FAULTY, "utf-8")
    result = run("petrarch", dictionary, "-o", tmp_path / "actors.csv")
    assert isinstance(result.exception, SourceError)
    assert not (tmp_path / "actors.csv").exists()


def test_an_unknown_format_is_a_mistyped_command(dictionary):
    assert run("cameo", dictionary).exit_code == 2
