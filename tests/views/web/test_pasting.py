"""A text that is pasted or sent is read at once, shown as the reader shows it, and kept only if one wants it."""

import time

import pytest
from lxml import html

from dragoman.desk import workbench


def text_of(response) -> str:
    return " ".join(html.fromstring(response.text).text_content().split())


def pasted(client, **given):
    files = {"file": given.pop("file")} if "file" in given else None
    return client.post("/readings", data=given, files=files)


def test_a_pasted_text_is_read_and_shown_with_its_acts(empty, tallinn):
    response = pasted(empty, text=tallinn.text, published="2022-03-18")
    assert response.status_code == 303
    page = empty.get(response.headers["location"])
    assert page.status_code == 200
    assert "Read, not kept" in text_of(page)
    assert len(html.fromstring(page.text).findall(".//section[@id]")) == len(tallinn.events)
    assert empty.get("/acts.json").json()["number"] == 0


def test_a_text_that_was_read_can_be_had_as_json_and_csv(empty, tallinn):
    address = pasted(empty, text=tallinn.text).headers["location"]
    assert len(empty.get(f"{address}.json").json()["coded"]["events"]) == len(tallinn.events)
    assert len(empty.get(f"{address}.csv").text.splitlines()) == 1 + len(tallinn.events)


def test_the_day_of_publication_that_is_given_holds(empty):
    address = pasted(empty, text="Estonia protested.", published="2022-03-18").headers["location"]
    document = empty.get(f"{address}.json").json()["coded"]["document"]
    assert (document["published"], document["published_from"]) == ("2022-03-18", "option")


def test_a_text_that_was_read_is_kept_when_one_says_so(empty, tallinn):
    address = pasted(empty, text=tallinn.text).headers["location"]
    response = empty.post(f"{address}/keep")
    assert response.status_code == 303
    kept = empty.get(response.headers["location"])
    assert "Read, not kept" not in text_of(kept)
    assert empty.get("/acts.json").json()["number"] > 0


def test_a_file_is_read_and_goes_before_a_text(empty):
    page = b"<!doctype html><html><body><article><p>Estonia expelled a diplomat.</p></article></body></html>"
    address = pasted(empty, text="other", file=("page.html", page, "text/html")).headers["location"]
    assert "Estonia expelled a diplomat." in empty.get(f"{address}.json").json()["coded"]["document"]["text"]


def test_lines_of_json_are_read_each(empty):
    lines = b'{"id": "1", "text": "Estonia protested."}\n{"id": "2", "text": "Latvia agreed."}\n'
    pasted(empty, file=("wire.jsonl", lines, "application/json"))
    deadline = time.monotonic() + 10
    while len(empty.copyist.read) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)
    assert len(empty.copyist.read) == 2


@pytest.mark.parametrize(
    ("given", "status", "words"),
    [
        ({"text": "  "}, 400, "there is no text"),
        ({"text": "x", "published": "yesterday"}, 400, "is no day; write it as 2022-06-29"),
        ({"text": "x " * workbench.LONGEST}, 422, "no more than 200,000 are read here"),
        ({"file": ("x.txt", b"\x00\x01\x02\xff" * 50, "text/plain")}, 422, "x.txt"),
    ],
    ids=["no text", "no day", "too long", "no text in a file"],
)
def test_what_cannot_be_read_is_told_with_what_to_do(empty, given, status, words):
    response = pasted(empty, **given)
    assert response.status_code == status
    assert words in text_of(response)


def test_a_text_is_coded_once_however_often_it_is_pasted(empty, tallinn):
    for _ in range(3):
        empty.get(pasted(empty, text=tallinn.text).headers["location"])
    assert len(empty.copyist.read) == 1


def test_an_empty_store_offers_the_examples_and_reads_them_in(empty):
    assert "Read the examples" in text_of(empty.get("/"))
    assert empty.post("/examples").headers["location"] == "/examples"
    deadline = time.monotonic() + 60
    while empty.get("/examples").status_code == 202 and time.monotonic() < deadline:
        time.sleep(0.05)
    told = empty.get("/examples.json").json()
    assert told["ended"]
    assert told["fault"] is None
    assert told["texts"] > 30
    assert f"{told['texts']}, published" in text_of(empty.get("/"))
