"""Entries as rows of CSV and as lines of JSON."""

import csv
import re
from dataclasses import fields
from pathlib import Path

import pytest
from tests.exports.entries import kept, meeting, promise

from dragoman.errors import SourceError
from dragoman.exports.entry_rows import COLUMNS, entry_line, entry_table, read_entries
from dragoman.records.entry import Compliance, Entry, Item, Turn

PAGE = (Path(__file__).parents[2] / "docs/reference/ledger.md").read_text("utf-8")


def rows(*entries):
    return list(csv.DictReader(entry_table(entries)))


def test_a_row_tells_who_owes_whom_what_by_when_and_how_it_stands():
    (row,) = rows(promise())
    assert (row["id"], row["kind"], row["state"]) == ("commitment-e1", "commitment", "open")
    assert (row["by"], row["by_names"], row["to"]) == ("JPN", "Kishida Fumio", "NATO")
    assert (row["due_start"], row["due_end"], row["due_precision"]) == ("2024-01-01", "2024-12-31", "year")
    assert (row["what"], row["condition"]) == ("open a mission | in Brussels", "if the diet agrees")
    assert (row["items"], row["magnitudes"]) == ("an ambassador|a staff", "some ten people")
    assert (row["told_on"], row["confidence"]) == ("2022-06-30", "0.812")


def test_what_last_became_of_it_is_told():
    (row,) = rows(kept())
    assert (row["turns"], row["last_tie"], row["last_day"]) == ("2", "fulfils", "2025-01-17")
    assert (row["last_words"], row["last_score"], row["last_act"]) == ("Japan opened its mission", "0.937", "act-e2")
    assert (row["compliance"], row["compliance_by"], row["compliance_note"]) == ("1", "Ada", "late, but there")


def test_where_nothing_came_of_it_the_cells_are_empty():
    (row,) = rows(promise())
    assert {row[name] for name in row if name.startswith(("last_", "compliance"))} == {""}


def test_a_meeting_tells_level_format_place_and_host():
    (row,) = rows(meeting())
    assert (row["level"], row["format"], row["place"], row["host"]) == ("leaders", "bilateral", "Tokyo", "JPN")
    assert (row["made_on_start"], row["due_end"]) == ("2023-01-31", "")


def test_every_row_has_every_column():
    lines = list(csv.reader(entry_table([promise(), kept(), meeting()])))
    assert lines[0] == list(COLUMNS)
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_nothing_is_a_table_of_names_alone():
    assert len(list(entry_table([]))) == 1


def test_lines_are_read_back_as_they_were():
    entries = [promise(), kept(), meeting()]
    lines = [entry_line(entry) for entry in entries]
    assert list(read_entries([*lines, b"\n"])) == entries


@pytest.mark.parametrize("line", [b"{}", b"no entry", b"\xff"])
def test_a_line_that_is_no_entry_is_told_by_its_number(line):
    with pytest.raises(SourceError, match="line 2 is not an entry"):
        list(read_entries([entry_line(promise()), line]))


def documented(heading: str) -> list[str]:
    """The names in the first cells of the table under a heading."""
    table = re.split(r"^#+ ", PAGE.partition(f"# {heading}\n")[2], maxsplit=1, flags=re.MULTILINE)[0]
    return [name for line in re.findall(r"^\| (`.*?) \|", table, re.MULTILINE) for name in re.findall(r"`(\w+)`", line)]


def test_every_column_is_on_the_reference_page_and_no_other():
    assert sorted(documented("Columns")) == sorted(COLUMNS)


@pytest.mark.parametrize("record", [Entry, Turn, Item, Compliance], ids=lambda record: record.__name__)
def test_every_field_of_an_entry_is_on_the_reference_page_and_no_other(record):
    assert sorted(documented(record.__name__)) == sorted(field.name for field in fields(record))
