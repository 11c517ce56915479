"""From words to the place in a text, from a type to its acts, and from two editions to the clause that changed."""

import pytest
from tests.browser.conftest import Watched, serving
from tests.desk.made_ledger import CODING, editions

PHONE = {"width": 390, "height": 844}
OLD, NEW = (each.document for each in editions())
SIDES = f"/framing?by=NATO&of=RUS&a={OLD.id}&b={NEW.id}"


@pytest.fixture(scope="module")
def concepts(chromium, tmp_path_factory):
    """The address of a server over two editions of a text that speaks for its author."""
    from dragoman.store import open_store  # noqa: PLC0415 - only these tests need it
    from dragoman.views.web.app import make_app  # noqa: PLC0415

    folder = tmp_path_factory.mktemp("concepts") / "store"
    with open_store(folder, create=True) as store:
        store.add(editions(), coding=CODING)
    with serving(make_app(folder, today=lambda: "2025-12-01")) as address:
        yield address


@pytest.fixture
def beside(chromium, concepts):
    """Opens a page over the two editions; at its end nothing was complained of and no other host was asked."""
    contexts, watched = [], []

    def open_(path, *, width=1280, height=900, dark=False, scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        watched.append(Watched(context.new_page(), concepts))
        return watched[-1].open(path)

    yield open_
    for one in watched:
        one.check()
    for context in contexts:
        context.close()


@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_from_words_to_their_place_in_a_text(opened, scripts):
    page = opened("/", scripts=scripts).page
    page.get_by_label("Search", exact=True).fill("Leopards")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=Leopards")
    assert page.locator("mark").first.inner_text().startswith("Leopard")
    page.get_by_role("link", name="Read at the words").first.click()
    page.locator("#at").wait_for()
    assert page.locator("#at").inner_text().startswith("Leopard")


def test_a_name_leads_to_the_party(opened):
    page = opened("/").page
    page.get_by_label("Search", exact=True).fill("Germany")
    page.keyboard.press("Enter")
    page.locator(".called").get_by_role("link", name="Germany", exact=True).click()
    assert page.get_by_role("heading", level=1).inner_text() == "Germany"


def test_from_a_type_of_the_codebook_to_its_acts(opened):
    page = opened("/codebook").page
    page.get_by_role("link", name="SANCTION", exact=True).click()
    page.get_by_role("link", name="expel", exact=True).click()
    assert page.locator(".question code").inner_text() == "type:SANCTION mode:expel"
    assert page.locator(".row").count() > 0


def test_two_texts_are_chosen_and_laid_side_by_side(beside):
    page = beside("/framing", scripts=False)
    page.get_by_label("What").fill("NATO")
    page.get_by_label("says of").fill("Russia")
    page.get_by_role("button", name="Show").click()
    page.get_by_role("button", name="Compare").click()
    row = page.locator("li.beside", has_text="Russia is a partner")
    assert "stronger" in row.inner_text()
    earlier, later = row.locator("q").first.bounding_box(), row.locator("q").last.bounding_box()
    assert earlier["x"] + earlier["width"] <= later["x"]
    row.locator("ins").click()
    page.locator("#at").wait_for()
    assert page.locator(".asked").inner_text().startswith("Russia is the most significant and direct threat")


def test_on_a_phone_the_passages_of_two_texts_lie_under_one_another(beside):
    page = beside(SIDES, **PHONE)
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    row = page.locator("li.beside", has_text="Russia is a partner")
    earlier, later = row.locator("q").first.bounding_box(), row.locator("q").last.bounding_box()
    assert earlier["y"] + earlier["height"] <= later["y"]


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("path", [SIDES, "/framing?by=NATO", "/framing?by=NATO&of=RUS", f"/documents/{NEW.id}?at=0-30"])
def test_axe_finds_nothing_serious(beside, path, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: its checks skip").Axe()
    found = axe.run(beside(path, dark=dark)).response["violations"]
    serious = [one for one in found if one["impact"] in {"serious", "critical"}]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:5]) for one in serious] == []
