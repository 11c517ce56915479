"""Every page answers in each form that it has; names lead to permanent addresses; what is wrong is told in words."""

import csv
import io
import json
import re
from urllib.parse import quote

import geojson
import networkx as nx
import pytest
from icalendar import Calendar
from lxml import etree, html
from tests.desk.made_ledger import madrid

from dragoman.views.web.pages import PAGES

DOCUMENT = madrid().document.id
REPORT, MEETING = madrid().events[0].id, madrid().events[3].id
PROMISE, ASK = (f"{kind}-{madrid().events[at].id}" for kind, at in (("commitment", 2), ("ask", 1)))
ADDRESSES = {
    "/": "/",
    "/documents/{id}": f"/documents/{DOCUMENT}",
    "/acts": "/acts",
    "/acts/{id}": f"/acts/act-{REPORT}",
    "/actors/{id}": "/actors/JPN",
    "/pairs/{one}/{other}": "/pairs/JPN/NATO",
    "/ledger": "/ledger",
    "/entries/{id}": f"/entries/{PROMISE}",
    "/examples": "/examples",
    "/network": "/network",
    "/map": "/map",
    "/sources": "/sources",
    "/sources/{outlet:path}": "/sources/Wire",
    "/documents": "/documents",
    "/framing": "/framing",
    "/search": "/search",
    "/codebook": "/codebook",
    "/codebook/{type}": "/codebook/AID",
}
NARROW = {
    "/framing": 3, "/search": 7, "/codebook": 10, "/codebook/{type}": 9, "/network": 10, "/map": 10, "/sources": 15,
    "/sources/{outlet:path}": 6, "/documents": 6,
}  # fmt: skip
"""How many columns the tables have that are no records."""
FORMS = [
    (page, form) for page in PAGES if page.path in ADDRESSES for form in page.forms
]  # that of a text that was pasted is asked for in test_pasting


def text_of(response) -> str:
    return " ".join(html.fromstring(response.text).text_content().split())


def address_as(page, form) -> str:
    return f"{page.stem or ADDRESSES[page.path]}.{form}"


def read_json(body):
    assert isinstance(json.loads(body), dict | None)


def read_csv(body):
    header, *rows = csv.reader(io.StringIO(body.decode()))
    assert all(len(row) == len(header) for row in rows)


def read_atom(body):
    feed = etree.fromstring(body)
    assert feed.tag == "{http://www.w3.org/2005/Atom}feed"
    for entry in feed.iter("{http://www.w3.org/2005/Atom}entry"):
        assert {child.tag.partition("}")[2] for child in entry} == {"title", "id", "updated", "link", "summary"}


def read_calendar(body):
    assert Calendar.from_ical(body).get("version") == "2.0"


def read_graphml(body):
    assert nx.parse_graphml(body.decode()).number_of_edges() > 0


def read_gexf(body):
    assert len(nx.read_gexf(io.BytesIO(body))) > 0


def read_geojson(body):
    assert geojson.loads(body).is_valid


READ = {
    "json": read_json, "csv": read_csv, "atom": read_atom, "ics": read_calendar,
    "graphml": read_graphml, "gexf": read_gexf, "geojson": read_geojson,
}  # fmt: skip


def test_every_page_is_asked_for_here_or_in_another_test():
    assert {page.path for page in PAGES} == {*ADDRESSES, "/readings/{id}"}


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_a_page_is_html_with_a_title_a_heading_and_its_forms(site, address):
    response = site.get(address)
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    page = html.fromstring(response.text)
    assert page.findtext("head/title").endswith("Dragoman") or "Dragoman:" in page.findtext("head/title")
    assert len(page.findall(".//h1")) == 1 or address.startswith("/documents")
    assert page.get("lang") == "en"


@pytest.mark.parametrize(("page", "form"), FORMS, ids=lambda it: it if isinstance(it, str) else it.path)
def test_a_page_can_be_had_in_each_of_its_forms(site, page, form):
    response = site.get(address_as(page, form))
    assert response.status_code == 200
    kinds = {
        "json": "application/json", "csv": "text/csv", "atom": "application/atom+xml", "ics": "text/calendar",
        "graphml": "application/graphml+xml", "gexf": "application/gexf+xml", "geojson": "application/geo+json",
    }  # fmt: skip
    assert response.headers["content-type"].startswith(kinds[form])
    READ[form](response.content)


@pytest.mark.parametrize(("path", "columns"), NARROW.items())
def test_a_page_that_shows_no_records_has_a_table_of_its_own(site, path, columns):
    header, *rows = csv.reader(io.StringIO(site.get(f"{ADDRESSES[path]}.csv").text))
    assert {len(row) for row in [header, *rows]} == {columns}


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_a_page_links_to_its_own_forms(site, address):
    links = html.fromstring(site.get(address).text).findall("head/link[@rel='alternate']")
    assert links
    assert {site.get(link.get("href")).status_code for link in links} == {200}


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_every_link_of_a_page_leads_somewhere(site, address):
    page = html.fromstring(site.get(address).text)
    paths = {link.partition("#")[0] for _, attribute, link, _ in page.iterlinks() if attribute in {"href", "src"}}
    own = sorted(path for path in paths if path.startswith("/"))
    broken = [path for path in own if site.get(path, follow_redirects=True).status_code != 200]
    assert broken == []


@pytest.mark.parametrize("address", ADDRESSES.values())
def test_every_anchor_of_a_page_is_on_it(site, address):
    page = html.fromstring(site.get(address).text)
    anchors = {link.removeprefix("#") for _, _, link, _ in page.iterlinks() if link.startswith("#")}
    assert anchors <= set(page.xpath("//@id"))


def test_no_id_is_given_twice_on_a_page(site):
    for address in ADDRESSES.values():
        ids = html.fromstring(site.get(address).text).xpath("//@id")
        assert len(ids) == len(set(ids)), address


def test_a_page_of_json_tells_what_the_page_tells(site):
    told = site.get("/acts.json", params={"q": "type:COOPERATE"}).json()
    shown = text_of(site.get("/acts", params={"q": "type:COOPERATE"}))
    assert told["number"] == len(told["acts"])
    assert f"{told['number']} acts" in shown
    for one in told["acts"]:
        assert one["passages"][0]["text"].split("\n")[0] in shown


def test_the_front_page_tells_what_is_there_and_what_is_new(site):
    shown = text_of(site.get("/"))
    assert "6, published 20 November 2010 to 17 January 2025" in shown
    assert "Japan opened its separate mission" in shown


def test_a_question_narrows_the_list_and_a_facet_asks_a_narrower_one(site):
    page = html.fromstring(site.get("/acts", params={"q": "actor:JPN"}).text)
    links = [link.get("href") for link in page.findall(".//nav[@class='facets']//a")]
    pledged = next(link for link in links if "status%3Apledged" in link)
    narrower = site.get(pledged.replace("/acts?", "/acts.json?")).json()
    assert narrower["question"] == "actor:JPN status:pledged"
    assert narrower["number"] == 1


def test_a_facet_that_is_chosen_is_taken_away_by_its_link(site):
    page = html.fromstring(site.get("/acts", params={"q": "actor:JPN type:REQUEST"}).text)
    chosen = page.find(".//nav[@class='facets']//a[@aria-current='true']")
    assert chosen.get("href") in {"/acts?q=actor%3AJPN", "/acts?q=type%3AREQUEST"}


def test_a_long_list_goes_on_over_pages_without_gap_or_repetition(site):
    everything = [one["act"]["id"] for one in site.get("/acts.json?limit=100").json()["acts"]]
    seen, address = [], "/acts?limit=2"
    while address:
        seen += [one["act"]["id"] for one in site.get(address.replace("/acts?", "/acts.json?")).json()["acts"]]
        response = site.get(address)
        found = html.fromstring(response.text).find(".//nav[@class='pager']/a[@rel='next']")
        assert (found is not None) == ("link" in response.headers)
        address = found.get("href") if found is not None else None
    assert seen == everything
    assert len(seen) > 4


def test_an_act_shows_each_report_with_what_was_read_under_its_words(site):
    page = html.fromstring(site.get(f"/acts/act-{REPORT}").text)
    labels = [rt.text for rt in page.findall(".//ruby/rt")]
    assert "● REQUEST, occurred" in labels
    assert "whom: NATO" in labels


def test_an_act_can_be_seen_as_it_was_known_on_a_day(site):
    now = site.get(f"/acts/{MEETING}", follow_redirects=True)
    assert "planned" in text_of(now)
    then = site.get(f"{now.url.path}?as-of=2022-07-01")
    assert "as it was known on 1 July 2022" in text_of(then)
    assert site.get(f"{now.url.path}?as-of=2001-01-01").status_code == 404


@pytest.mark.parametrize(
    ("address", "permanent"),
    [
        (f"/documents/{DOCUMENT[:7]}", f"/documents/{DOCUMENT}"),
        (f"/documents/{DOCUMENT[:7]}.json", f"/documents/{DOCUMENT}.json"),
        (f"/acts/{REPORT}", f"/acts/act-{REPORT}"),
        ("/actors/Japan", "/actors/JPN"),
        ("/pairs/japan/nato", "/pairs/JPN/NATO"),
        (f"/entries/{PROMISE[:-2]}", f"/entries/{PROMISE}"),
    ],
)
def test_a_name_or_the_beginning_of_an_id_leads_to_the_permanent_address(site, address, permanent):
    response = site.get(address)
    assert (response.status_code, response.headers["location"]) == (308, permanent)


def test_the_ledger_is_narrowed_by_kind_state_and_parties(site):
    assert [one["id"] for one in site.get("/ledger.json?kind=ask&state=met").json()["entries"]] == [ASK]
    between = site.get("/ledger.json?who=japan&with=nato&kind=commitment").json()
    assert [one["id"] for one in between["entries"]] == [PROMISE]
    assert site.get("/ledger.json?who=KOR").json()["number"] == 0


def test_the_ledger_goes_on_over_pages(site):
    whole = [one["id"] for one in site.get("/ledger.json").json()["entries"]]
    pages = [site.get(f"/ledger.json?limit=1&from={start}").json()["entries"] for start in range(1, len(whole) + 1)]
    assert [one["id"] for page in pages for one in page] == whole
    assert "Next page" in text_of(site.get("/ledger?limit=1"))


def test_an_entry_tells_its_story_with_a_passage_for_each_step(site):
    shown = text_of(site.get(f"/entries/{PROMISE}"))
    made, kept = shown.index("Kishida promised that Japan would"), shown.rindex("Japan opened its separate mission")
    assert made < kept
    assert "fulfils" in shown
    assert "Gazette reports" in shown


def test_an_actor_shows_with_whom_it_deals_and_what_it_owes(site):
    told = site.get("/actors/JPN.json").json()
    assert [one["id"] for one in told["partners"]] == ["NATO"]
    assert [one["id"] for one in told["owes"]] == [PROMISE]
    assert [one["id"] for one in told["owed"]] == [ASK]
    assert "Kishida Fumio" in text_of(site.get("/actors/JPN"))


def test_a_pair_draws_its_acts_over_time_and_tells_the_figures(site):
    response = site.get("/pairs/JPN/NATO")
    page = html.fromstring(response.text)
    assert page.find(".//div[@class='chart']/svg") is not None
    figures = {row[0].text_content(): row[1].text_content() for row in page.findall(".//figure//tbody/tr")}
    assert figures["2023-01"] == "1"
    assert "https://" not in etree.tostring(page.find(".//figure")).decode()


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/acts?q=actors:JPN", 400, "did you mean 'actor'?"),
        ("/acts?limit=0", 400, "give a number from 1 to 1000"),
        ("/acts?cursor=x", 400, "is no cursor"),
        ("/ledger?kind=wish", 400, "give one of commitment, ask"),
        ("/acts/act-0000", 404, "there is no act act-0000"),
        ("/documents/zz", 404, "there is no document zz"),
        ("/actors/Japann", 404, "did you mean Japan (JPN)?"),
        ("/entries/commitment-0", 404, "there is no entry commitment-0"),
        ("/readings/0", 404, "paste it again"),
        ("/nowhere", 404, "The address may be mistyped"),
        ("/network?q=actors:JPN", 400, "did you mean 'actor'?"),
        ("/network?parties=81", 400, "give a number from 1 to 80"),
        ("/map?by=colour", 400, "give one of place, actor, recipient"),
        ("/map?q=date:x", 400, "is no day"),
        ("/sources?sort=size", 400, "give one of documents, name"),
        ("/sources/Bugle", 404, "there is no outlet Bugle"),
        ("/documents?outlet=Bugle", 404, "there is no outlet Bugle"),
        ("/documents?after=yesterday", 400, "is no day"),
        ("/documents?after=2023-01-02&before=2023-01-01", 400, "turn them round"),
    ],
)
def test_what_cannot_be_answered_is_told_with_what_to_do(site, address, status, words):
    response = site.get(address)
    assert response.status_code == status
    assert words in text_of(response)


def test_a_fault_of_a_form_for_programs_is_json(site):
    response = site.get("/acts.json?q=actors:JPN")
    assert response.status_code == 400
    assert response.json()["status"] == 400
    assert "did you mean 'actor'?" in response.json()["error"]


def test_a_question_in_an_address_is_shown_and_never_run(site):
    response = site.get("/acts", params={"q": '"<script>alert(1)</script>" type:\'x'})
    assert "<script>alert" not in response.text


def test_a_name_that_needs_escaping_is_escaped_in_links(site):
    response = site.get("/actors/" + quote('a"><b', safe=""))
    assert response.status_code == 404
    assert not re.search(r'a"><b', response.text)


def test_whoever_asks_for_a_name_is_shown_the_way_to_the_actor(site):
    page = html.fromstring(site.get("/acts?q=japan").text)
    assert "/actors/JPN" in [link.get("href") for link in page.findall(".//main/p/a")]


@pytest.mark.parametrize("address", ["/", "/acts.json"])
def test_whoever_asks_for_the_head_alone_gets_it(site, address):
    response = site.head(address)
    assert (response.status_code, response.content) == (200, b"")
