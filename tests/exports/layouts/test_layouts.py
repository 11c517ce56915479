import io
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exports.accounts import MADRID, account, bare, heading, telling
from tests.exports.layouts.columns import GDELT, ICEWS, PHOENIX, POLECAT
from tests.exports.layouts.writing import (
    ESTONIA,
    HEZBOLLAH,
    ROMANIA,
    RSF,
    RUSSIA,
    UN,
    expulsion,
    rows_of,
    written,
)

from dragoman.errors import DragomanError
from dragoman.exports.layouts import CELLS, LAYOUTS, write_layout
from dragoman.records.act import ActDate, ActPlace, Party

NAMES = ("gdelt", "polecat", "icews", "phoenix")
COUNTS = {"gdelt": 61, "polecat": 40, "icews": 20, "phoenix": 26}
PUBLISHED = {"gdelt": GDELT, "polecat": POLECAT, "icews": ICEWS, "phoenix": PHOENIX}


@pytest.mark.parametrize("name", NAMES)
def test_each_layout_has_its_columns_and_something_for_each(name):
    assert len(LAYOUTS[name].columns) == COUNTS[name]
    assert tuple(CELLS[name]) == LAYOUTS[name].columns


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_those_that_are_published(name):
    assert list(LAYOUTS[name].columns) == PUBLISHED[name]


def test_polecat_and_icews_have_a_line_of_names_and_the_others_none():
    assert {name for name in LAYOUTS if LAYOUTS[name].header} == {"polecat", "icews"}
    assert LAYOUTS["gdelt"].ending == ".export.CSV"


@pytest.mark.parametrize("name", NAMES)
def test_every_line_has_as_many_cells_as_columns(name):
    lines = written(name, expulsion(), account(), expulsion(place=MADRID)).splitlines()
    assert {line.count("\t") + 1 for line in lines} == {COUNTS[name]}
    assert len(lines) == 3 + LAYOUTS[name].header
    assert not LAYOUTS[name].header or lines[0].split("\t") == list(LAYOUTS[name].columns)


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_what_was_written(name):
    layout = LAYOUTS[name]
    frame = pd.read_csv(
        io.StringIO(written(name, expulsion(), expulsion(id="x2", actors=(ROMANIA,)))),
        sep="\t",
        header=0 if layout.header else None,
        names=None if layout.header else list(layout.columns),
        dtype=str,
        keep_default_na=False,
    )
    assert frame.shape == (2, COUNTS[name])
    day = {"gdelt": "SQLDATE", "polecat": "Event Date", "icews": "Event Date", "phoenix": "Date"}[name]
    assert frame[day].str.replace("-", "").tolist() == ["20220318", "20220318"]


def test_a_reader_of_gdelts_own_files_reads_ours():
    parsers = pytest.importorskip("py_gdelt.parsers.events")
    models = pytest.importorskip("py_gdelt.models.events")
    tone = LAYOUTS["gdelt"].columns.index("AvgTone")
    lines = [line.split("\t") for line in written("gdelt", expulsion(place=MADRID), expulsion(actors=())).splitlines()]
    # This reader refuses rows without a tone, which we do not know.
    raw = "".join("\t".join([*cells[:tone], "0", *cells[tone + 1 :]]) + "\n" for cells in lines).encode()
    first, second = [models.Event.from_raw(one) for one in parsers.EventsParser().parse(raw, is_translated=False)]
    assert (first.actor1.code, first.actor2.code, first.event_code) == ("ESTGOV", "RUS", "166")
    assert first.date.isoformat() == "2022-03-18"
    assert (first.quad_class, first.goldstein_scale, first.num_mentions) == (4, -7.0, 3)
    assert (first.action_geo.country_code, first.action_geo.lat) == ("SP", 40.4165)
    assert second.actor1 is None


def test_gdelt_tells_codes_counts_and_dates():
    (row,) = rows_of("gdelt", expulsion())
    told = {column: value for column, value in row.items() if value}
    assert told == {
        "GLOBALEVENTID": row["GLOBALEVENTID"],
        "SQLDATE": "20220318",
        "MonthYear": "202203",
        "Year": "2022",
        "FractionDate": "2022.2137",
        "Actor1Code": "ESTGOV",
        "Actor1Name": "ESTONIA",
        "Actor1CountryCode": "EST",
        "Actor1Type1Code": "GOV",
        "Actor2Code": "RUS",
        "Actor2Name": "RUSSIA",
        "Actor2CountryCode": "RUS",
        "IsRootEvent": "1",
        "EventCode": "166",
        "EventBaseCode": "166",
        "EventRootCode": "16",
        "QuadClass": "4",
        "GoldsteinScale": "-7",
        "NumMentions": "3",
        "NumSources": "3",
        "NumArticles": "3",
        "Actor1Geo_Type": "0",
        "Actor2Geo_Type": "0",
        "ActionGeo_Type": "0",
        "DATEADDED": "20220610000000",
        "SOURCEURL": "https://news.example/madrid",
    }
    assert int(row["GLOBALEVENTID"]) < 2**53


@pytest.mark.parametrize(
    ("place", "level", "name", "country"),
    [
        (MADRID, "4", "Madrid, Spain", "SP"),
        (replace(MADRID, name="Boston", country="USA"), "3", "Boston, United States", "US"),
        (replace(MADRID, name="Ohio", country="USA", precision="province"), "2", "Ohio, United States", "US"),
        (replace(MADRID, name="Bavaria", country="DEU", precision="province"), "5", "Bavaria, Germany", "GM"),
        (replace(MADRID, name="Ukraine", country="UKR", precision="country"), "1", "Ukraine", "UP"),
        (replace(MADRID, name="Black Sea", country=None, precision="region"), "0", "Black Sea", ""),
    ],
)
def test_gdelt_tells_places_by_level_and_fips_code(place, level, name, country):
    (row,) = rows_of("gdelt", expulsion(place=place))
    assert (row["ActionGeo_Type"], row["ActionGeo_FullName"], row["ActionGeo_CountryCode"]) == (level, name, country)


def test_gdelt_tells_organisations_and_groups_by_their_codes():
    (row,) = rows_of("gdelt", expulsion(actors=(UN,), recipients=(HEZBOLLAH,)))
    sides = [
        tuple(row[f"Actor{n}{part}"] for part in ("Code", "CountryCode", "KnownGroupCode", "Type1Code")) for n in (1, 2)
    ]
    assert sides == [("IGOUNO", "", "UNO", "IGO"), ("LBNREBHEZ", "LBN", "HEZ", "REB")]


def test_gdelt_calls_states_as_cameo_does_and_phoenix_by_iso_codes():
    romanian = expulsion(actors=(ROMANIA,))
    assert rows_of("gdelt", romanian)[0]["Actor1Code"] == "ROMMIL"
    assert rows_of("phoenix", romanian)[0]["SourceActorFull"] == "ROUMIL"


@pytest.mark.parametrize(
    ("cameo", "gdelt", "phoenix"), [("020", "1", "0"), ("040", "1", "1"), ("160", "4", "3"), ("190", "4", "4")]
)
def test_quad_classes_are_numbered_as_each_layout_does(cameo, gdelt, phoenix):
    told = expulsion(cameo=cameo)
    assert rows_of("gdelt", told)[0]["QuadClass"] == gdelt
    assert rows_of("phoenix", told)[0]["QuadClass"] == phoenix


def test_base_and_root_codes_are_cut_from_the_code():
    (row,) = rows_of("gdelt", expulsion(cameo="0874"))
    assert (row["EventCode"], row["EventBaseCode"], row["EventRootCode"]) == ("0874", "087", "08")


def test_polecat_tells_types_scores_and_numbers_of_states():
    (row,) = rows_of("polecat", expulsion(place=MADRID))
    told = {column: value for column, value in row.items() if value}
    assert told == {
        "Event ID": "x1-1_SANCTION",
        "Event Date": "2022-03-18",
        "Event Type": "SANCTION",
        "Event Mode": "expel",
        "Intensity": "-5.5",
        "Quad Code": "MATERIAL CONFLICT",
        "Contexts": "diplomatic",
        "Actor Name": "Estonia",
        "Actor Country": "EST",
        "Actor COW": "366",
        "Primary Actor Sector": "GOV",
        "Actor Sectors": "GOV",
        "Recipient Name": "Russia",
        "Recipient Country": "RUS",
        "Recipient COW": "365",
        "Placename": "Madrid",
        "City": "Madrid",
        "Country": "ESP",
        "Latitude": "40.4165",
        "Longitude": "-3.70256",
        "Source": "Wire",
        "Publication Date": "2022-06-20",
        "Version": row["Version"],
    }


def test_polecat_names_the_official_and_the_words_of_the_text():
    row = rows_of("polecat", account())[0]
    assert row["Actor Name"] == "Kishida Fumio"
    assert row["Actor Title"] == "Prime Minister of Japan"
    assert row["Actor Name Raw"] == "Japan’s prime minister"


def test_icews_tells_states_and_sectors_in_its_own_words():
    (row,) = rows_of("icews", expulsion(actors=(ROMANIA,), place=replace(MADRID, country="RUS")))
    assert (row["Source Name"], row["Source Sectors"], row["Source Country"]) == (
        "Romania",
        "Government,Military",
        "Romania",
    )
    assert row["Target Country"] == row["Country"] == "Russian Federation"
    assert row["Event Text"] == "Expel or withdraw, not specified below"
    assert (row["CAMEO Code"], row["Intensity"], row["Sentence Number"]) == ("166", "-7", "1")
    assert row["Event ID"].isdigit()
    assert row["Story ID"].isdigit()


def test_phoenix_parts_codes_as_its_pipeline_does():
    (row,) = rows_of("phoenix", expulsion(actors=(HEZBOLLAH,), recipients=(UN,)))
    source = [row[f"SourceActor{part}"] for part in ("Full", "Entity", "Role", "Attribute")]
    target = [row[f"TargetActor{part}"] for part in ("Full", "Entity", "Role", "Attribute")]
    assert source == ["LBNREBHEZ", "LBN", "REB", "HEZ"]
    assert target == ["IGOUNO", "IGO", "", "UNO"]
    assert (row["Date"], row["Year"], row["Month"], row["Day"]) == ("20220318", "2022", "03", "18")
    assert row["NewsSources"] == "Wire;Herald;Gazette"


def test_there_is_a_row_for_each_actor_and_each_recipient():
    rows = rows_of("phoenix", expulsion(actors=(ESTONIA, ROMANIA), recipients=(RUSSIA, RSF)))
    told = [(row["SourceActorFull"], row["TargetActorFull"]) for row in rows]
    assert told == [("ESTGOV", "RUS"), ("ESTGOV", "SDNUAF"), ("ROUMIL", "RUS"), ("ROUMIL", "SDNUAF")]
    assert len({row["EventID"] for row in rows}) == 4


def test_what_several_do_with_each_other_is_a_row_for_each_two():
    rows = rows_of("gdelt", expulsion(type="CONSULT", actors=(ESTONIA, ROMANIA, UN), recipients=()))
    told = [(row["Actor1Code"], row["Actor2Code"]) for row in rows]
    assert told == [("ESTGOV", "ROMMIL"), ("ESTGOV", "IGOUNO"), ("ROMMIL", "IGOUNO")]


def test_what_several_do_side_by_side_makes_no_pair_of_them():
    rows = rows_of("gdelt", expulsion(type="ACCUSE", actors=(ESTONIA, ROMANIA), recipients=()))
    assert [(row["Actor1Code"], row["Actor2Code"]) for row in rows] == [("ESTGOV", ""), ("ROMMIL", "")]


def test_a_side_that_nobody_is_leaves_its_cells_empty():
    (row,) = rows_of("icews", expulsion(actors=()))
    assert [row[f"Source {part}"] for part in ("Name", "Sectors", "Country")] == ["", "", ""]
    assert row["Target Name"] == "Russia"


def test_an_act_without_a_day_is_dated_to_its_first_report():
    assert rows_of("icews", expulsion(date=None))[0]["Event Date"] == "2022-06-10"


def test_an_act_of_a_month_is_dated_to_its_first_day():
    month = ActDate(start="2022-03-01", end="2022-03-31", precision="month", event="e1")
    assert rows_of("icews", expulsion(date=month))[0]["Event Date"] == "2022-03-01"


@pytest.mark.parametrize("name", NAMES)
def test_an_act_without_any_day_or_anybody_has_no_row(name):
    stream = io.BytesIO()
    assert write_layout(name, [bare(), expulsion(actors=(), recipients=())], stream) == 0


def test_ids_hang_on_act_and_sides_only():
    one = rows_of("gdelt", expulsion())[0]["GLOBALEVENTID"]
    assert rows_of("gdelt", expulsion(id="x2"), expulsion(goldstein=1.0))[1]["GLOBALEVENTID"] == one
    assert rows_of("gdelt", expulsion(actors=(ROMANIA, ESTONIA)))[1]["GLOBALEVENTID"] == one


def test_a_document_without_address_is_cited():
    told = replace(expulsion(), document=heading(url=None))
    assert rows_of("gdelt", told)[0]["SOURCEURL"] == "Kishida to attend summit, Wire, 2022-06-20"


def test_an_unknown_layout_is_an_error_that_names_the_known_ones():
    with pytest.raises(DragomanError, match="'acled'; choose one of gdelt, polecat, icews, phoenix"):
        write_layout("acled", [], io.BytesIO())


def test_what_is_written_goes_to_a_path_too(tmp_path):
    assert write_layout("polecat", [expulsion()], tmp_path / "acts.txt") == 1
    assert (tmp_path / "acts.txt").read_text(encoding="utf-8") == written("polecat", expulsion())


anything = st.text() | st.sampled_from(["a\tb", "a\nb", "a\r\nb", '"', '""a"', "a b", "a\x85b", "a\0b", ";"])
degrees = st.none() | st.floats(min_value=-180, max_value=180)


@settings(max_examples=60)
@given(words=anything, country=anything, sector=anything, latitude=degrees, name=st.sampled_from(NAMES))
def test_no_cell_ever_holds_a_tab_or_a_line_break(words, country, sector, latitude, name):
    side = Party(id=words, name=words, kind="person", country=country, sector=sector, office=words, event="e1")
    place = ActPlace(name=words, country=country, precision="site", latitude=latitude, longitude=latitude, event="e1")
    odd = expulsion(id=words, mode=words, contexts=(words,), actors=(side,), outlets=(words,), place=place)
    accounts = [replace(odd, document=telling(words).document), telling(words), expulsion()]
    text = written(name, *accounts)
    lines = text.splitlines()
    assert all(len(line.split("\t")) == COUNTS[name] for line in lines)
    assert len(lines) == 3 + LAYOUTS[name].header
    assert len(rows_of(name, *accounts)) == 3
