"""The command `serve`: it shows a store in the browser, and no other command waits for what it needs."""

import socket
import subprocess
import sys
import time
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from typer.testing import CliRunner

from dragoman.errors import DragomanError
from dragoman.views.cli import serve
from dragoman.views.cli.app import app


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return found.getsockname()[1]


def first_answer(address: str) -> str:
    deadline = time.monotonic() + 60
    while True:
        try:
            with urlopen(address) as answer:
                return answer.read().decode()
        except URLError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_it_makes_a_store_and_shows_it(tmp_path):
    port = free_port()
    command = [sys.executable, "-c", "from dragoman.views.cli import main; main()", "serve"]
    options = ["--store", str(tmp_path / "new"), "--port", str(port)]
    with subprocess.Popen([*command, *options], stderr=subprocess.PIPE) as server:
        try:
            assert "Read the examples" in first_answer(f"http://127.0.0.1:{port}/")
        finally:
            server.terminate()
        told = server.stderr.read().decode()
    assert told.startswith(f"dragoman: http://127.0.0.1:{port}/ shows ")
    assert (tmp_path / "new" / "store.sqlite").exists()


def test_it_says_what_to_install_where_the_extra_is_missing(tmp_path, monkeypatch):
    monkeypatch.setattr(serve, "find_spec", lambda package: None if package == "fastapi" else object())
    done = CliRunner().invoke(app, ["serve", "--store", str(tmp_path)])
    assert isinstance(done.exception, DragomanError)
    assert 'pip install "dragoman[web]"' in str(done.exception)


def test_a_port_that_is_taken_is_told_before_anything_is_shown(tmp_path):
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = CliRunner().invoke(app, ["serve", "--store", str(tmp_path / "store"), "--port", str(port)])
    assert str(done.exception) == f"127.0.0.1:{port}: the port is taken; name another with --port or --host"
    assert "shows" not in done.output


@pytest.mark.parametrize("package", ["fastapi", "starlette", "uvicorn", "jinja2", "altair", "vl_convert"])
def test_other_commands_do_not_wait_for_it(package):
    told = subprocess.run(
        [sys.executable, "-c", f"import dragoman.views.cli.app, sys; print({package!r} in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout == "False\n"
