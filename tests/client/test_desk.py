"""The desk for programs: the verbs answer as the modules of the desk do, in words as people write them."""

import doctest
import inspect

import duckdb
import polars as pl
import pyarrow as pa
import pytest
from tests.store import made

import dragoman
from dragoman.client import answer as answer_module
from dragoman.client import desk as desk_module
from dragoman.client import opening
from dragoman.desk import asking, ledger
from dragoman.errors import QuestionError, StoreError
from dragoman.questions import read_question
from dragoman.views.cli.app import app


@pytest.fixture(scope="module")
def news(tmp_path_factory):
    folder = tmp_path_factory.mktemp("program") / "news"
    with dragoman.open_store(folder, create=True) as store:
        store.add([one for one in made.stories() if one.document.published], coding=made.CODING)
    return folder


@pytest.fixture(scope="module")
def desk(news):
    with dragoman.open(news) as desk:
        yield desk


EXAMPLES = [
    one for module in (opening, desk_module) for one in doctest.DocTestFinder().find(module, "client") if one.examples
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one.name)
def test_a_docstring_shows_what_is_answered(example, desk, news, monkeypatch):
    monkeypatch.chdir(news.parent)
    example.globs |= {"desk": desk, "dragoman": dragoman}
    told = []
    failed, tried = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(example, out=told.append)
    assert (failed, tried) == (0, len(example.examples)), "".join(told)


def test_every_verb_of_the_command_line_that_asks_a_store_is_a_verb_of_the_desk():
    not_of_a_store = {
        "code",
        "documents",
        "explain",
        "measure",
        "serve",
        "mcp",
        "report",
        "chart",
        "release",
        "completion",
    }
    other_names = {"show": "act", "compare-with": "compare"}
    commands = {one.name or one.callback.__name__.replace("_", "-") for one in app.registered_commands}
    verbs = {name for name, _ in inspect.getmembers(dragoman.Desk, inspect.isfunction)}
    assert {other_names.get(name, name) for name in commands - not_of_a_store} - verbs == set()


def test_only_words_are_looked_for_in_texts(desk):
    for told in ("", "type:CONSULT", "summit date:2023"):
        with pytest.raises(QuestionError, match="is not only words to look for in texts; `find` asks for acts"):
            desk.search(told)


def test_nothing_is_asked_before_somebody_looks(news):
    desk = dragoman.open(news)
    answer, later = desk.find("type:CONSULT"), desk.find("type:ACCUSE")
    (act,) = answer
    desk.close()
    assert answer[0] is act
    assert repr(answer) == "<Answer: 1 record>"
    assert repr(later) == "<Answer: not asked yet>"


def test_an_answer_says_how_far_it_was_asked(desk):
    answer, none = desk.find(), desk.find("actor:BRA")
    next(iter(answer))
    assert repr(answer) == "<Answer: 1 record so far>"
    assert (len(answer), repr(answer)) == (5, "<Answer: 5 records>")
    assert (bool(none), repr(none)) == (False, "<Answer: 0 records>")


def test_a_notebook_shows_the_beginning_of_an_answer(desk, monkeypatch):
    shown = desk.network()._repr_html_()
    assert "<table>" in shown
    assert shown.count("<tr>") == len(desk.network()) + 2  # the heads, and how many there are
    monkeypatch.setattr(answer_module, "DRAWN", 2)
    acts = desk.find()
    assert "the first 2" in acts._repr_html_()
    assert repr(acts) == "<Answer: 3 records so far>"


def test_two_who_read_one_answer_see_the_same(desk):
    answer = desk.find()
    assert all(one is other for one, other in zip(answer, answer, strict=True))
    assert (len(answer), bool(answer), bool(desk.find("actor:BRA"))) == (5, True, False)


def test_a_question_may_be_words_or_one_that_was_read(desk):
    assert desk.find("type:ACCUSE").all == desk.find(read_question("type:ACCUSE")).all


def test_a_mistyped_question_is_told_at_once(desk):
    with pytest.raises(QuestionError, match="did you mean 'actor'"):
        desk.find("actors:JPN")


def test_a_party_may_be_named(desk):
    named, by_id = desk.meetings("Japan", with_="United States"), desk.meetings("JPN", with_="USA")
    assert [entry.id for entry in named] == [entry.id for entry in by_id] != []


def test_a_party_that_nobody_knows_is_refused(desk):
    with pytest.raises(QuestionError, match="nobody is called Atlantis"):
        desk.ledger("Atlantis")


def test_a_period_that_is_none_is_refused(desk):
    with pytest.raises(QuestionError, match="'soon' is no period"):
        desk.movers(before="2021", after="soon")


def test_a_store_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(StoreError, match="there is no store"):
        dragoman.open(tmp_path / "none")


TABLES = {
    "find": lambda desk: desk.find("date:2023"),
    "reports": lambda desk: desk.reports("type:ASSAULT"),
    "ledger": lambda desk: desk.ledger("JPN"),
    "series": lambda desk: desk.series("date:2023", by="quarter"),
    "network": lambda desk: desk.network(),
    "movers": lambda desk: desk.movers(before="2023-04..2023-07", after="2023-08..2023-09"),
    "firsts": lambda desk: desk.firsts(),
    "framing": lambda desk: desk.framing("CHN", "USA"),
    "framing_first": lambda desk: desk.framing_first("NATO"),
    "offices": lambda desk: desk.offices("JPN"),
    "partners": lambda desk: desk.partners("USA"),
    "sources": lambda desk: desk.sources(),
    "due": lambda desk: desk.due(before="2030-01-01"),
    "documents": lambda desk: desk.documents(after="2023-01-01"),
    "search": lambda desk: desk.search("summit"),
    "holders": lambda desk: desk.holders("foreign minister", of="JPN"),
    "actors": lambda desk: desk.actors("Kishida"),
}


@pytest.mark.parametrize("ask", TABLES.values(), ids=TABLES)
def test_an_answer_is_a_table_for_whoever_reads_arrow(desk, ask):
    answer = ask(desk)
    height = len(answer)
    table = answer.to_arrow()
    assert pa.table(answer).equals(table)
    assert answer.to_polars().height == pl.DataFrame(answer).height == pl.from_arrow(answer.to_arrow()).height == height
    assert len(answer.to_pandas()) == height
    assert duckdb.sql("select count(*) from answer").fetchall() == [(height,)]


def test_an_empty_answer_has_the_columns_of_a_full_one(desk):
    full, empty = desk.ledger("JPN").to_arrow(), desk.ledger("CHE").to_arrow()
    assert (full.num_rows, empty.num_rows) == (1, 0)
    assert full.schema == empty.schema


def test_rows_hold_what_the_records_hold(desk):
    frame = desk.network("type:CONSULT").to_polars()
    assert frame["recipient"].to_list() == ["JPN", "KOR"]
    assert frame["quads"].struct.field("verbal_cooperation").to_list() == [1, 1]
    acts = desk.find("type:ASSAULT")
    assert acts.to_polars()["actors"][0][0]["id"] == acts[0].actors[0].id


def test_verbs_answer_as_the_modules_of_the_desk_do(desk):
    question = read_question("date:2023")
    assert desk.series("date:2023", by="month").all == asking.series(desk.store, question).buckets
    assert desk.changes("date:2023") == asking.changes(desk.store, question)
    assert desk.firsts("date:2023").all == asking.firsts(desk.store, question)
    assert desk.ledger("USA", today="2024-01-01").all == ledger.ledger(desk.store, "USA", today="2024-01-01")
    assert set(desk.graph("date:2023").nodes) == set(asking.network(desk.store, question).nodes)
    (held,) = desk.meetings("JPN")
    assert desk.story(held.id).entry == held


def test_texts_are_added_once_and_what_cannot_be_read_is_told(tmp_path):
    text, empty = tmp_path / "note.txt", tmp_path / "empty.txt"
    text.write_text("France recalled its ambassador from Rome on Thursday.", "utf-8")
    empty.write_text("", "utf-8")
    with dragoman.open(tmp_path / "store", create=True) as desk:
        first = desk.add([text, empty], outlet="Wire", published="2019-02-07", readers="grammar")
        again = desk.add(text, outlet="Wire", published="2019-02-07", readers="grammar")
        acts = desk.find("type:SANCTION").all
    assert (first.texts, first.added.documents, [one.path for one in first.refused]) == (1, 1, [str(empty)])
    assert (again.texts, again.added.documents) == (1, 0)
    assert [[party.id for party in act.recipients] for act in acts] == [["ITA"]]


def test_what_people_decide_is_kept(tmp_path):
    with dragoman.open(tmp_path, create=True) as desk:
        desk.store.add([made.summit_planned(), made.summit_held()], coding=made.CODING)
        (summit,), (accusal,) = desk.find("type:CONSULT"), desk.find("type:ACCUSE")
        desk.split(summit.reports[0], by="Jane Doe", note="another summit")
        assert len(desk.find("type:CONSULT")) == 2
        desk.join(desk.find("type:CONSULT")[0].id, accusal.id, by="Jane Doe")
        assert desk.count() == 2


def test_what_people_say_of_an_entry_is_kept(tmp_path):
    with dragoman.open(tmp_path, create=True) as desk:
        desk.store.add([made.summit_planned(), made.summit_looked_back()], coding=made.CODING)
        (meeting,), (accusal,) = desk.meetings("JPN"), desk.find("type:ACCUSE")
        desk.comply(meeting.id, 1, by="Jane Doe", note="it was held")
        desk.tie(meeting.id, accusal.id, "cancels", by="Jane Doe")
        (judged,) = desk.meetings("JPN")
        assert judged.compliance.score == 1
        assert (judged.history[-1].tie, judged.history[-1].by_hand) == ("cancels", True)
        desk.untie(meeting.id, accusal.id, by="Jane Doe")
        (free,) = desk.meetings("JPN")
        assert accusal.id not in {turn.act for turn in free.history}


def test_acts_go_out_to_a_file(tmp_path, desk):
    assert desk.export("csv", tmp_path / "acts.csv", "type:ACCUSE") == 2
    assert len((tmp_path / "acts.csv").read_text("utf-8").splitlines()) == 3
    assert desk.export("csv", str(tmp_path / "named.csv"), "type:ACCUSE") == 2
    assert (tmp_path / "named.csv").read_bytes() == (tmp_path / "acts.csv").read_bytes()


def test_what_may_not_be_said_of_an_entry_is_not_kept(tmp_path):
    with dragoman.open(tmp_path, create=True) as desk:
        desk.store.add([made.summit_planned(), made.summit_held()], coding=made.CODING)
        (before,), (accusal,) = desk.meetings("JPN"), desk.find("type:ACCUSE")
        for score in (5, "1", None):
            with pytest.raises(QuestionError, match=f"score={score!r}: give one of -1, 0, 1"):
                desk.comply(before.id, score, by="Jane Doe")
        with pytest.raises(QuestionError, match=r"tie='fulfills': give one of fulfils, .*; did you mean 'fulfils'\?"):
            desk.tie(before.id, accusal.id, "fulfills", by="Jane Doe")
        with pytest.raises(QuestionError, match="tie=None: give one of fulfils"):
            desk.tie(before.id, accusal.id, None, by="Jane Doe")
        for decide in (
            lambda by: desk.comply(before.id, 1, by=by),
            lambda by: desk.tie(before.id, accusal.id, "cancels", by=by),
            lambda by: desk.untie(before.id, accusal.id, by=by),
            lambda by: desk.split(accusal.reports[0], by=by),
            lambda by: desk.join(before.act, accusal.id, by=by),
        ):
            with pytest.raises(QuestionError, match="by=' ': give the name of whoever decides"):
                decide(" ")
        assert desk.meetings("JPN").all == (before,)
        assert desk.info().counts["decisions by hand"] == 0


def test_every_decision_by_hand_is_counted(tmp_path):
    with dragoman.open(tmp_path, create=True) as desk:
        desk.store.add([made.summit_planned(), made.summit_held()], coding=made.CODING)
        (meeting,), (accusal,) = desk.meetings("JPN"), desk.find("type:ACCUSE")
        desk.tie(meeting.id, accusal.id, "cancels", by="Jane Doe")
        desk.comply(meeting.id, -1, by="Jane Doe")
        assert desk.info().counts["decisions by hand"] == 2
        desk.join(desk.find("type:CONSULT")[0].id, accusal.id, by="Jane Doe")
        assert desk.info().counts["decisions by hand"] > 2


MISTYPED = {
    "kind": (lambda desk: desk.ledger(kind="meting"), r"kind='meting': give one of .*; did you mean 'meeting'\?"),
    "state": (lambda desk: desk.ledger("JPN", state="opn"), r"state='opn': give one of .*; did you mean 'open'\?"),
    "state of meetings": (lambda desk: desk.meetings("JPN", state=3), "state=3: give one of open, kept"),
    "by": (lambda desk: desk.series(by="fortnight"), "by='fortnight': give one of day, week, month, quarter, year"),
    "by of changes": (lambda desk: desk.changes(by="monthly"), "by='monthly': .*; did you mean 'month'"),
    "by of a search": (lambda desk: desk.search("summit", by="dat"), "by='dat': give one of .*; did you mean 'date'"),
    "kept": (lambda desk: desk.count(kept="event"), "kept='event': give one of acts, events; did you mean 'events'"),
    "kept of a series": (lambda desk: desk.series(kept=None), "kept=None: give one of acts, events"),
    "kept of facets": (lambda desk: desk.facets("type", kept=["acts"]), "kept=.*: give one of acts, events"),
    "kept of updates": (lambda desk: desk.updates(since="2026-01-01", kept="x"), "kept='x': give one of acts, events"),
    "readers": (lambda desk: desk.add([], readers="gramar"), "readers='gramar': .*; did you mean 'grammar'"),
    "published": (lambda desk: desk.code("x", published="May"), "published: 'May' is no day; write it as 2022-06-29"),
    "before": (lambda desk: desk.due(before="tomorrow"), "before: 'tomorrow' is no day; write it as 2022-06-29"),
    "no before": (lambda desk: desk.due(before=None), "before: None is no day"),
    "after": (lambda desk: desk.documents(after="2023-02-30"), "after: '2023-02-30' is no day"),
    "as_of": (lambda desk: desk.act("act-1", as_of="foo"), "as_of: 'foo' is no day"),
    "as_of of a story": (lambda desk: desk.story("ask-1", as_of="20230101"), "as_of: '20230101' is no day"),
    "today": (lambda desk: desk.ledger(today="2023"), "today: '2023' is no day"),
    "today of bearing": (lambda desk: desk.bearing("USA", "JPN", today=3), "today: 3 is no day"),
    "as_of of framing": (lambda desk: desk.framing("CHN", "USA", as_of="2023-1-1"), "as_of: '2023-1-1' is no day"),
    "as_of of first mentions": (lambda desk: desk.framing_first("NATO", as_of=""), "as_of: '' is no day"),
    "day": (lambda desk: desk.holders("foreign minister", day="now"), "day: 'now' is no day"),
    "day of actors": (lambda desk: desk.actors("Kishida", day="now"), "day: 'now' is no day"),
    "years": (lambda desk: desk.firsts(years=0), "years=0: give a whole number from 1 on"),
    "limit": (lambda desk: desk.facets("type", limit="5"), "limit='5': give a whole number from 1 on"),
    "top": (lambda desk: desk.movers(before="2022", after="2023", top=-1), "top=-1: give a whole number from 1 on"),
    "days": (lambda desk: desk.compare("rows.tab", days=-1), "days=-1: give a whole number from 0 on"),
}


@pytest.mark.parametrize("name", MISTYPED)
def test_an_argument_that_may_not_stand_there_is_refused_at_once(desk, name):
    call, words = MISTYPED[name]
    with pytest.raises(QuestionError, match=words):
        call(desk)
