"""The commands `token`, and what `serve` says where other machines are let in."""

import json

import pytest
from typer.testing import CliRunner

from dragoman.desk.tokens import Tokens
from dragoman.errors import DragomanError
from dragoman.store import open_store
from dragoman.views.cli.app import app


@pytest.fixture
def ask(tmp_path):
    open_store(tmp_path / "store", create=True).close()

    def asked(*words, **environment):
        return CliRunner().invoke(app, [*words, "--store", str(tmp_path / "store")], env=environment)

    return asked


def test_a_token_is_made_shown_once_listed_and_removed(ask, tmp_path):
    made = ask("token", "add", "anna", "--role", "editor").stdout.strip()
    assert Tokens(tmp_path / "store" / "tokens.json").whose(made).role == "editor"
    listed = ask("token", "list").stdout
    assert listed.split()[:2] == ["anna", "editor"]
    assert made not in listed
    assert ask("token", "remove", "anna").stdout == "removed: anna\n"
    assert ask("token", "list").stdout == ""


def test_tokens_are_listed_as_json_without_their_hashes(ask):
    for name, role in (("bob", "reader"), ("anna", "admin")):
        ask("token", "add", name, "--role", role)
    told = [json.loads(line) for line in ask("token", "list", "--json").stdout.splitlines()]
    assert [(one["name"], one["role"]) for one in told] == [("anna", "admin"), ("bob", "reader")]
    assert all(set(one) == {"name", "role", "made_at"} for one in told)


def test_the_file_of_tokens_can_be_named(ask, tmp_path):
    made = ask("token", "add", "anna", DRAGOMAN_TOKENS=str(tmp_path / "who.json")).stdout.strip()
    assert Tokens(tmp_path / "who.json").whose(made).name == "anna"


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "desk.example.org"])
def test_other_machines_are_not_let_in_without_tokens(ask, host):
    refused = ask("serve", "--host", host).exception
    assert isinstance(refused, DragomanError)
    assert "make one with `dragoman token add NAME`, or serve on 127.0.0.1" in str(refused)


def test_tokens_can_be_asked_for_on_ones_own_machine_too(ask):
    told = str(ask("serve", "--require-tokens").exception)
    assert told.startswith("--require-tokens: ")
    assert told.endswith("has none; make one with `dragoman token add NAME`, or leave it out")


@pytest.mark.parametrize("origin", ["*", "desk.example.org", "https://desk.example.org/path", "https://*.example.org"])
def test_what_is_no_origin_is_refused(ask, origin):
    assert "write one as https://desk.example.org, without a path" in str(
        ask("serve", "--allow-origin", origin).exception
    )
