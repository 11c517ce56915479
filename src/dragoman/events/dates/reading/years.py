"""Reads years, decades and days in figures: "2014-2018", "the 1990s", "2022-07-01"."""

from datetime import date

from dragoman.events.dates.meanings import Days, Fixed
from dragoman.events.dates.reading.words import Read, Words, is_year

_DASHES = frozenset({"-", "–", "—", "/"})


def years(words: Words, at: int) -> Read | None:
    """As in "2014", "2014-2018", "2014-18"."""
    year = words.year(at)
    if year is None:
        return None
    last = _last_year(words, at, year)
    return Read(_years(year, last), at if last == year else at + 2, sure=False)


def decade(words: Words, at: int) -> Read | None:
    """As in "the 1990s", "the '90s", but not "in his 70s"."""
    word = words.at(at).removesuffix("s").removesuffix("'")
    if not word.isdecimal() or not word.endswith("0") or not words.at(at).endswith("s"):
        return None
    if len(word) == 2 and words.at(at - 1) in {"'", "’", "the"}:
        word = f"19{word}"
    return Read(_decade(int(word)), at) if is_year(word) else None


def iso_day(words: Words, at: int) -> Read | None:
    """As in "2022-07-01", as one token or as five."""
    whole = len(words.at(at)) == len("2022-07-01")
    text = words.at(at) if whole else "".join(words.small[at : at + 5])
    try:
        day = date.fromisoformat(text) if (text[4:5], text[7:8]) == ("-", "-") else None
    except ValueError:
        return None
    return Read(Fixed(days=Days(day, day, "day")), at if whole else at + 4) if day else None


def year_or_decade(word: str) -> Fixed | None:
    """What follows the hyphen of "mid-2023", "mid-1990s"."""
    if is_year(word):
        return _years(int(word), int(word))
    if word.endswith("0s") and is_year(word[:-1]):
        return _decade(int(word[:-1]))
    return None


def _last_year(words: Words, at: int, first: int) -> int:
    """The last of the years that begin with this one."""
    if words.at(at + 1) not in _DASHES:
        return first
    word = words.at(at + 2)
    if word.isdecimal() and len(word) == 2 and int(word) > first % 100:
        return first - first % 100 + int(word)
    return max(words.year(at + 2) or first, first)


def _years(first: int, last: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(last, 12, 31), "year"))


def _decade(first: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(first + 9, 12, 31), "decade"))
