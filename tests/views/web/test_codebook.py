"""The codebook in the browser: every type with its acts, and a page for each with words, examples and codes."""

import csv
import io

import pytest
from lxml import html

from dragoman.knowledge.codebook import make_codebook
from dragoman.views.signs import STATUS

CODEBOOK = make_codebook()


def page_of(site, address):
    response = site.get(address)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def text_of(element) -> str:
    return " ".join(element.text_content().split())


def test_every_type_context_sector_and_status_is_told_with_its_acts(site):
    page = page_of(site, "/codebook")
    links = {link for _, _, link, _ in page.iterlinks()}
    for one in CODEBOOK.chapters:
        assert {f"/codebook/{one.type}", f"/acts?q=type%3A{one.type}"} <= links
        assert one.description in text_of(page)
    assert {f"/acts?q=context%3A{one.name}" for one in CODEBOOK.contexts} <= links
    assert {f"/acts?q=status%3A{status}" for status in STATUS} <= links
    assert {f"/acts?q=sector%3A{sector}" for sector in CODEBOOK.sectors} <= links


def test_counts_are_those_of_the_acts_that_the_link_asks_for(site):
    told = site.get("/codebook.json").json()["uses"]
    for type_, number in told["types"].items():
        assert site.get(f"/acts.json?q=type:{type_}").json()["number"] == number
    for status, number in told["statuses"].items():
        assert site.get(f"/acts.json?q=status:{status}").json()["number"] == number
    assert told["types"]["CONSULT"] == 1


def test_sources_and_licences_are_told(site):
    shown = text_of(page_of(site, "/codebook"))
    assert "PLOVER manual, draft 2.0" in shown
    assert "CC BY-SA 4.0" in shown


def test_csv_has_a_row_for_each_value_that_a_record_can_have(site):
    rows = list(csv.DictReader(io.StringIO(site.get("/codebook.csv").text)))
    modes = sum(len(one.modes) for one in CODEBOOK.chapters)
    assert len(rows) == len(CODEBOOK.chapters) + modes + len(CODEBOOK.contexts) + len(CODEBOOK.sectors)
    assert next(row for row in rows if row["value"] == "CONSULT")["acts"] == "1"


@pytest.mark.parametrize("chapter", CODEBOOK.chapters, ids=lambda one: one.type)
def test_every_type_has_a_page_with_its_modes_codes_words_and_examples(site, chapter):
    page = page_of(site, f"/codebook/{chapter.type}")
    ids = set(page.xpath("//@id"))
    assert {mode.name for mode in chapter.modes} <= ids
    assert {f"f-{one.frame}" for one in chapter.phrasings} <= ids
    assert len(page.xpath("//table//tr")) == len(chapter.codes) + 1
    assert chapter.examples[0].text in text_of(page)


def test_pages_lead_from_type_to_type(site):
    page, seen = page_of(site, f"/codebook/{CODEBOOK.chapters[0].type}"), 1
    while following := page.xpath("//p/a[@rel='next']/@href"):
        page, seen = page_of(site, following[0]), seen + 1
    assert seen == len(CODEBOOK.chapters)


def test_json_has_all_phrasings_and_examples(site):
    told = site.get("/codebook/AID.json").json()
    aid = next(one for one in CODEBOOK.chapters if one.type == "AID")
    assert len(told["chapter"]["examples"]) == len(aid.examples)
    assert [one["frame"] for one in told["chapter"]["phrasings"]] == [one.frame for one in aid.phrasings]


def test_a_type_in_small_letters_leads_to_its_page(site):
    response = site.get("/codebook/aid.json")
    assert (response.status_code, response.headers["location"]) == (308, "/codebook/AID.json")


def test_a_type_that_is_none_is_told_with_the_nearest(site):
    response = site.get("/codebook/CONSULTT")
    assert response.status_code == 404
    assert "did you mean CONSULT?" in text_of(html.fromstring(response.text))
