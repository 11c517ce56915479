"""The page of search: words lit in texts and passages, names and ids that lead on, and nothing that runs."""

import csv
import io

import pytest
from lxml import etree, html
from tests.desk.made_ledger import madrid
from tests.store import made
from tests.views.web.conftest import CODING, client_of

from dragoman.store import open_store

DOCUMENT, REPORT = madrid().document.id, madrid().events[0].id


def page_of(site, **query):
    response = site.get("/search", params=query)
    assert response.status_code == 200
    return html.fromstring(response.text)


def text_of(element) -> str:
    return " ".join(element.text_content().split())


def test_texts_and_acts_that_hold_the_words_are_shown_with_the_words_lit(site):
    page = page_of(site, q="mission Brussels")
    texts, acts = page.findall(".//main/div/section")
    assert {mark.text.lower() for mark in texts.findall(".//mark")} == {"mission", "brussels"}
    assert {mark.text.lower() for mark in acts.findall(".//mark")} == {"mission", "brussels"}


def test_json_tells_where_the_words_stand(site):
    told = site.get("/search.json?q=mission").json()
    texts = {document.id: document.text for document in (madrid().document,)}
    (found,) = (one for one in told["texts"] if one["document"] in texts)
    excerpt = found["excerpt"]
    whole = texts[found["document"]]
    assert whole[excerpt["start"] :].startswith(excerpt["text"])
    assert {excerpt["text"][start:end] for start, end in excerpt["hits"]} == {"mission"}
    assert whole[found["first"][0] : found["first"][1]] == "mission"
    assert told["texts_number"] == len(told["texts"])


def test_csv_has_a_row_for_each_text(site):
    header, *rows = csv.reader(io.StringIO(site.get("/search.csv?q=mission").text))
    assert header[:2] == ["document", "title"]
    assert DOCUMENT in {row[0] for row in rows}


def test_the_feed_follows_what_is_found(site):
    feed = etree.fromstring(site.get("/search.atom?q=mission&sort=date").content)
    links = feed.findall("{*}entry/{*}link")
    assert f"http://desk.test/documents/{DOCUMENT}" in {link.get("href") for link in links}


def test_the_latest_come_first_where_that_is_asked_for(site):
    told = site.get("/search.json?q=NATO&sort=date").json()
    days = [one["published"] for one in told["texts"]]
    assert days == sorted(days, reverse=True)
    assert len(days) > 1


def test_a_name_leads_to_the_party(site):
    links = [link.get("href") for link in page_of(site, q="japan").findall(".//ul[@class='called']//a")]
    assert "/actors/JPN" in links


def test_a_person_leads_to_the_acts_in_which_it_has_a_part(site):
    page = page_of(site, q="Fumio Kishida")
    assert page.find(".//h1") is not None
    told = site.get("/search.json", params={"q": "Stoltenberg"}).json()
    assert [one["question"] for one in told["persons"]] == ['person:"Jens Stoltenberg"']


@pytest.mark.parametrize(
    ("asked", "address"),
    [
        (DOCUMENT, f"/documents/{DOCUMENT}"),
        (f"act-{REPORT}", f"/acts/act-{REPORT}"),
        (REPORT, f"/acts/act-{REPORT}"),
        (f"commitment-{REPORT}", f"/entries/commitment-{REPORT}"),
        ("actor:JPN mission", "/acts?q=actor%3AJPN+mission"),
        ("sort:-known", "/acts?q=sort%3A-known"),
    ],
)
def test_an_id_or_a_question_with_fields_leads_on(site, asked, address):
    response = site.get("/search", params={"q": asked})
    assert (response.status_code, response.headers["location"]) == (307, address)


def test_a_question_with_fields_leads_on_in_the_same_form(site):
    response = site.get("/search.csv", params={"q": "actor:JPN"})
    assert response.headers["location"] == "/acts.csv?q=actor%3AJPN"


def test_the_box_of_every_page_searches(site):
    form = html.fromstring(site.get("/ledger").text).find(".//form[@role='search']")
    assert form.get("action") == "/search"
    assert form.find("input").get("name") == "q"


def test_a_long_list_goes_on_without_gap_or_repetition(site):
    whole = [one["document"] for one in site.get("/search.json?q=the").json()["texts"]]
    seen, address = [], "/search?q=the&limit=2"
    while address:
        seen += [one["document"] for one in site.get(address.replace("/search?", "/search.json?")).json()["texts"]]
        following = html.fromstring(site.get(address).text).find(".//nav[@class='pager']/a[@rel='next']")
        address = following.get("href") if following is not None else None
    assert seen == whole
    assert len(seen) > 2


def test_words_that_nothing_holds_are_told_so(site):
    assert "No text of this store holds it" in text_of(page_of(site, q="submarines"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/search?q=actors:JPN", "did you mean 'actor'?"),
        ("/search?q=%3F%21", "holds no word to look for"),
        ("/search?q=a&sort=best", "give one of relevance, date"),
        ("/search?q=a&limit=0", "give a number from 1 to 200"),
        ("/search?q=a&from=x", "give a number from 1"),
    ],
)
def test_what_cannot_be_looked_for_is_told_with_what_to_do(site, address, words):
    response = site.get(address)
    assert response.status_code == 400
    assert words in text_of(html.fromstring(response.text))


def test_markup_in_a_text_is_shown_and_never_run(tmp_path):
    text = 'Tokyo sent <script>alert("howitzers")</script> & howitzers to Kyiv.'
    told = made.act("AID", "sent", {"Tokyo": "JPN"}, {"Kyiv": "UKR"})
    with open_store(tmp_path / "store", create=True) as store:
        store.add([made.coded(text, told, published="2023-01-02", title="<b>Howitzers</b>")], coding=CODING)
    with client_of(tmp_path / "store") as client:
        response = client.get("/search", params={"q": "howitzers"})
        assert "<script>alert" not in response.text
        assert "&lt;b&gt;<mark>Howitzers</mark>&lt;/b&gt;" in response.text
        assert "<script>alert" not in client.get("/search", params={"q": "<script>alert(1)</script>"}).text


def test_the_reader_opens_at_the_words(site):
    (found,) = (one for one in site.get("/search.json?q=mission").json()["texts"] if one["document"] == DOCUMENT)
    start, end = found["first"]
    page = html.fromstring(site.get(f"/documents/{DOCUMENT}?at={start}-{end}").text)
    (asked,) = page.xpath("//*[contains(@class, 'asked')]")
    assert (asked.get("id"), asked.text) == ("at", "mission")


@pytest.mark.parametrize("at", ["x", "9-3", "3-3", "-1-4"])
def test_a_passage_that_is_none_is_refused(site, at):
    response = site.get(f"/documents/{DOCUMENT}?at={at}")
    assert response.status_code == 400
    assert "as in at=12-40" in response.text


def test_a_passage_beyond_the_text_marks_nothing(site):
    page = html.fromstring(site.get(f"/documents/{DOCUMENT}?at=90000-90004").text)
    assert page.xpath("//*[@id='at']") == []
