"""Kinds: takes a store and what is asked, gives a chart of that kind with its heading, or says why there is none."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, get_args

from dragoman.desk import asking, dealing
from dragoman.desk.charting import drawn_series
from dragoman.desk.ledger import calendar_day
from dragoman.desk.ledger import due as falling_due
from dragoman.errors import QuestionError
from dragoman.questions import write_question
from dragoman.records.question import Days, Question
from dragoman.store import Store
from dragoman.version import __version__
from dragoman.views.charts import flow_chart
from dragoman.views.drawing.due import due_chart
from dragoman.views.drawing.files import told
from dragoman.views.drawing.movers import SURE, movers_chart
from dragoman.views.drawing.series import Value, series_chart

if TYPE_CHECKING:
    import altair as alt

    from dragoman.analysis.buckets import By

Kind = Literal["acts", "goldstein", "mean", "flow", "movers", "due"]
KINDS: tuple[Kind, ...] = get_args(Kind)
_EVER = "9999-12-31"
_NOTHING = "there is nothing to draw: no act answers the question"
_VALUES: Mapping[Kind, tuple[Value, str]] = {
    "acts": ("number", "Acts by {by}"),
    "goldstein": ("goldstein", "Sum of Goldstein values by {by}: cooperation above the line, conflict below"),
    "mean": ("mean", "Mean Goldstein value of an act by {by}: cooperation above the line, conflict below"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a chart is to show: of which question, by which step; for movers two periods, for what is due the day."""

    question: Question
    kind: Kind = "acts"
    by: "By | None" = None
    width: int = 720
    before: Days | None = None
    after: Days | None = None
    today: str | None = None
    top: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Headed:
    """A chart, and what stands above it."""

    title: str
    chart: "alt.LayerChart"


def chart_of(store: Store, wish: Wish) -> Headed:
    """The chart that is wished for.

    Raises:
        QuestionError: nothing answers the question, or an option is missing, or means nothing for this kind.
    """
    _check(wish)
    draw = _DRAWN.get(wish.kind, _series)
    chart, subtitle = draw(store, wish)
    title = _asked(wish.question) or ("The whole ledger" if wish.kind == "due" else "All acts of the store")
    return Headed(title=title, chart=told(chart, title=title, subtitle=f"{subtitle}\nDragoman {__version__}"))


def _check(wish: Wish) -> None:
    periods = wish.before is not None and wish.after is not None
    if wish.kind == "movers" and not periods:
        raise QuestionError("movers need two periods: give --before and --after")
    if wish.kind != "movers" and (wish.before or wish.after):
        raise QuestionError(f"--before and --after are for movers; leave them out of --kind {wish.kind}")
    if wish.kind in {"movers", "due"} and wish.by is not None:
        raise QuestionError(f"--by means nothing for --kind {wish.kind}; leave it out")


def _series(store: Store, wish: Wish) -> "tuple[alt.LayerChart, str]":
    drawn = drawn_series(store, wish.question, by=wish.by or "month")
    buckets = drawn.series.buckets
    if not any(bucket.number for bucket in buckets):
        raise QuestionError(_NOTHING)
    value, words = _VALUES[wish.kind]
    lines = [words.format(by=drawn.series.by)]
    lines += ["grey where no text was read"] if any(bucket.gap for bucket in buckets) else []
    lines += ["paler where days are missing"] if any(bucket.partial for bucket in buckets) else []
    lines += [f"{drawn.left_out:,} outside the days that were read are not drawn"] if drawn.left_out else []
    return series_chart(drawn.series, value=value, width=wish.width), "; ".join(lines)


def _flow(store: Store, wish: Wish) -> "tuple[alt.LayerChart, str]":
    flow = dealing.flow(store, wish.question, by=wish.by)
    if not flow.spells:
        raise QuestionError(_NOTHING)
    words = f"Acts by {flow.by}: cooperation above the line, conflict below"
    words += "; grey where no text was read" if any(not spell.read for spell in flow.spells) else ""
    words += f"; {flow.earlier:,} earlier are not drawn" if flow.earlier else ""
    return flow_chart(flow, legend=_legend(), width=wish.width, height=180), words


def _movers(store: Store, wish: Wish) -> "tuple[alt.LayerChart, str]":
    before, after = wish.before or Days(), wish.after or Days()
    found = asking.movers(store, wish.question, before=before, after=after, top=wish.top)
    if not found.movers:
        raise QuestionError(_NOTHING)
    words = (
        f"From {_days(before)} (stroke) to {_days(after)} (dot); a hollow dot: q above {SURE} among {found.tested:,} "
        f"pairs\n{found.test[0].upper()}{found.test[1:]}"
    )
    return movers_chart(found, width=wish.width), words


def _due(store: Store, wish: Wish) -> "tuple[alt.LayerChart, str]":
    who, days = _of_whom(wish.question)
    today = wish.today or calendar_day()
    before = (date.fromisoformat(days.last) + timedelta(days=1)).isoformat() if days.last else _EVER
    entries = falling_due(store, before=before, after=days.first, who=who, today=today)
    if not entries:
        raise QuestionError("there is nothing to draw: nothing that is promised or asked for falls due in these days")
    words = f"Promises and asks that fall due, by month, as they stand on {today} (dashed, where it is in sight)"
    return due_chart(entries, today=today, legend=_legend(), width=wish.width), words


_DRAWN: "Mapping[Kind, Callable[[Store, Wish], tuple[alt.LayerChart, str]]]" = {
    "flow": _flow, "movers": _movers, "due": _due,
}  # fmt: skip


def _of_whom(question: Question) -> tuple[str | None, Days]:
    """The party whose entries are asked for, None for all, and in which days."""
    match question.conditions:
        case ():
            who = None
        case (one,) if one.field == "party" and len(one.values) == 1 and not one.excluded:
            who = one.values[0]
        case _:
            raise QuestionError("what is due is asked of one party or of all: party:JPN due:2024..2025")
    if question != Question(conditions=question.conditions, due=question.due):
        raise QuestionError("what is due is asked of one party or of all, in some days: party:JPN due:2024..2025")
    return who, question.due or Days()


def _asked(question: Question) -> str:
    return write_question(replace(question, order="date", ascending=False))


def _days(days: Days) -> str:
    """As a question writes them: 2022, 2022-07..2022-12."""
    return write_question(Question(date=days)).removeprefix("date:")


def _legend() -> "alt.Legend":
    import altair as alt  # noqa: PLC0415 - only who draws waits for it

    return alt.Legend(orient="top", title=None, offset=6)
