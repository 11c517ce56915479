"""PETRARCH: entries of actor dictionaries become states with further names, persons with dated offices, and bodies."""

import pytest

from dragoman.imports import read_petrarch


def test_a_state_gets_the_names_that_the_book_lacks(read):
    row = read(read_petrarch, "BURUNDI_  [BDI]\n+BURUNDIAN_\n+BUJUMBURA_\n+KINGDOM_OF_URUNDI_ # till 1966\n").row
    assert (row.id, row.name, row.kind, row.names) == ("BDI", "Burundi", "state", ("Kingdom of Urundi",))
    assert row.source == "foreign.txt:1"


def test_a_state_whose_names_are_all_in_the_book_is_told(read):
    found = read(read_petrarch, "JAPAN_ [JPN]\n+JAPANESE_\n")
    assert found.rows == ()
    assert found.reasons == [(1, "Japan: the book has Japan and all these names")]


def test_codes_behind_the_names_belong_to_all_of_them(read):
    row = read(read_petrarch, "VARUNA_RIFLE_BRIGADES_\n+VRB_\n\t[INDMIL]\n").row
    assert (row.name, row.names, row.kind) == ("Varuna Rifle Brigades", ("VRB",), "organisation")
    assert (row.country, row.sector) == ("IND", "MIL")


def test_dated_codes_are_offices_and_an_undated_one_follows_them(read):
    dictionary = (
        "HAMID_KARZAI_  # a president\n+PRESIDENT_KARZAI_\n+HAMED_KARZAI_\n\t[AFGGOV 011222-140929]\n\t[AFGELI]\n"
    )
    rows = read(read_petrarch, dictionary).rows
    assert [(row.office, row.sector, row.actor, row.start, row.end) for row in rows] == [
        ("government official", "GOV", "AFG", "2001-12-22", "2014-09-30"),
        ("public figure", "ELI", "AFG", "2014-09-30", None),
    ]
    assert {(row.id, row.kind) for row in rows} == {("hamid-karzai", "person")}
    assert "Hamed Karzai" in rows[0].names


@pytest.mark.parametrize(
    ("dates", "start", "end"),
    [
        (">010120", "2001-01-20", None),
        ("<301231", None, "2030-12-31"),
        ("310101-331108", "1931-01-01", "1933-11-09"),
        ("19790706-20010909", "1979-07-06", "2001-09-10"),
        (">970102-990304", "1997-01-02", "1999-03-05"),
    ],
)
def test_dates_of_codes(read, dates, start, end):
    row = read(read_petrarch, f"ANN_ONYMOUS_ [~INDGOV {dates}]\n").row
    assert (row.start, row.end) == (start, end)


def test_an_office_ends_on_the_day_on_which_the_next_begins(read):
    rows = read(read_petrarch, "ANN_ONYMOUS_ [INDOPP 970101-990304] [INDGOV 990304-010203]\n").rows
    assert [(row.start, row.end) for row in rows] == [("1997-01-01", "1999-03-04"), ("1999-03-04", "2001-02-04")]


@pytest.mark.parametrize(
    ("code", "sector"),
    [
        ("INDGOV", "GOV"),
        ("INDGOVMIL", "GOV"),
        ("INDMIL", "MIL"),
        ("INDMED", "JRN"),
        ("INDHLH", "MED"),
        ("INDREB", "REB"),
        ("INDOPP", "OPP"),
        ("INDPTY", "PTY"),
        ("INDCOP", "COP"),
        ("INDJUD", "JUD"),
        ("INDSPY", "SPY"),
        ("INDBUS", "BUS"),
        ("INDCVL", "CVL"),
        ("INDEDU", "EDU"),
        ("INDLEG", "LEG"),
        ("INDLAB", "LAB"),
        ("INDREF", "REF"),
        ("INDCRM", "CRM"),
        ("INDUAF", "UAF"),
        ("INDAGR", "AGR"),
        ("INDMOS", "REL"),
        ("NGO", "SOC"),
        ("NGOHRI", "SOC"),
        ("NGOHLH", "SOC"),
        ("MNC", "BUS"),
        ("IMGMUS", "REB"),
        ("WEUREB", "REB"),
        ("REB", "REB"),
    ],
)
def test_cameo_roles_are_plover_sectors(read, code, sector):
    assert read(read_petrarch, f"VARUNA_ASSOCIATION_ [{code}]\n").row.sector == sector


@pytest.mark.parametrize(
    ("code", "kind", "country", "parent"),
    [
        ("INDREB", "group", "IND", None),
        ("INDPTY", "organisation", "IND", None),
        ("IGOUNODEVHLH", "igo", None, "UN"),
        ("IGO", "igo", None, None),
        ("ROMGOV", "organisation", "ROU", None),
    ],
)
def test_the_kind_of_a_body(read, code, kind, country, parent):
    row = read(read_petrarch, f"VARUNA_COUNCIL_ [{code}]\n").row
    assert (row.id, row.kind, row.country, row.parent) == ("varuna-council", kind, country, parent)


def test_a_code_of_an_organisation_alone_adds_names_to_it(read):
    row = read(read_petrarch, "UN_WEATHER_BUREAU_ [IGOUNO]\n").row
    assert (row.id, row.name, row.names) == ("UN", "United Nations", ("UN Weather Bureau",))


def test_a_body_that_the_book_knows_by_a_name_keeps_its_id(read):
    row = read(read_petrarch, "BASQUE_FATHERLAND_AND_FREEDOM_(ETA)_ [ESPREB]\n").row
    assert (row.id, row.names) == ("eta", ("Basque Fatherland and Freedom",))


def test_an_official_of_an_organisation(read):
    row = read(read_petrarch, "ANN_ONYMOUS_\t[IGOUNOHLHWHO 970101-981231] # a comment\n").row
    assert (row.office, row.sector, row.actor) == ("international official", "GOV", "WHO")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("ANN_O'BRIEN_MCDONALD_", "Ann O'Brien McDonald"),
        ("ANN_VAN_DER_VARUNA_", "Ann van der Varuna"),
        ("ANN-MARIE_AL-VARUNI_", "Ann-Marie Al-Varuni"),
        ("A.G._VARUNA_", "A.G. Varuna"),
        ("Ann_de_Varuna", "Ann de Varuna"),
        ("MINISTER_ANN_VARUNA_", "Ann Varuna"),
    ],
)
def test_names_get_their_small_letters(read, raw, name):
    assert read(read_petrarch, f"{raw} [INDELI]\n").row.name == name


def test_a_name_with_hyphens_is_written_in_both_ways(read):
    row = read(read_petrarch, "VARUNA_KI-MUN_ [KORGOV >010101]\n").row
    assert (row.name, row.names) == ("Varuna Ki-Mun", ("Varuna Ki-mun",))


def test_a_person_is_told_by_a_first_name_of_the_book(read):
    assert read(read_petrarch, "MICHAEL_VARUNASSON_ [NGOHRI]\n").row.kind == "person"


def test_a_body_with_several_codes_keeps_the_one_without_dates(read):
    found = read(read_petrarch, "VARUNA_FRONT_\n\t[INDREB 960101-971231]\n\t[INDPTY]\n")
    assert found.row.sector == "PTY"
    assert found.reasons == [(1, "Varuna Front: a body has one sector: INDPTY is kept, not INDREB")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("VARUNA_COUNCIL_", "Varuna Council: it has no code"),
        ("VARUNA_COUNCIL_ [KKLREB]", "begins with KKL, which is no state, region or role"),
        ("VARUNA_COUNCIL_ [INDRE]", "is no row of three-letter pieces"),
        ("VARUNA_COUNCIL_ [INDGOV", "a bracket is not closed"),
        ("VARUNA_COUNCIL_ [INDGOV}", "a bracket is not closed"),
        ("VARUNA_COUNCIL_ []", "is no code"),
        ("VARUNA_COUNCIL_ [---]", "codes nobody"),
        ("VARUNA_COUNCIL_ [EUR]", "EUR is a region, which is no actor"),
        ("ANN_VARUNA_ [INDGOV 2004017-20061201]", "has a day that is none"),
        ("ANN_VARUNA_ [INDGOV 990230]", "has a day that is none"),
        ("ANN_VARUNA_ [INDGOV since 1999]", "has dates that are none"),
        ("ANN_VARUNA_ [INDGOV 990101-980101]", "ends before it starts"),
        ("FARMER {FARMERS} [~AGR]", "codes an agent"),
        ("!PERSON! = MAN, MEN", "a set of words to put in"),
        ("(IN_BRACKETS_ONLY)_ [INDGOV]", "has no name that can be read"),
        ("+VARUNA_", "belongs to no name before it"),
        ("\t[INDGOV]", "belongs to no name before it"),
        ("PARIS_ [FRAGOV >010101]", "a name alone, which the book has for another"),
    ],
)
def test_what_becomes_no_row_is_told_with_its_line(read, line, reason):
    found = read(read_petrarch, f"# a comment\n; another\n{line}\n")
    assert found.rows == ()
    assert found.skipped[0].line == 3
    assert reason in found.skipped[0].reason


def test_a_faulty_code_does_not_take_the_others_with_it(read):
    found = read(read_petrarch, "ANN_VARUNA_ [INDGOV 990230] [INDOPP >010101]\n")
    assert (found.row.sector, len(found.skipped)) == ("OPP", 1)


def test_a_dictionary_in_an_older_encoding_is_read(read):
    row = read(read_petrarch, "MANFRED_WÖRNASSON_ [DEUGOV >820101]\n".encode("cp1252")).row
    assert row.name == "Manfred Wörnasson"
