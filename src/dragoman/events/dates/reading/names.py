"""Reads the names of the calendar: "Tuesday of last week", "last winter", "Q3", "Christmas", "World War II"."""

from dataclasses import replace
from datetime import date

from dragoman.events.dates.days import Days
from dragoman.events.dates.meanings import Current, FeastDay, Fixed, Untold, Weekday, Yearless
from dragoman.events.dates.reading.months import day_and_month, day_of_year, month, with_year
from dragoman.events.dates.reading.words import Read, Words


def calendar_name(words: Words, at: int, *, turn: int = 0) -> Read | None:
    """A month, weekday or season, alone or with what belongs to it."""
    word = words.at(at)
    if word in words.calendar.months:
        return month(words, at)
    if word in words.calendar.weekdays:
        return _weekday(words, at, turn=turn)
    return _season(words, at, turn=turn) if word in words.calendar.seasons else None


def turned_name(words: Words, at: int, turn: int) -> Read | None:
    """A weekday, month, season or part of the day after "last", "this" or "next"."""
    if words.at(at) in words.calendar.day_parts and turn <= 0:
        return Read(Current(unit="day", turn=turn), at)
    found = calendar_name(words, at, turn=turn)
    if found is None or not isinstance(found.meaning, Yearless):
        return found
    if turn == 0:
        return Read(replace(found.meaning, year=0), found.last)
    return Read(replace(found.meaning, turn=turn), found.last)


def fraction(words: Words, at: int, number: int, *, parts: int) -> Read | None:
    """As in "the first quarter of 2023", "Q3", "the second half of the year"."""
    if not 0 < number <= parts:
        return None
    months = 12 // parts
    first = (number - 1) * months + 1
    whole = Yearless(first_month=first, last_month=first + months - 1, precision="quarter")
    found = with_year(words, Read(whole, at, sure=False))
    return found if parts != 2 or found.last > at else None  # "the first half" may be of anything


def period_or_feast(words: Words, at: int) -> Read | None:
    """As in "World War II", "Christmas"."""
    for period in words.calendar.periods:
        if words.stands(at, period.words):
            first, last = date.fromisoformat(period.first), date.fromisoformat(period.last)
            days = Days(first, last, "day" if first == last else "year")
            return Read(Fixed(days=days), at + len(period.words) - 1, sure=False)
    return _feast(words, at)


def _feast(words: Words, at: int) -> Read | None:
    """The feast with the longest name; of several of that name the one of the state that is named nearest."""
    standing = [feast for feast in words.calendar.feasts if words.stands(at, feast.words)]
    if not standing:
        return None
    longest = max(len(feast.words) for feast in standing)
    namesakes = [feast for feast in standing if len(feast.words) == longest]
    feast = words.nearest(at, ((feast.states, feast) for feast in namesakes))
    feast = feast or next((one for one in namesakes if not one.states), None)
    end = at + longest - 1
    if feast is None or (feast.easter is None and feast.month is None and not feast.days):
        return Read(Untold(), end, sure=False)
    if feast.month is not None and feast.day is not None:
        return with_year(words, Read(day_of_year(feast.month, feast.day, feast.day), end, sure=False))
    return with_year(words, Read(FeastDay(feast=feast), end, sure=False))


def past_day_part(words: Words, at: int) -> int:
    """The last token of "Tuesday night", "yesterday morning"."""
    return at + 1 if words.at(at + 1) in words.calendar.day_parts else at


def _weekday(words: Words, at: int, *, turn: int) -> Read | None:
    """As in "Tuesday", "Tuesday night", "Tuesday, June 28", "Tuesday of last week"."""
    if not words.capital(at):
        return None
    calendar = words.calendar
    number = calendar.weekdays[words.at(at)]
    end = past_day_part(words, at)
    exact = _day_beside(words, end + 2 if words.at(end + 1) in {",", "("} else end + 1)
    if exact is not None and exact.sure and not turn:
        return exact
    week_at = end + 2 if words.at(end + 1) == "of" else end + 1
    if words.at(week_at) in calendar.turns and words.at(week_at + 1) == "week":
        return Read(Weekday(number=number, week=calendar.turns[words.at(week_at)]), week_at + 1)
    return Read(Weekday(number=number, turn=turn), end)


def _day_beside(words: Words, at: int) -> Read | None:
    """The day of the month that is set beside a weekday."""
    if words.at(at) in words.calendar.months:
        return month(words, at)
    return day_and_month(words, at)


def _season(words: Words, at: int, *, turn: int) -> Read | None:
    """As in "the summer of 2015", "last winter", but not "the fall of the city"."""
    if not words.tokens[at].tag.startswith("NN"):
        return None
    first, last = words.calendar.seasons[words.at(at)]
    season = Yearless(first_month=first, last_month=last, precision="quarter", turn=turn)
    found = with_year(words, Read(season, at, sure=bool(turn)))
    return None if found.last == at and words.at(at + 1) == "of" else found
