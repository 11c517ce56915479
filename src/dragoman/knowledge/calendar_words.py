"""Takes a pack's dates.yaml, gives CalendarWords: the words of dates, by what they say."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, by_word, small

Unit = Literal["minute", "hour", "day", "weekend", "week", "month", "quarter", "year", "decade"]
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
    """A day of every year that has a name."""

    words: tuple[str, ...]
    month: int
    day: int


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
    units: dict[str, Unit]
    numbers: dict[str, int]
    vague_numbers: frozenset[str]
    ordinals: dict[str, int]
    turns: dict[str, int]
    stretches: dict[str, int]
    elsewhere: dict[str, int]
    ago: dict[str, int]
    apart: dict[str, int]
    parts: dict[str, DatePart]
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
        feasts=tuple(Feast(words=_split(one.name), month=one.month, day=one.day) for one in shape.feasts),
        days=shape.days,
        day_parts=small(shape.day_parts),
        units=by_word(shape.units),
        numbers=shape.numbers,
        vague_numbers=small(shape.vague_numbers),
        ordinals=shape.ordinals,
        turns=shape.turns,
        stretches=shape.stretches,
        elsewhere=shape.elsewhere,
        ago=shape.ago,
        apart=shape.apart,
        parts=by_word(shape.parts),
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
    name: str
    month: _Month
    day: Annotated[int, Field(ge=1, le=31)]


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
    units: dict[Unit, WordList]
    numbers: dict[str, int]
    vague_numbers: WordList
    ordinals: dict[str, int]
    turns: dict[str, int]
    stretches: dict[str, int]
    elsewhere: dict[str, int]
    ago: dict[str, int]
    apart: dict[str, int]
    parts: dict[DatePart, WordList]
    uses: dict[Use, WordList]
    range_words: WordList
    approximate: WordList
    deadline_nouns: WordList
    periods: tuple[_Period, ...] = ()


def _split(name: str) -> tuple[str, ...]:
    return tuple(name.lower().split())
