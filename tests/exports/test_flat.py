import csv
import io

from dragoman.exports.flat import COLUMNS, csv_header, csv_rows
from dragoman.records.span import Place


def read(coded):
    return list(csv.DictReader(io.StringIO(csv_header() + csv_rows(coded))))


def test_there_is_a_row_an_event(tallinn):
    rows = read(tallinn.coded)
    assert [row["id"] for row in rows] == [event.id for event in tallinn.events]
    assert all(list(row) == list(COLUMNS) for row in rows)


def test_lists_are_joined_and_stay_side_by_side(story):
    it = story("Oslo and NATO met.")
    nato = it.state("NATO", "NATO", kind="igo", country=None, sector="IGO")
    it.act("CONSULT", "met", actors=(it.state("Oslo", "NOR"), nato))
    (row,) = read(it.coded)
    assert (row["actors"], row["actor_countries"], row["actor_sectors"]) == ("NOR|NATO", "NOR|", "|IGO")


def test_the_words_of_a_row_are_the_slice_of_the_text(tallinn):
    for row in read(tallinn.coded):
        assert tallinn.text[int(row["start"]) : int(row["end"])] == row["trigger"]


def test_dates_places_and_frames_have_their_columns(tallinn):
    rows = {row["trigger"]: row for row in read(tallinn.coded)}
    assert rows["visit"]["date_start"] == "2022-03-21"
    assert rows["visit"]["date_end"] == "2022-03-27"
    assert (rows["meeting"]["place"], rows["meeting"]["date_start"]) == ("Narva", "")
    assert rows["called on"]["why"] == "plover/frames/request.yaml:31 call-on"
    assert rows["send"]["source_id"] == "wire-7"


def place_at(words):
    return Place(name="Narva", country="EST", precision="city", text=words, latitude=59.377, longitude=28.19)


def test_a_place_has_its_position(story):
    it = story("Oslo met Riga in Narva.")
    it.act("CONSULT", "met", place=place_at(it.words("Narva")))
    (row,) = read(it.coded)
    assert [row[f"place_{name}"] for name in ("country", "precision", "latitude", "longitude")] == [
        "EST", "city", "59.377", "28.19",
    ]  # fmt: skip


def test_line_breaks_quotes_and_bars_of_a_text_stay_in_their_cell(story):
    it = story('Oslo "met\nagain" | Riga, Vilnius')
    it.act("CONSULT", it.text)
    (row,) = read(it.coded)
    assert row["trigger"] == it.text
    assert row["evidence"] == it.text.replace("|", "/")


def test_what_is_not_known_is_an_empty_cell(story):
    it = story("met")
    it.act("CONSULT", "met")
    (row,) = read(it.coded)
    unknown = (
        "source_id",
        "mode",
        "actors",
        "recipients",
        "date_start",
        "due_end",
        "place",
        "place_latitude",
        "said_by",
        "content_of",
    )
    assert [row[name] for name in unknown] == [""] * len(unknown)
