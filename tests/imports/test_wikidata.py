"""Wikidata: entities of the dump and rows of query results become actors."""

import bz2
import gzip

import pytest
from tests.imports.wikidata_lines import (
    CHANCELLOR,
    GERMANY,
    HUMAN,
    INDIA,
    MERKEL,
    item,
    line,
    said,
    time,
)

from dragoman.errors import SourceError
from dragoman.imports import read_wikidata


def test_a_person_in_an_office_named_by_another_line(read):
    row = read(read_wikidata, f"{MERKEL}\n{CHANCELLOR}\n").row
    assert (row.id, row.name, row.kind, row.country, row.gender) == ("q567", "Angela Merkel", "person", "DEU", "f")
    assert (row.office, row.role, row.sector, row.actor) == ("Chancellor", "head_of_government", "GOV", "DEU")
    assert (row.start, row.end) == ("2005-11-22", "2021-12-08")
    assert "Angela Dorothea Merkel" in row.names


def test_the_item_of_an_office_is_told_as_no_actor(read):
    assert read(read_wikidata, f"{MERKEL}\n{CHANCELLOR}\n").reasons == [
        (2, "Q4970706 Chancellor of Germany: an instance of nothing, which names no actor")
    ]


def test_the_long_list_of_a_dump_is_read_line_by_line(read):
    assert read(read_wikidata, f"[\n{MERKEL},\n{CHANCELLOR}\n]\n").row.id == "q567"


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress])
def test_a_packed_dump_is_read(read, pack):
    assert read(read_wikidata, pack(f"{MERKEL}\n{CHANCELLOR}\n".encode())).row.id == "q567"


def test_every_office_has_a_row_and_an_end_unknown_stays_open(read):
    jaishankar = line(
        "Q16186720",
        "S. Jaishankar",
        P31=[HUMAN],
        P27=[INDIA],
        P39=[
            said(item("Q1", label="Foreign Secretary of India"), P580=time("2015-01-29"), P582=time("2018-01-28")),
            said(item("Q2", label="Minister of External Affairs"), P580=time("2019-05-00", 10)),
        ],
    )
    rows = read(read_wikidata, jaishankar).rows
    assert [(row.office, row.role, row.actor, row.start, row.end) for row in rows] == [
        ("Foreign Secretary", "foreign", "IND", "2015-01-29", "2018-01-28"),
        ("Minister of External Affairs", "foreign", "IND", "2019-05", None),
    ]
    assert {row.id for row in rows} == {"q16186720"}


def test_an_office_of_an_organisation_serves_it_and_not_the_state_of_its_seat(read):
    stoltenberg = line(
        "Q57665",
        "Jens Stoltenberg",
        P31=[HUMAN],
        P27=[item("Q20")],
        P39=[said(item("Q1", label="Secretary General of NATO"), P580=time("2014-10-01"), P1001=item("Q31"))],
    )
    row = read(read_wikidata, stoltenberg).row
    assert (row.actor, row.role, row.country, row.office) == (
        "NATO", "secretary_general", "NOR", "Secretary General of NATO",
    )  # fmt: skip


def test_an_open_office_ends_with_its_holder(read):
    person = line(
        "Q1",
        "Ann Onymous",
        P31=[HUMAN],
        P27=[GERMANY],
        P570=[time("2017-06-16")],
        P39=[said(item("Q1", label="Minister of Finance"), P580=time("2017-01-01"))],
    )
    assert read(read_wikidata, person).row.end == "2017-06-17"


def test_deprecated_statements_are_passed_over(read):
    merkel = line("Q567", "Angela Merkel", P31=[HUMAN], P39=[said(item("Q4970706"), rank="deprecated")])
    assert read(read_wikidata, merkel).reasons == [(1, "Q567 Angela Merkel: holds no office")]


def test_a_family_name_from_another_line(read):
    family = line("Q99", "Varunasson", P31=[item("Q101352")])
    person = line(
        "Q98",
        "Ann Varunasson",
        P31=[HUMAN],
        P27=[INDIA],
        P734=[item("Q99")],
        P39=[said(item("Q1", label="Minister of Finance"))],
    )
    assert read(read_wikidata, f"{person}\n{family}\n").row.family == "Varunasson"


def test_a_family_name_that_the_book_has_for_a_place_is_not_told(read):
    person = line(
        "Q98",
        "John Paris",
        P31=[HUMAN],
        P27=[INDIA],
        P734=[item("Q99", label="Paris")],
        P39=[said(item("Q1", label="Minister of Finance"))],
    )
    assert read(read_wikidata, person).row.family is None


@pytest.mark.parametrize(
    ("class_", "kind", "sector"),
    [
        ("Q7278", "organisation", "PTY"),
        ("Q192350", "organisation", "GOV"),
        ("Q17149090", "group", "REB"),
        ("Q4830453", "organisation", "BUS"),
    ],
)
def test_a_body_is_what_its_class_says(read, class_, kind, sector):
    body = line("Q77777", "Varuna Sabha", P31=[item(class_)], P17=[INDIA], P571=[time("1990-00-00", 9)])
    row = read(read_wikidata, body).row
    assert (row.id, row.kind, row.sector, row.country, row.start) == ("q77777", kind, sector, "IND", "1990")


def test_an_intergovernmental_organisation_belongs_to_no_state(read):
    body = line("Q77777", "Zambezi Watercourse Commission", P31=[item("Q245065")], P17=[item("Q954")])
    assert (read(read_wikidata, body).row.kind, read(read_wikidata, body).row.country) == ("igo", None)


def test_a_state_keeps_its_code_and_its_name_and_gets_further_names(read):
    japan = line("Q17", "Japan", aliases=["Nihon-koku", "JP", "state of Japan"], P31=[item("Q3624078")], P298=["JPN"])
    row = read(read_wikidata, japan).row
    assert (row.id, row.name, row.kind) == ("JPN", "Japan", "state")
    assert "Nihon-koku" in row.names
    assert "Japan" not in row.names


def test_a_name_that_the_book_has_for_another_is_left_out_and_told(read):
    firm = line("Q77777", "Varuna Mining", aliases=["Georgia", "the firm"], P31=[item("Q4830453")], P17=[INDIA])
    found = read(read_wikidata, firm)
    assert found.row.names == ()
    assert found.reasons == [
        (1, "q77777: the name 'Georgia' is left out: the book has it for GEO"),
        (1, "q77777: the name 'the firm' is left out: it has no capital letter"),
    ]


@pytest.mark.parametrize(
    ("faulty", "reason"),
    [
        ('{"id": "Q1", "claims": ', "neither an entity nor a row"),
        ('{"id": 7, "claims": {}}', "neither an entity nor a row"),
        (line("Q1", None, P31=[HUMAN]), "Q1: it has no English label"),
        (line("Q1", "Ann Onymous", P31=[HUMAN]), "holds no office"),
        (line("Q1", "Ann Onymous", P31=[HUMAN], P39=[item("Q9")]), "does not name the office Q9"),
        (line("Q1", "Ann Onymous", P31=[HUMAN], P39=[said(None)]), "does not name the office an unknown one"),
        (line("Q1", "Ann Onymous", P31=[HUMAN], P39=[item("Q9", label="winger")]), "'winger' is not in positions"),
        (line("Q1", "Ann Onymous", P31=[HUMAN], P39=[item("Q9", label="Minister")]), "does not say whom it serves"),
        (line("Q1", "Ruritania", P31=[item("Q3624078")]), "a state without a code"),
        (line("Q1", "Rassendyll Ltd", P31=[item("Q4830453")], P17=[item("Q999999")]), "its country is none of the"),
        (line("Q1", "Mount Varuna", P31=[item("Q8502")]), "an instance of Q8502, which names no actor"),
    ],
)
def test_what_becomes_no_row_is_told_with_its_line(read, faulty, reason):
    found = read(read_wikidata, f"{CHANCELLOR}\n\n{faulty}\n")
    assert found.rows == ()
    assert any(number == 3 and reason in told for number, told in found.reasons)


@pytest.mark.parametrize(
    "dates",
    [
        {"P580": time("2010-01-01"), "P582": time("2009-01-01")},
        {"P580": time("1902-01-01")},
    ],
)
def test_an_office_that_ends_before_it_starts_or_starts_before_birth_is_set_aside(read, dates):
    person = line(
        "Q1",
        "Ann Onymous",
        P31=[HUMAN],
        P27=[INDIA],
        P569=[time("1954-07-17")],
        P39=[said(item("Q9", label="Minister of Finance"), **dates)],
    )
    assert "before" in read(read_wikidata, person).skipped[0].reason


RESULTS = """\
person,personLabel,positionLabel,start,end,countryIso3,genderLabel
entity/Q1058,Narendra Modi,Prime Minister of India,2014-05-26T00:00:00Z,,IND,male
entity/Q1058,Narendra Modi,Chief Minister of Gujarat,2001-10-07T00:00:00Z,2014-05-22T00:00:00Z,IND,male
"""


def test_rows_of_query_results(read):
    rows = read(read_wikidata, RESULTS).rows
    assert [(row.id, row.office, row.role, row.actor, row.start, row.end) for row in rows] == [
        ("q1058", "Prime Minister", "head_of_government", "IND", "2014-05-26", None),
        ("q1058", "Chief Minister of Gujarat", None, "IND", "2001-10-07", "2014-05-22"),
    ]
    assert rows[0].gender == "m"


def test_query_results_parted_by_tabs(read):
    assert len(read(read_wikidata, RESULTS.replace(",", "\t")).rows) == 2


@pytest.mark.parametrize(
    "result",
    [
        '{"person": "Q1058", "personLabel": "Narendra Modi", "officeLabel": "prime minister", "iso3": "IND"}',
        '{"item": {"value": "x/Q1058"}, "name": {"value": "Modi"}, "office": {"value": "Prime Minister of India"}}',
    ],
)
def test_query_results_as_json_lines(read, result):
    row = read(read_wikidata, result).row
    assert (row.id, row.role, row.actor) == ("q1058", "head_of_government", "IND")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("Q1,Q1,Minister of Finance,,,IND,", "Q1: it has no name"),
        ("Q1,Ann Onymous,Minister of Finance,,,RUR,", "Ann Onymous: the book has no country 'RUR'"),
        ("Q1,Ann Onymous,,,,IND,", "Ann Onymous: holds no office"),
        ("Q1,Ann Onymous,goalkeeper,,,IND,", "'goalkeeper' is not in positions.yaml"),
        ("Q1,Ann Onymous,Minister,2010,2009,IND,", "ends 2009, before it starts 2010"),
        ("Q1,Ann Onymous", "2 cells under 7 columns"),
    ],
)
def test_faulty_rows_of_query_results_are_told(read, row, reason):
    header = RESULTS.splitlines()[0]
    found = read(read_wikidata, f"{header}\n{row}\n")
    assert found.rows == ()
    assert found.skipped[0].line == 2
    assert reason in found.skipped[0].reason


def test_a_table_without_persons_is_told(read):
    assert "no column names a person" in read(read_wikidata, "a,b\n1,2\n").skipped[0].reason


def test_an_empty_file_has_no_rows(read):
    assert read(read_wikidata, "").rows == ()


def test_a_missing_file_is_an_error(tmp_path, world):
    with pytest.raises(SourceError, match="there is no such file"):
        list(read_wikidata(tmp_path / "none.json", world=world))


def test_a_packed_file_that_breaks_off_is_an_error(tmp_path, world):
    path = tmp_path / "dump.json.gz"
    path.write_bytes(gzip.compress(MERKEL.encode() * 50)[:-20])
    with pytest.raises(SourceError, match="cannot be read to its end"):
        list(read_wikidata(path, world=world))
