"""The command `mcp`: it says what to install, and no other command waits for what it needs."""

import socket
import subprocess
import sys

import pytest
from typer.testing import CliRunner

from dragoman.errors import DragomanError
from dragoman.views.cli import mcp
from dragoman.views.cli.app import app


def test_it_says_what_to_install_where_the_extra_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(mcp, "find_spec", lambda package: None if package == "mcp" else object())
    done = CliRunner().invoke(app, ["mcp", "--store", str(tmp_path)])
    assert isinstance(done.exception, DragomanError)
    assert 'pip install "dragoman[mcp]"' in str(done.exception)


def test_a_port_that_is_taken_is_told_before_anything_is_served(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = CliRunner().invoke(app, ["mcp", "--store", str(tmp_path), "--http", "--port", str(port)])
    assert isinstance(done.exception, DragomanError)
    assert str(done.exception) == f"127.0.0.1:{port}: address already in use; choose another with --host or --port"


def test_a_port_that_is_none_is_refused(tmp_path):
    done = CliRunner().invoke(app, ["mcp", "--store", str(tmp_path), "--http", "--port", "0"])
    assert done.exit_code == 2


@pytest.mark.parametrize(
    "package",
    [
        "mcp",
        "mcp_types",
        "fastapi",
        "starlette",
        "uvicorn",
        "spacy",
        "altair",
        "sqlalchemy",
        "pydantic",
        "scipy",
        "numpy",
    ],
)
def test_the_command_line_does_not_wait_for_what_only_some_commands_need(package):
    told = subprocess.run(
        [sys.executable, "-c", f"import dragoman.views.cli, sys; print({package!r} in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "False\n"
