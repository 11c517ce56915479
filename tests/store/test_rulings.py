"""What people say of the ledger: ties and compliance, kept with the reports that they name."""

from dataclasses import replace

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.records.entry import Compliance, Ruling
from dragoman.store import open_store
from dragoman.store.adding import replace_batch
from dragoman.store.checking import check
from dragoman.store.contents import content
from dragoman.store.rulings import compliances_of, rulings_of, write_compliance, write_ruling
from dragoman.store.upkeep import backup, compact, restore

PLANNED, HELD = made.summit_planned(), made.summit_held()
ENTRY = f"meeting-{PLANNED.events[0].id}"
ACCUSED = HELD.events[2].id
WHEN = "2024-01-02T03:04:05+00:00"
TIED = Ruling(entry=ENTRY, act=f"act-{ACCUSED}", tie="cancels", by="Ada", note="for the test", made_at=WHEN)
JUDGED = Compliance(score=-1, by="Ada", note="nothing came of it", evidence=ACCUSED, made_at=WHEN)


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add([PLANNED, HELD], coding=made.CODING)
        yield store


def say(store, ruling=TIED, event=ACCUSED):
    with store.writing() as connection:
        write_ruling(connection, ruling, event=event)


def judge(store, entry=ENTRY, judged=JUDGED):
    with store.writing() as connection:
        write_compliance(connection, entry, judged)


def said(store):
    with store.reading() as connection:
        return rulings_of(connection)


def judgements(store):
    with store.reading() as connection:
        return dict(compliances_of(connection))


def test_what_was_said_of_a_tie_is_told_with_who_said_it_and_why(store):
    say(store)
    assert said(store) == [TIED]


def test_that_an_act_does_nothing_is_kept_too(store):
    say(store, replace(TIED, tie=None))
    assert [ruling.tie for ruling in said(store)] == [None]


def test_rulings_are_told_in_the_order_in_which_they_were_made(store):
    for tie in ("cancels", None, "holds"):
        say(store, replace(TIED, tie=tie))
    assert [ruling.tie for ruling in said(store)] == ["cancels", None, "holds"]


def test_of_two_judgements_of_an_entry_the_later_one_holds(store):
    judge(store)
    judge(store, judged=replace(JUDGED, score=1, by="Bela", evidence=None))
    assert {entry: (one.score, one.by, one.evidence) for entry, one in judgements(store).items()} == {
        ENTRY: (1, "Bela", None)
    }


def test_an_entry_or_act_that_is_not_there_is_refused(store):
    with pytest.raises(StoreError, match="no report nothing"):
        say(store, replace(TIED, entry="meeting-nothing"))
    with pytest.raises(StoreError, match="no report nothing"):
        say(store, event="nothing")
    with pytest.raises(StoreError, match="is no entry"):
        judge(store, entry="nothing")
    assert (said(store), judgements(store)) == ([], {})


def test_both_hold_after_a_new_coding_with_other_ids(store):
    say(store)
    judge(store)
    again = [made.coded_anew(PLANNED), made.coded_anew(HELD)]
    with store.writing() as connection:
        replace_batch(connection, again, store.words, coding="2.0 plover")
    planned, accused = again[0].events[0].id, again[1].events[2].id
    assert {planned, accused}.isdisjoint({PLANNED.events[0].id, ACCUSED})
    assert [(one.entry, one.act, one.tie) for one in said(store)] == [
        (f"meeting-{planned}", f"act-{accused}", "cancels")
    ]
    assert list(judgements(store)) == [f"meeting-{planned}"]


def test_what_a_new_coding_no_longer_tells_is_left_out_and_comes_back_with_it(store):
    say(store)
    with store.writing() as connection:
        replace_batch(connection, [replace(HELD, events=())], store.words, coding="2.0 plover")
    assert said(store) == []
    with store.writing() as connection:
        replace_batch(connection, [HELD], store.words, coding="3.0 plover")
    assert said(store) == [TIED]


def test_a_lead_can_be_tied_too(store):
    (accused,) = HELD.events[2:]
    with store.writing() as connection:
        replace_batch(
            connection, [replace(HELD, events=HELD.events[:2], leads=(accused,))], store.words, coding="2.0 plover"
        )
    say(store)
    assert said(store) == [TIED]


def test_check_and_a_store_told_anew_know_them(store):
    say(store)
    judge(store)
    assert check(store, deep=True) == ()


def test_a_backup_holds_them_and_compacting_leaves_them(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add([PLANNED, HELD], coding=made.CODING)
        say(store)
        judge(store)
        compact(store)
        before = content(store)
        backup(store, tmp_path / "copy")
    assert before["rulings"]
    assert before["compliances"]
    restore(tmp_path / "other", tmp_path / "copy")
    with open_store(tmp_path / "other") as other:
        assert (said(other), judgements(other)) == ([TIED], {ENTRY: JUDGED})
        assert content(other) == before


def test_a_tie_and_a_score_that_are_none_are_set_aside_and_told(store):
    say(store, replace(TIED, tie="foo", by=""))
    judge(store, judged=replace(JUDGED, score=5))
    assert (said(store), judgements(store)) == ([], {})
    tie, score, nobody = check(store)
    assert "'foo' is no tie and not heeded" in tie
    assert "5 is no score and not heeded" in score
    assert nobody.startswith("rulings: row 1: nobody is named")
    say(store)
    judge(store)
    assert (said(store), judgements(store), check(store)) == ([TIED], {ENTRY: JUDGED}, ())
