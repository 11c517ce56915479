import gzip
import zipfile
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.exports.accounts import JAPAN, MADRID
from tests.exports.layouts.writing import (
    AUKUS,
    ESTONIA,
    HEZBOLLAH,
    ROMANIA,
    RSF,
    RUSSIA,
    UN,
    expulsion,
    written,
)

from dragoman.errors import SourceError
from dragoman.imports.event_rows import read_event_rows
from dragoman.knowledge.world import load_world
from dragoman.records.event_row import EventRow, RefusedRow

NAMES = ("gdelt", "polecat", "icews", "phoenix")
KOSOVO = replace(ESTONIA, id="KOS", name="Kosovo", country="KOS")
HAMAS = replace(HEZBOLLAH, id="hamas", name="Hamas", country="PSE")


def read(tmp_path, text, *, name="rows.txt", **options):
    path = tmp_path / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return list(read_event_rows(path, **options))


def gdelt_line(**cells):
    """A line of GDELT in which only these cells are filled."""
    from dragoman.exports.layouts import LAYOUTS  # noqa: PLC0415 - the columns are all that is taken

    known = {"GLOBALEVENTID": "1", "SQLDATE": "20220629", "EventCode": "040", **cells}
    return "\t".join(known.get(column, "") for column in LAYOUTS["gdelt"].columns) + "\n"


@pytest.mark.parametrize("name", NAMES)
def test_what_was_written_is_read_back_with_sides_type_day_and_codes(tmp_path, name):
    sides = [(ESTONIA, RUSSIA), (ROMANIA, UN), (KOSOVO, HAMAS), (UN, HEZBOLLAH), (ROMANIA, KOSOVO)]
    accounts = [
        expulsion(id=f"x{number}", actors=(actor,), recipients=(recipient,), place=MADRID)
        for number, (actor, recipient) in enumerate(sides)
    ]
    rows = read(tmp_path, written(name, *accounts))
    assert [(row.actor.id, row.recipient.id) for row in rows] == [(one.id, other.id) for one, other in sides]
    assert {(row.layout, row.type, row.quad, row.date) for row in rows} == {
        (name, "SANCTION", "material_conflict", "2022-03-18")
    }
    assert {row.cameo for row in rows} == ({None} if name == "polecat" else {"166"})
    assert {row.place_country for row in rows} == {"ESP"}
    assert {(row.latitude, row.longitude) for row in rows} == {(40.4165, -3.70256)}
    assert [row.line for row in rows] == [number + (name in {"polecat", "icews"}) for number in range(1, 6)]


@pytest.mark.parametrize("name", ["gdelt", "polecat", "icews"])
def test_organisations_and_groups_without_a_code_are_known_by_name(tmp_path, name):
    (row,) = read(tmp_path, written(name, expulsion(actors=(AUKUS,), recipients=(RSF,))))
    assert (row.actor.id, row.actor.country) == ("AUKUS", None)
    assert (row.recipient.id, row.recipient.country) == ("rapid-support-forces", "SDN")


def test_phoenix_has_no_names_so_that_a_group_is_its_state(tmp_path):
    (row,) = read(tmp_path, written("phoenix", expulsion(recipients=(RSF,))))
    assert (row.recipient.id, row.recipient.code, row.recipient.sectors) == ("SDN", "SDNUAF", ("UAF",))


@pytest.mark.parametrize("name", NAMES)
def test_an_official_is_read_as_the_state(tmp_path, name):
    (row,) = read(tmp_path, written(name, expulsion(actors=(JAPAN,))))
    assert (row.actor.id, row.actor.country, row.actor.sectors) == ("JPN", "JPN", ("GOV",))


@pytest.mark.parametrize("name", NAMES)
def test_the_military_is_read_as_such(tmp_path, name):
    (row,) = read(tmp_path, written(name, expulsion(actors=(ROMANIA,))))
    assert row.actor.sectors[0] == "MIL"


@pytest.mark.parametrize("name", NAMES)
def test_a_missing_side_is_read_as_none(tmp_path, name):
    first, second = read(tmp_path, written(name, expulsion(actors=()), expulsion(id="x2", recipients=())))
    assert (first.actor, first.recipient.id) == (None, "RUS")
    assert (second.actor.id, second.recipient) == ("EST", None)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("gdelt", ("https://news.example/madrid", None, -7.0, None)),
        ("polecat", (None, "Wire", None, -5.5)),
        ("icews", (None, "Wire", -7.0, None)),
        ("phoenix", ("https://news.example/madrid", "Wire;Herald;Gazette", -7.0, None)),
    ],
)
def test_sources_and_scores_are_read(tmp_path, name, told):
    (row,) = read(tmp_path, written(name, expulsion()))
    assert (row.url, row.outlet, row.goldstein, row.intensity) == told


def test_packed_files_are_read_too(tmp_path):
    text = written("icews", expulsion()).encode()
    (plain,) = read(tmp_path, text)
    (unpacked,) = read(tmp_path, gzip.compress(text), name="rows.tab.gz")
    path = tmp_path / "rows.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("june/a.tab", text)
        archive.writestr("june/b.export.CSV", written("gdelt", expulsion()))
    first, second = read_event_rows(path)
    assert replace(plain, file="") == replace(unpacked, file="") == replace(first, file="")
    assert (first.file, first.line) == (f"{path}/june/a.tab", 2)
    assert (second.layout, second.line) == ("gdelt", 1)


def test_a_file_that_breaks_off_is_told_and_what_came_before_is_read(tmp_path):
    packed = gzip.compress(written("gdelt", *[expulsion(id=f"x{n}") for n in range(500)]).encode(), mtime=0)
    *rows, last = read(tmp_path, packed[: len(packed) // 2], name="rows.gz")
    assert all(isinstance(row, EventRow) for row in rows)
    assert isinstance(last, RefusedRow)
    assert last.path == f"{tmp_path / 'rows.gz'}:{len(rows) + 1}"
    assert "cannot be read to its end" in last.reason


def test_an_archive_that_is_none_is_told(tmp_path):
    (refused,) = read(tmp_path, b"PK\x03\x04 and nothing more", name="rows.zip")
    assert refused.reason.startswith("the archive cannot be opened")


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        ({"SQLDATE": "20220230"}, "'20220230' is no day"),
        ({"SQLDATE": ""}, "'' is no day"),
        ({"EventCode": "13y"}, "'13y' is no CAMEO code"),
        ({"EventCode": "---"}, "'' is no CAMEO code"),
        ({"GoldsteinScale": "much"}, "'much' is no number"),
        ({"ActionGeo_Lat": "inf"}, "'inf' is no number"),
    ],
)
def test_a_faulty_line_is_set_aside_with_its_place_and_the_rest_is_read(tmp_path, cells, reason):
    first, refused, last = read(tmp_path, gdelt_line() + gdelt_line(**cells) + gdelt_line(GLOBALEVENTID="3"))
    assert (first.id, last.id) == ("1", "3")
    assert refused == RefusedRow(file=str(tmp_path / "rows.txt"), line=2, reason=reason)


def test_a_line_of_another_length_is_set_aside(tmp_path):
    refused, row, other = read(tmp_path, "some words\n" + gdelt_line() + "a\tb\n")
    assert refused.reason == "1 columns are those of no layout; name the layout, or give tabs"
    assert isinstance(row, EventRow)
    assert other.reason == "2 columns instead of 61"


def test_a_polecat_row_without_a_type_is_set_aside(tmp_path):
    header, line = written("polecat", expulsion()).splitlines()
    (refused,) = read(tmp_path, f"{header}\n{line.replace('SANCTION', 'None', 1).replace(chr(9) + 'SANCTION', chr(9))}")
    assert refused.reason == "the row has no type"


def test_columns_are_found_by_name_in_any_order(tmp_path):
    text = "Event.Date\tSource.Country\tCAMEO.Code\tTarget.Country\n2014-06-03\tRussian Federation\t042\tChina\n"
    (row,) = read(tmp_path, text)
    assert (row.actor.id, row.recipient.id, row.type, row.date) == ("RUS", "CHN", "CONSULT", "2014-06-03")


def test_a_file_without_a_needed_column_is_set_aside(tmp_path):
    (refused,) = read(tmp_path, "Event ID\tSource Name\tTarget Name\tPublisher\n1\tRussia\tChina\tWire\n")
    assert refused.reason == "the file lacks the column CAMEO Code, Event Date"


def test_older_polecat_files_without_intensity_are_read(tmp_path):
    header, line = (text.split("\t") for text in written("polecat", expulsion()).splitlines())
    place = header.index("Intensity")
    text = "\n".join("\t".join(cells[:place] + cells[place + 1 :]) for cells in (header, line))
    (row,) = read(tmp_path, text)
    assert (row.type, row.mode, row.intensity) == ("SANCTION", "expel", None)


def test_polecat_files_call_intensity_by_two_names_and_what_is_unknown_none(tmp_path):
    header, line = written("polecat", expulsion(recipients=())).splitlines()
    filled = "\t".join(cell or "None" for cell in line.split("\t"))
    (row,) = read(tmp_path, f"{header.replace('Intensity', 'Event Intensity')}\n{filled}\n")
    assert (row.intensity, row.recipient, row.place, row.latitude) == (-5.5, None, None, None)


@pytest.mark.parametrize(
    ("names", "countries", "ids"),
    [
        ("Joe Biden; Fumio Kishida", "USA; JPN", ["USA", "JPN"]),
        ("NATO; Joe Biden", "None; USA", ["NATO", "USA"]),
        ("Antonio Guterres; Joe Biden; Somebody", "USA; JPN", ["USA", "JPN"]),
        ("Hamas", "PSE", ["hamas"]),
        ("United Nations", "IGO", ["UN"]),
        ("Kaja Kallas", "EST|RUS", ["EST"]),
    ],
)
def test_several_sides_of_polecat_stand_in_one_cell(tmp_path, names, countries, ids):
    text = (
        f"Event Date\tEvent Type\tActor Name\tActor Country\tEvent Mode\n2023-01-02\tconsult\t{names}\t{countries}\t\n"
    )
    (row,) = read(tmp_path, text)
    assert [side.id for side in row.actors] == ids
    assert row.type == "CONSULT"


@pytest.mark.parametrize(
    ("code", "country", "name", "id_", "sectors"),
    [
        ("ROMGOV", "ROM", "BUCHAREST", "ROU", ("GOV",)),
        ("KSV", "KSV", "KOSOVO", "KOS", ()),
        ("IGOEUREEC", "EUR", "EUROPEAN COMMISSION", "EU", ()),
        ("EUR", "EUR", "EUROPEAN UNION", "EU", ()),
        ("EUR", "EUR", "EUROPE", "europe", ()),
        ("USAMED", "USA", "NEW YORK", "USA", ("JRN",)),
        ("COP", "", "POLICE", "police", ("COP",)),
        ("PSEREBHMS", "PSE", "HAMAS", "hamas", ("REB",)),
    ],
)
def test_sides_of_gdelt_are_found_by_code_group_and_name(tmp_path, code, country, name, id_, sectors):
    (row,) = read(tmp_path, gdelt_line(Actor1Code=code, Actor1CountryCode=country, Actor1Name=name))
    assert (row.actor.id, row.actor.sectors, row.actor.code) == (id_, sectors, code)


def test_places_of_gdelt_are_found_by_fips_codes(tmp_path):
    austria, gaza = read(tmp_path, gdelt_line(ActionGeo_CountryCode="AU") + gdelt_line(ActionGeo_CountryCode="GZ"))
    assert (austria.place_country, gaza.place_country) == ("AUT", "PSE")


@pytest.mark.parametrize(
    ("cameo", "type_", "quad"),
    [
        ("010", None, "verbal_cooperation"),
        ("020", "REQUEST", "verbal_conflict"),
        ("1663", "SANCTION", "material_conflict"),
        ("0233", "REQUEST", "verbal_conflict"),
    ],
)
def test_types_and_quad_classes_come_from_the_code(tmp_path, cameo, type_, quad):
    (row,) = read(tmp_path, gdelt_line(EventCode=cameo, QuadClass="1"))
    assert (row.cameo, row.type, row.quad) == (cameo, type_, quad)


def test_icews_words_are_brought_under_sectors(tmp_path):
    text = (
        "Event Date\tSource Name\tSource Sectors\tSource Country\tCAMEO Code\n"
        "2014-06-03\tForeign Affairs (Japan)\tExecutive,Foreign Ministry,Government\tJapan\t040\n"
        "2014-06-03\tArmy (Chad)\tGovernment,Army Headquarters\tChad\t190\n"
    )
    first, second = read(tmp_path, text)
    assert first.actor.sectors == ("GOV",)
    assert second.actor.sectors == ("MIL", "GOV")


def test_windows_letters_and_byte_order_marks_do_no_harm(tmp_path):
    text = "Event Date\tSource Name\tCAMEO Code\r\n2014-06-03\tJos\xe9 Mujica\t040\r\n"
    (row,) = read(tmp_path, text.encode("cp1252"))
    (marked,) = read(tmp_path, b"\xef\xbb\xbf" + text.encode())
    assert row.actor.name == marked.actor.name == "José Mujica"


def test_the_layout_can_be_told(tmp_path):
    text = written("phoenix", expulsion())
    assert isinstance(read(tmp_path, text, layout="phoenix")[0], EventRow)
    assert isinstance(read(tmp_path, text, layout="gdelt")[0], RefusedRow)


def test_an_unknown_layout_or_file_is_an_error_at_once(tmp_path):
    with pytest.raises(SourceError, match="there is no layout 'acled'; choose one of gdelt, polecat, icews, phoenix"):
        read_event_rows(tmp_path / "rows.txt", layout="acled")
    with pytest.raises(SourceError, match="No such file"):
        read_event_rows(tmp_path / "rows.txt")


def test_rows_are_read_one_by_one(tmp_path):
    path = tmp_path / "rows.txt"
    path.write_text(gdelt_line() * 3, encoding="utf-8")
    rows = read_event_rows(path)
    assert next(rows).line == 1
    with path.open("a", encoding="utf-8") as stream:
        stream.write(gdelt_line())
    assert len(list(rows)) == 3


@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400) | st.lists(st.text(), min_size=20, max_size=26).map("\t".join).map(str.encode))
def test_whatever_a_file_holds_nothing_is_raised(tmp_path, raw):
    assert all(isinstance(row, EventRow | RefusedRow) for row in read(tmp_path, raw))
    lines = read(tmp_path, gdelt_line().encode() + raw)
    assert isinstance(lines[0], EventRow)


def test_a_name_that_the_book_has_for_another_state_is_left(tmp_path):
    text = "Event Date\tSource Name\tSource Country\tCAMEO Code\n2014-06-03\tHamas\tLebanon\t040\n"
    (row,) = read(tmp_path, text, world=load_world())
    assert row.actor.id == "LBN"  # the book's Hamas is another state's
