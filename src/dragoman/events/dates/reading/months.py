"""Reads months and their days: "June 28–30, 2022", "28 June", "March 2014", "in May this year"."""

from calendar import monthrange
from dataclasses import replace

from dragoman.events.dates.meanings import Current, FeastDay, Fixed, MonthDay, SliceOf, Yearless
from dragoman.events.dates.reading.words import Read, Words
from dragoman.events.dates.reading.years import last_of_years

_DAY_ENDINGS = ("st", "nd", "rd", "th")
_LEAP_YEAR = 2024
_LONGEST = 31  # days of a month


def month(words: Words, at: int) -> Read | None:
    """What begins with the name of a month: "March", "June 28", "June 28-30, 2022"."""
    if not words.capital(at) or words.tokens[at].tag == "MD" or words.tokens[at].tag.startswith("VB"):
        return None
    number = words.calendar.months[words.at(at)]
    days = _days_after(words, at + 1, number)
    if days is None:
        whole = Yearless(first_month=number, last_month=number, precision="month")
        return with_year(words, Read(whole, at, sure=False))
    first, last, end = days
    return with_year(words, Read(day_of_year(number, first, last), end))


def day_and_month(words: Words, at: int) -> Read | None:
    """As in "28 June", "the 28th of June", "28-30 June 2022"."""
    first, last = _day_numbers(words, at)
    if not first:
        return None
    end = at
    if first == last and words.at(at + 1) in words.calendar.range_words and _day_numbers(words, at + 2)[0] > first:
        last, end = _day_numbers(words, at + 2)[1], at + 2
    end += 2 if words.at(end + 1) == "of" else 1
    number = words.calendar.months.get(words.at(end))
    if number is None or not words.capital(end) or not first <= last <= _longest(number):
        return None
    return with_year(words, Read(day_of_year(number, first, last), end))


def day_of_month(words: Words, at: int) -> Read | None:
    """As in "the 5th of this month", "the 15th"."""
    number = words.at(at)[:-2]
    if words.at(at - 1) != "the" or not words.at(at).endswith(_DAY_ENDINGS) or not number.isdecimal():
        return None
    if not 1 <= int(number) <= _LONGEST:
        return None
    turn = 0 if words.at(at + 2) == "the" else words.calendar.turns.get(words.at(at + 2))
    if words.at(at + 1) == "of" and turn is not None and words.at(at + 3) == "month":
        whole = Current(unit="month", turn=turn)
        return Read(SliceOf(first=int(number), count=1, unit="day", whole=whole), at + 3)
    is_whole_noun = words.tokens[at].relation == "pobj" and words.at(at + 1) != "of"
    return Read(MonthDay(number=int(number)), at, sure=False) if is_whole_noun else None


def worded_day(words: Words, at: int) -> Read | None:
    """As in "the first of January"."""
    number = words.calendar.ordinals.get(words.at(at))
    month = words.calendar.months.get(words.at(at + 2))
    if number is None or words.at(at + 1) != "of" or month is None or not words.capital(at + 2):
        return None
    return with_year(words, Read(day_of_year(month, number, number), at + 2))


def with_year(words: Words, found: Read) -> Read:
    """With the year, if it is said: "June 28, 2022", "March 2014", "in May this year"."""
    meaning, after, turns = found.meaning, found.last + 1, words.calendar.turns
    if not isinstance(meaning, (Yearless, FeastDay)):
        return found
    at = after + 1 if words.at(after) in {",", "of"} else after
    year = words.year(at)
    if year is not None:
        days = meaning.in_year(year)
        end = last_of_years(words, at, year)[2] if days and days.end.year == year + 1 else at  # "the winter of 2022-23"
        return Read(Fixed(days=days), end) if days else found
    if words.at(at) in {"the", *turns} and words.at(at + 1) == "year":
        return Read(replace(meaning, year=turns.get(words.at(at), 0)), at + 1)
    return found


def day_of_year(month: int, first: int, last: int) -> Yearless:
    """Days of a month, in a year that is not said."""
    return Yearless(first_month=month, last_month=month, first_day=first, last_day=last, precision="day")


def _days_after(words: Words, at: int, month: int) -> tuple[int, int, int] | None:
    """Of "June 28-30", behind the month: first and last day, and the token of the last."""
    first, last = _day_numbers(words, at)
    if not 0 < first <= last <= _longest(month):
        return None
    ranged = words.at(at + 1) in words.calendar.range_words and words.at(at + 3) not in words.calendar.months
    if first == last and ranged:
        _, other = _day_numbers(words, at + 2)
        apart = other - first
        if apart > 0 and other <= _longest(month) and (words.at(at + 1) != "and" or apart == 1):
            return first, other, at + 2
    return first, last, at


def _day_numbers(words: Words, at: int) -> tuple[int, int]:
    """The day, or first and last day of "28–30" written as one; 0 where there is none."""
    word = words.at(at)
    if not word[:1].isdigit() or words.counts(at):
        return 0, 0
    for dash in ("–", "-"):
        first, found, last = word.partition(dash)
        if found and first.isdecimal() and last.isdecimal():
            return int(first), int(last)
    number = word[:-2] if word.endswith(_DAY_ENDINGS) else word
    return (int(number), int(number)) if number.isdecimal() and len(number) <= 2 else (0, 0)


def _longest(month: int) -> int:
    return monthrange(_LEAP_YEAR, month)[1]
