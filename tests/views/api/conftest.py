"""The interface over a store of hand-made texts, asked as a program asks it."""

import pytest
from fastapi.testclient import TestClient
from tests.desk.made_ledger import CODING, all_let_in, documents, editions, seoul
from tests.views.web.conftest import TODAY, Copyist

from dragoman.desk.tokens import Tokens
from dragoman.store import open_store
from dragoman.views.api.callers import Door
from dragoman.views.web.app import make_app

API = "/api/v1"


def filled(folder):
    """A store with a story of Japan and NATO."""
    with open_store(folder, create=True) as store:
        store.add([*documents(), seoul(), *editions()], coding=CODING)
    return folder


def client_of(location, *, load=None, door=None, **given):
    app = make_app(location, today=lambda: TODAY, load=load, door=door, **given)
    return TestClient(app, base_url="http://desk.test", follow_redirects=False, raise_server_exceptions=False)


@pytest.fixture(scope="module")
def api(tmp_path_factory):
    """An open server, as on one's own machine."""
    with all_let_in(), client_of(filled(tmp_path_factory.mktemp("api") / "store")) as client:
        client.get(f"{API}/ledger")
        yield client


@pytest.fixture
def bench(tmp_path, tallinn):
    """An open server over an empty store, and a coder that knows one text."""
    open_store(tmp_path / "store", create=True).close()
    with client_of(tmp_path / "store", load=lambda: Copyist(tallinn.coded)) as client:
        yield client


@pytest.fixture
def guarded(tmp_path, tallinn):
    """A server that asks for tokens, and a token of each role."""
    tokens = Tokens(tmp_path / "tokens.json")
    door = Door(tokens=tokens, needed=True)
    told = {role: tokens.add(role, role) for role in ("reader", "editor", "admin")}
    with all_let_in(), client_of(filled(tmp_path / "store"), load=lambda: Copyist(tallinn.coded), door=door) as client:
        client.tokens, client.kept = told, tokens
        yield client


def bearer(token):
    return {"Authorization": f"Bearer {token}"}
