"""Completion: what a shell is told, and what it is answered when it asks how a line goes on."""

import os
import pty
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

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


ZSH = """
autoload -Uz compinit && compinit -u -D
{script}
asked() {{
  BUFFER=$ASKED CURSOR=$#ASKED
  zle complete-word
  print -r -- "$BUFFER" > $ANSWER
  exit
}}
zle -N zle-line-init asked
"""
"""What a zsh reads when it starts: then it presses Tab behind what it is asked, and writes down how the line reads."""


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The surroundings of a shell that has the command, in a home of its own."""
    home = tmp_path_factory.mktemp("home")
    (home / "bin").mkdir()
    command = home / "bin" / "dragoman"
    command.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -c {shlex.quote(COMMAND)} "$@"\n', "utf-8")
    command.chmod(0o755)
    paths = {"HOME": str(home), "ZDOTDIR": str(home), "XDG_CONFIG_HOME": str(home), "XDG_DATA_HOME": str(home)}
    return {**os.environ, **paths, "PATH": f"{home / 'bin'}:{os.environ['PATH']}", "TERM": "dumb"}


def loaded(shell: str, surroundings: Mapping[str, str]) -> Path:
    """The printed script, as a file for that shell."""
    if shutil.which(shell) is None:
        pytest.skip(f"{shell} is not installed (apt install {shell})")
    file = Path(surroundings["HOME"]) / f"completion.{shell}"
    file.write_text(CliRunner().invoke(app, ["completion", shell]).stdout, "utf-8")
    return file


def bash_line(line: str, surroundings: Mapping[str, str]) -> str:
    """The line as bash has it behind Tab where one word fits: its own function is asked as Tab asks it."""
    words = line.split(" ")
    asked = f"COMP_WORDS=({shlex.join(words)}); COMP_CWORD={len(words) - 1}; _dragoman_completion dragoman"
    command = f'source {loaded("bash", surroundings)}; complete -p dragoman; {asked}; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run(
        ["bash", "--norc", "-c", command], env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    known, answer = done.stdout.splitlines()
    assert known == "complete -o default -F _dragoman_completion dragoman"
    return " ".join([*words[:-1], answer])


def zsh_line(line: str, surroundings: Mapping[str, str]) -> str:
    """The line as an interactive zsh has it behind Tab."""
    home = Path(surroundings["HOME"])
    (home / ".zshrc").write_text(ZSH.format(script=loaded("zsh", surroundings).read_text("utf-8")), "utf-8")
    asked = {**surroundings, "ASKED": line, "ANSWER": str(home / "answer")}
    screen, terminal = pty.openpty()
    try:
        subprocess.run(
            ["zsh", "-i"], stdin=terminal, stdout=terminal, stderr=terminal, env=asked, check=True, timeout=60,
            start_new_session=True,
        )  # fmt: skip
    finally:
        os.close(terminal)
        os.close(screen)
    return (home / "answer").read_text("utf-8").rstrip()


def fish_line(line: str, surroundings: Mapping[str, str]) -> str:
    """The line as fish would have it behind Tab where one word fits: fish itself tells what it would offer."""
    command = f"source {loaded('fish', surroundings)}; complete -C {shlex.quote(line)}"
    done = subprocess.run(
        ["fish", "--no-config", "-c", command], env=surroundings, capture_output=True, text=True, check=True, timeout=60
    )
    offered = [one.split("\t")[0] for one in done.stdout.splitlines()]
    return " ".join([*line.split(" ")[:-1], *offered])


LINES = {
    "dragoman led": "dragoman ledger",
    "dragoman ledger du": "dragoman ledger due",
    "dragoman code --publ": "dragoman code --published",
    "dragoman code --format js": "dragoman code --format jsonl",
}


@pytest.mark.parametrize(("line", "completed"), LINES.items())
@pytest.mark.parametrize("tab", [bash_line, zsh_line, fish_line])
def test_the_shell_itself_completes_a_line(installed, tab, line, completed):
    assert tab(line, installed) == completed
