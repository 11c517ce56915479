import csv
import io

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st
from tests.exports.accounts import account, bare, telling

from dragoman.exports.act_columns import COLUMNS
from dragoman.exports.act_rows import write_act_rows


def written(*accounts):
    stream = io.BytesIO()
    assert write_act_rows(accounts, stream) == len(accounts)
    return stream.getvalue()


def read(*accounts):
    return list(csv.DictReader(io.StringIO(written(*accounts).decode(), newline="")))


def test_there_is_a_row_an_act_with_all_columns():
    rows = read(account(), bare())
    assert [row["id"] for row in rows] == ["a1", "a2"]
    assert all(list(row) == list(COLUMNS) for row in rows)


def test_lists_are_joined_and_stay_side_by_side():
    (row,) = read(account())
    assert (row["actors"], row["actor_names"], row["actor_countries"]) == ("JPN|NATO", "Japan|NATO", "JPN|")
    assert row["actor_persons"] == "Kishida Fumio|"
    assert row["status_history"] == "possible 2022-06-10|planned 2022-06-20"


def test_reports_and_voices_are_counted_apart():
    (row,) = read(account())
    assert (row["report_count"], row["document_count"], row["outlet_count"]) == ("3", "3", "3")
    assert (row["claim_count"], row["denial_count"], row["otherwise_count"]) == ("1", "1", "0")


def test_what_is_not_known_is_an_empty_cell():
    (row,) = read(bare())
    unknown = ("mode", "actors", "date_start", "place", "place_latitude", "title", "published", "url", "evidence")
    assert [row[name] for name in unknown] == [""] * len(unknown)


def test_pandas_reads_numbers_and_truths_as_such():
    frame = pd.read_csv(io.BytesIO(written(account())))
    assert frame.loc[0, "place_longitude"] == -3.70256
    assert frame.loc[0, "in_lead"]
    assert not frame.loc[0, "historical"]


@given(st.text())
def test_any_words_stay_in_their_cell(words):
    (row,) = read(telling(words))
    assert (row["title"], row["trigger"]) == (words, words)
    assert row["outlets"] == words.replace("|", "/")
