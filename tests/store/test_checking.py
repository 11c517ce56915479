"""Whatever is damaged in a store is found."""

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest
from sqlalchemy import text
from tests.store import made

from dragoman.errors import StoreError
from dragoman.store import open_store
from dragoman.store.acting import tell_anew
from dragoman.store.checking import check

ONE = "SELECT min(number) FROM events"
SEVERAL = "SELECT max(number) FROM acts WHERE record IS NOT NULL"
ANOTHER = f"SELECT record FROM acts WHERE record IS NOT NULL AND number <> ({SEVERAL}) LIMIT 1"
DAMAGES = [
    (f"UPDATE events SET act = NULL WHERE number = ({ONE})", "has no act"),
    ("UPDATE events SET act = 'act-nothing' WHERE position = 1", "has no act"),
    ("DELETE FROM acts WHERE record IS NULL", "has no act"),
    ("UPDATE acts SET id = 'act-other' WHERE record IS NULL", "act act-other has no event"),
    ("UPDATE acts SET known_to = known_to - 1", "its versions are not those of the days"),
    ("UPDATE acts SET reports = 99 WHERE record IS NULL", "reports is 99, but its record says 1"),
    (f"UPDATE acts SET goldstein = 3 WHERE number = ({SEVERAL})", "goldstein is 3"),
    (f"UPDATE acts SET record = NULL WHERE number = ({SEVERAL})", "its record is missing"),
    (f"UPDATE acts SET record = ({ANOTHER}) WHERE number = ({SEVERAL})", "are not what its reports tell"),
    (f"UPDATE events SET trigger_start = 0 WHERE number = ({ONE})", "trigger_start is 0, but its record says"),
    (f"UPDATE events SET record = :nonsense WHERE number = ({ONE})", "its record cannot be read"),
    ("UPDATE documents SET record = :nonsense", "its record cannot be read"),
    ("UPDATE acts SET record = :nonsense WHERE record IS NOT NULL", "its record cannot be read"),
    ("UPDATE documents SET text = 'x' || text", "of its document are not “"),
    ("UPDATE documents SET published = '2001-01-01', known = 11323", "its record says '20"),
    ("UPDATE publications SET published = '2001-01-01'", "not the day of its first publication"),
    ("DELETE FROM publications", "nobody published it"),
    ("DELETE FROM named", "who is named in it"),
    (f"DELETE FROM event_parties WHERE event = ({ONE})", "its rows of event_parties"),
    ("DELETE FROM act_parties WHERE role = 1", "its rows of act_parties"),
    ("UPDATE dyads SET goldstein = 0", "its rows of dyads"),
    ("DELETE FROM act_contexts", "its rows of act_contexts"),
    ("INSERT INTO act_contexts (context, day, act) VALUES ('military', 1, 99999)", "act_contexts: act 99999"),
    ("INSERT INTO event_contexts (context, day, event) VALUES ('military', 1, 99999)", "event_contexts: event 99999"),
    ("UPDATE keys SET event = 99999 WHERE event = 1", "keys: event 99999 is not among events"),
    ("INSERT INTO pairs (later, earlier, score) VALUES (1, 99999, 0.5)", "pairs: earlier 99999 is not among events"),
    ("INSERT INTO copies (one, other, share) VALUES ('this', 'that', 1)", "copies: one 'this' is not among documents"),
]
ONLY_IF_TOLD_ANEW = [
    ("UPDATE keys SET last = last + 1 WHERE event = 1", "keys: told anew"),
    ("UPDATE pairs SET score = 0.11", "pairs: told anew"),
    ("DELETE FROM prints", "prints: told anew"),
    ("DELETE FROM copies", "copies: told anew"),
]


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        yield store


def run(store, statement: str) -> None:
    with store.writing() as connection:
        given = {"nonsense": b"nonsense"} if ":nonsense" in statement else {}
        connection.execute(text(statement), given)


def test_a_sound_store_has_no_faults(store):
    assert check(store) == ()
    assert check(store, deep=True) == ()


def test_an_empty_store_has_no_faults(place):
    with open_store(place(), create=True) as store:
        assert check(store, deep=True) == ()


@pytest.mark.parametrize(("damage", "words"), DAMAGES)
def test_damaged_rows_are_found(store, damage, words):
    run(store, damage)
    assert any(words in fault for fault in check(store)), check(store)


@pytest.mark.parametrize(("damage", "words"), ONLY_IF_TOLD_ANEW)
def test_what_looks_sound_but_would_not_come_out_again_is_found(store, damage, words):
    run(store, damage)
    assert check(store) == ()
    assert any(words in fault for fault in check(store, deep=True))


def test_acts_told_otherwise_than_their_reports_say_are_found(store):
    with store.writing() as connection:
        stricter = replace(store.words, least=0.999)
        acts = set(connection.execute(text("SELECT id FROM acts")).scalars())
        reports = set(connection.execute(text("SELECT report FROM events")).scalars())
        tell_anew(connection, reports, acts, stricter)
    assert check(store) == ()
    assert any("acts: told anew" in fault for fault in check(store, deep=True))


def test_many_faults_of_a_kind_are_cut_short(place):
    with open_store(place(), create=True) as store:
        store.add(made.nights(40), coding=made.CODING)
        run(store, "UPDATE documents SET text = 'x' || text")
        faults = check(store)
    assert len(faults) < 50
    assert any("more of the kind" in fault for fault in faults)


def test_an_index_of_words_that_lacks_a_text_is_found(tmp_path):
    with sqlite_store(tmp_path) as store:
        run(
            store,
            "INSERT INTO event_words(event_words, rowid, evidence) SELECT 'delete', number, evidence FROM events "
            "WHERE number = 1",
        )
        assert any("index of words" in fault for fault in check(store))


def test_rows_that_point_to_a_missing_source_are_found(tmp_path):
    with sqlite_store(tmp_path) as store:
        store.close()
        with closing(sqlite3.connect(tmp_path / "store" / "store.sqlite")) as connection:
            connection.execute("DELETE FROM sources")
            connection.commit()
        assert any("publications: row" in fault and "sources" in fault for fault in check(store))


def test_a_damaged_file_is_found(tmp_path):
    with sqlite_store(tmp_path) as store:
        store.add(made.nights(60), coding=made.CODING)
        store.close()
        file = tmp_path / "store" / "store.sqlite"
        content = bytearray(file.read_bytes())
        for at in range(40_960, len(content) - 8_192, 40_960):
            content[at : at + 4_096] = b"\x55" * 4_096
        file.write_bytes(content)
    try:
        with open_store(tmp_path / "store") as store:
            faults = check(store)
    except StoreError as error:
        faults = (str(error),)
    assert any("damaged" in fault for fault in faults)


def sqlite_store(folder):
    store = open_store(folder / "store", create=True)
    store.add(made.stories(), coding=made.CODING)
    return store
