"""An application over a store of hand-made texts, asked as a browser asks it."""

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient
from tests.desk.made_ledger import CODING, all_let_in, documents, editions, seoul

from dragoman.records.event import Coded
from dragoman.store import open_store
from dragoman.views.web.app import make_app

TODAY = "2025-06-01"


class Copyist:
    """A coder for tests of pages: it finds in every text the one act that it is told."""

    coding = CODING

    def __init__(self, told: Coded) -> None:
        self.told = told
        self.read: list[str] = []

    def stream_documents(self, documents):
        for document in documents:
            self.read.append(document.id)
            known = self.told.document
            events = self.told.events if document.text == known.text else ()
            yield Coded(document=document, events=tuple(replace(one, document=document.id) for one in events))


def client_of(location, *, load=None) -> TestClient:
    app = make_app(location, today=lambda: TODAY, load=load)
    return TestClient(app, base_url="http://desk.test", follow_redirects=False)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("web") / "store"
    with open_store(folder, create=True) as store:
        store.add([*documents(), *editions()], coding=CODING)
    with all_let_in(), client_of(folder) as client:
        client.get("/ledger")
        yield client


@pytest.fixture(scope="module")
def abroad(tmp_path_factory):
    """The same, and what two others do."""
    folder = tmp_path_factory.mktemp("abroad") / "store"
    with open_store(folder, create=True) as store:
        store.add([*documents(), seoul(), *editions()], coding=CODING)
    with all_let_in(), client_of(folder) as client:
        yield client


@pytest.fixture
def empty(tmp_path, tallinn):
    """An empty store, and a coder that knows one text."""
    open_store(tmp_path / "store", create=True).close()
    copyist = Copyist(tallinn.coded)
    with client_of(tmp_path / "store", load=lambda: copyist) as client:
        client.copyist = copyist
        yield client
