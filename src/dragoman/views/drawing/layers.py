"""Layers: what lies under the bars of every chart over time: where nothing was read, and the line of the ground."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from dragoman.views.drawing.timeline import Stretch, Timeline, gaps

if TYPE_CHECKING:
    import altair as alt


MOST = 5  # figures of an axis, beside that of the ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Tints:
    """The colours of what is no bar, as CSS says them."""

    gap: str = "#e2e4e0"
    line: str = "#9aa0a5"
    words: str = "#565c63"
    ink: str = "#1b1d1f"
    paper: str = "#fcfcfa"


def over_time(
    bars: "alt.Chart", spells: Sequence[Stretch], line: Timeline, *, figures: "alt.Axis", tints: Tints
) -> "alt.LayerChart":
    """The bars on their ground, before grey where nothing was read; `figures` is the axis of their numbers."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    layers = [bars, _ground(line, figures, tints)]
    unread = list(gaps(spells, by=line.by))
    if unread:
        band = alt.Chart(alt.InlineData(values=unread)).mark_rect(color=tints.gap, opacity=0.6)
        layers.insert(0, band.encode(x=line.beside(), x2="to:T"))
    return alt.LayerChart(layer=layers)


def bars_of(
    values: Sequence[Mapping[str, object]], line: Timeline, *, figures: "alt.Axis", **channels: object
) -> "alt.Chart":
    """Bars from `low` to `high` in their step of time; `channels` are those of Vega-Lite besides their place."""
    import altair as alt  # noqa: PLC0415 - as above

    marks = alt.Chart(alt.InlineData(values=list(values))).mark_bar()
    bars: alt.Chart = marks.encode(x=line.x(), x2="to:T", y=alt.Y("low:Q", axis=figures), y2="high:Q", **channels)
    return bars


def framed(chart: "alt.LayerChart", *, width: int, height: int) -> "alt.LayerChart":
    """The chart of that size, without ground or frame."""
    sized: alt.LayerChart = chart.properties(width=width, height=height, background="transparent")
    bare: alt.LayerChart = sized.configure_view(stroke=None)
    return bare


def whole_figures(lowest: int, highest: int) -> "alt.Axis":
    """The axis of whole numbers, told without a sign: some four of them, none between two."""
    import altair as alt  # noqa: PLC0415 - as above

    step = next(one for one in _steps() if (highest - lowest) / one <= MOST)
    values = [number * step for number in range(-(-lowest // step), highest // step + 1)]
    return alt.Axis(domain=False, ticks=False, title=None, values=values, labelExpr="format(abs(datum.value), ',')")


def _steps() -> Iterator[int]:
    """Steps that people count in: 1, 2, 5, 10, 20, 50 and so on."""
    return (digit * 10**power for power in count() for digit in (1, 2, 5))


def _ground(line: Timeline, figures: "alt.Axis", tints: Tints) -> "alt.Chart":
    import altair as alt  # noqa: PLC0415 - as above

    rule = alt.Chart(alt.InlineData(values=[line.ground()])).mark_rule(color=tints.line, strokeWidth=1)
    ground: alt.Chart = rule.encode(x=line.beside(), x2="to:T", y=alt.Y("low:Q", axis=figures))
    return ground
