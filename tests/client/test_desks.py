"""One script, a folder and a server: both desks answer alike."""

import threading
import time
from itertools import islice

import pytest
import uvicorn
from tests.desk.made_ledger import all_let_in
from tests.views.api.conftest import filled
from tests.views.web.conftest import TODAY, Copyist

from dragoman.client import LocalDesk, RemoteDesk, open_desk
from dragoman.desk import ledger
from dragoman.desk.tokens import Tokens
from dragoman.errors import QuestionError, ServerError, SourceError, StoreError
from dragoman.questions import read_question
from dragoman.records.question import Days
from dragoman.store import open_store
from dragoman.views.api.callers import Door
from dragoman.views.web.app import make_app

QUESTIONS = ("", "party:JPN", "type:CONSULT")
BEFORE, AFTER = Days(first="2022-01-01", last="2022-12-31"), Days(first="2023-01-01", last="2025-12-31")


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
    "holdings": lambda desk: desk.holdings(),
    "acts": lambda desk: [desk.acts(question).items for question in QUESTIONS],
    "every_act": lambda desk: list(desk.every_act("party:JPN")),
    "a question as a record": lambda desk: desk.acts(read_question("party:JPN")).items,
    "act": lambda desk: [desk.act(one.id) for one in desk.every_act()],
    "act as of": lambda desk: desk.act(desk.acts("type:CONSULT").items[0].id, as_of="2022-07-01"),
    "events": lambda desk: list(desk.every_event()),
    "event": lambda desk: desk.event(next(desk.every_event()).id[:10]),
    "document": lambda desk: [desk.document(one.documents[0]) for one in desk.every_act()],
    "read": lambda desk: desk.read(next(desk.every_act()).documents[0]),
    "number_of": lambda desk: [desk.number_of(question) for question in QUESTIONS],
    "number of events": lambda desk: desk.number_of("party:JPN", kept="events"),
    "facets": lambda desk: desk.facets("party:JPN", "type"),
    "series": lambda desk: desk.series("party:JPN", by="year"),
    "network": lambda desk: desk.network(),
    "movers": lambda desk: desk.movers("", before=BEFORE, after=AFTER),
    "firsts": lambda desk: desk.firsts(years=3),
    "outlets": lambda desk: desk.outlets(),
    "ledger": lambda desk: desk.ledger(),
    "ledger of two": lambda desk: desk.ledger("Japan", with_="NATO", kind="meeting"),
    "due": lambda desk: desk.due(before="2030-01-01"),
    "story": lambda desk: [desk.story(one.id) for one in desk.ledger("JPN")],
    "bearing": lambda desk: desk.bearing("Japan", "NATO"),
    "framing": lambda desk: desk.framing(None, "China"),
    "framing_first": lambda desk: desk.framing_first("NATO"),
    "holders": lambda desk: desk.holders("foreign minister", of="JPN", day="2022-06-29"),
    "find": lambda desk: desk.find("Japan"),
}


@pytest.mark.parametrize("name", SCRIPTS)
def test_a_script_gets_the_same_from_a_folder_and_a_server(desks, name):
    local, remote = desks
    assert SCRIPTS[name](remote) == SCRIPTS[name](local)


def test_pages_go_on_where_the_one_before_ended(desks):
    _, remote = desks
    first = remote.acts(limit=2)
    second = remote.acts(limit=2, cursor=first.next)
    assert [one.id for one in (*first.items, *second.items)] == [one.id for one in islice(remote.every_act(), 4)]


@pytest.mark.parametrize(
    ("script", "kind", "words"),
    [
        (lambda desk: desk.acts("actr:JPN"), QuestionError, "unknown field 'actr'"),
        (lambda desk: desk.act("act-0000"), StoreError, "there is no act act-0000"),
        (lambda desk: desk.ledger("Atlantis"), QuestionError, "nobody is called Atlantis"),
        (lambda desk: desk.code("   "), SourceError, "no text"),
    ],
)
def test_both_raise_the_same_errors(desks, script, kind, words):
    for desk in desks:
        with pytest.raises(kind, match=words):
            script(desk)


def test_a_text_is_coded_and_kept_on_either_side(tmp_path, tallinn):
    coder = Copyist(tallinn.coded)
    for name in ("here", "there"):
        open_store(tmp_path / name, create=True).close()
    with served(tmp_path / "there", coder) as address, open_desk(address) as remote:
        local = LocalDesk(open_store(tmp_path / "here"), coder=coder)
        for desk in (local, remote):
            assert len(desk.code(tallinn.text).events) == len(tallinn.events)
            assert desk.number_of() == 0
            assert desk.keep(tallinn.text, outlet="Wire", published="2022-03-18").documents == 1
            assert desk.outlets()[0].name == "Wire"
        local.close()


def test_reports_are_split_and_joined_on_either_side(tmp_path):
    filled(tmp_path / "here")
    with served(filled(tmp_path / "there"), None) as address, open_desk(address) as remote:
        local = open_desk(tmp_path / "here")
        for desk in (local, remote):
            act = next(one for one in desk.every_act() if len(one.documents) > 1)
            desk.split(act.reports[-1], by="anna", note="another")
            assert desk.act(act.reports[-1]).reports == act.reports[-1:]
            desk.join(act.reports[0], act.reports[-1], by="anna")
            assert desk.act(act.reports[-1]).reports == act.reports
        local.close()


def test_a_token_lets_a_script_in(tmp_path):
    tokens = Tokens(tmp_path / "tokens.json")
    token = tokens.add("anna", "reader")
    with served(filled(tmp_path / "store"), None, door=Door(tokens=tokens, needed=True)) as address:
        with open_desk(address, token=token) as desk:
            assert desk.number_of() > 0
        with open_desk(address) as desk, pytest.raises(ServerError, match="a token is needed"):
            desk.number_of()


def test_a_server_that_is_not_there_is_told():
    with (
        RemoteDesk("http://127.0.0.1:9") as desk,
        pytest.raises(ServerError, match="look whether the server runs there"),
    ):
        desk.holdings()


def test_whatever_else_answers_is_no_desk(desks):
    address = f"{desks[1].address}/static"
    with RemoteDesk(address) as desk, pytest.raises(ServerError, match="look whether a `dragoman serve` runs there"):
        desk.holdings()
