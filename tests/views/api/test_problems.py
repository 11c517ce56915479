"""Every error is a problem of RFC 9457 that says what, where and what to do."""

import pytest
from tests.views.api.conftest import API, bearer, client_of, filled

from dragoman.desk import workbench
from dragoman.store import open_store
from dragoman.store.upkeep import backup, restore
from dragoman.views.api.buckets import Buckets
from dragoman.views.api.callers import Door
from dragoman.views.api.problems import KINDS

ASKED = [
    ("/acts?q=actr:JPN", "question", "character 1: unknown field 'actr'"),
    ("/acts?cursor=nonsense", "question", "'nonsense' is no cursor; take the one that the page before gave"),
    ("/documents?cursor=WzFd", "question", "'WzFd' is no cursor; take the one that the page before gave"),
    ("/ledger?cursor=nonsense", "question", "'nonsense' is no cursor"),
    ("/ledger?due_before=2030-01-01&cursor=WzEsMl0", "question", "'WzEsMl0' is no cursor"),
    ("/search?q=NATO&cursor=nonsense", "question", "'nonsense' is no cursor"),
    ("/search?q=NATO&sort=date&cursor=nonsense", "question", "'nonsense' is no cursor"),
    ("/documents?from=2", "parameter", "there is no parameter from"),
    ("/acts?updated_since=yesterday", "question", "'yesterday' is no moment; write it as 2026-11-29T12:34:56Z"),
    ("/reports?updated_since=2026-11-29T12:00:00+01:00", "question", "'2026-11-29T12:00:00 01:00' is no moment"),
    ("/acts?updated_since=2022-01-01&cursor=WzE5NzAwLDNd", "question", "take the one that the page before gave"),
    ("/acts?updated_since=2022-01-01&q=as-of:2023-01-01", "question", "ask without as-of for what has changed"),
    ("/acts?updated_since=%00", "parameter", "holds the character NUL; leave it out"),
    ("/acts/act-0000", "not-found", "there is no act act-0000"),
    ("/documents/0000", "not-found", "there is no document 0000"),
    ("/ledger/promise-0000", "not-found", "there is no entry promise-0000"),
    ("/readings/0000", "not-found", "send it again to POST /api/v1/readings"),
    ("/nothing", "not-found", "GET /api/v1/docs lists all of them"),
    ("/acts%0A", "not-found", "a line break stands in the address"),
    ("/acts?limit=0", "parameter", "query limit: it must be greater than or equal to 1"),
    ("/acts?lmit=5", "parameter", "there is no parameter lmit; did you mean limit?"),
    ("/acts/act-1?as_of=today", "parameter", "'today' is no day; write it as 2022-06-29"),
    ("/acts?q=%00", "parameter", "holds the character NUL; leave it out"),
    ("/ledger?with=NATO", "parameter", "give both sides, as in who=JPN&with=NATO"),
    ("/ledger?as_of=2023-06-01", "parameter", "say of whom, as in who=JPN&as_of=2023-06-01"),
    ("/ledger/commitment-0000?as_of=2023-06-01", "not-found", "there is no event 0000"),
    ("/ledger?who=JPN&as_of=yesterday", "parameter", "'yesterday' is no day; write it as 2022-06-29"),
    ("/ledger?who=Atlantis", "question", "nobody is called Atlantis"),
    ("/documents?after=2023-01-01&before=2022-01-01", "question", "turn them round"),
    ("/offices?office=jester", "question", "'jester' is no office of the book"),
    ("/movers?before_first=2023-01-01&before_last=2022-01-01&after_first=2023-01-01&after_last=2023-02-01",
     "question", "turn the days round"),
    ("/series?by=day&q=date:1000..2999", "question", "ask for fewer days, or by year"),
    ("/search?q=actor:JPN", "question", "acts of a question are at /acts"),
    ("/framing/comparison?by=JPN&of=NATO&one=nix&other=nought", "question", "give an id, a day or a title of one"),
    ("/tokens", "not-found", "this server keeps no tokens; start it with DRAGOMAN_TOKENS"),
]  # fmt: skip


def assert_problem(answer, kind, words):
    status, title = KINDS[kind]
    told = answer.json()
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.status_code == told["status"] == status
    assert told["title"] == title
    assert told["type"] == f"/api/v1/docs#problem-{kind}"
    assert words in told["detail"]


@pytest.mark.parametrize(("path", "kind", "words"), ASKED, ids=[path for path, _, _ in ASKED])
def test_what_cannot_be_answered_is_told_in_words(api, path, kind, words):
    answer = api.get(API + path)
    assert_problem(answer, kind, words)
    assert answer.json()["instance"].startswith(API)


@pytest.mark.parametrize("path", ["/acts", "/reports"])
def test_a_moment_before_the_store_knew_its_changes_is_told_with_the_first_one_that_it_knows(tmp_path, path):
    store = filled(tmp_path / "store")
    with open_store(store) as opened:
        backup(opened, tmp_path / "copy")
    restore(store, tmp_path / "copy", replace=True)
    with client_of(store) as client:
        known = client.get(f"{API}/store").json()["tells_changes_since"]
        answer = client.get(API + path, params={"updated_since": "2026-01-01"})
        assert_problem(answer, "not-kept", f"the store knows what changed only since {known}; ask once for everything")
        assert answer.status_code == 410
        told = client.get(API + path, params={"updated_since": known}).json()
        assert (told[path[1:]], told["gone"], told["until"]) == ([], [], known)


def test_a_problem_tells_each_fault_with_its_place(api):
    told = api.get(f"{API}/acts", params={"limit": 0, "cursor": "x" * 300}).json()
    assert [fault["where"] for fault in told["faults"]] == ["query limit", "query cursor"]


def test_every_kind_of_problem_is_explained_on_the_page(api):
    page = api.get(f"{API}/docs").text
    assert [kind for kind in KINDS if f'id="problem-{kind}"' not in page] == []


def test_another_method_than_those_of_an_address_is_refused(api):
    answer = api.delete(f"{API}/acts")
    assert_problem(answer, "method", "GET /api/v1/docs tells which it knows")
    assert answer.headers["allow"] == "GET"


def test_a_form_that_there_is_not_is_refused_with_those_that_there_are(api):
    answer = api.get(f"{API}/sources", headers={"Accept": "image/png"})
    assert_problem(answer, "form", "there are application/json; accept one of these")


def test_a_body_that_is_no_json_is_refused(api):
    answer = api.post(f"{API}/readings", content="Estonia protested.", headers={"Content-Type": "application/json"})
    assert_problem(answer, "parameter", "body 0: JSON decode error")


def test_a_body_with_a_key_that_there_is_not_is_refused(api):
    answer = api.post(f"{API}/readings", json={"text": "Estonia protested.", "outlt": "Wire"})
    assert_problem(answer, "parameter", "body outlt: Extra inputs are not permitted")


def test_half_of_a_character_is_refused(api):
    answer = api.post(
        f"{API}/readings", content=b'{"text": "a \\ud800 b"}', headers={"Content-Type": "application/json"}
    )
    assert_problem(answer, "parameter", "unable to parse raw data as a unicode string")


def test_a_body_that_is_too_large_is_refused(api):
    answer = api.post(f"{API}/readings", json={"text": "a" * (workbench.LARGEST + 1)})
    assert_problem(answer, "too-large", "put large texts into the store with `dragoman store add`")


def test_a_text_without_words_is_refused(api):
    answer = api.post(f"{API}/readings", json={"text": " "})
    assert_problem(answer, "text", "send the text itself")


@pytest.mark.parametrize("media", ["application/x-www-form-urlencoded", None])
def test_a_body_that_is_not_sent_as_json_is_told_how_to_send_it(api, media):
    sent = {
        "content": b'{"text": "France recalled its ambassador."}',
        "headers": {"Content-Type": media} if media else {},
    }
    answer = api.post(f"{API}/readings", **sent)
    assert_problem(answer, "parameter", "body: it is not sent as JSON; send Content-Type: application/json")
    assert answer.json()["faults"] == [
        {"where": "body", "what": "it is not sent as JSON; send Content-Type: application/json"}
    ]


def test_a_part_that_is_missing_is_told_in_plain_words(api):
    assert_problem(api.post(f"{API}/readings", json={}), "parameter", "body text: it is missing")


def test_a_post_from_another_site_is_refused(api):
    answer = api.post(f"{API}/readings", json={"text": "x"}, headers={"Origin": "https://elsewhere.example"})
    assert_problem(answer, "other-site", "lets it in with --allow-origin")


def test_a_name_for_which_the_server_was_not_started_is_refused(tmp_path):
    open_store(tmp_path / "store", create=True).close()
    with client_of(tmp_path / "store", hosts=["localhost"]) as client:
        assert_problem(client.get(f"{API}/acts"), "host", "ask it under the name or address it was started with")


def test_a_store_that_is_not_there_is_told(tmp_path):
    with client_of(tmp_path / "nothing") as client:
        assert_problem(client.get(f"{API}/ready"), "store", "there is no store")
        assert_problem(client.get(f"{API}/acts"), "store", "there is no store")
        assert client.get(f"{API}/health").json() == {"status": "ok"}


def test_who_asks_too_often_is_told_how_long_to_wait(tmp_path):
    open_store(tmp_path / "store", create=True).close()
    with client_of(tmp_path / "store", door=Door(buckets=Buckets(6, clock=lambda: 0.0))) as client:
        assert client.get(f"{API}/store").status_code == 200
        answer = client.get(f"{API}/store")
    assert_problem(answer, "too-often", "10 s are to pass before the next request")
    assert answer.headers["retry-after"] == "10"


def test_too_many_texts_that_wait_are_told(bench, monkeypatch):
    monkeypatch.setattr(workbench, "TEXTS", 0)
    answer = bench.post(f"{API}/readings", json={"text": "Estonia protested."})
    assert_problem(answer, "busy", "texts are waiting to be read; try again in a minute")
    assert answer.headers["retry-after"] == "60"


def test_a_fault_of_the_server_tells_nothing_of_its_inside(bench, monkeypatch):
    class Broken:
        coding = "broken"

        def stream_documents(self, documents):
            raise ZeroDivisionError(f"a secret of the inside: {documents}")

    bench.app.state.site.bench._load = Broken
    answer = bench.post(f"{API}/readings", json={"text": "Estonia protested."})
    assert_problem(answer, "fault", "its log says which")
    assert "secret" not in answer.text


def test_a_token_that_is_not_known_is_refused(guarded):
    assert_problem(guarded.get(f"{API}/acts"), "token", "a token is needed; send one as `Authorization: Bearer TOKEN`")
    answer = guarded.get(f"{API}/acts", headers=bearer("dragoman_reader_" + "x" * 43))
    assert_problem(answer, "token", "this token is not known here (any more)")
    assert answer.headers["www-authenticate"].startswith("Bearer")


def test_who_may_not_is_told_which_role_may(guarded):
    answer = guarded.post(f"{API}/documents", json={"text": "x"}, headers=bearer(guarded.tokens["reader"]))
    assert_problem(answer, "role", "reader is reader, and this is for editors")
