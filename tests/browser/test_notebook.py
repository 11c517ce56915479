"""Records of a notebook in a real browser: before a light and a dark ground nothing runs, and all can be read."""

import pytest

GROUNDS = {"light": ("#ffffff", "#000000"), "dark": ("#111111", "#e8e8e8")}
TEXT = (
    "Germany <img src=x onerror=\"document.title='run'\"> expelled two Russian diplomats on Wednesday. "
    "<script>document.title='run'</script> שלום עולם Japan will send Ukraine 20 trucks by March."
)


@pytest.fixture
def cell(chromium, coder):
    """A page as a notebook makes one: an output with its HTML, in the colours of the notebook."""
    results, contexts, said = coder.code(TEXT, published="2023-01-26"), [], []

    def open_(ground, width=900):
        paper, ink = GROUNDS[ground]
        contexts.append(chromium.new_context(viewport={"width": width, "height": 800}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("request", lambda request: said.append(request.url))
        shown = "".join(one._repr_html_() for one in (results, *results.events))
        page.set_content(
            f'<!doctype html><html lang="en"><title>Notebook</title><body style="background:{paper};color:{ink}">'
            f"<main><h1>Cell</h1>{shown}</main></body></html>"
        )
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_axe_finds_nothing_serious_before_either_ground(cell, ground):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: its checks skip").Axe()
    found = axe.run(cell(ground)).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in {"serious", "critical"}] == []


@pytest.mark.parametrize("ground", GROUNDS)
def test_words_have_the_colour_of_the_notebook(cell, ground):
    page = cell(ground)
    for place in ("mark", "td", "q"):
        colour = page.locator(f".dragoman {place}").first.evaluate("element => getComputedStyle(element).color")
        assert colour == page.evaluate("getComputedStyle(document.body).color")


def test_markup_in_a_text_is_shown_and_never_run(cell):
    page = cell("light")
    assert "<script>document.title='run'</script>" in page.locator(".text").first.inner_text()
    assert page.title() == "Notebook"
    assert page.locator("img, script").count() == 0
