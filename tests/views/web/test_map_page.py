"""The map: shades and circles that lead to their acts, a table beside it, and what has no place."""

import json
from dataclasses import replace

import pytest
from lxml import html
from tests.desk.made_ledger import CODING, tokyo
from tests.views.web.conftest import client_of

from dragoman.store import open_store
from dragoman.views.drawing.world_map import outlines


@pytest.fixture(scope="module")
def mapped(tmp_path_factory):
    """A store whose one meeting has a place with degrees."""
    folder = tmp_path_factory.mktemp("map") / "store"
    told = tokyo()
    events = tuple(
        replace(one, place=one.place and replace(one.place, latitude=35.69, longitude=139.69)) for one in told.events
    )
    with open_store(folder, create=True) as store:
        store.add([replace(told, events=events)], coding=CODING)
    with client_of(folder) as client:
        yield client


def page_of(client, address):
    return html.fromstring(client.get(address).text)


def words_of(element) -> str:
    return " ".join(element.text_content().split())


def test_a_country_is_shaded_and_leads_to_the_acts_that_happened_there(mapped):
    (japan,) = page_of(mapped, "/map").xpath("//svg//a[starts-with(@class, 'land')]")
    assert japan.get("aria-label") == "Japan: 1 act"
    assert japan.findtext("title") == "Japan: 1 act"
    assert mapped.get(japan.get("href").replace("/acts?", "/acts.json?")).json()["number"] == 1


def test_a_place_is_a_circle_where_it_lies_and_leads_to_its_acts(mapped):
    page = page_of(mapped, "/map")
    (tokyo_,) = page.xpath("//svg//a[@class='spot']")
    assert tokyo_.get("href") == "/acts?q=place%3ATokyo+place_country%3AJPN"
    japan = next(one for one in outlines() if one.id == "JPN")
    assert abs(float(tokyo_.find("circle").get("cx")) - japan.x) < 20
    assert abs(float(tokyo_.find("circle").get("cy")) - japan.y) < 20
    assert "Tokyo" in page.xpath("//svg/text/text()")


def test_the_page_says_how_many_acts_have_no_place(mapped):
    assert "1 act has a place, 1 act has none." in words_of(page_of(mapped, "/map").find(".//figcaption"))


def test_the_countries_are_those_of_who_acts_or_of_whom_it_is_done_to_where_one_asks(abroad):
    by_actor = abroad.get("/map.json?by=actor").json()
    assert {one["id"] for one in by_actor["lands"]} == {"JPN", "KOR"}
    page = page_of(abroad, "/map?by=recipient")
    assert page.find(".//h1").text == "Whom it is done to, by country"
    assert page.xpath("//svg//a[@class='spot']") == []
    for link in page.xpath("//section[@aria-labelledby='lands-heading']//td[@class='number']/a"):
        assert abroad.get(link.get("href").replace("/acts?", "/acts.json?")).json()["number"] == int(link.text)


def test_a_legend_tells_the_numbers_of_each_shade(site):
    legend = page_of(site, "/map?by=actor").xpath("//ul[@aria-label='Acts of a country']")[0]
    assert "act" in words_of(legend)


def test_geojson_has_the_places_and_how_many_acts_are_left_out(mapped):
    told = json.loads(mapped.get("/map.geojson").content)
    assert told["features"][0]["geometry"] == {"type": "Point", "coordinates": [139.69, 35.69]}
    assert told["features"][0]["properties"]["name"] == "Tokyo"
    assert told["left_out"] == 1


def test_a_place_without_degrees_is_in_the_table_and_told_not_to_be_drawn(site):
    page = page_of(site, "/map")
    assert page.xpath("//svg//a[@class='spot']") == []
    assert "1 place is not drawn" in words_of(page.xpath("//section[@aria-labelledby='spots-heading']")[0])


def test_csv_has_a_row_a_country_and_a_row_a_place(mapped):
    rows = mapped.get("/map.csv").text.splitlines()
    assert [row.split(",")[:6] for row in rows[1:]] == [
        ["JPN", "Japan", "", "", "", "1"], ["JPN", "Japan", "Tokyo", "35.69", "139.69", "1"],
    ]  # fmt: skip


def test_a_question_that_nothing_answers_is_an_empty_map(site):
    page = page_of(site, "/map?q=actor:NZL")
    assert page.xpath("//svg//a") == []
    assert "None of these acts is told with a place." in words_of(page)


def test_the_colours_come_from_the_style_sheet_alone(site):
    assert page_of(site, "/map").find(".//figure//svg").xpath(".//@style | .//@fill | .//style") == []
