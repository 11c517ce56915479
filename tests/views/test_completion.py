"""Completion: what a shell is told, and what it is answered when it asks how a line goes on."""

import os
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman.views.cli.app import app

COMMAND = "import sys; from dragoman.views.cli import main; sys.argv[0] = 'dragoman'; main()"


def asked(line: str) -> list[str]:
    """What bash is offered at the end of a line."""
    words = line.split(" ")
    surroundings = {
        **os.environ,
        "_DRAGOMAN_COMPLETE": "complete_bash",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words) - 1),
    }
    done = subprocess.run(
        [sys.executable, "-c", COMMAND], env=surroundings, capture_output=True, text=True, check=False, timeout=60
    )
    return done.stdout.split()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_names_the_command_and_how_to_ask_it(shell: str) -> None:
    done = CliRunner().invoke(app, ["completion", shell])
    assert done.exit_code == 0
    assert "dragoman" in done.stdout
    assert "_DRAGOMAN_COMPLETE" in done.stdout


def test_commands_are_completed() -> None:
    assert asked("dragoman exp") == ["explain", "export"]


def test_options_are_completed() -> None:
    assert asked("dragoman code --publ") == ["--published"]
