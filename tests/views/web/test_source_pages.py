"""Outlets and documents: who published what and when, in which order, on which terms, and the way to each text."""

import csv
from urllib.parse import quote

import pytest
from lxml import etree, html
from tests.store import made
from tests.views.web.conftest import client_of

from dragoman.store import open_store

ODD = "News/Today? 100% <b>"


@pytest.fixture(scope="module")
def press(tmp_path_factory):
    """Outlets of odd names, one silent for long, and a text of nobody."""
    folder = tmp_path_factory.mktemp("press") / "store"
    sides = {"Paris": "FRA"}, {"Berlin": "DEU"}
    with open_store(folder, create=True) as store:
        store.add(
            [
                made.coded("Paris met Berlin.", made.act("CONSULT", "met", *sides), published="2023-01-02", outlet=ODD),
                made.coded("A text without acts.", published="2023-06-30", outlet="Herald", title="No acts"),
                made.coded("Another one.", published="2023-06-29", outlet="Herald"),
                made.coded("Of nobody.", published=None, outlet=None),
            ],
            coding=made.CODING,
        )
    with client_of(folder) as client:
        yield client


def page_of(client, address):
    return html.fromstring(client.get(address).text)


def words_of(element) -> str:
    return " ".join(element.text_content().split())


def rows_of(client, address="/sources"):
    return {words_of(row[0]): words_of(row) for row in page_of(client, address).xpath("//table//tbody/tr")}


def test_every_outlet_is_a_row_with_its_days_its_silence_and_its_terms(press):
    rows = rows_of(press)
    assert list(rows) == ["Herald", "not named", ODD]
    assert "2023-06-29 … 2023-06-30" in rows["Herald"]
    assert "since 2023-01-02" in rows[ODD]
    assert "not stated" in rows["Herald"]
    assert "undated" in rows["not named"]


def test_outlets_are_sorted_as_one_asks(press):
    assert next(iter(rows_of(press, "/sources?sort=acts"))) == ODD
    assert list(rows_of(press, "/sources?sort=last")) == ["Herald", ODD, "not named"]
    assert list(rows_of(press, "/sources?sort=name")) == ["not named", "Herald", ODD]


def test_outlets_go_on_over_pages(press):
    assert list(rows_of(press, "/sources?limit=2&from=3")) == [ODD]
    assert 'rel="next"' in press.get("/sources?limit=2").headers["link"]


def test_csv_of_outlets_has_their_figures(press):
    rows = list(csv.DictReader(press.get("/sources.csv").text.splitlines()))
    odd = next(one for one in rows if one["outlet"] == ODD)
    assert (odd["documents"], odd["acts"], odd["acts_told_alone"], odd["silent"]) == ("1", "1", "1", "true")


@pytest.mark.parametrize("form", ["", ".json", ".csv", ".atom"])
def test_an_outlet_of_an_odd_name_has_its_page_in_every_form(press, form):
    response = press.get(f"/sources/{quote(ODD, safe='')}{form}")
    assert response.status_code == 200
    assert "<b>" not in response.text.replace("</b>", "") or form in {".json", ".csv"}


def test_the_links_of_the_list_lead_to_the_outlets(press):
    for link in page_of(press, "/sources").xpath("//table//th/a"):
        assert press.get(link.get("href")).status_code == 200


def test_an_outlet_tells_what_it_reports_and_leads_to_these_acts(press):
    page = page_of(press, f"/sources/{quote(ODD, safe='')}")
    link = page.xpath("//section[@aria-labelledby='reported-heading']//a[text()='CONSULT' or .//text()='CONSULT']")[0]
    assert press.get(link.get("href").replace("/acts?", "/acts.json?")).json()["number"] == 1


def test_an_outlet_tells_its_silences_and_that_it_is_silent_now(abroad):
    page = page_of(abroad, "/sources/Wire")
    silent = page.xpath("//section[@aria-labelledby='silent-heading']")[0]
    assert "2022-07-01" in words_of(silent)
    assert "none since 1 March 2023" in words_of(page.find(".//figcaption"))


def test_texts_of_no_named_outlet_have_a_page_too(press):
    page = page_of(press, "/sources/-")
    assert page.find(".//h1/bdi").text == "Texts of no named outlet"
    assert press.get("/sources/-.json").json()["outlet"]["name"] is None
    assert "/documents?outlet=-" in page.xpath("//@href")
    assert press.get("/documents.json?outlet=-").json()["number"] == 1


def test_documents_are_listed_the_last_published_first_and_lead_to_the_reader(abroad):
    told = abroad.get("/documents.json").json()
    days = [one["published"] for one in told["documents"]]
    assert told["number"] == len(days) == 7
    assert days == sorted(days, reverse=True)
    links = page_of(abroad, "/documents").xpath("//li[@class='row']//p/a/@href")
    assert [link.rpartition("/")[2] for link in links if link.startswith("/documents/")] == [
        one["id"] for one in told["documents"]
    ]


def test_documents_are_narrowed_by_outlet_and_days(abroad):
    narrowed = abroad.get("/documents.json?outlet=Wire&after=2023-01-01&before=2023-12-31").json()
    assert [one["published"] for one in narrowed["documents"]] == ["2023-03-01"]
    page = page_of(abroad, "/documents?outlet=Wire")
    assert page.find(".//input[@name='outlet']").get("value") == "Wire"


def test_documents_go_on_over_pages_and_keep_what_was_asked(abroad):
    first = page_of(abroad, "/documents?outlet=Wire&limit=1")
    (following,) = first.xpath("//nav[@class='pager']/a[@rel='next']/@href")
    assert following == "/documents?outlet=Wire&limit=1&from=2"
    assert (
        abroad.get(following.replace("/documents?", "/documents.json?")).json()["documents"][0]["published"]
        == "2022-06-30"
    )


def test_a_feed_of_an_outlet_has_its_latest_documents(press):
    feed = etree.fromstring(press.get("/sources/Herald.atom").content)
    titles = [one.text for one in feed.iter("{http://www.w3.org/2005/Atom}title")]
    assert titles == ["Herald · Dragoman", "No acts", "Untitled text"]


def test_a_text_leads_to_its_outlet(site):
    document = site.get("/documents.json?outlet=Wire").json()["documents"][0]["id"]
    assert "/sources/Wire" in page_of(site, f"/documents/{document}").xpath("//@href")


def test_an_empty_store_has_no_sources_and_says_so(empty):
    assert "the store is empty" in words_of(page_of(empty, "/sources"))
    assert empty.get("/documents").status_code == 200
    assert empty.get("/network").status_code == empty.get("/map").status_code == 200
