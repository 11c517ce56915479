"""Charts: takes what the desk answers, gives Altair charts, and draws them as SVG without a browser or a network."""

import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Literal

from dragoman.desk.dealing import Flow
from dragoman.records.event import Quad
from dragoman.views.signs import quad_words

if TYPE_CHECKING:
    import altair as alt

    from dragoman.analysis.buckets import By

PALETTE: dict[Quad, str] = {
    "verbal_cooperation": "#17627f", "material_cooperation": "#276a3b", "verbal_conflict": "#825400",
    "material_conflict": "#a3212d",
}  # fmt: skip
_CONFLICT = frozenset({"verbal_conflict", "material_conflict"})
_SIZE = re.compile(r'^<svg([^>]*?) width="\d+" height="\d+"')
_UNITS: "dict[By, Literal['yearmonth', 'yearquarter', 'year']]" = {
    "month": "yearmonth", "quarter": "yearquarter", "year": "year",
}  # fmt: skip
_YEAR = "utcFormat(datum.value, '%Y')"
_BEGINS = "utcFormat(datum.value, '%j') == '001'"
_LABELS: "dict[By, str]" = {
    "month": f"[utcFormat(datum.value, '%b'), {_BEGINS} || datum.index == 0 ? {_YEAR} : '']",
    "quarter": f"{_BEGINS} ? {_YEAR} : ''",
    "year": f"utcFormat(datum.value, '%y') % 5 == 0 ? {_YEAR} : ''",
}
"""A year is told once, where it begins."""


def flow_chart(flow: Flow, *, palette: dict[Quad, str] | None = None, width: int = 720) -> "alt.Chart":
    """Acts over time as bars: cooperation above the line, conflict below it."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    colours = palette or PALETTE
    values = [
        {"spell": spell.first, "number": -number if quad in _CONFLICT else number, "kind": quad_words(quad)}
        for spell in flow.spells
        for quad, number in spell.quads.items()
        if number
    ]
    kinds = [quad_words(quad) for quad in colours]
    days = alt.Axis(grid=False, domain=False, ticks=False, title=None, labelExpr=_LABELS[flow.by], labelOverlap=False)
    figures = alt.Axis(domain=False, ticks=False, title=None, tickCount=4, tickMinStep=1, labelExpr="abs(datum.value)")
    chart: alt.Chart = (
        alt.Chart(alt.InlineData(values=values), width=width, height=150, background="transparent")
        .mark_bar(binSpacing=1)
        .encode(
            x=alt.X("spell:T", timeUnit=alt.TimeUnitParams(unit=_UNITS[flow.by], utc=True), axis=days),
            y=alt.Y("sum(number):Q", axis=figures),
            color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=list(colours.values())), legend=None),
        )
        .configure_view(stroke=None)
    )
    return chart


def drawn(chart: "alt.Chart") -> str:
    """The chart as SVG that takes the width it is given."""
    return _svg(json.dumps(chart.to_dict()))


@lru_cache(maxsize=256)
def _svg(specification: str) -> str:
    import vl_convert  # noqa: PLC0415 - as above

    svg: str = vl_convert.vegalite_to_svg(specification)
    return _SIZE.sub(r"<svg\1", svg, count=1)
