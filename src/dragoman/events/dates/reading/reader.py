"""Takes the words of a sentence and a place among them, gives what the date expression that begins there means.

It looks at words, their order and capitals, and hardly at the parse, which is often wrong about dates.
"""

from dragoman.events.dates.meanings import (
    Away,
    Between,
    Current,
    Fixed,
    InCount,
    Meaning,
    PartOf,
    Stretch,
    Untold,
    Weekday,
    Yearless,
)
from dragoman.events.dates.reading.counts import count_and_unit, count_of_units
from dragoman.events.dates.reading.fiscal import fiscal_year
from dragoman.events.dates.reading.months import day_and_month, day_of_month, worded_day
from dragoman.events.dates.reading.names import calendar_name, fraction, past_day_part, period_or_feast, turned_name
from dragoman.events.dates.reading.relations import anniversary, related_date
from dragoman.events.dates.reading.slices import slice_of_time
from dragoman.events.dates.reading.words import Read, Words
from dragoman.events.dates.reading.years import century, decade, iso_day, numeric_day, year_or_decade, years
from dragoman.knowledge.calendar_words import DatePart

_NOUN_PARTS = frozenset({"start", "middle", "end"})  # "end of 2022", but "will end in 2022"
_LONG_UNITS = frozenset(
    {"week", "weekend", "month", "quarter", "year", "decade", "century"}
)  # "last minute" is no date


def read_date(words: Words, at: int) -> Read | None:
    """The expression that begins at a token, as long as it goes."""
    word, calendar = words.at(at), words.calendar
    if word in calendar.days:
        return Read(Current(unit="day", turn=calendar.days[word]), past_day_part(words, at))
    if word in calendar.months or word in calendar.weekdays or word in calendar.seasons:
        return period_or_feast(words, at) or calendar_name(words, at)  # "May Day"
    if word[:1].isdigit():
        return _number(words, at)
    if word[:1] in {"q", "h"} and word[1:].isdecimal():
        return fraction(words, at, int(word[1:]), parts=4 if word[0] == "q" else 2)
    if word in calendar.nights:
        return _night(words, at)
    return (
        period_or_feast(words, at)
        or fiscal_year(words, at)
        or slice_of_time(words, at, read_date)
        or _part(words, at)
        or _turned(words, at)
        or _worded(words, at)
    )


def _number(words: Words, at: int) -> Read | None:
    return (
        iso_day(words, at)
        or numeric_day(words, at)
        or day_and_month(words, at)
        or century(words, at)
        or day_of_month(words, at)
        or anniversary(words, at, read_date)
        or related_date(words, at, read_date)
        or count_of_units(words, at)
        or decade(words, at)
        or fiscal_year(words, at)
        or years(words, at)
    )


def _night(words: Words, at: int) -> Read:
    """As in "overnight", "overnight Thursday"."""
    day = read_date(words, at + 1 + (words.at(at + 1) == "on"))
    if day is not None and isinstance(day.meaning, (Weekday, Yearless, Fixed)) and day.sure:
        return day
    return Read(Between(first=Current(unit="day", turn=-1), last=Current(unit="day", turn=0)), at)


# Parts of a longer time.


def _part(words: Words, at: int) -> Read | None:
    """As in "early 2023", "mid-June", "the end of the year", "later this week", "late on Tuesday"."""
    word, parts = words.at(at), words.calendar.parts
    unit = words.calendar.units.get(word)
    if unit in _LONG_UNITS and words.at(at + 1) == "-" and parts.get(words.at(at + 2)) == "end":
        return Read(PartOf(part="end", whole=Current(unit=unit, turn=0)), at + 2, sure=False)
    before, dash, after = word.partition("-")
    if dash and before in parts and after:
        whole = _hyphened(words, after)
        return Read(PartOf(part=parts[before], whole=whole), at) if whole else None
    part = parts.get(word)
    begin = _whole_at(words, at, part) if part else None
    return _part_of(words, part, begin) if part and begin else None


def _hyphened(words: Words, word: str) -> Meaning | None:
    """As in "mid-2023", "mid-1990s", "late-June"."""
    month = words.calendar.months.get(word)
    return Yearless(first_month=month, last_month=month, precision="month") if month else year_or_decade(word)


def _whole_at(words: Words, at: int, part: DatePart) -> int | None:
    """Where the whole begins that a part is named of."""
    begin = at + 1
    if part in _NOUN_PARTS and words.at(at) != "mid":
        linked = words.at(begin) in {"of", "-"} or words.at(begin).isdecimal()
        if not linked or words.tokens[at].tag.startswith("VB"):
            return None
    return begin + 1 if words.at(begin) in {"of", "in", "on", "-"} else begin


def _part_of(words: Words, part: DatePart, begin: int) -> Read | None:
    article = words.at(begin) == "the"
    begin += article
    unit = words.calendar.units.get(words.at(begin))
    if unit is not None and article:
        return Read(PartOf(part=part, whole=Current(unit=unit, turn=0)), begin)
    whole = read_date(words, begin)
    if whole is None or isinstance(whole.meaning, (InCount, Away)):
        return None
    return Read(PartOf(part=part, whole=whole.meaning), whole.last)


# Last, this, next, following.


def _turned(words: Words, at: int) -> Read | None:
    """As in "last week", "this morning", "next Tuesday", "the past five years", "the following day"."""
    word, calendar = words.at(at), words.calendar
    article = words.at(at - 1) == "the"
    unit = calendar.units.get(words.at(at + 1))
    if word in calendar.vague_turns or (word in calendar.stretches and _is_uncounted(words, at + 1)):
        return Read(Untold(), at + 1) if unit is not None else None
    if article and word in calendar.elsewhere and calendar_name(words, at + 1) is not None:
        return Read(Untold(), at + 1)  # "the following Sunday"
    if unit is not None and article and (word in calendar.elsewhere or (word == "next" and unit == "day")):
        sign = calendar.elsewhere.get(word, 1)
        return Read(Away(count=abs(sign), unit=unit, sign=sign or 1, elsewhere=True), at + 1)
    if (
        unit in _LONG_UNITS
        and word in calendar.turns
        and (unit == "century" or not (article and word in calendar.stretches))
    ):
        return Read(Current(unit=unit, turn=calendar.turns[word]), at + 1)
    stretch = _stretch(words, at, article=article) if word in calendar.stretches else None
    if stretch is not None:
        return stretch
    return turned_name(words, at + 1, calendar.turns[word]) if word in calendar.turns else None


def _is_uncounted(words: Words, at: int) -> bool:
    """Whether a unit stands there in the plural: "the coming days"."""
    return words.calendar.units.get(words.at(at), words.at(at)) != words.at(at)


def _stretch(words: Words, at: int, *, article: bool) -> Read | None:
    """As in "the past week", "the past five years"."""
    calendar = words.calendar
    unit = calendar.units.get(words.at(at + 1))
    is_one = unit is not None and (article or unit in _LONG_UNITS)
    counted = (1, at + 1) if is_one else count_and_unit(words, at + 1)
    if counted is None:
        return None
    count, end = counted
    sign = calendar.stretches[words.at(at)]
    return Read(Stretch(count=count, unit=calendar.units[words.at(end)], sign=sign), end)


def _worded(words: Words, at: int) -> Read | None:
    word, after = words.at(at), words.at(at + 1)
    if word in words.calendar.ordinals and after in {"quarter", "half"}:
        return fraction(words, at + 1, words.calendar.ordinals[word], parts=4 if after == "quarter" else 2)
    if word == "weekend":
        return Read(Current(unit="weekend", turn=0), at, sure=False)
    return (
        century(words, at)
        or worded_day(words, at)
        or anniversary(words, at, read_date)
        or related_date(words, at, read_date)
        or decade(words, at)
        or count_of_units(words, at)
    )
