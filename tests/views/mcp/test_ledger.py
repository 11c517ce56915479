"""The tools `ledger` and `due`, asked over the shipped examples."""

import pytest

from dragoman.desk import ledger as desk
from dragoman.store import open_store


@pytest.fixture(scope="module")
def between(folder):
    with open_store(folder) as store:
        return desk.ledger(store, "UKR", with_="DEU")


def test_the_ledger_of_a_pair_has_each_entry_with_its_story_and_passages(server, between):
    told = server.answer("ledger", who="Ukraine", other="DEU", limit=100)
    assert (told["who"], told["other"]) == ("UKR", "DEU")
    assert [(one["id"], one["state"]) for one in told["entries"]] == [(one.id, one.state) for one in between]
    assert told["number"] == len(between) > 3
    for entry, own in zip(told["entries"], between, strict=True):
        assert (entry["what"]["document"], entry["what"]["start"]) == (own.what.document, own.what.start)
        assert [turn["tie"] for turn in entry["history"]] == [turn.tie for turn in own.history]
        assert entry["history"][0]["words"]["text"]


def test_entries_are_chosen_by_kind_and_state_and_told_in_parts(server, between):
    met = server.answer("ledger", who="UKR", other="DEU", kind="ask", state="met")
    assert [one["id"] for one in met["entries"]] == [
        one.id for one in between if (one.kind, one.state) == ("ask", "met")
    ]
    first = server.answer("ledger", who="UKR", other="DEU", limit=2)
    assert (len(first["entries"]), first["next"]) == (2, 2)
    assert server.answer("ledger", who="UKR", other="DEU", limit=2, skip=2)["entries"][0]["id"] == between[2].id


def test_the_ledger_is_told_as_it_stood_on_a_day(server, folder, between):
    with open_store(folder) as store:
        then = desk.ledger(store, "UKR", with_="DEU", as_of="2023-01-21")
    told = server.answer("ledger", who="UKR", other="DEU", as_of="2023-01-21")
    assert [one["id"] for one in told["entries"]] == [one.id for one in then]
    assert 0 < len(then) < len(between)


def test_what_is_due_is_told_the_earliest_first(server, folder):
    with open_store(folder) as store:
        falling = desk.due(store, before="2025-01-01", today="2023-01-01")
    told = server.answer("due", before="2025-01-01", today="2023-01-01", limit=100)
    assert [one["id"] for one in told["entries"]] == [one.id for one in falling]
    days = [one["due"]["end"] for one in told["entries"]]
    assert days == sorted(days)
    assert days
    own = server.answer("due", before="2025-01-01", after="2019-01-01", who="Iran", today="2023-01-01")
    assert all(one["due"]["end"] >= "2019-01-01" for one in own["entries"])
    assert own["number"] < told["number"]


def test_errors_say_who_may_be_meant_and_which_words_there_are(server):
    assert "nobody is called Ukrane; did you mean Ukraine (UKR)?" in server.error("ledger", who="Ukrane")
    assert "'commitment'" in server.error("ledger", who="UKR", kind="promise")
    assert server.error("due", before="2022-01-01", after="2023-01-01").endswith("turn the days round")
    assert server.error("due") == "before is missing; give it"
