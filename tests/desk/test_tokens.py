"""Tokens: whose each is, kept without its secret, and gone when it is removed."""

import stat
import threading

import pytest

from dragoman.desk.tokens import Token, Tokens, may, tokens_of
from dragoman.errors import DragomanError


@pytest.fixture
def tokens(tmp_path):
    return Tokens(tmp_path / "tokens.json")


def test_a_token_tells_whose_it_is(tokens):
    told = tokens.add("anna", "editor", now=lambda: "2026-11-29T10:00:00+00:00")
    assert tokens.whose(told) == Token(name="anna", role="editor", made_at="2026-11-29T10:00:00+00:00")


@pytest.mark.parametrize(
    "change", [lambda one: one[:-1] + ("a" if one[-1] != "a" else "b"), lambda one: one[:-1], str.upper, lambda _: ""]
)
def test_what_is_nearly_a_token_is_none(tokens, change):
    assert tokens.whose(change(tokens.add("anna", "reader"))) is None


def test_the_secret_of_one_does_not_open_for_another(tokens):
    anna, _ = tokens.add("anna", "reader"), tokens.add("bob", "admin")
    assert tokens.whose(anna.replace("_anna_", "_bob_")) is None


def test_the_file_holds_no_secret_and_is_for_its_owner(tokens):
    told = tokens.add("anna", "reader")
    assert told.split("_", 2)[2] not in tokens.file.read_text()
    assert stat.S_IMODE(tokens.file.stat().st_mode) == 0o600


def test_a_token_removed_by_another_process_holds_no_more(tokens):
    told = tokens.add("anna", "reader")
    assert tokens.whose(told) is not None
    Tokens(tokens.file).remove("anna")
    assert tokens.whose(told) is None


def test_a_name_made_anew_has_another_secret(tokens):
    old = tokens.add("anna", "reader")
    assert tokens.whose(old) is not None
    tokens.remove("anna")
    tokens.add("anna", "reader")
    assert tokens.whose(old) is None


def test_two_who_ask_at_once_get_the_same(tokens):
    told, found = tokens.add("anna", "reader"), []
    threads = [threading.Thread(target=lambda: found.append(tokens.whose(told))) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [one.name for one in found] == ["anna"] * 4


@pytest.mark.parametrize(
    ("do", "words"),
    [
        (lambda tokens: tokens.add("Anna B", "reader"), "write it in a-z, 0-9, dots and hyphens"),
        (lambda tokens: (tokens.add("anna", "reader"), tokens.add("anna", "reader")), "there is a token anna already"),
        (lambda tokens: tokens.remove("anna"), "there is no token anna; those there are: there are none"),
    ],
)
def test_what_cannot_be_done_is_told(tokens, do, words):
    with pytest.raises(DragomanError, match=words):
        do(tokens)


def test_a_file_that_is_none_is_told(tokens):
    tokens.file.write_text("no tokens")
    with pytest.raises(DragomanError, match="move the file away and add tokens anew"):
        tokens.every()


def test_a_server_has_no_folder_for_tokens(tmp_path):
    with pytest.raises(DragomanError, match="name a file for them with DRAGOMAN_TOKENS"):
        tokens_of("postgresql://desk")
    assert tokens_of("postgresql://desk", file=tmp_path / "tokens.json").every() == ()
    assert tokens_of(tmp_path).file == tmp_path / "tokens.json"


def test_who_may_more_may_less():
    assert [may("editor", role) for role in ("reader", "editor", "admin")] == [True, True, False]
