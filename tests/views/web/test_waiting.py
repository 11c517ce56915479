"""While the ledger is made pages say so, and how far it has come; then they show it."""

from threading import Event

import pytest
from tests.desk.made_ledger import CODING, all_let_in, documents
from tests.views.web.conftest import client_of

from dragoman.records.progress import Progress
from dragoman.store import open_store
from dragoman.views.web import site as site_module


@pytest.fixture
def waiting(tmp_path, monkeypatch):
    """A site whose ledger is not begun before the gate is opened."""
    monkeypatch.setattr(site_module, "PATIENCE", 0.0)
    with open_store(tmp_path / "store", create=True) as store:
        store.add(documents(), coding=CODING)
    gate = Event()
    with all_let_in(), client_of(tmp_path / "store") as client:
        site = client.app.state.site
        assert site.store.acts(limit=1).items
        site._shelf._thread.submit(gate.wait)
        yield client, site, gate
        gate.set()


@pytest.mark.parametrize("path", ["/ledger", "/entries/ask-1"])
def test_a_page_says_how_far_the_ledger_has_come(waiting, path):
    client, site, _ = waiting
    assert "are read" not in client.get(path).text
    site._shelf.progress = Progress(step="acts", done=24_000, all=56_219)
    page = client.get(path)
    assert page.status_code == 202
    assert "24,000 of 56,219 acts are read." in page.text
    site._shelf.progress = Progress(step="passages", done=2_000, all=35_070)
    assert "2,000 of 35,070 passages are compared." in client.get(path).text


def test_it_is_shown_when_it_is_made(waiting, monkeypatch):
    client, _, gate = waiting
    assert client.get("/ledger").status_code == 202
    gate.set()
    monkeypatch.setattr(site_module, "PATIENCE", 60.0)
    assert client.get("/ledger").status_code == 200
