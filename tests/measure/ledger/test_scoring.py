from tests.measure.ledger.made import (
    ASKED,
    FIRST,
    LATER,
    day,
    deed,
    document,
    entry,
    event,
    gold,
    gold_entry,
    gold_link,
    quote,
    turn,
)

from dragoman.measure.ledger import score_ledger, together
from dragoman.measure.ledger.report import alike
from dragoman.measure.scores import Score

ASK = "asked NATO to open an office in Tokyo"
LOAN = "Japan promised Kyiv a loan by the end of 2022"
OPENED = "NATO opened its office in Tokyo"
PAID = "Japan disbursed the loan to Ukraine"


def found(report):
    """For each entry of the gold the words of the one that was found."""
    return {pair.gold.id: pair.entry.what.text if pair.entry else None for pair in report.entries}


def test_entries_are_paired_by_kind_and_overlapping_words():
    wanted = gold(gold_entry("a1", "ask", ASK, to="NATO"), gold_entry("c1", "commitment", LOAN))
    report = score_ledger(wanted, [entry("commitment", LOAN), entry("ask", "open an office in Tokyo", to="NATO")], [])
    assert found(report) == {"a1": "open an office in Tokyo", "c1": LOAN}
    assert report.entry_table()["state"] == Score(right=2, coded=2, gold=2)


def test_another_kind_or_another_passage_is_not_found_and_is_extra():
    wanted = gold(gold_entry("a1", "ask", ASK))
    report = score_ledger(wanted, [entry("commitment", ASK), entry("ask", LOAN)], [])
    assert found(report) == {"a1": None}
    assert report.entry_table()["found"] == Score(right=0, coded=2, gold=1)
    assert report.entry_table("commitment")["found"] == Score(right=0, coded=1, gold=0)


def test_a_name_in_common_does_not_make_one_passage():
    wanted = gold(gold_entry("a1", "ask", "Kishida asked NATO to open an office"))
    assert found(score_ledger(wanted, [entry("ask", "in Tokyo. Japan promised Kyiv")], [])) == {"a1": None}
    near = entry("ask", "office in Tokyo. Japan promised Kyiv")
    assert found(score_ledger(wanted, [near], [])) == {"a1": None}


def test_levels_hold_what_those_before_them_do():
    wanted = gold(
        gold_entry("a1", "ask", ASK, to="NATO", state="met"),
        gold_entry("c1", "commitment", LOAN, by="JPN", due="2022-12-31", state="open"),
    )
    entries = [
        entry("ask", ASK, to="NATO", state="open"),
        entry("commitment", LOAN, by="UKR", due=day("2022-12-31"), state="open"),
    ]
    table = score_ledger(wanted, entries, []).entry_table()
    assert {level: score.right for level, score in table.items()} == {"found": 2, "parties": 1, "due": 1, "state": 0}


def test_one_entry_stands_for_one_of_the_gold_and_the_nearest_words_win():
    wanted = gold(gold_entry("a1", "ask", ASK), gold_entry("a2", "ask", LOAN))
    whole, part = entry("ask", ASKED), entry("ask", LOAN)
    report = score_ledger(wanted, [whole, part], [])
    assert found(report) == {"a1": ASKED, "a2": LOAN}
    assert found(score_ledger(wanted, [whole], [])) == {"a1": None, "a2": ASKED}


def test_an_entry_told_elsewhere_is_found_by_a_report_of_its_act():
    wanted = gold(gold_entry("a1", "ask", ASK))
    acts = [deed("act-1", event("opened", of=LATER), event("asked"))]
    elsewhere = entry("ask", OPENED, of=LATER, act="act-1")
    assert found(score_ledger(wanted, [elsewhere], acts)) == {"a1": OPENED}
    assert found(score_ledger(wanted, [elsewhere], [])) == {"a1": None}


def test_words_of_the_passage_itself_are_better_than_a_report_of_the_act():
    wanted = gold(gold_entry("a1", "ask", ASK, by="JPN", to="NATO"))
    acts = [deed("act-1", event("opened", of=LATER), event("asked"))]
    right, there = entry("ask", OPENED, of=LATER, to="NATO", act="act-1"), entry("ask", ASK, by="KOR")
    report = score_ledger(wanted, [right, there], acts)
    assert found(report) == {"a1": ASK}
    assert report.extra_entries == (right,)


def test_an_entry_is_found_in_a_reprint_of_the_text():
    reprint = document("d3", f"By our staff. {ASKED}")
    acts = [deed("act-1", event("asked")), deed("act-2", event("promised", of=reprint), copies={"d3": "d1"})]
    wanted = gold(gold_entry("a1", "ask", ASK))
    assert found(score_ledger(wanted, [entry("ask", ASK, of=reprint)], acts)) == {"a1": ASK}
    assert found(score_ledger(wanted, [entry("ask", ASK, of=reprint)], [])) == {"a1": None}


def test_links_are_right_by_passage_and_tie():
    wanted = gold(
        gold_entry("a1", "ask", ASK),
        gold_entry("c1", "commitment", LOAN),
        links=[gold_link("a1", "fulfils", OPENED), gold_link("c1", "fulfils", PAID)],
    )
    entries = [
        entry("ask", ASK, turns=[turn("fulfils", f"{OPENED} on Monday")]),
        entry("commitment", LOAN, turns=[turn("partly_fulfils", PAID), turn("breaks", "on Monday")]),
    ]
    report = score_ledger(wanted, entries, [])
    table = report.link_table()
    assert table["linked"] == table["sense"] == Score(right=2, coded=3, gold=2)
    assert table["tie"] == Score(right=1, coded=3, gold=2)
    assert report.links_by_tie() == {
        "breaks": Score(right=0, coded=1, gold=0),
        "fulfils": Score(right=1, coded=1, gold=2),
        "partly_fulfils": Score(right=0, coded=1, gold=0),
    }
    assert [extra.tie for _, extra in report.extra_links] == ["breaks"]


def test_a_link_to_another_entry_is_wrong():
    wanted = gold(
        gold_entry("a1", "ask", ASK),
        gold_entry("c1", "commitment", LOAN),
        links=[gold_link("a1", "fulfils", OPENED)],
    )
    entries = [entry("ask", ASK), entry("commitment", LOAN, turns=[turn("fulfils", OPENED)])]
    assert score_ledger(wanted, entries, []).link_table()["linked"] == Score(right=0, coded=1, gold=1)


def test_a_link_is_right_if_a_report_of_its_act_stands_in_the_passage():
    other = document("d3", "The alliance has moved into its rooms.")
    acts = [deed("act-1", event("moved", of=other), event("opened", of=LATER))]
    wanted = gold(gold_entry("a1", "ask", ASK), links=[gold_link("a1", "fulfils", OPENED)])
    told = turn("fulfils", "has moved into its rooms", of=other, act="act-1")
    entries = [entry("ask", ASK, turns=[told])]
    assert score_ledger(wanted, entries, acts).link_table()["tie"].right == 1
    assert score_ledger(wanted, entries, []).link_table()["tie"].right == 0


def test_what_made_an_entry_and_the_calendar_are_no_links():
    wanted = gold(gold_entry("c1", "commitment", LOAN))
    late = turn("overdue", PAID, quote=None)
    report = score_ledger(wanted, [entry("commitment", LOAN, turns=[late])], [])
    assert report.link_table()["linked"].coded == 0


def test_acts_of_which_a_dispute_is_made_up_are_neither_right_nor_wrong():
    further = turn("adds", PAID)
    dispute = entry("dispute", ASK, turns=[further])
    wanted = gold(gold_entry("p1", "dispute", ASK))
    assert score_ledger(wanted, [dispute], []).link_table()["tie"] == Score(right=0, coded=0, gold=0)
    named = gold(*wanted.entries, links=[gold_link("p1", "adds", PAID)])
    assert score_ledger(named, [dispute], []).link_table()["tie"] == Score(right=1, coded=1, gold=1)


def test_links_of_found_entries_are_counted_apart():
    wanted = gold(
        gold_entry("a1", "ask", ASK),
        gold_entry("c1", "commitment", LOAN),
        links=[gold_link("a1", "fulfils", OPENED), gold_link("c1", "fulfils", PAID)],
    )
    entries = [
        entry("ask", ASK, turns=[turn("fulfils", OPENED)]),
        entry("meeting", LOAN, turns=[turn("holds", PAID)]),
    ]
    report = score_ledger(wanted, entries, [])
    assert report.link_table()["tie"] == Score(right=1, coded=2, gold=2)
    assert report.link_table_of_found()["tie"] == Score(right=1, coded=1, gold=1)


def test_a_ledger_without_entries_finds_nothing():
    wanted = gold(gold_entry("a1", "ask", ASK), links=[gold_link("a1", "fulfils", OPENED)])
    report = score_ledger(wanted, [], [])
    assert report.entry_table()["found"] == Score(right=0, coded=0, gold=1)
    assert report.link_table()["linked"] == Score(right=0, coded=0, gold=1)


def test_reports_together_add_up_though_ids_are_the_same():
    wanted = gold(gold_entry("a1", "ask", ASK), links=[gold_link("a1", "fulfils", OPENED)])
    good = score_ledger(wanted, [entry("ask", ASK, turns=[turn("fulfils", OPENED)])], [])
    bad = score_ledger(wanted, [], [])
    whole = together("all", [good, bad])
    assert whole.entry_table()["found"] == Score(right=1, coded=1, gold=2)
    assert whole.link_table_of_found()["tie"] == Score(right=1, coded=1, gold=1)


def test_ties_of_one_sense_are_nearer_than_others():
    assert alike("fulfils", "fulfils") == 3
    assert alike("fulfils", "holds") == 2
    assert alike("fulfils", "breaks") == alike("repeats", "postpones") == 1


def test_the_words_of_a_quote_are_its_slice():
    assert FIRST.text[quote(ASK).start : quote(ASK).end] == ASK
