"""The network as a picture and as tables: every circle and arrow leads somewhere, and what is left out is told."""

import csv

import pytest
from lxml import html


@pytest.fixture(scope="module")
def page(abroad):
    return html.fromstring(abroad.get("/network").text)


def words_of(element) -> str:
    return " ".join(element.text_content().split())


def test_every_party_is_a_circle_that_leads_to_it_and_says_its_name(page):
    nodes = page.xpath("//svg//a[contains(@class, 'node')]")
    assert {node.get("href") for node in nodes} == {f"/actors/{id_}" for id_ in ("JPN", "NATO", "KOR", "USA")}
    japan = next(node for node in nodes if node.get("href") == "/actors/JPN")
    assert japan.get("aria-label").startswith("Japan: ")
    assert "toward others" in japan.findtext("title")


def test_every_tie_is_an_arrow_that_leads_to_its_pair_and_tells_its_kind_by_a_class(page):
    ties = {tie.get("href"): tie for tie in page.xpath("//svg//a[starts-with(@class, 'tie')]")}
    assert set(ties) == {"/pairs/JPN/NATO", "/pairs/NATO/JPN", "/pairs/KOR/USA"}
    assert ties["/pairs/KOR/USA"].get("class") == "tie k-conflict"
    assert ties["/pairs/KOR/USA"].findtext("title") == "South Korea → United States: 1 act, mostly conflict"


def test_the_table_tells_what_the_picture_draws_and_leads_to_the_acts_of_each_tie(abroad, page):
    rows = page.xpath("//section[@aria-labelledby='ties-heading']//tbody/tr")
    assert len(rows) == 3
    for row in rows:
        link = row.find(".//td[@class='number']/a")
        path = link.get("href").replace("/acts?", "/acts.json?")
        assert abroad.get(path).json()["number"] == int(link.text)


def test_the_json_the_csv_and_the_page_have_the_same_figures(abroad):
    told = abroad.get("/network.json").json()
    lines = abroad.get("/network.csv").text.splitlines()
    assert lines[0].startswith("actor,actor_name,recipient,recipient_name,number,goldstein_mean,verbal_cooperation")
    rows = list(csv.DictReader(lines))
    assert [(one["actor"], one["recipient"], int(one["number"])) for one in rows] == [
        (one["actor"], one["recipient"], one["number"]) for one in told["ties"]
    ]
    assert rows[0]["actor_name"] == "Japan"
    assert len(lines) == 1 + len(told["ties"])


def test_a_question_narrows_the_network_and_stays_in_the_links_to_its_other_pages(abroad):
    narrowed = html.fromstring(abroad.get("/network", params={"q": "actor:KOR"}).text)
    assert len(narrowed.xpath("//svg//a[contains(@class, 'node')]")) == 2
    links = [link.get("href") for link in narrowed.xpath("//nav[@aria-label='The same acts']/a")]
    assert links == ["/acts?q=actor%3AKOR", "/network?q=actor%3AKOR", "/map?q=actor%3AKOR"]


def test_fewer_parties_are_drawn_where_one_asks_for_fewer_and_the_page_says_so(abroad):
    page = html.fromstring(abroad.get("/network?parties=2").text)
    assert len(page.xpath("//svg//a[contains(@class, 'node')]")) == 2
    assert "The 2 parties with most acts of 4" in words_of(page.find(".//figcaption"))


def test_a_question_that_nothing_answers_says_what_to_do(abroad):
    assert "Take a word away" in words_of(html.fromstring(abroad.get("/network?q=actor:NZL").text))
    assert abroad.get("/network.graphml?q=actor:NZL").status_code == 200


def test_nothing_in_the_picture_is_a_style_or_a_script(page):
    svg = page.find(".//figure//svg")
    assert not svg.xpath(".//@style | .//style | .//script | .//@onclick")
