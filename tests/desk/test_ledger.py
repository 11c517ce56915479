"""What one can ask of the ledger of a store, and what people say of it."""

from dataclasses import replace

import pytest
from tests.desk.made_ledger import CODING, all_let_in, brussels, documents, madrid, seoul, tokyo

from dragoman.desk import ledger as desk
from dragoman.errors import StoreError
from dragoman.questions import read_question
from dragoman.store import open_store
from dragoman.store.adding import replace_batch

INVITE, OPEN = (madrid().events[at].id for at in (1, 2))
ASK, PROMISE = f"ask-{INVITE}", f"commitment-{OPEN}"
OPENED = f"act-{brussels().events[0].id}"


@pytest.fixture
def store(tmp_path):
    with open_store(tmp_path / "store", create=True) as store, all_let_in():
        store.add(documents(), coding=CODING)
        yield store


def states(entries):
    return {entry.id: entry.state for entry in entries}


def one(store, id_, **given):
    return desk.story(store, id_, **given).entry


def test_the_entries_of_a_party_stand_as_later_acts_left_them(store):
    entries = desk.ledger(store, "JPN", today="2025-06-01")
    assert [entry.kind for entry in entries] == ["ask", "commitment", "meeting"]
    assert states(entries)[ASK] == "met"
    assert states(entries)[PROMISE] == "kept"


def test_entries_between_two_are_those_of_both(store):
    assert desk.ledger(store, "JPN", with_="NATO") == desk.ledger(store, "NATO", with_="JPN")
    assert desk.ledger(store, "JPN", with_="KOR") == ()
    assert desk.ledger(store, "KOR") == ()


def test_entries_are_asked_for_by_kind_and_state(store):
    assert list(states(desk.ledger(store, "JPN", kind="ask"))) == [ASK]
    assert list(states(desk.ledger(store, "JPN", state="kept"))) == [PROMISE]


def test_a_page_goes_on_behind_an_entry_that_is_no_longer_there(store):
    entries = sorted(desk.ledger(store, "JPN"), key=desk.last_day, reverse=True)
    first = desk.paged(entries, desk.last_day, limit=1, cursor=None, ascending=False)
    rest = desk.paged(entries[1:], desk.last_day, limit=5, cursor=first.next, ascending=False)
    assert [*first.items, *rest.items] == entries
    assert rest.next is None


def test_as_of_a_day_only_what_was_known_then_counts(store):
    then = states(desk.ledger(store, "JPN", as_of="2023-06-01"))
    assert (then[ASK], then[PROMISE]) == ("met", "open")
    before = desk.ledger(store, "JPN", as_of="2022-07-01")
    assert {entry.state for entry in before} == {"open", "planned"}


def test_the_calendar_makes_overdue_what_was_not_done(store):
    assert states(desk.ledger(store, "JPN", as_of="2024-12-31"))[PROMISE] == "open"
    late = one(store, PROMISE, as_of="2025-01-10")
    assert (late.state, late.history[-1].tie, late.history[-1].day) == ("overdue", "overdue", "2024-12-31")
    assert one(store, PROMISE, as_of="2023-06-01", today="2025-02-01").state == "overdue"


def test_the_order_in_which_texts_came_changes_nothing(store, tmp_path):
    with open_store(tmp_path / "other", create=True) as other:
        for document in reversed(documents()):
            other.add([document], coding=CODING)
        assert desk.ledger(other, "JPN", today="2025-06-01") == desk.ledger(store, "JPN", today="2025-06-01")


def test_what_is_due_is_told_until_it_is_done(tmp_path):
    with open_store(tmp_path / "store", create=True) as store, all_let_in():
        store.add([madrid(), tokyo()], coding=CODING)
        asked = {"before": "2025-01-01", "today": "2024-06-01"}
        assert list(states(desk.due(store, **asked))) == [PROMISE]
        assert list(states(desk.due(store, **asked, who="NATO"))) == [PROMISE]
        assert desk.due(store, **asked, who="KOR") == ()
        assert desk.due(store, before="2024-12-31", today="2024-06-01") == ()
        assert desk.due(store, before="2026-01-01", after="2025-01-01", today="2024-06-01") == ()
        store.add([brussels()], coding=CODING)
        assert desk.due(store, **asked) == ()


def test_a_story_has_a_passage_for_every_turn_with_its_outlet(store):
    told = desk.story(store, PROMISE, today="2025-06-01")
    assert [(chapter.turn.tie, chapter.passage.outlet, chapter.passage.published) for chapter in told.chapters] == [
        ("made", "Wire", "2022-06-30"),
        ("fulfils", "Gazette", "2025-01-17"),
    ]
    passage = told.chapters[1].passage
    assert passage.text[slice(*passage.trigger)] == "opened"


def test_a_story_is_found_by_the_beginning_of_an_id(store):
    assert desk.story(store, PROMISE[:16]).entry.id == PROMISE


@pytest.mark.parametrize("id_", ["commitment-nothing", "nothing", f"measure-{OPEN}"])
def test_a_story_that_is_none_is_refused(store, id_):
    with pytest.raises(StoreError, match="no e"):
        desk.story(store, id_)


def test_of_a_meeting_the_texts_are_laid_side_by_side(store):
    (meeting,) = desk.ledger(store, "JPN", kind="meeting")
    told = {readout.outlets: readout for readout in desk.story(store, meeting.id).readouts}
    herald, courier = told["Herald",], told["Courier",]
    assert (herald.tells["place"], herald.tells["persons"]) == (("Tokyo",), ("Jens Stoltenberg",))
    assert herald.leaves_out["persons"] == ("Kishida Fumio",)
    assert courier.leaves_out["place"] == ("Tokyo",)
    assert "persons" in courier.tells
    assert courier.quotes[0].text.startswith("Kishida received")


def test_bearing_tells_which_asks_and_promises_bore_fruit(store):
    ours, theirs = desk.bearing(store, "JPN", "NATO", today="2025-06-01")
    assert (ours.by, ours.to) == ("JPN", "NATO")
    assert [entry.id for entry in ours.asks["met"]] == [ASK]
    assert [entry.id for entry in ours.promises["kept"]] == [PROMISE]
    assert not any([*theirs.asks.values(), *theirs.promises.values()])


def test_a_tie_that_a_person_takes_away_counts_no_longer(store):
    desk.rule(store, PROMISE, OPENED, None, by="Ada", note="another mission")
    assert one(store, PROMISE, today="2025-06-01").state == "overdue"
    assert one(store, ASK, today="2025-06-01").state == "met"


def test_a_person_says_what_an_act_does(store):
    desk.rule(store, PROMISE, OPENED, "partly_fulfils", by="Ada")
    entry = one(store, PROMISE, today="2024-01-01")
    assert (entry.state, entry.history[-1].tie, entry.history[-1].by_hand) == ("partly kept", "partly_fulfils", True)


def test_an_act_may_be_named_by_a_report(store):
    desk.rule(store, PROMISE, OPENED.removeprefix("act-"), None, by="Ada")
    assert one(store, PROMISE, today="2024-01-01").state == "open"


def test_of_two_rulings_the_later_one_holds(store):
    desk.rule(store, PROMISE, OPENED, None, by="Ada")
    desk.rule(store, PROMISE, OPENED, "fulfils", by="Bela")
    assert one(store, PROMISE).state == "kept"


def test_a_ruling_holds_after_a_new_coding(store):
    desk.rule(store, PROMISE, OPENED, None, by="Ada")
    again = [with_other_ids(document) for document in (madrid(), brussels())]
    with store.writing() as connection:
        replace_batch(connection, again, store.words, coding="2.0 plover")
    (promise,) = desk.ledger(store, "JPN", kind="commitment", today="2024-01-01")
    assert promise.id != PROMISE
    assert promise.state == "open"


def with_other_ids(coded):
    """As another version would code it."""
    ids = {event.id: f"{event.id[:-1]}x" for event in coded.events}
    events = (replace(event, id=ids[event.id], content_of=ids.get(event.content_of or "")) for event in coded.events)
    return replace(coded, events=tuple(events))


def test_an_act_that_is_not_there_cannot_be_tied(store):
    with pytest.raises(StoreError, match="no act act-nothing"):
        desk.rule(store, PROMISE, "act-nothing", "fulfils", by="Ada")


def test_how_far_a_promise_was_kept_is_kept_with_its_evidence(store):
    evidence = OPENED.removeprefix("act-")
    desk.comply(store, PROMISE, 0, by="Ada", note="a part of it")
    desk.comply(store, PROMISE, 1, by="Bela", evidence=evidence[:8])
    judged = one(store, PROMISE).compliance
    assert (judged.score, judged.by, judged.evidence) == (1, "Bela", evidence)
    assert one(store, ASK).compliance is None
    with pytest.raises(StoreError, match="no event nothing"):
        desk.comply(store, PROMISE, 1, by="Ada", evidence="nothing")


def test_an_act_that_nothing_ties_to_an_entry_can_be_tied_by_hand(store):
    store.add([seoul()], coding=CODING)
    (rejected,) = store.deeds(read_question("type:REJECT"))
    desk.rule(store, ASK, rejected.act.id, "withdraws", by="Ada")
    assert rejected.act.id in {turn.act for turn in one(store, ASK).history}
