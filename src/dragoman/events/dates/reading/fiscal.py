"""Reads years of budgets: "fiscal 2024", "FY2024", "the 2021-22 financial year", "the next fiscal year"."""

from dragoman.events.dates.meanings import FiscalYear, Untold
from dragoman.events.dates.reading.words import Read, Words, is_year
from dragoman.events.dates.reading.years import last_of_years

_LETTERS = 2  # of "FY24"


def fiscal_year(words: Words, at: int) -> Read | None:
    """The year of a budget that begins at a token, by what is customary in the state that is named nearest."""
    calendar, word = words.calendar, words.at(at)
    if word in calendar.turns and words.at(at + 1) in calendar.fiscal_words and words.at(at + 2) == "year":
        return _of_turn(words, at, calendar.turns[word])
    if word in calendar.fiscal_words or word in calendar.fiscal_short:
        begin = at + 1 + (words.at(at + 1) == "year")
        year = words.year(begin)
        return _of_year(words, at, year, last_of_years(words, begin, year)) if year else None
    if word[:_LETTERS] in calendar.fiscal_short:
        return _joined(words, at)
    year = words.year(at)
    if year is None:
        return None
    first, last, end = last_of_years(words, at, year)
    if words.at(end + 1) in calendar.fiscal_words and words.at(end + 2) == "year":
        return _of_year(words, at, year, (first, last, end + 2))
    return None


def _of_turn(words: Words, at: int, turn: int) -> Read:
    custom = words.nearest(at, ((one.states, one) for one in words.calendar.fiscal_years))
    if custom is None:
        return Read(Untold(), at + 2)
    return Read(FiscalYear(year=None, turn=turn, first_month=custom.first_month), at + 2)


def _joined(words: Words, at: int) -> Read | None:
    """As in "FY2024", "FY24", "FY2024-25"."""
    figures, _, second = words.at(at)[_LETTERS:].replace("–", "-").replace("/", "-").partition("-")
    figures = f"20{figures}" if len(figures) == _LETTERS else figures
    if not is_year(figures):
        return None
    year = int(figures)
    years = (year, year + 1, at) if second.isdecimal() else last_of_years(words, at, year)
    return _of_year(words, at, year, years)


def _of_year(words: Words, at: int, year: int, years: tuple[int, int, int]) -> Read:
    first, last, end = years
    custom = words.nearest(at, ((one.states, one) for one in words.calendar.fiscal_years))
    if custom is None:
        return Read(Untold(), end)
    begins = first if last > first or not custom.named_by_end else year - 1
    return Read(FiscalYear(year=begins, turn=0, first_month=custom.first_month), end)
