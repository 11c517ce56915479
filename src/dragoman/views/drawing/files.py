"""Files: takes a chart, gives it as SVG, as PNG, or as a page of HTML that draws itself and asks nothing of a host."""

import json
from html import escape
from typing import TYPE_CHECKING, Literal

from dragoman.views.drawing.layers import Tints

if TYPE_CHECKING:
    import altair as alt

Ending = Literal[".svg", ".png", ".html"]
ENDINGS: tuple[Ending, ...] = (".svg", ".png", ".html")
SCALE = 2  # pixels of a PNG for each of the chart: as screens have them now
SANS = "Inter, 'Source Sans 3', 'Helvetica Neue', 'Liberation Sans', Arial, sans-serif"
SERIF = "'Iowan Old Style', Charter, 'Source Serif 4', 'Liberation Serif', Georgia, serif"
_GLOBAL = "window.vegaEmbed = vegaEmbed;"  # what the bundle hands to the page
_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline' 'unsafe-eval'; \
style-src 'unsafe-inline'; img-src data: blob:">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>body {{ margin: 1rem; background: {paper}; color: {ink}; }} main {{ overflow-x: auto; }}</style>
</head>
<body>
<main id="chart" tabindex="0" aria-label="{title}">{svg}</main>
<script>{bundle}</script>
<script>
vegaEmbed("#chart", {specification}, {{
  renderer: "svg", actions: {{export: true, source: false, compiled: false, editor: false}},
}}).then(() => document.querySelector("#chart summary").setAttribute("aria-label", "Save the drawing"));
</script>
</body>
</html>
"""


def told(chart: "alt.LayerChart", *, title: str, subtitle: str, tints: Tints | None = None) -> "alt.LayerChart":
    """The chart with its heading, for a file in which nothing else says what it shows."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    tints = tints or Tints()
    heading = alt.Title(
        title, subtitle=subtitle.split("\n"), anchor="start", frame="group", offset=14, font=SERIF, fontSize=18,
        fontWeight="normal", color=tints.ink, subtitleFont=SANS, subtitleFontSize=11, subtitleColor=tints.words,
        subtitlePadding=5,
    )  # fmt: skip
    framed: alt.LayerChart = (
        chart.properties(title=heading, background=tints.paper, padding=16)
        .configure_axis(
            labelFont=SANS,
            titleFont=SANS,
            labelColor=tints.words,
            titleColor=tints.words,
            gridColor=tints.gap,
            titleFontWeight="normal",
            titleFontSize=10,
        )
        .configure_legend(labelFont=SANS, labelColor=tints.words, symbolType="square")
        .configure_text(font=SANS)
    )
    return framed


def written(chart: "alt.LayerChart", ending: Ending, *, title: str) -> bytes:
    """The file."""
    import vl_convert  # noqa: PLC0415 - as above

    specification = json.dumps(chart.to_dict())
    if ending == ".png":
        picture: bytes = vl_convert.vegalite_to_png(specification, scale=SCALE)
        return picture
    svg: str = vl_convert.vegalite_to_svg(specification)
    if ending == ".svg":
        return svg.encode()
    tints = Tints()
    page = _PAGE.format(
        title=escape(title),
        paper=tints.paper,
        ink=tints.ink,
        svg=svg,  # it is there until the script has drawn, and where none runs
        bundle=vl_convert.javascript_bundle(_GLOBAL),
        specification=specification.replace("<", r"\u003c"),
    )
    return page.encode()
