"""What an analyst does in the browser: from the examples to a promise and what became of it; pasting; keys; colours."""

import json
from urllib.parse import quote
from urllib.request import urlopen

import pytest

LEOPARDS = "German Leopards reach Ukraine"
PASTED = "Germany promised on Wednesday to deliver 14 Leopard tanks to Ukraine by the end of March."
PHONE = {"width": 390, "height": 844}


def told(desk: str, path: str):
    with urlopen(desk + path) as answer:
        return json.load(answer)


@pytest.fixture(scope="session")
def places(desk) -> dict[str, str]:
    """One address of every kind of page."""
    act = told(desk, "/acts.json?q=sort:-reports&limit=1")["acts"][0]
    entry = told(desk, "/ledger.json?kind=commitment&state=kept")["entries"][0]
    outlet = told(desk, "/sources.json")["outlets"][0]["name"]
    return {
        "front": "/",
        "acts": "/acts?q=party:DEU",
        "act": f"/acts/{act['act']['id']}",
        "reader": f"/documents/{act['passages'][0]['document']}",
        "actor": "/actors/DEU",
        "pair": "/pairs/RUS/UKR",
        "ledger": "/ledger",
        "entry": f"/entries/{entry['id']}",
        "network": "/network",
        "map": "/map?by=actor",
        "places": "/map",
        "sources": "/sources",
        "outlet": f"/sources/{quote(outlet or '-')}",
        "documents": "/documents",
        "framing": "/framing",
        "said": "/framing?of=IRN",
        "search": "/search?q=sanctions",
        "codebook": "/codebook",
        "chapter": "/codebook/SANCTION",
        "trouble": "/acts?q=actors:x",
        "nothing": "/nothing",
    }


def test_from_the_front_page_to_a_promise_and_what_became_of_it(opened):
    page = opened("/").page
    page.get_by_label("Search", exact=True).fill('"Leopard" party:DEU')
    page.keyboard.press("Enter")
    page.get_by_role("link", name=LEOPARDS).first.click()
    page.locator(".record:target").wait_for()
    reasons = page.locator(".record:target .why")
    reasons.locator("summary").click()
    assert "frames/" in reasons.inner_text()
    page.locator(".record:target").get_by_role("link", name="The act, with all its reports").click()
    page.locator("h1 .party", has_text="Germany").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Germany"
    page.get_by_role("table").get_by_role("link", name="Ukraine", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Germany and Ukraine"
    assert page.locator(".chart svg").is_visible()
    page.locator("section", has=page.get_by_role("heading", name="Promises")).locator("a.when").first.click()
    assert page.get_by_role("heading", name="What became of it").is_visible()
    assert page.locator(".story .row").count() >= 1


def test_a_text_is_pasted_read_and_kept(opened):
    page = opened("/").page
    page.get_by_label("The text").fill(PASTED)
    page.get_by_label("Published").fill("2023-01-26")
    page.get_by_role("button", name="Read it").click()
    page.locator(".prose").wait_for(timeout=30_000)
    assert "AID pledged" in page.locator(".index").inner_text()
    page.get_by_role("button", name="Keep it in the store").click()
    page.wait_for_url("**/documents/*")
    page.locator(".index li a").first.click()
    assert "2023-03-31" in page.locator(".record:target").inner_text()


def test_a_file_is_dropped_on_the_box_and_read(opened):
    page = opened("/").page
    page.evaluate(
        """() => {
          const data = new DataTransfer();
          data.items.add(new File(["Estonia expelled a Russian diplomat."], "tallinn.txt", {type: "text/plain"}));
          const box = document.querySelector("form.drop textarea");
          box.dispatchEvent(new DragEvent("drop", {dataTransfer: data, bubbles: true, cancelable: true}));
        }"""
    )
    page.locator(".prose").wait_for(timeout=30_000)
    assert "Estonia" in page.locator(".index").inner_text()


def test_keys_go_from_act_to_act_and_light_the_words(opened, places):
    page = opened(places["reader"]).page
    assert page.locator(".record:target").count() == 0
    page.keyboard.press("j")
    assert page.locator(".record:target .nth").inner_text().startswith("Act 1 of")
    page.keyboard.press("j")
    assert page.locator(".record:target .nth").inner_text().startswith("Act 2 of")
    page.locator(".mark.chosen").first.wait_for()
    lit = "[...CSS.highlights.get('act')].map((range) => range.toString()).join('')"
    assert page.evaluate(lit) == "".join(page.locator(".mark.chosen").all_inner_texts())
    page.keyboard.press("k")
    assert page.locator(".record:target .nth").inner_text().startswith("Act 1 of")
    page.keyboard.press("Escape")
    assert page.locator(".record:target").count() == 0
    page.locator(".mark.chosen").first.wait_for(state="detached")
    assert page.evaluate("CSS.highlights.size") == 0


def test_keys_are_letters_where_one_writes(opened, places):
    page = opened(places["reader"]).page
    page.get_by_label("Search", exact=True).press_sequentially("jk")
    assert page.locator(".record:target").count() == 0
    assert page.get_by_label("Search", exact=True).input_value() == "jk"


def test_words_beyond_the_basic_plane_are_lit_where_they_stand(opened):
    page = opened("/").page
    page.get_by_label("The text").fill("🇪🇪🇪🇪 𝔈𝔈 Estonia expelled a Russian diplomat on Friday.")
    page.get_by_role("button", name="Read it").click()
    page.locator(".index li a").first.click(timeout=30_000)
    page.locator(".mark.chosen").wait_for()
    assert page.evaluate("[...CSS.highlights.get('act')].map((range) => range.toString()).join('')") == "expelled"


def test_reading_works_without_scripts(opened, places):
    page = opened(places["reader"], scripts=False).page
    page.locator(".prose a.mark").first.click()
    assert page.locator(".record:target").is_visible()
    page.locator(".record:target").get_by_role("link", name="all", exact=True).click()
    assert page.locator(".record:target").count() == 0
    assert page.locator("button.theme").is_hidden()


def test_the_choice_of_colours_is_kept(opened):
    watched = opened("/")
    page, ground = watched.page, "getComputedStyle(document.body).backgroundColor"
    light = page.evaluate(ground)
    page.get_by_role("button", name="Show in dark colours").click()
    dark = page.evaluate(ground)
    watched.open("/acts")
    assert page.evaluate(ground) == dark != light
    page.get_by_role("button", name="Show in light colours").click()
    assert page.evaluate(ground) == light


def test_the_system_s_dark_colours_are_taken_up(opened):
    assert opened("/", dark=True).page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(21, 24, 26)"


KINDS = (
    "front", "acts", "act", "reader", "actor", "pair", "ledger", "entry", "network", "map", "places", "sources",
    "outlet", "documents", "framing", "said", "search", "codebook", "chapter", "trouble", "nothing",
)  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_no_page_is_wider_than_a_phone(opened, places, kind):
    watched = opened(places[kind], **PHONE)
    assert watched.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    watched.said.clear() if kind in {"trouble", "nothing"} else None  # the browser tells the status of these


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_serious(opened, places, kind, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: its checks skip").Axe()
    watched = opened(places[kind], dark=dark)
    if kind == "reader":
        watched.page.keyboard.press("j")
    found = axe.run(watched.page).response["violations"]
    assert [
        (one["id"], one["impact"], [node["target"] for node in one["nodes"]][:5])
        for one in found
        if one["impact"] in {"serious", "critical"}
    ] == []
    watched.said.clear() if kind in {"trouble", "nothing"} else None


def test_on_a_phone_the_record_lies_under_the_text(opened, places):
    page = opened(places["reader"], **PHONE).page
    page.locator(".prose a.no").first.click()
    box, word = page.locator(".record:target").bounding_box(), page.locator(".mark.chosen").first.bounding_box()
    assert box["y"] + box["height"] == pytest.approx(PHONE["height"], abs=1)
    assert word["y"] + word["height"] <= box["y"]


def test_a_printed_page_has_the_text_and_no_forms(opened, places):
    page = opened(places["front"]).page
    page.emulate_media(media="print")
    assert page.locator("form").first.is_hidden()
    assert page.locator(".row").first.is_visible()


def test_from_a_network_to_a_party_and_from_an_arrow_to_a_pair(opened):
    page = opened("/network?q=date:2022..2023").page
    page.locator("svg.network a.node", has_text="Germany").locator("text").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Germany"
    page.go_back()
    path = page.locator("svg.network a.tie").last.get_attribute("href")
    page.locator("svg.network a.tie .head").last.click()
    page.wait_for_url(f"**{path}")
    assert page.get_by_role("heading", level=1).inner_text().count(" and ") == 1


def test_names_in_a_network_lie_neither_over_one_another_nor_outside(opened):
    page = opened("/network").page
    boxes = page.locator("svg.network text").evaluate_all(
        "all => all.map(one => { const b = one.getBBox(); return [b.x, b.y + 3, b.x + b.width, b.y + b.height - 2]; })"
    )
    assert len(boxes) > 25
    over = [
        (one, other)
        for at, one in enumerate(boxes)
        for other in boxes[at + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]
    assert over == []
    assert all(left >= 0 and right <= 820 for left, _, right, _ in boxes)


def test_a_country_of_the_map_leads_to_its_acts_with_the_keyboard_too(opened):
    page = opened("/map?by=actor").page
    russia = page.locator("svg.world a.land[aria-label^='Russia:']")
    number = russia.get_attribute("aria-label").removeprefix("Russia: ")
    russia.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/acts?q=actor_country*")
    assert page.get_by_role("heading", level=1).inner_text() == number


def test_shades_of_the_map_differ_from_one_another_in_light_and_dark(opened):
    for dark in (False, True):
        page = opened("/map?by=actor", dark=dark).page
        colours = page.locator(".legend .swatch").evaluate_all(
            "all => all.map(one => getComputedStyle(one).backgroundColor)"
        )
        assert len(colours) == len(set(colours)) == 5


def test_a_map_and_a_network_are_seen_and_followed_without_scripts(opened):
    page = opened("/map?by=actor", scripts=False).page
    assert page.locator("svg.world").is_visible()
    page.get_by_role("link", name="As a network").click()
    page.locator("svg.network circle").first.wait_for()
    assert page.locator("svg.network circle").count() == 40


def test_from_the_sources_to_a_text(opened):
    page = opened("/sources").page
    page.get_by_role("table").get_by_role("link").first.click()
    page.locator("section", has=page.get_by_role("heading", name="Latest documents")).locator("a.party").first.click()
    page.locator(".prose").wait_for()
