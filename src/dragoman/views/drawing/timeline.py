"""The timeline: takes the spells of a chart, gives its axis of time, the edges of bars, and where nothing was read.

A bar is as wide as its spell, but never wider than `WIDEST`; where there are few spells the axis shows their
neighbours, so that one month is no block. What is drawn as line of the ground is the range that was asked for.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Literal

from dragoman.analysis.buckets import bucket_start

if TYPE_CHECKING:
    import altair as alt

    from dragoman.analysis.buckets import By

LEAST = 12  # spells that the axis shows at least
WIDEST = 28  # pixels of a bar at most
FULL = 0.88  # of a spell that its bar fills
NEAREST = 36  # pixels between two labels of the axis
_REACH: "dict[By, int]" = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366}
_YEAR, _NEW_YEAR = "utcFormat(datum.value, '%Y')", "utcFormat(datum.value, '%j') == '001'"
_MONTH, _NEW_MONTH = "utcFormat(datum.value, '%b %Y')", "utcFormat(datum.value, '%d') == '01'"
_LABELS: "dict[_Unit, str]" = {
    "day": f"[utcFormat(datum.value, '%e'), {_NEW_MONTH} || datum.index == 0 ? {_MONTH} : '']",
    "month": f"[utcFormat(datum.value, '%b'), {_NEW_YEAR} || datum.index == 0 ? {_YEAR} : '']",
    "year": _YEAR,
}
"""A month or year is told once, where it begins."""
_Unit = Literal["day", "month", "year"]
_STEPS: "dict[_Unit, tuple[int, ...]]" = {"day": (1,), "month": (1, 3, 6, 12), "year": (1, 2, 5, 10, 20, 50, 100)}
_DAYS: "dict[_Unit, float]" = {"day": 1, "month": 30.4, "year": 365.25}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A spell of a chart: ISO days, both inclusive, and whether no text was read in it."""

    first: str
    last: str
    gap: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """From which day to before which one the axis goes, and from where to where the range that was asked for."""

    by: "By"
    width: int
    start: date
    end: date
    begins: date
    ends: date

    def bar(self, first: str) -> dict[str, str]:
        """Where the bar of the spell with that ISO day begins and ends."""
        begin = bucket_start(date.fromisoformat(first), self.by)
        spell = _next(begin, self.by) - begin
        widest = (self.end - self.start) * (WIDEST / self.width)
        inset = (spell - min(spell * FULL, widest)) / 2
        midnight = datetime.min.time()
        return {
            "from": (datetime.combine(begin, midnight) + inset).isoformat(timespec="minutes"),
            "to": (datetime.combine(begin, midnight) + spell - inset).isoformat(timespec="minutes"),
        }

    def x(self) -> "alt.X":
        """The axis: `from` is the beginning of a bar."""
        import altair as alt  # noqa: PLC0415 - only who draws waits for it

        first, last = _moment(self.start), _moment(self.end) - 1  # 1: the axis names nothing that is not drawn
        return alt.X("from:T", scale=alt.Scale(type="utc", domainMin=first, domainMax=last), axis=self._axis())

    def beside(self) -> "alt.X":
        """The same for another layer, which takes the scale of the first."""
        import altair as alt  # noqa: PLC0415 - as above

        return alt.X("from:T", axis=self._axis())

    def _axis(self) -> "alt.Axis":
        import altair as alt  # noqa: PLC0415 - as above

        days = (self.end - self.start).days
        unit: _Unit = "day" if days <= 70 and self.by in {"day", "week"} else "month" if days <= 2600 else "year"
        pixels = self.width * _DAYS[unit] / days
        step = next((one for one in _STEPS[unit] if one * pixels >= NEAREST), _STEPS[unit][-1])
        every = alt.TimeIntervalStep(interval=unit, step=step)
        if unit == "day" and pixels < NEAREST / 2:
            every = alt.TimeIntervalStep(interval="week", step=1)
        spell = (_next(self.start, self.by) - self.start).days * self.width / days
        return alt.Axis(
            grid=False, domain=False, ticks=False, title=None, labelExpr=_LABELS[unit], labelOverlap=False,
            tickCount=every, labelOffset=spell / 2, labelBound=True,
        )  # fmt: skip

    def ground(self) -> dict[str, str | int]:
        """Where the range that was asked for begins and ends; `low` is the height of the ground."""
        return {"from": self.begins.isoformat(), "to": self.ends.isoformat(), "low": 0}


def timeline(spells: Sequence[Stretch], *, by: "By", width: int) -> Timeline:
    """The axis of these spells, which are in order and not none."""
    begins = bucket_start(date.fromisoformat(spells[0].first), by)
    ends = _next(bucket_start(date.fromisoformat(spells[-1].first), by), by)
    start, end = begins, ends
    for number in range(LEAST - len(spells)):
        if number % 2 and start.year > 1:
            start = bucket_start(start - timedelta(days=1), by)
        elif end.year < date.max.year:
            end = _next(end, by)
    return Timeline(by=by, width=width, start=start, end=end, begins=begins, ends=ends)


def gaps(spells: Iterable[Stretch], *, by: "By") -> Iterator[dict[str, str]]:
    """From where to where nothing was read; spells that follow one another are one."""
    for gap, together in groupby(spells, key=lambda one: one.gap):
        if gap:
            run = list(together)
            begin, last = (bucket_start(date.fromisoformat(one.first), by) for one in (run[0], run[-1]))
            yield {"from": begin.isoformat(), "to": _next(last, by).isoformat()}


def _next(start: date, by: "By") -> date:
    """Where the spell after the one that begins here begins."""
    return bucket_start(date.fromordinal(min(start.toordinal() + _REACH[by], date.max.toordinal())), by)


def _moment(day: date) -> int:
    """The beginning of a day, in milliseconds since 1970."""
    return int(datetime.combine(day, datetime.min.time(), UTC).timestamp() * 1000)
