from tests.measure.ledger.made import entry, gold, gold_entry, gold_link, turn

from dragoman.measure.ledger import score_ledger
from dragoman.measure.ledger.listing import listing, tables

ASK = "asked NATO to open an office in Tokyo"
LOAN = "Japan promised Kyiv a loan by the end of 2022"
OPENED = "NATO opened its office in Tokyo"
PAID = "Japan disbursed the loan to Ukraine"


def report():
    wanted = gold(
        gold_entry("a1", "ask", ASK, to="NATO", state="met"),
        gold_entry("c1", "commitment", LOAN, to="UKR", due="2022-12-31", state="kept"),
        links=[gold_link("a1", "fulfils", OPENED), gold_link("c1", "fulfils", PAID)],
    )
    asked = entry("ask", ASK, to="NATO", turns=[turn("fulfils", OPENED)])
    met = entry("meeting", LOAN, by="JPN UKR", turns=[turn("holds", PAID, reasons=("same sides: JPN",))])
    return score_ledger(wanted, [asked, met], [])


def test_each_entry_of_the_gold_stands_beside_what_was_found_and_what_is_wrong_of_it():
    lines = list(listing(report()))
    place = lines.index(f"  ~ a1 d1 JPN → NATO, met: “{ASK}”")
    assert lines[place + 1] == f"      found  d1 ask JPN → NATO, open: “{ASK}” (ask-d1-8)"
    assert lines[place + 2] == "      wrong  state: open, wanted met"
    assert f"  - c1 d1 JPN → UKR, due 2022-12-31, kept: “{LOAN}”" in lines
    assert f"  + extra  d1 meeting JPN, UKR, held: “{LOAN}” (meeting-d1-47)" in lines


def test_each_link_of_the_gold_stands_beside_what_was_found():
    lines = list(listing(report()))
    place = lines.index(f"  = a1 fulfils d2 “{OPENED}”")
    assert lines[place + 1 : place + 3] == [
        f"      to     “{ASK}”",
        f"      found  fulfils 1.00 d2 “{OPENED}”",
    ]
    place = lines.index(f"  - c1 fulfils d2 “{PAID}”")
    assert lines[place + 1] == f"      to     “{LOAN}”  (this entry was not found)"
    place = lines.index(f"  + extra  holds 1.00 d2 “{PAID}”")
    assert lines[place + 2] == "      why    same sides: JPN"


def test_tables_have_a_line_for_each_kind_and_tie():
    lines = list(tables(report()))
    rows = {line.split()[0]: line.split()[1:] for line in lines if line.startswith("  ")}
    assert rows["ask"] == ["1", "1", *["1.000"] * 9, *["0.000"] * 3]
    assert rows["commitment"][:2] == ["1", "0"]
    assert rows["fulfils"] == ["2", "1", "1.000", "0.500", "0.667"]
    assert rows["holds"][:2] == ["0", "1"]


def test_a_gold_without_links_says_nothing_of_those_found_but_they_are_listed():
    asked = entry("ask", ASK, turns=[turn("fulfils", OPENED)])
    unlinked = score_ledger(gold(gold_entry("a1", "ask", ASK)), [asked], [])
    assert not any("links" in line for line in tables(unlinked))
    assert f"  + extra  fulfils 1.00 d2 “{OPENED}”" in list(listing(unlinked))
