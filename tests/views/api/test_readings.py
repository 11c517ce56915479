"""A text that is sent is coded and not kept; an editor keeps texts, and decides."""

from threading import Event as Signal

from tests.views.api.conftest import API


def test_a_text_is_coded_and_not_kept(bench, tallinn):
    told = bench.post(f"{API}/readings", json={"text": tallinn.text, "published": "2022-03-18"}).json()
    assert told["done"] is True
    assert len(told["coded"]["events"]) == len(tallinn.events)
    assert told["coded"]["document"]["published"] == "2022-03-18"
    assert bench.get(f"{API}/store").json()["counts"]["documents"] == 0
    assert bench.get(f"{API}/readings/{told['id']}").json() == told


def test_a_text_that_takes_longer_is_asked_for_again(bench, tallinn):
    signal = Signal()
    quick = bench.app.state.site.bench._load()

    class Slow:
        coding = quick.coding

        def stream_documents(self, documents):
            signal.wait(10)
            return quick.stream_documents(documents)

    bench.app.state.site.bench._load = Slow
    first = bench.post(f"{API}/readings?wait=0", json={"text": tallinn.text})
    assert (first.status_code, first.json()["done"], first.json()["coded"]) == (202, False, None)
    signal.set()
    second = bench.get(f"{API}/readings/{first.json()['id']}?wait=10")
    assert (second.status_code, second.json()["done"]) == (200, True)


def test_a_text_is_kept_with_its_outlet_and_once_only(bench, tallinn):
    sent = {"text": tallinn.text, "outlet": "Wire", "url": "https://wire.example/1", "published": "2022-03-18"}
    told = bench.post(f"{API}/documents", json=sent).json()
    assert told["added"] == {"documents": 1, "again": 0, "publications": 1, "events": len(tallinn.events)}
    assert bench.post(f"{API}/documents", json=sent).json()["added"]["documents"] == 0
    read = bench.get(f"{API}/documents/{told['id']}").json()
    assert (read["publications"][0]["outlet"], read["publications"][0]["url"]) == ("Wire", "https://wire.example/1")


def test_html_is_read_as_a_page(bench):
    page = "<!doctype html><html><body><article><p>Estonia expelled a diplomat.</p></article></body></html>"
    told = bench.post(f"{API}/readings", json={"text": page, "media": "html"}).json()
    assert told["coded"]["document"]["text"].strip() == "Estonia expelled a diplomat."
