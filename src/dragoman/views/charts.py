"""Charts: takes what the desk answers, gives Altair charts, and draws them as SVG without a browser or a network."""

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from dragoman.desk.dealing import Flow, Spell
from dragoman.records.event import Quad
from dragoman.views.drawing.layers import Tints, bars_of, framed, over_time, whole_figures
from dragoman.views.drawing.timeline import Stretch, Timeline, timeline
from dragoman.views.signs import quad_words

if TYPE_CHECKING:
    import altair as alt

PALETTE: dict[Quad, str] = {
    "verbal_cooperation": "#17627f", "material_cooperation": "#276a3b", "verbal_conflict": "#825400",
    "material_conflict": "#a3212d",
}  # fmt: skip
PAPER = Tints()
_CONFLICT = frozenset({"verbal_conflict", "material_conflict"})
_SIZE = re.compile(r'^<svg([^>]*?) width="\d+" height="\d+"')


def flow_chart(
    flow: Flow,
    *,
    palette: dict[Quad, str] | None = None,
    tints: Tints = PAPER,
    legend: "alt.Legend | None" = None,
    width: int = 720,
    height: int = 150,
) -> "alt.LayerChart":
    """Acts over time as bars: cooperation above the line, conflict below it; grey where nothing was read."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    colours = palette or PALETTE
    spells = [Stretch(first=spell.first, last=spell.last, gap=not spell.read) for spell in flow.spells]
    line = timeline(spells, by=flow.by, width=width)
    values = [value for spell in flow.spells for value in _stacked(spell, line)]
    kinds = [quad_words(quad) for quad in colours]
    heights = [int(value["high"]) for value in values]
    figures = whole_figures(min([0, *heights]), max([0, *heights]))
    bars = bars_of(
        values,
        line,
        figures=figures,
        color=alt.Color("kind:N", scale=alt.Scale(domain=kinds, range=list(colours.values())), legend=legend),
        tooltip=["spell:N", "kind:N", "acts:Q"],
    )
    return framed(over_time(bars, spells, line, figures=figures, tints=tints), width=width, height=height)


def _stacked(spell: Spell, line: Timeline) -> Iterator[dict[str, str | int]]:
    """The pieces of a bar: those of cooperation one on another from the ground up, those of conflict downward."""
    reached = {True: 0, False: 0}
    for quad, number in spell.quads.items():
        if number:
            conflict = quad in _CONFLICT
            low = reached[conflict]
            reached[conflict] += -number if conflict else number
            piece: dict[str, str | int] = {"spell": spell.name, "kind": quad_words(quad), "acts": number}
            yield {**piece, "low": low, "high": reached[conflict], **line.bar(spell.first)}


def drawn(chart: "alt.LayerChart | alt.Chart") -> str:
    """The chart as SVG that takes the width it is given."""
    return _svg(json.dumps(chart.to_dict()))


@lru_cache(maxsize=256)
def _svg(specification: str) -> str:
    import vl_convert  # noqa: PLC0415 - as above

    svg: str = vl_convert.vegalite_to_svg(specification)
    return _SIZE.sub(r"<svg\1", svg, count=1)
