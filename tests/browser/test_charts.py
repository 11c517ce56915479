"""Charts in a real browser: a page of one draws itself and asks for nothing; on the pages they keep to the width."""

import pytest

pytest.importorskip("altair", reason="no Altair: charts skip")
from dragoman.desk.dealing import Flow, Spell
from dragoman.views.charts import flow_chart
from dragoman.views.drawing.files import told, written


def flow(*months):
    quads = {"verbal_cooperation": 3, "material_conflict": 2}
    return Flow(
        by="month",
        spells=tuple(
            Spell(name=month, first=f"{month}-01", last=f"{month}-28", read=read, quads=quads if read else {})
            for month, read in months
        ),
        earlier=0,
    )


@pytest.fixture
def page(chromium, tmp_path):
    """Opens a chart as a page of its own; at the end nothing was complained of, and nothing asked of anybody."""
    said, asked, contexts = [], [], []

    def open_(chart, *, title="Acts", scripts=True):
        file = tmp_path / "chart.html"
        file.write_bytes(written(told(chart, title=title, subtitle="By month"), ".html", title=title))
        contexts.append(chromium.new_context(java_script_enabled=scripts))
        opened = contexts[-1].new_page()
        opened.on("console", lambda message: said.append(message.text))
        opened.on("pageerror", lambda error: said.append(str(error)))
        opened.on("request", lambda request: asked.append(request.url))
        opened.goto(file.as_uri())
        return opened

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    assert [url for url in asked if not url.startswith(("file:", "data:"))] == []


def test_a_page_draws_itself_with_its_bars_and_its_gap(page):
    opened = page(flow_chart(flow(("2022-01", 1), ("2022-02", 0), ("2022-03", 4))))
    opened.locator("#chart .vega-embed svg, #chart svg.marks").first.wait_for()
    assert opened.locator(".mark-rect.role-mark path").count() >= 5
    opened.locator(".mark-rect.role-mark path").last.hover()


def test_what_a_title_says_is_shown_and_never_run(page):
    title = "</script><script>document.title='run'</script><img src=x onerror=\"document.title='run'\">"
    opened = page(flow_chart(flow(("2022-01", 1))), title=title)
    opened.locator("#chart svg").first.wait_for()
    assert opened.title() == title
    assert opened.locator("img").count() == 0


def test_where_no_script_runs_the_drawing_is_there(page):
    opened = page(flow_chart(flow(("2022-01", 1))), scripts=False)
    assert opened.locator("#chart svg").is_visible()


def test_axe_finds_nothing_serious(page):
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="no axe: its checks skip").Axe()
    opened = page(flow_chart(flow(("2022-01", 1))))
    opened.locator("#chart svg.marks").first.wait_for()
    found = axe.run(opened).response["violations"]
    assert [(one["id"], one["nodes"][0]["target"]) for one in found if one["impact"] in {"serious", "critical"}] == []
