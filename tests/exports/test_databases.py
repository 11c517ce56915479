import io
import sqlite3
import sys
from contextlib import closing
from datetime import date

import duckdb
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exports.accounts import account, bare, telling

from dragoman.errors import DragomanError
from dragoman.exports.act_columns import COLUMNS, act_row
from dragoman.exports.duckdb import write_duckdb
from dragoman.exports.sqlite import write_sqlite


def from_sqlite(path, question):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(question).fetchall()


def from_duckdb(path, question):
    with duckdb.connect(path, read_only=True) as connection:
        return connection.execute(question).fetchall()


KINDS = pytest.mark.parametrize(
    ("write", "read"), [(write_sqlite, from_sqlite), (write_duckdb, from_duckdb)], ids=["sqlite", "duckdb"]
)


def plain(cell):
    return cell.isoformat() if isinstance(cell, date) else cell


@KINDS
def test_acts_are_the_flat_rows(tmp_path, write, read):
    path = tmp_path / "acts.db"
    assert write([account(), bare()], path) == 2
    rows = [tuple(plain(cell) for cell in row) for row in read(path, "SELECT * FROM acts ORDER BY id")]
    assert rows == [act_row(account()), act_row(bare())]
    assert list(tmp_path.iterdir()) == [path]


@KINDS
def test_the_columns_have_the_names_of_the_csv(tmp_path, write, read):
    write([], tmp_path / "acts.db")
    assert [row[1] for row in read(tmp_path / "acts.db", "PRAGMA table_info('acts')")] == list(COLUMNS)


@KINDS
def test_sides_can_be_joined_to_their_acts(tmp_path, write, read):
    write([account(), bare()], tmp_path / "acts.db")
    question = (
        "SELECT party.role, party.position, party.name, party.office FROM acts AS act"
        " JOIN act_parties AS party ON party.act = act.id ORDER BY party.position"
    )
    assert read(tmp_path / "acts.db", question) == [
        ("actor", 1, "Japan", "Prime Minister of Japan"),
        ("actor", 2, "NATO", None),
    ]


@KINDS
def test_each_report_says_whose_voice_it_is(tmp_path, write, read):
    write([account()], tmp_path / "acts.db")
    question = "SELECT event, fullest, voice, stance, said_by, voice_outlets FROM reports ORDER BY position"
    assert read(tmp_path / "acts.db", question) == [
        ("e1", True, 1, "claims", "", "Wire|Herald"),
        ("e2", False, 1, "claims", "", "Wire|Herald"),
        ("e3", False, 2, "denies", "RUS", "Gazette"),
    ]


@KINDS
def test_a_database_that_was_there_is_replaced(tmp_path, write, read):
    path = tmp_path / "acts.db"
    write([account(), bare()], path)
    write([account()], path)
    assert read(path, "SELECT count(*) FROM acts") == [(1,)]


@KINDS
def test_acts_that_fail_half_way_leave_no_file(tmp_path, write, read):
    def failing():
        yield account()
        raise RuntimeError

    with pytest.raises(RuntimeError):
        write(failing(), tmp_path / "acts.db")
    assert list(tmp_path.iterdir()) == []


def test_a_database_can_go_to_a_stream():
    stream = io.BytesIO()
    write_sqlite([account()], stream)
    assert stream.getvalue().startswith(b"SQLite format 3")


@KINDS
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=20))
def test_any_words_are_told(tmp_path, write, read, words):
    write([telling(words)], tmp_path / "acts.db")
    assert read(tmp_path / "acts.db", 'SELECT title, "trigger" FROM acts') == [(words, words)]
    assert read(tmp_path / "acts.db", "SELECT name FROM act_parties") == [(words,)]


def test_duckdb_has_days_as_days(tmp_path):
    write_duckdb([account()], tmp_path / "acts.db")
    assert from_duckdb(tmp_path / "acts.db", "SELECT date_end - date_start FROM acts") == [(1,)]


def test_without_duckdb_it_is_said_what_to_install(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(DragomanError, match=r"pip install dragoman\[duckdb\]"):
        write_duckdb([account()], tmp_path / "acts.db")
    assert list(tmp_path.iterdir()) == []
