"""Acts with their reports in full, and the leads of documents: what the ledger is made of."""

from dataclasses import replace

import pytest
from tests.store import made

from dragoman.errors import StoreError
from dragoman.questions import read_question
from dragoman.records.question import Question
from dragoman.store import open_store
from dragoman.store.checking import check

DATED = [one for one in made.stories() if one.document.published]
LED = "Kishida told reporters in Tokyo that Japan’s coast guard had sailed to Manila."


def with_lead() -> made.Coded:
    """A text of which a clause is too unsure to be an act."""
    told = made.coded(
        LED,
        made.act("CONSULT", "told", {"Kishida": "JPN"}, {"reporters": "PRESS"}),
        made.act("COOPERATE", "sailed", {"Japan": "JPN"}, {"Manila": "PHL"}),
        published="2023-11-03",
    )
    return replace(told, events=told.events[:1], leads=told.events[1:])


@pytest.fixture
def store(place):
    with open_store(place(), create=True) as store:
        store.add([*DATED, with_lead()], coding=made.CODING)
        yield store


def test_a_deed_is_an_act_with_its_reports_oldest_first(store):
    (deed,) = store.deeds(read_question("party:KOR"))
    assert [report.id for report in deed.reports] == list(deed.act.reports)
    assert [report.order for report in deed.reports] == sorted(report.order for report in deed.reports)
    assert {outlet for report in deed.reports for outlet in report.outlets} == set(deed.act.outlets)


def test_the_fullest_event_tells_the_act_as_it_stands(store):
    (deed,) = store.deeds(read_question("party:KOR"))
    assert (deed.fullest.type, deed.fullest.status) == (deed.act.type, deed.act.status)
    assert deed.fullest in [report.event for report in deed.reports]


def test_without_a_question_all_acts_are_deeds(store):
    assert [deed.act for deed in store.deeds()] == list(store.every_act())


def test_as_of_a_day_only_what_was_known_then_is_told(store):
    (deed,) = store.deeds(replace(read_question("party:KOR"), as_of="2023-08-16"))
    assert [report.known_on for report in deed.reports] == ["2023-08-15"]
    assert deed.fullest.status == "planned"
    assert not list(store.deeds(Question(as_of="2020-01-01", conditions=read_question("party:CHN").conditions)))


def test_many_acts_are_told_in_parts(place):
    numbers = range(1100)
    with open_store(place(), create=True) as store:
        store.add([one for at in numbers for one in [harbour(at)]], coding=made.CODING)
        assert len({deed.act.id for deed in store.deeds()}) == len(numbers)


def harbour(at: int) -> made.Coded:
    """A ship put into a harbour, each in another year: no two are one act."""
    year = 900 + at
    day = f"{year:04}-05-06"
    text = f"Envoys of Norway met those of Denmark on the day of the {at}th fair."
    return made.coded(
        text,
        made.act("CONSULT", "met", {"Norway": "NOR"}, {"Denmark": "DNK"}, day=("the day", day)),
        published=day,
    )


def test_leads_are_kept_and_told_of_those_who_take_part(store):
    (lead,) = store.leads({"PHL"})
    assert (lead.act.type, lead.act.first_reported, lead.reports[0].outlets) == ("COOPERATE", "2023-11-03", ("Wire",))
    assert lead.fullest.trigger.text == "sailed"
    assert not store.leads({"KOR"})
    assert check(store) == ()


def test_a_lead_is_no_event_and_no_act(store):
    (lead,) = store.leads({"PHL"})
    assert lead.fullest.id not in {event.id for event in store.every_event()}
    assert not list(store.deeds(read_question("party:PHL")))
    with pytest.raises(StoreError, match="no event"):
        store.event(lead.fullest.id)


def test_a_lead_is_not_known_before_its_text(store):
    assert not store.leads({"PHL"}, as_of="2023-11-02")
    assert store.leads({"PHL"}, as_of="2023-11-03")


def test_a_report_may_be_an_event_or_a_lead(store):
    (lead,) = store.leads({"PHL"})
    assert store.report(lead.fullest.id) == lead.fullest
    event = made.summit_planned().events[0]
    assert store.report(event.id[:10]) == event
    with pytest.raises(StoreError, match="no event"):
        store.report("nothing")
