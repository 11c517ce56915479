"""The pages on framing: what is said of an actor, by whom; two texts side by side; and who is spoken of first where."""

import csv
import io

import pytest
from lxml import etree, html
from tests.desk.made_ledger import editions

OLD, NEW = (each.document for each in editions())
SIDES = f"/framing?by=NATO&of=RUS&a={OLD.id}&b={NEW.id}"


def page_of(site, address):
    response = site.get(address)
    assert response.status_code == 200, response.text
    return html.fromstring(response.text)


def text_of(element) -> str:
    return " ".join(element.text_content().split())


def test_whoever_names_nobody_chooses_from_those_who_speak(site):
    page = page_of(site, "/framing")
    assert "/framing?by=NATO" in [link.get("href") for link in page.findall(".//section//a")]
    offered = {option.get("value") for option in page.findall(".//datalist/option")}
    assert {"JPN", "NATO"} <= offered


def test_what_one_says_of_another_is_told_theme_by_theme(site):
    told = site.get("/framing.json?by=NATO&of=RUS").json()
    page = page_of(site, "/framing?by=NATO&of=RUS")
    quotes = [text_of(quote) for quote in page.findall(".//li[@class='row']//q")]
    assert quotes == [entry["what"]["text"] for theme in told["themes"] for entry in theme["entries"]]
    headings = [text_of(heading) for heading in page.xpath("//div[@class='themed']//h2")]
    assert len(headings) == len(told["themes"])


def test_one_theme_can_be_read_alone(site):
    told = site.get("/framing.json?by=NATO&of=RUS").json()
    (theme, *others) = [one for one in told["themes"] if one["name"]]
    page = page_of(site, f"/framing?by=NATO&of=RUS&theme={theme['name']}")
    quotes = [text_of(quote) for quote in page.findall(".//li[@class='row']//q")]
    assert quotes == [entry["what"]["text"] for entry in theme["entries"]]
    links = page.xpath("//section[@aria-labelledby='themes']//li/a/text()")
    assert links == [one["name"] for one in (theme, *others)]


def test_each_passage_leads_to_where_it_stands_in_the_reader(site):
    page = page_of(site, "/framing?by=NATO&of=RUS")
    texts = {document.id: document.text for document in (OLD, NEW)}
    links = page.xpath("//li[@class='row']//a[contains(@href, '#at')]")
    assert len(links) == 4
    for link in links:
        reader = page_of(site, link.get("href").partition("#")[0])
        asked = "".join(one.text_content() for one in reader.xpath("//*[contains(@class, 'asked')]"))
        assert asked == text_of(link)
        assert asked in texts[link.get("href").split("/")[2].partition("?")[0]]


def test_names_do_as_well_as_ids(site):
    by_name = site.get("/framing.json?by=nato&of=russia").json()
    assert by_name == site.get("/framing.json?by=NATO&of=RUS").json()


def test_without_a_speaker_it_is_told_who_speaks(site):
    page = page_of(site, "/framing?of=RUS")
    speakers = page.xpath("//section[@aria-labelledby='speakers']//a/@href")
    assert speakers == ["/framing?by=NATO&of=RUS"]


def test_the_texts_that_say_something_are_offered_for_comparison(site):
    page = page_of(site, "/framing?by=NATO&of=RUS")
    (form,) = page.xpath("//form[@class='pick']")
    chosen = {each.get("name"): each.xpath("option[@selected]/@value") for each in form.findall(".//select")}
    assert chosen == {"a": [OLD.id], "b": [NEW.id]}
    assert {each.get("name"): each.get("value") for each in form.findall("input")} == {"by": "NATO", "of": "RUS"}


def test_two_texts_are_laid_side_by_side_with_the_changed_words_lit(site):
    page = page_of(site, SIDES)
    (row,) = (each for each in page.xpath("//li[@class='beside']") if "Russia is a partner" in text_of(each))
    assert "stronger" in text_of(row)
    assert [text_of(one) for one in row.findall(".//del")] == ["a partner for"]
    assert [text_of(one) for one in row.findall(".//ins")] == ["the most significant and direct threat to"]


def test_json_tells_what_became_of_each_passage(site):
    told = site.get(SIDES.replace("?", ".json?", 1)).json()
    assert (told["earlier"]["id"], told["later"]["id"]) == (OLD.id, NEW.id)
    assert sum(told["changes"].values()) == len(told["aligned"])
    assert "text" not in told["earlier"]


def test_texts_are_named_by_day_or_title_too_and_in_any_order(site):
    whole = site.get(SIDES.replace("?", ".json?", 1)).json()
    other = site.get("/framing.json?by=NATO&of=RUS&a=2022-06-29&b=concept of 2010").json()
    assert other == whole


def test_only_what_became_so_is_shown_where_that_is_asked_for(site):
    told = site.get(SIDES.replace("?", ".json?", 1)).json()
    for change, number in told["changes"].items():
        page = page_of(site, f"{SIDES}&change={change}")
        words = [text_of(one) for one in page.xpath("//li[@class='beside']/div[1]/p[1]")]
        assert len(words) == number
        assert all(word.endswith(change) for word in words)


def test_tables_have_a_row_for_each_passage_and_for_each_pair(site):
    for address, number in (("/framing?by=NATO&of=RUS", 4), (SIDES, None)):
        header, *rows = csv.reader(io.StringIO(site.get(address.replace("?", ".csv?", 1)).text))
        assert number in {None, len(rows)}
        assert rows
        assert {len(row) for row in rows} == {len(header)}


def test_feeds_lead_to_the_passages(site):
    feed = etree.fromstring(site.get(SIDES.replace("?", ".atom?", 1)).content)
    paths = [link.get("href") for link in feed.findall("{*}entry/{*}link")]
    assert paths
    assert all("?at=" in path for path in paths)


def test_of_whom_a_party_speaks_first_where_is_told_with_the_silent_texts(site):
    told = site.get("/framing.json?by=NATO").json()
    (first,) = (one for one in told["firsts"] if one["of"] == "RUS")
    assert first["text"]["id"] == OLD.id
    assert "Russia is a partner" in text_of(page_of(site, "/framing?by=NATO"))
    later = site.get("/framing.json?by=NATO&titled=2022").json()
    assert [one["text"]["id"] for one in later["firsts"] if one["of"] == "RUS"] == [NEW.id]
    assert "no text of its own in this store with “1999”" in text_of(page_of(site, "/framing?by=NATO&titled=1999"))


def test_a_party_of_whom_nothing_is_said_has_a_page_that_says_so(site):
    assert "nobody judges Peru" in text_of(page_of(site, "/framing?of=PER"))
    assert "does not judge Peru" in text_of(page_of(site, "/framing?by=NATO&of=PER"))


def test_actors_and_pairs_lead_there(site):
    assert "/framing?of=JPN" in [link for _, _, link, _ in page_of(site, "/actors/JPN").iterlinks()]
    pair = [link for _, _, link, _ in page_of(site, "/pairs/JPN/NATO").iterlinks()]
    assert {"/framing?by=JPN&of=NATO", "/framing?by=NATO&of=JPN"} <= set(pair)


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/framing?by=Atlantis", 404, "nobody is called Atlantis"),
        (f"/framing?by=NATO&of=RUS&a={OLD.id}", 400, "two texts are compared"),
        (f"/framing?of=RUS&a={OLD.id}&b={NEW.id}", 400, "two texts are compared"),
        (f"/framing?by=NATO&of=RUS&a=Treaty&b={NEW.id}", 400, "no text that names them is called 'Treaty'"),
        (f"/framing?by=NATO&of=RUS&a=Concept&b={NEW.id}", 400, "may be several texts"),
        ("/framing?by=NATO&of=RUS&theme=fishing", 400, "nothing is said on 'fishing'"),
        (f"{SIDES}&change=better", 400, "give one of new, gone"),
    ],
)
def test_what_cannot_be_compared_is_told_with_what_to_do(site, address, status, words):
    response = site.get(address)
    assert response.status_code == status
    assert words in text_of(html.fromstring(response.text))


def test_two_texts_of_which_none_speaks_of_the_actor_have_nothing_to_compare(site):
    response = site.get("/framing?by=JPN&of=RUS&a=2010-11-20&b=2022-06-29")
    assert response.status_code == 200
    assert "Neither text says anything of Russia" in text_of(html.fromstring(response.text))
