"""A report in a real browser: opened from a file, it asks for nothing, runs nothing, and can be read anywhere."""

import pytest

pytest.importorskip("jinja2", reason="no Jinja2: reports skip")
from dragoman.views.report import report

LONG = "Donau" + "dampfschiff" * 40
RUN = "document.title = 'run'"
TEXT = f"""Germany <script>{RUN}</script> expelled two <img src=x onerror="{RUN}"> Russian diplomats at noon.

שלום עולם Russia accused Germany of lying. {LONG} </style><style>body {{ display: none }}</style>

Japan will send Ukraine 20 trucks by March, Kishida said."""


@pytest.fixture(scope="module")
def sent(coder, tmp_path_factory):
    file = tmp_path_factory.mktemp("sent") / "report.html"
    (coded,) = coder.code(TEXT, published="2023-01-26").documents
    file.write_text(report([coded, coded], today="2025-06-01"), "utf-8")
    return file.as_uri()


@pytest.fixture
def read(chromium, sent):
    """Opens the report as on a screen of some size and colours; at the end nothing was complained of or asked for."""
    contexts, said, asked = [], [], []

    def read_(*, width=1280, dark=False, scripts=True):
        context = chromium.new_context(
            viewport={"width": width, "height": 844},
            color_scheme="dark" if dark else "light",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(sent)
        return page

    yield read_
    for context in contexts:
        context.close()
    assert said == []
    assert set(asked) <= {sent, *(url for url in asked if url.startswith(f"{sent}#"))}


def test_markup_in_a_text_is_shown_and_never_run(read):
    page = read()
    assert page.title() == "2 texts · Dragoman"
    assert f"<script>{RUN}</script>" in page.locator("#text-1 .prose").inner_text()
    assert page.locator("script, img").count() == 0
    assert page.locator("body").is_visible()


def test_a_number_leads_to_the_record_and_the_record_back(read):
    page = read(scripts=False)
    page.locator("#text-2 .prose a.no").first.click()
    record = page.locator("#text-2 .record:target")
    assert record.is_visible()
    record.get_by_role("link", name="to the words").click()
    assert page.locator("#text-2 .no:target").is_visible()


@pytest.mark.parametrize("width", [390, 800, 1280])
def test_long_words_stay_within_the_page(read, width):
    page = read(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_records_stand_beside_the_text_and_below_it_on_a_phone(read):
    wide, narrow = read(), read(width=390)
    for page, beside in ((wide, True), (narrow, False)):
        block = page.locator(".stretch:has(.beside) .block").first.bounding_box()
        notes = page.locator(".stretch .beside").first.bounding_box()
        assert (notes["x"] >= block["x"] + block["width"]) is beside
        assert (notes["y"] >= block["y"] + block["height"]) is not beside


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_axe_finds_nothing_serious(read, dark):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: its checks skip").Axe()
    found = axe.run(read(dark=dark)).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in {"serious", "critical"}] == []


def test_a_printed_report_has_the_records_and_the_reasons(read):
    page = read(scripts=False)
    page.emulate_media(media="print")
    assert page.locator(".record").first.is_visible()
    assert page.locator(".record .why .steps").first.bounding_box()["height"] > 0
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
