"""The series: takes acts over time beside the texts read, gives bars: their number, or the sum or mean of Goldstein."""

from typing import TYPE_CHECKING, Literal

from dragoman.views.drawing.layers import Tints, bars_of, framed, over_time, whole_figures
from dragoman.views.drawing.timeline import Stretch, Timeline, timeline

if TYPE_CHECKING:
    import altair as alt

    from dragoman.analysis.series import Bucket, Series

Value = Literal["number", "goldstein", "mean"]
COOPERATION, CONFLICT = "#17627f", "#a3212d"
PARTIAL = 0.5  # how faint a bar is whose days the range cuts off


def series_chart(
    series: "Series", *, value: Value = "number", tints: Tints | None = None, width: int = 720, height: int = 180
) -> "alt.LayerChart":
    """A bar for each step, from the ground up or, where Goldstein values are below zero, down."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    spells = [Stretch(first=bucket.first, last=bucket.last, gap=bucket.gap) for bucket in series.buckets]
    line = timeline(spells, by=series.by, width=width)
    values = [_bar(bucket, value, line) for bucket in series.buckets if bucket.number]
    figures = alt.Axis(domain=False, ticks=False, title=None, tickCount=5)
    if value == "number":
        figures = whole_figures(0, max(bucket.number for bucket in series.buckets))
    bars = bars_of(
        values,
        line,
        figures=figures,
        color=alt.Color("colour:N", scale=None),
        opacity=alt.Opacity("opacity:Q", scale=None),
        tooltip=["step:N", "acts:Q", "goldstein:Q", "mean:Q", "documents:Q", "note:N"],
    )
    return framed(over_time(bars, spells, line, figures=figures, tints=tints or Tints()), width=width, height=height)


def _bar(bucket: "Bucket", value: Value, line: Timeline) -> dict[str, str | float | None]:
    high = {"number": bucket.number, "goldstein": bucket.goldstein, "mean": bucket.mean or 0.0}[value]
    return {
        "step": bucket.name,
        "acts": bucket.number,
        "goldstein": round(bucket.goldstein, 2),
        "mean": None if bucket.mean is None else round(bucket.mean, 2),
        "documents": bucket.read,
        "note": "gap" if bucket.gap else "partial" if bucket.partial else "",
        "low": 0,
        "high": high,
        "colour": CONFLICT if high < 0 else COOPERATION,
        "opacity": PARTIAL if bucket.partial else 1,
        **line.bar(bucket.first),
    }
