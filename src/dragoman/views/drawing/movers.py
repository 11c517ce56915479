"""The movers: takes dyads whose rate changed most, gives a line for each from the rate before to the rate after."""

from typing import TYPE_CHECKING

from dragoman.views.drawing.layers import Tints

if TYPE_CHECKING:
    import altair as alt

    from dragoman.analysis.movers import Mover, Movers

UP, DOWN = "#825400", "#17627f"
ROW = 22  # pixels of a dyad
SURE = 0.05  # q-values up to which a change is drawn filled


def movers_chart(movers: "Movers", *, tints: Tints | None = None, width: int = 720) -> "alt.LayerChart":
    """A stroke for the rate before, a dot for that after; a dot is hollow where chance may well have moved it."""
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    tints = tints or Tints()
    rows = alt.InlineData(values=[_row(mover) for mover in movers.movers])
    names = [_dyad(mover) for mover in movers.movers]
    grid = alt.Axis(domain=False, ticks=False, title="acts per 1,000 texts read", titleAnchor="start", tickCount=6)
    # A long name may stand alone beside the drawing; no more than half of the width is its.
    labels = alt.Axis(domain=False, ticks=False, title=None, grid=False, labelLimit=width // 2, labelPadding=12)
    y = alt.Y("dyad:N", sort=names, axis=labels)
    colour = alt.Color("colour:N", scale=None)
    tooltip = ["dyad:N", "before:Q", "after:Q", "p:Q", "q:Q"]
    base = alt.Chart(rows)
    line = base.mark_rule(strokeWidth=2).encode(
        x=alt.X("rate_before:Q", axis=grid), x2="rate_after:Q", y=y, color=colour
    )
    before = base.mark_tick(thickness=2, size=11, opacity=1).encode(
        x="rate_before:Q", y=y, color=colour, tooltip=tooltip
    )
    after = base.mark_point(size=64, strokeWidth=1.5, opacity=1).encode(
        x="rate_after:Q",
        y=y,
        stroke=alt.Stroke("colour:N", scale=None),
        fill=alt.Fill("fill:N", scale=None),
        tooltip=tooltip,
    )
    told = base.mark_text(align="left", dx=8, color=tints.words, fontSize=10).encode(x="furthest:Q", y=y, text="told:N")
    chart: alt.LayerChart = (
        alt.LayerChart(layer=[line, before, after, told])
        .properties(width=width, height=ROW * max(len(names), 1), background="transparent")
        .configure_view(stroke=None)
    )
    return chart


def _dyad(mover: "Mover") -> str:
    return f"{mover.actor} → {mover.recipient}"


def _row(mover: "Mover") -> dict[str, str | float]:
    colour = UP if mover.change > 0 else DOWN
    return {
        "dyad": _dyad(mover),
        "before": mover.before,
        "after": mover.after,
        "rate_before": mover.rate_before,
        "rate_after": mover.rate_after,
        "furthest": max(mover.rate_before, mover.rate_after),
        "p": round(mover.p, 4),
        "q": round(mover.q, 4),
        "colour": colour,
        "fill": colour if mover.q <= SURE else Tints().paper,
        "told": f"{mover.before} → {mover.after}",
    }
