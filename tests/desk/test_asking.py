"""What one can ask of a store: counts, series, networks, movers, first times, comparisons, passages."""

import pytest
from tests.store import made

from dragoman.analysis.comparing import compare
from dragoman.desk import asking
from dragoman.errors import QuestionError, StoreError
from dragoman.questions import read_question
from dragoman.records.event_row import EventRow, Side
from dragoman.records.question import Days, Question
from dragoman.store import open_store


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    with open_store(tmp_path_factory.mktemp("asked"), create=True) as store:
        store.add([one for one in made.stories() if one.document.published], coding=made.CODING)
        yield store


@pytest.fixture(scope="module")
def summit(store):
    (act,) = (act for act in store.every_act(read_question("type:CONSULT")) if len(act.reports) > 1)
    return act


def test_acts_and_events_are_counted(store):
    assert asking.number_of(store, Question()) == len(list(store.every_act()))
    assert asking.number_of(store, Question(), kept="events") == len(list(store.every_event()))


def test_an_answer_is_divided_by_a_field_the_commonest_value_first(store):
    types = asking.facets(store, Question(), "type")
    assert sum(types.values()) == asking.number_of(store, Question())
    assert list(types.values()) == sorted(types.values(), reverse=True)
    assert asking.facets(store, read_question("type:CONSULT"), "recipient") == {"JPN": 1, "KOR": 1}


def test_a_field_that_divides_nothing_is_refused_with_those_that_do(store):
    with pytest.raises(QuestionError, match=r"'hue'.*type, status"):
        asking.facets(store, Question(), "hue")


def test_a_series_stands_beside_the_documents_read_and_fills_the_range_asked_for(store):
    series = asking.series(store, read_question("type:CONSULT date:2023-07..2023-09"), by="month")
    assert [(one.name, one.number, one.gap) for one in series.buckets] == [
        ("2023-07", 0, True),
        ("2023-08", 1, False),
        ("2023-09", 0, False),
    ]


def test_reports_can_be_counted_in_place_of_acts(store, summit):
    question = read_question("type:CONSULT date:2023-08")
    (acts,) = asking.series(store, question).buckets
    (events,) = asking.series(store, question, kept="events").buckets
    assert (acts.number, events.number) == (1, len(summit.reports))


def test_changes_tell_by_which_test_they_were_looked_for(store):
    assert "permutation" in asking.changes(store, Question()).test


def test_a_network_has_who_acts_toward_whom(store):
    graph = asking.network(store, read_question("type:ASSAULT"))
    assert ("AZE", "ARM") in graph.edges


def test_movers_compare_two_periods(store):
    found = asking.movers(store, Question(), before=Days(last="2023-08-31"), after=Days(first="2023-09-01"))
    assert ("AZE", "ARM", 0) in [(one.actor, one.recipient, one.before) for one in found.movers]


def test_the_first_act_of_a_dyad_is_a_first(store, summit):
    firsts = asking.firsts(store, read_question("type:CONSULT actor:USA"))
    assert ("USA", "JPN", summit.id) in [(one.actor, one.recipient, one.act) for one in firsts]


def test_an_empty_store_has_no_firsts(tmp_path):
    with open_store(tmp_path, create=True) as empty:
        assert asking.firsts(empty, Question()) == ()


def test_acts_are_compared_as_data_without_status_has_them(tmp_path):
    with open_store(tmp_path, create=True) as planned:
        planned.add([made.summit_planned()], coding=made.CODING)
        row = EventRow(
            file="rows", line=1, layout="gdelt", id="1", date="2023-08-15", type="AGREE", quad="verbal_cooperation",
            actors=(Side(id="USA", country="USA"),), recipients=(Side(id="JPN", country="JPN"),),
        )  # fmt: skip
        found = compare(asking.plain_acts(planned, Question()), [row])
    assert (found.total.both, found.total.only_rows) == (1, 0)


def test_of_an_act_in_a_list_that_passage_comes_first_by_which_it_stands(store, summit):
    (listed,), (told,) = asking.with_foremost(store, [summit]), asking.with_passages(store, [summit])
    assert summit.status_history[-1].status == summit.status == "occurred"
    assert listed.passages[0].event == summit.status_history[-1].event != told.passages[0].event
    assert sorted(listed.passages, key=lambda one: summit.reports.index(one.event)) == list(told.passages)


def test_of_an_act_in_a_list_the_passage_with_the_words_comes_first(store, summit):
    (listed,) = asking.with_foremost(store, [summit], words=("aides",))
    assert "aides" in listed.passages[0].text
    assert "aides" not in asking.with_foremost(store, [summit])[0].passages[0].text


def test_acts_come_with_the_words_of_their_reports_oldest_first(store, summit):
    (told,) = asking.with_passages(store, [summit])
    assert [one.event for one in told.passages] == list(summit.reports)
    first = told.passages[0]
    assert first.text[slice(*first.trigger)] == "host"
    assert first.published == "2023-08-15"


def test_an_act_is_told_as_it_was_known(store, summit):
    assert asking.act(store, summit.id, as_of="2023-08-16").status == "planned"
    assert asking.act(store, summit.reports[-1]).id == summit.id


def test_an_act_of_later_is_told_to_be_unknown_on_a_day(store, summit):
    with pytest.raises(StoreError, match="not known yet on 2023-08-01; it was first reported on 2023-08-15"):
        asking.act(store, summit.id, as_of="2023-08-01")


def test_what_a_store_holds_is_counted(store):
    held = asking.holdings(store)
    assert held.counts["publications"] > held.counts["documents"] == held.codings[made.CODING]
    assert (held.first, held.last) == ("2023-04-04", "2023-09-21")


def test_sources_tell_who_published_what(store):
    assert {"Wire", "Herald", "Tribune", None} <= {one.outlet for one in asking.sources_of(store)}


def test_what_changed_is_told_whole_as_of_one_moment(tmp_path, monkeypatch):
    monkeypatch.setattr(asking, "_MOST", 2)
    with open_store(tmp_path, create=True) as store:
        empty = asking.updates(store, Question(), since="2022-01-01")
        assert (empty.acts, empty.events, empty.gone) == ((), (), ())
        store.add(made.stories(), coding=made.CODING)
        told = asking.updates(store, Question(), since=empty.until)
        assert told.acts == store.acts(limit=1000).items
        assert asking.updates(store, Question(), since=empty.until, kept="events").events == tuple(store.every_event())
        store.join(told.acts[0].id, told.acts[-1].id, by="Ada")
        after = asking.updates(store, Question(), since=told.until)
        assert {after.acts[0].id, *after.gone} == {told.acts[0].id, told.acts[-1].id}
        assert after.until == store.until() > told.until


def test_a_page_tells_a_moment_since_which_nothing_is_lost(store):
    page = asking.page_of_acts(store, Question(), since=None, limit=2, cursor=None)
    assert (page.items, page.next) == (store.acts(limit=2).items, store.acts(limit=2).next)
    assert (page.gone, page.until) == ((), store.until())
    assert asking.page_of_events(store, Question(), since=page.until, limit=2, cursor=None).items == ()
    assert asking.knows_changes_since(store) is None
