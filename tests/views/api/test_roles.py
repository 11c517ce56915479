"""Roles: whoever has a token may do what its role allows, on the interface and on the pages."""

import pytest
from tests.views.api.conftest import API, bearer, client_of, filled

from dragoman.desk.tokens import Tokens
from dragoman.views.api.buckets import Buckets
from dragoman.views.api.callers import Door

READER, EDITOR, ADMIN = "reader", "editor", "admin"
DOINGS = [
    ("GET", "/acts", None, READER),
    ("POST", "/readings", {"text": "Estonia protested."}, READER),
    ("POST", "/documents", {"text": "Estonia protested."}, EDITOR),
    ("POST", "/reviews/split", {"report": "0000"}, EDITOR),
    ("POST", "/reviews/join", {"one": "0000", "other": "1111"}, EDITOR),
    ("POST", "/ledger/promise-0/ties", {"act": "0000", "tie": None}, EDITOR),
    ("POST", "/ledger/promise-0/compliance", {"score": 1}, EDITOR),
    ("GET", "/tokens", None, ADMIN),
    ("POST", "/tokens", {"name": "bob"}, ADMIN),
    ("DELETE", "/tokens/bob", None, ADMIN),
]
ORDER = (READER, EDITOR, ADMIN)


@pytest.mark.parametrize(("method", "path", "body", "least"), DOINGS, ids=[f"{one[0]} {one[1]}" for one in DOINGS])
@pytest.mark.parametrize("role", ORDER)
def test_a_role_may_do_what_is_for_it_and_for_those_below(guarded, method, path, body, least, role):
    answer = guarded.request(method, API + path, json=body, headers=bearer(guarded.tokens[role]))
    assert (answer.status_code == 403) is (ORDER.index(role) < ORDER.index(least))
    assert answer.status_code != 401


def test_a_browser_sends_the_token_as_a_password(guarded):
    refused = guarded.get("/acts")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"].startswith("Basic")
    assert guarded.get("/acts", auth=("anybody", guarded.tokens[READER])).status_code == 200


def test_a_page_that_adds_to_the_store_is_for_editors(guarded):
    answer = guarded.post("/examples", auth=("", guarded.tokens[READER]))
    assert answer.status_code == 403
    assert "an editor may do this" in answer.text


def test_health_needs_no_token(guarded):
    for path in ("/health", "/ready", f"{API}/health", f"{API}/ready"):
        assert (guarded.head(path).status_code, guarded.head(path).content) == (200, b"")
        assert guarded.get(path).json() == {"status": "ok"}


def test_a_token_that_is_removed_holds_no_more_at_once(guarded):
    told = bearer(guarded.tokens[EDITOR])
    assert guarded.get(f"{API}/store", headers=told).status_code == 200
    removed = guarded.delete(f"{API}/tokens/editor", headers=bearer(guarded.tokens[ADMIN]))
    assert removed.json() == {"name": "editor"}
    assert guarded.get(f"{API}/store", headers=told).status_code == 401


def test_an_admin_makes_a_token_that_works(guarded):
    admin = bearer(guarded.tokens[ADMIN])
    made = guarded.post(f"{API}/tokens", json={"name": "bob", "role": "reader"}, headers=admin).json()
    assert guarded.get(f"{API}/acts", headers=bearer(made["token"])).status_code == 200
    there = [one["name"] for one in guarded.get(f"{API}/tokens", headers=admin).json()["tokens"]]
    assert there == ["admin", "bob", "editor", "reader"]
    again = guarded.post(f"{API}/tokens", json={"name": "bob"}, headers=admin)
    assert again.status_code == 409
    assert "there is a token bob already" in again.json()["detail"]


def test_what_an_editor_decides_bears_the_name_of_the_token(guarded):
    editor = bearer(guarded.tokens[EDITOR])
    acts = guarded.get(f"{API}/acts", headers=editor).json()["acts"]
    act = next(one["act"] for one in acts if len(one["act"]["reports"]) > 1)
    report = act["reports"][-1]
    alone = guarded.post(f"{API}/reviews/split", json={"report": report, "note": "another"}, headers=editor).json()
    assert alone["reports"] == [report]
    joined = guarded.post(
        f"{API}/reviews/join", json={"one": act["reports"][0], "other": report}, headers=editor
    ).json()
    assert report in joined["reports"]
    assert len(joined["reports"]) == len(act["reports"])


def test_how_far_an_entry_was_kept_stands_in_the_ledger(guarded):
    editor = bearer(guarded.tokens[EDITOR])
    entry = guarded.get(f"{API}/ledger?kind=commitment", headers=editor).json()["entries"][0]
    answer = guarded.post(f"{API}/ledger/{entry['id']}/compliance", json={"score": 1, "note": "done"}, headers=editor)
    assert answer.json() == {"entry": entry["id"], "by": "editor"}
    told = guarded.get(f"{API}/ledger/{entry['id']}", headers=editor).json()["entry"]["compliance"]
    assert (told["score"], told["by"], told["note"]) == (1, "editor", "done")


def test_other_origins_are_shut_out_unless_they_are_let_in(tmp_path):
    there = {"Origin": "https://desk.example.org"}
    with client_of(filled(tmp_path / "store")) as client:
        assert "access-control-allow-origin" not in client.get(f"{API}/acts", headers=there).headers
    with client_of(tmp_path / "store", origins=["https://desk.example.org"]) as client:
        answer = client.get(f"{API}/acts", headers=there)
        assert answer.headers["access-control-allow-origin"] == "https://desk.example.org"
        other = client.get(f"{API}/acts", headers={"Origin": "https://other.example.org"})
        assert "access-control-allow-origin" not in other.headers
        sent = client.post(f"{API}/reviews/split", json={"report": "0000"}, headers=there)
        assert sent.status_code == 404
        assert client.post("/examples", headers=there).status_code == 403


def test_on_an_open_server_a_token_of_another_kind_does_not_matter(tmp_path):
    door = Door(tokens=Tokens(tmp_path / "tokens.json"))
    with client_of(filled(tmp_path / "store"), door=door) as client:
        assert client.get(f"{API}/acts", auth=("anna", "password of a proxy")).status_code == 200


def test_who_guesses_tokens_is_stopped_and_others_are_not(tmp_path):
    tokens = Tokens(tmp_path / "tokens.json")
    anna = bearer(tokens.add("anna", "reader"))
    door = Door(tokens=tokens, needed=True, buckets=Buckets(12, clock=lambda: 0.0))
    with client_of(filled(tmp_path / "store"), door=door) as client:
        assert client.get(f"{API}/store", headers=anna).status_code == 200
        guesses = [client.get(f"{API}/store", headers=bearer("dragoman_anna_" + "x" * 43)) for _ in range(2)]
        assert [one.status_code for one in guesses] == [401, 429]
        assert client.get(f"{API}/store", headers=anna).status_code == 200
