"""One script, a folder and a server: the desk answers alike."""

import inspect
import io
import threading
import time

import pyarrow.parquet as pq
import pytest
import uvicorn
from tests.desk.made_ledger import all_let_in
from tests.desk.test_handing_on import Anew
from tests.store import made
from tests.views.api.conftest import filled
from tests.views.web.conftest import TODAY, Copyist

from dragoman.client import Desk, Folder, Server, connection, open_desk
from dragoman.desk import ledger
from dragoman.desk.tokens import Tokens
from dragoman.errors import QuestionError, ServerError, SourceError, StoreError
from dragoman.questions import read_question
from dragoman.store import open_store
from dragoman.store.recoding import recode
from dragoman.views.api.buckets import Buckets
from dragoman.views.api.callers import Door
from dragoman.views.web.app import make_app


class Served:
    """A server on a port of its own, in a thread."""

    def __init__(self, app) -> None:
        self._server = uvicorn.Server(uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error"))
        self._thread = threading.Thread(target=self._server.run)

    def __enter__(self):
        self._thread.start()
        deadline = time.monotonic() + 30
        while not self._server.started and time.monotonic() < deadline:
            time.sleep(0.01)
        return f"http://127.0.0.1:{self._server.servers[0].sockets[0].getsockname()[1]}"

    def __exit__(self, *_):
        self._server.should_exit = True
        self._thread.join()


def served(folder, coder, **given):
    return Served(make_app(folder, today=lambda: TODAY, load=lambda: coder, **given))


@pytest.fixture(scope="module")
def desks(tmp_path_factory):
    """A desk over a folder, and one over a server of a copy of it."""
    here, there = (filled(tmp_path_factory.mktemp(name) / "store") for name in ("here", "there"))
    with (
        pytest.MonkeyPatch.context() as patched,
        all_let_in(),
        served(there, None) as address,
        open_desk(here) as local,
        open_desk(address) as remote,
    ):
        patched.setattr(ledger, "calendar_day", lambda: TODAY)
        yield local, remote


SCRIPTS = {
    "info": lambda desk: desk.info(),
    "sources": lambda desk: desk.sources().all,
    "find": lambda desk: [desk.find(question).all for question in ("", "party:JPN", "type:CONSULT")],
    "find by a record": lambda desk: desk.find(read_question("party:JPN")).all,
    "find as a table": lambda desk: desk.find("party:JPN").to_arrow().to_pylist(),
    "reports": lambda desk: desk.reports("party:JPN").all,
    "reports as a table": lambda desk: desk.reports("party:JPN").to_arrow().to_pylist(),
    "act": lambda desk: [desk.act(one.id) for one in desk.find()],
    "act as of": lambda desk: desk.act(desk.find("type:CONSULT")[0].id, as_of="2022-07-01"),
    "report": lambda desk: desk.report(desk.reports()[0].id[:10]),
    "document": lambda desk: [desk.document(one.documents[0]) for one in desk.find()],
    "read": lambda desk: desk.read(desk.find()[0].documents[0]),
    "documents": lambda desk: desk.documents().all,
    "documents of days": lambda desk: [
        desk.documents(outlet=outlet, after="2022-01-01", before="2023-12-31").all for outlet in (None, "", "-", "Wire")
    ],
    "search": lambda desk: [desk.search("Japan", by=by).all for by in ("relevance", "date")],
    "codebook": lambda desk: desk.codebook(),
    "count": lambda desk: [desk.count(question) for question in ("", "party:JPN")],
    "count of reports": lambda desk: desk.count("party:JPN", kept="events"),
    "facets": lambda desk: [desk.facets("type", "party:JPN", kept=kept) for kept in ("acts", "events")],
    "series": lambda desk: desk.series("party:JPN", by="year").all,
    "series of reports": lambda desk: desk.series("party:JPN", by="year", kept="events").all,
    "changes": lambda desk: desk.changes("party:JPN", by="year"),
    "network": lambda desk: desk.network().all,
    "graph": lambda desk: sorted(desk.graph().edges(data=True)),
    "movers": lambda desk: desk.movers(before="2022", after="2023-01..2025-12").all,
    "firsts": lambda desk: desk.firsts(years=3).all,
    "ledger": lambda desk: desk.ledger().all,
    "ledger of two": lambda desk: desk.ledger("Japan", with_="NATO", kind="meeting").all,
    "ledger as a table": lambda desk: desk.ledger("JPN").to_arrow().to_pylist(),
    "ledger as of": lambda desk: desk.ledger("JPN", as_of="2023-02-01").all,
    "ledger on a day": lambda desk: [(one.id, one.state) for one in desk.ledger("JPN", today="2024-01-01")],
    "story as of": lambda desk: [
        desk.story(one.id, as_of="2023-02-01") for one in desk.ledger("JPN", as_of="2023-02-01")
    ],
    "bearing as of": lambda desk: desk.bearing("Japan", "NATO", as_of="2023-02-01"),
    "ledger in a state": lambda desk: desk.ledger(state="held").all,
    "meetings": lambda desk: desk.meetings("JPN").all,
    "story": lambda desk: [desk.story(one.id) for one in desk.ledger("JPN")],
    "bearing": lambda desk: desk.bearing("Japan", "NATO"),
    "framing": lambda desk: [desk.framing(by, "China").all for by in (None, "NATO")],
    "framing_first": lambda desk: desk.framing_first("NATO").all,
    "framing_first as of": lambda desk: desk.framing_first("NATO", as_of="2020-01-01").all,
    "offices": lambda desk: desk.offices("Japan").all,
    "partners": lambda desk: desk.partners("JPN").all,
    "holders": lambda desk: desk.holders("foreign minister", of="Japan", day="2022-06-29").all,
    "actors": lambda desk: desk.actors("Japan").all,
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_gets_the_same_from_a_folder_and_a_server(desks, name):
    local, remote = desks
    answer = SCRIPTS[name](local)
    assert answer, "an answer that is empty compares nothing"
    assert SCRIPTS[name](remote) == answer


@pytest.mark.parametrize("format_", ["jsonl", "csv", "ics", "followthemoney", "gdelt", "annotations"])
def test_exports_are_the_same_from_either_side(desks, format_):
    written = []
    for desk in desks:
        stream = io.BytesIO()
        number = desk.export(format_, stream, "party:JPN")
        written.append((number, stream.getvalue()))
    assert written[0] == written[1]
    assert written[0][0] > 0


def test_an_export_of_a_server_is_a_whole_file_or_none(desks, tmp_path):
    _, remote = desks
    assert remote.export("parquet", tmp_path / "acts.parquet") == pq.read_table(tmp_path / "acts.parquet").num_rows
    with pytest.raises(QuestionError, match="there is no format 'parket'; did you mean 'parquet'"):
        remote.export("parket", tmp_path / "none.parquet")
    assert [file.name for file in tmp_path.iterdir()] == ["acts.parquet"]


def test_rows_of_other_data_are_laid_beside_the_acts_of_either_side(desks, tmp_path):
    local, remote = desks
    file = tmp_path / "rows.tab"
    assert local.export("gdelt", file, "date:2022") > 0
    found, refused = local.compare(file, "date:2022")
    assert (remote.compare(file, "date:2022"), refused) == ((found, refused), [])
    assert found.total.both > 0


@pytest.mark.parametrize("ending", ["/", "/api/v1", "/api/v1/"])
def test_the_address_of_a_server_may_name_its_interface(desks, ending):
    local, remote = desks
    with open_desk(f"{remote._place.location}{ending}") as desk:
        assert desk.count("party:JPN") == local.count("party:JPN") > 0
        assert repr(desk) == repr(remote)


def test_the_texts_that_nobody_named_an_outlet_of_are_asked_for_alike(desks):
    for desk in desks:
        assert desk.documents(outlet="-").all == desk.documents(outlet="").all
        assert all(one.outlets == () for one in desk.documents(outlet="-"))


def test_an_answer_of_a_server_comes_page_by_page(desks, monkeypatch):
    monkeypatch.setattr(connection, "LARGEST", 2)
    local, remote = desks
    assert remote.find().all == local.find().all
    assert remote.reports().all == local.reports().all
    assert remote.ledger().all == local.ledger().all
    assert remote.documents().all == local.documents().all


@pytest.mark.parametrize(
    ("script", "kind", "words"),
    [
        (lambda desk: desk.find("actr:JPN"), QuestionError, "unknown field 'actr'"),
        (lambda desk: desk.act("act-0000"), StoreError, "there is no act act-0000"),
        (lambda desk: desk.ledger("Atlantis"), QuestionError, "nobody is called Atlantis"),
        (lambda desk: desk.code("   "), SourceError, "no text"),
        (lambda desk: desk.search("..."), QuestionError, "holds no word to look for"),
        (lambda desk: desk.holders("forein minister"), QuestionError, "no office of the book; did you mean"),
        (lambda desk: desk.holders("oil minister"), QuestionError, "keeps no holders of 'oil minister'"),
        (lambda desk: desk.export("gdlet", io.BytesIO()), QuestionError, "there is no format 'gdlet'; did you mean"),
        (lambda desk: desk.facets("tipe"), QuestionError, "field='tipe': give one of .*; did you mean 'type'"),
        (lambda desk: desk.ledger(kind="promise"), QuestionError, "kind='promise': give one of commitment"),
        (lambda desk: desk.due(before="tomorrow"), QuestionError, "before: 'tomorrow' is no day"),
        (lambda desk: desk.comply("ask-1", 5, by="anna"), QuestionError, "score=5: give one of -1, 0, 1"),
        (lambda desk: desk.tie("ask-1", "act-1", "foo", by="anna"), QuestionError, "tie='foo': give one of fulfils"),
        (lambda desk: desk.untie("ask-1", "act-1", by=""), QuestionError, "by='': give the name"),
        (lambda desk: desk.diff("2026-01-01"), StoreError, "nothing was coded anew at 2026-01-01"),
    ],
)
def test_both_raise_the_same_errors(desks, script, kind, words):
    for desk in desks:
        with pytest.raises(kind, match=words):
            bool(script(desk))


def test_texts_are_coded_and_kept_on_either_side(tmp_path, tallinn):
    coder = Copyist(tallinn.coded)
    file, empty = tmp_path / "tallinn.txt", tmp_path / "empty.txt"
    file.write_text(tallinn.text, "utf-8")
    empty.write_text("   ", "utf-8")
    for name in ("here", "there"):
        open_store(tmp_path / name, create=True).close()
    with served(tmp_path / "there", coder) as address, open_desk(address) as remote:
        local = Desk(Folder(open_store(tmp_path / "here"), coder=coder))
        for desk in (local, remote):
            assert len(desk.code(tallinn.text).events) == len(tallinn.events)
            assert desk.count() == 0
            done = desk.add([file, empty], outlet="Wire", published="2022-03-18")
            assert (done.texts, done.added.documents, done.added.events) == (1, 1, len(tallinn.events))
            assert [one.path for one in done.refused] == [str(empty)]
            assert desk.add(file, outlet="Wire", published="2022-03-18").added.documents == 0
            assert desk.sources()[0].name == "Wire"
        assert remote.find().all == local.find().all
        local.close()


def test_a_server_refuses_one_text_and_keeps_the_others(tmp_path, tallinn):
    (tmp_path / "a_long.txt").write_text("Japan met NATO. " * 20_000, "utf-8")
    (tmp_path / "tallinn.txt").write_text(tallinn.text, "utf-8")
    open_store(tmp_path / "there", create=True).close()
    with served(tmp_path / "there", Copyist(tallinn.coded)) as address, open_desk(address) as desk:
        done = desk.add([tmp_path / "a_long.txt", tmp_path / "tallinn.txt"])
    assert (done.texts, done.added.documents) == (1, 1)
    assert ["at most 200000 characters" in one.reason for one in done.refused] == [True]


def test_decisions_are_made_on_either_side(tmp_path):
    filled(tmp_path / "here")
    with served(filled(tmp_path / "there"), None) as address, open_desk(address) as remote:
        local = open_desk(tmp_path / "here")
        for desk in (local, remote):
            act = next(one for one in desk.find() if len(one.documents) > 1)
            desk.split(act.reports[-1], by="anna", note="another")
            assert desk.act(act.reports[-1]).reports == act.reports[-1:]
            desk.join(act.reports[0], act.reports[-1], by="anna")
            assert desk.act(act.reports[-1]).reports == act.reports
            (kept,) = desk.ledger(kind="commitment")
            act = next(turn.act for turn in kept.history if turn.tie == "fulfils")
            desk.comply(kept.id, 1, by="anna", evidence=desk.act(act).reports[0])
            assert desk.story(kept.id).entry.compliance.score == 1
            assert desk.due(before="2030-01-01").all == ()
            desk.untie(kept.id, act, by="anna", note="another mission")
            assert [one.id for one in desk.due(before="2030-01-01")] == [kept.id]
            desk.tie(kept.id, act, "fulfils", by="anna")
            assert desk.due(before="2030-01-01").all == ()
        local.close()


@pytest.mark.parametrize("kept", ["acts", "events"])
def test_a_copy_is_kept_by_updates_of_either_side(tmp_path, kept):
    texts = made.stories()
    for name in ("here", "there"):
        with open_store(tmp_path / name, create=True) as store:
            store.add(texts[:4], coding=made.CODING)
    with (
        served(tmp_path / "there", None) as address,
        open_desk(address) as remote,
        open_desk(tmp_path / "here") as local,
        open_store(tmp_path / "there") as behind,
    ):
        for desk, store in ((local, local.store), (remote, behind)):
            since, found = desk.until(), {"acts": desk.find, "events": desk.reports}[kept]
            copy = {one.id: one for one in found("date:2023")}
            store.add(texts[4:], coding=made.CODING)
            joined = next(one for one in desk.find() if len(one.documents) > 1)
            desk.split(joined.reports[-1], by="anna")
            told = desk.updates("date:2023", since=since, kept=kept)
            copy |= {one.id: one for one in (*told.acts, *told.events)}
            assert {id_: one for id_, one in copy.items() if id_ not in told.gone} == {
                one.id: one for one in found("date:2023")
            }
            assert desk.updates("date:2023", since=told.until, kept=kept).gone == ()
            with pytest.raises(QuestionError, match="'soon' is no moment"):
                desk.updates(since="soon")


def test_a_coding_anew_is_told_on_either_side(tmp_path):
    with open_store(tmp_path / "store", create=True) as store:
        store.add(made.stories(), coding=made.CODING)
        recode(store, Anew(), moment="2026-01-05T12:00:00Z")
    here = open_desk(tmp_path / "store")
    with served(tmp_path / "store", None) as address, open_desk(address) as remote, here:
        difference = here.diff("2026-01-05T12:00:00Z")
        assert remote.diff("2026-01-05T12:00:00Z") == difference
        assert difference.count.gone > 0


def test_a_token_lets_a_script_in(tmp_path):
    tokens = Tokens(tmp_path / "tokens.json")
    token = tokens.add("anna", "reader")
    with served(filled(tmp_path / "store"), None, door=Door(tokens=tokens, needed=True)) as address:
        with open_desk(address, token=token) as desk:
            assert desk.count() > 0
        with open_desk(address) as desk, pytest.raises(ServerError, match="a token is needed"):
            desk.count()


def test_a_server_that_is_busy_is_asked_again_when_it_says(tmp_path):
    waited = []
    door = Door(buckets=Buckets(12, clock=lambda: sum(waited)))  # two at once, then one in five seconds
    with (
        served(filled(tmp_path / "store"), None, door=door) as address,
        Desk(Server(address, sleep=waited.append)) as desk,
    ):
        assert len({desk.count() for _ in range(5)}) == 1
    assert waited == [5.0, 5.0, 5.0]


def test_a_server_that_is_not_there_is_told():
    with open_desk("http://127.0.0.1:9") as desk, pytest.raises(ServerError, match="whether the server runs there"):
        desk.info()


def test_whatever_else_answers_is_no_desk(desks):
    address = f"{desks[1]!r}".removeprefix("<Desk: ").removesuffix(">") + "/static"
    with open_desk(address) as desk, pytest.raises(ServerError, match="look whether a `dragoman serve` runs there"):
        desk.info()


def test_a_server_opens_neither_packs_nor_its_store(desks, tmp_path):
    remote = desks[1]
    with pytest.raises(StoreError, match="asked by the verbs of the desk only"):
        _ = remote.store
    with pytest.raises(StoreError, match="a server makes its store and reads its packs itself"):
        open_desk("http://127.0.0.1:9", packs=[tmp_path])


def test_folder_and_server_have_the_same_verbs_with_the_same_arguments():
    verbs = [
        {name: list(inspect.signature(verb).parameters) for name, verb in inspect.getmembers(kind, inspect.isfunction)}
        for kind in (Folder, Server)
    ]
    here, there = ({name: told for name, told in own.items() if not name.startswith("_")} for own in verbs)
    assert here == there
