"""Takes a pack's dates.yaml, gives CalendarWords: the words of dates, by what they say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, by_word, small

Unit = Literal["minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade", "century"]
DatePart = Literal["early", "middle", "late", "start", "end", "earlier", "later"]
Use = Literal["on", "by", "within", "since", "until", "after", "before", "for"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedPeriod:
    """A time that has a name: the words of it, and its first and last day."""

    words: tuple[str, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Feast:
    """A day of every year that has a name; where `states` are given, only beside one of them.

    It falls on `month` and `day`, on the `which`-th `weekday` of the month, so many days from `easter`, or from the
    first to the last of the `days` of its year. Where nothing of all that is said, nobody can tell.
    """

    words: tuple[str, ...]
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    which: int | None = None
    easter: int | None = None
    orthodox: bool = False
    days: tuple[tuple[str, str], ...] = ()
    states: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FiscalYear:
    """The year of the budget of some states: its first month, and whether it is named by the year in which it ends."""

    first_month: int
    named_by_end: bool
    states: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarWords:
    """The words of dates.yaml in small letters: months and weekdays by number (from 1), the rest by what they do."""

    months: dict[str, int]
    doubtful: frozenset[str]
    weekdays: dict[str, int]
    seasons: dict[str, tuple[int, int]]
    feasts: tuple[Feast, ...]
    days: dict[str, int]
    day_parts: frozenset[str]
    nights: frozenset[str]
    times_of_day: tuple[tuple[str, ...], ...]
    clock_marks: frozenset[str]
    units: dict[str, Unit]
    numbers: dict[str, int]
    vague_numbers: frozenset[str]
    ordinals: dict[str, int]
    turns: dict[str, int]
    stretches: dict[str, int]
    elsewhere: dict[str, int]
    vague_turns: frozenset[str]
    relative_nouns: frozenset[str]
    ago: dict[str, int]
    apart: dict[str, int]
    parts: dict[str, DatePart]
    fiscal_words: frozenset[str]
    fiscal_short: frozenset[str]
    fiscal_years: tuple[FiscalYear, ...]
    not_dates: tuple[tuple[str, ...], ...]
    naming_nouns: frozenset[str]
    uses: dict[str, Use]
    range_words: frozenset[str]
    approximate: frozenset[str]
    deadline_nouns: frozenset[str]
    periods: tuple[NamedPeriod, ...]


def read_calendar_words(folder: Path) -> CalendarWords:
    """The words of the folder's dates.yaml.

    Raises:
        PackError: the file is faulty; the message lists every fault.
    """
    shape = read_yaml(folder / "dates.yaml", DatesFile)
    return CalendarWords(
        months=by_word(shape.months),
        doubtful=small(shape.doubtful),
        weekdays=by_word(shape.weekdays),
        seasons={name: (season.first, season.last) for name, season in shape.seasons.items()},
        feasts=tuple(_feasts(shape.feasts)),
        days=shape.days,
        day_parts=small(shape.day_parts),
        nights=small(shape.nights),
        times_of_day=tuple(map(_split, shape.times_of_day)),
        clock_marks=small(shape.clock_marks),
        units=by_word(shape.units),
        numbers=shape.numbers,
        vague_numbers=small(shape.vague_numbers),
        ordinals=shape.ordinals,
        turns=shape.turns,
        stretches=shape.stretches,
        elsewhere=shape.elsewhere,
        vague_turns=small(shape.vague_turns),
        relative_nouns=small(shape.relative_nouns),
        ago=shape.ago,
        apart=shape.apart,
        parts=by_word(shape.parts),
        fiscal_words=small(shape.fiscal.words),
        fiscal_short=small(shape.fiscal.short),
        fiscal_years=tuple(
            FiscalYear(first_month=one.first, named_by_end=one.named_by == "end", states=tuple(map(_plain, one.states)))
            for one in shape.fiscal.years
        ),
        not_dates=tuple(map(_split, shape.not_dates)),
        naming_nouns=small(shape.naming_nouns),
        uses=by_word(shape.uses),
        range_words=small(shape.range_words),
        approximate=small(shape.approximate),
        deadline_nouns=small(shape.deadline_nouns),
        periods=tuple(
            NamedPeriod(words=_split(one.name), first=one.first.isoformat(), last=one.last.isoformat())
            for one in shape.periods
        ),
    )


# The file as it is written.

_Month = Annotated[int, Field(ge=1, le=12)]
_Weekday = Annotated[int, Field(ge=1, le=7)]


class _Season(Shape):
    first: _Month = Field(alias="from")
    last: _Month = Field(alias="to")


class _Feast(Shape):
    names: WordList
    month: _Month | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    weekday: _Weekday | None = None
    which: Annotated[int, Field(ge=-1, le=5)] | None = None
    easter: int | None = None
    orthodox: bool = False
    starts: tuple[date, ...] = ()
    length: Annotated[int, Field(ge=1)] = 1
    until: str | None = None
    states: WordList = ()


class _FiscalYear(Shape):
    first: _Month = Field(alias="from")
    named_by: Literal["start", "end"]
    states: WordList


class _Fiscal(Shape):
    words: WordList = ()
    short: WordList = ()
    years: tuple[_FiscalYear, ...] = ()


class _Period(Shape):
    name: str
    first: date = Field(alias="from")
    last: date = Field(alias="to")


class DatesFile(Shape):
    """dates.yaml."""

    months: dict[_Month, WordList]
    doubtful: WordList
    weekdays: dict[_Weekday, WordList]
    seasons: dict[str, _Season]
    feasts: tuple[_Feast, ...] = ()
    days: dict[str, int]
    day_parts: WordList
    nights: WordList = ()
    times_of_day: WordList = ()
    clock_marks: WordList = ()
    units: dict[Unit, WordList]
    numbers: dict[str, int]
    vague_numbers: WordList
    ordinals: dict[str, int]
    turns: dict[str, int]
    stretches: dict[str, int]
    elsewhere: dict[str, int]
    vague_turns: WordList = ()
    relative_nouns: WordList = ()
    ago: dict[str, int]
    apart: dict[str, int]
    parts: dict[DatePart, WordList]
    fiscal: _Fiscal = _Fiscal()
    not_dates: WordList = ()
    naming_nouns: WordList = ()
    uses: dict[Use, WordList]
    range_words: WordList
    approximate: WordList
    deadline_nouns: WordList
    periods: tuple[_Period, ...] = ()


def _split(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split())


def _plain(name: str) -> tuple[str, ...]:
    """The words of a name as sentences are looked through: in small letters, without a last full stop."""
    return tuple(word.removesuffix(".") for word in _split(name))


def _feasts(entries: Sequence[_Feast]) -> Iterator[Feast]:
    """Each name a feast of its own; what lasts `until` another ends on the day before it."""
    starts = {name: entry.starts for entry in entries for name in entry.names}
    for entry in entries:
        ends = starts.get(entry.until or "", ())
        days = tuple((start.isoformat(), _last_day(start, entry.length, ends).isoformat()) for start in entry.starts)
        for name in entry.names:
            yield Feast(
                words=_split(name),
                month=entry.month,
                day=entry.day,
                weekday=entry.weekday,
                which=entry.which,
                easter=entry.easter,
                orthodox=entry.orthodox,
                days=days,
                states=tuple(map(_plain, entry.states)),
            )


def _last_day(start: date, length: int, ends: Sequence[date]) -> date:
    following = next((end for end in ends if end > start), None)
    return (following or start + timedelta(days=length)) - timedelta(days=1)
