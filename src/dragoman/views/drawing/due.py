"""What is due: takes entries of the ledger, gives how many fall due month by month, and in which state they are."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from dragoman.analysis.buckets import stretches
from dragoman.records.entry import Entry, State
from dragoman.views.drawing.layers import Tints, bars_of, framed, over_time, whole_figures
from dragoman.views.drawing.timeline import Stretch, Timeline, timeline

if TYPE_CHECKING:
    import altair as alt

COLOURS: Mapping[State, str] = {
    "overdue": "#825400", "partly kept": "#276a3b", "partly met": "#5f9b72", "open": "#17627f",
}  # fmt: skip


def due_chart(
    entries: Sequence[Entry],
    *,
    today: str,
    legend: "alt.Legend | None" = None,
    tints: Tints | None = None,
    width: int = 720,
    height: int = 180,
) -> "alt.LayerChart":
    """A bar for each month, by state; a line where `today` is. Entries without a day are not drawn."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    tints = tints or Tints()
    counted = Counter((entry.due.end[:7], entry.state) for entry in entries if entry.due is not None)
    months = sorted({month for month, _ in counted})
    days = [date.fromisoformat(f"{month}-01") for month in (months[0], months[-1])]
    spells = [
        Stretch(first=one.first.isoformat(), last=one.last.isoformat(), gap=False) for one in stretches("month", *days)
    ]
    line = timeline(spells, by="month", width=width)
    values = [piece for month in months for piece in _stacked(month, counted, line)]
    figures = whole_figures(0, max(int(value["high"]) for value in values))
    colours = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    bars = bars_of(
        values,
        line,
        figures=figures,
        color=alt.Color("state:N", scale=colours, legend=legend),
        tooltip=["month:N", "state:N", "entries:Q"],
    )
    chart: alt.LayerChart = over_time(bars, spells, line, figures=figures, tints=tints)
    if line.start.isoformat() <= today < line.end.isoformat():
        now = alt.Chart(alt.InlineData(values=[{"from": today}])).mark_rule(color=tints.ink, strokeDash=[3, 3])
        chart = alt.LayerChart(layer=[*chart.layer, now.encode(x=line.beside())])
    return framed(chart, width=width, height=height)


def _stacked(month: str, counted: Mapping[tuple[str, State], int], line: Timeline) -> Iterator[dict[str, str | int]]:
    reached = 0
    for state in COLOURS:
        if number := counted.get((month, state), 0):
            piece: dict[str, str | int] = {
                "month": month,
                "state": state,
                "entries": number,
                "low": reached,
                "high": reached + number,
            }
            yield {**piece, **line.bar(f"{month}-01")}
            reached += number
