"""Reads years, decades and days in figures: "2014-2018", "the 1990s", "2022-07-01"."""

from datetime import date

from dragoman.events.dates.days import Days
from dragoman.events.dates.meanings import Fixed, Untold
from dragoman.events.dates.reading.words import Read, Words, is_year

_DASHES = frozenset({"-", "–", "—", "/"})
_CENTURY = 100  # years
_MOST_CENTURIES = 21
_APOSTROPHES = frozenset({"'", "’", "‘"})
_MONTHS = 12
_DAY_ENDINGS = ("st", "nd", "rd", "th")


def years(words: Words, at: int) -> Read | None:
    """As in "2014", "2014-2018", "2014-18"."""
    first, dash, second = words.at(at).replace("–", "-").replace("/", "-").partition("-")
    if dash and is_year(first):  # "2014–2018" as one token
        begun = int(first)
        last = _year_after(begun, second)
        return Read(_years(begun, last), at, sure=False) if last > begun else None
    year = words.year(at)
    if year is None:
        return None
    _, last, end = last_of_years(words, at, year)
    return Read(_years(year, last), end, sure=False)


def century(words: Words, at: int) -> Read | None:
    """As in "the 19th century", "the nineteenth century"."""
    word, calendar = words.at(at), words.calendar
    number, end = calendar.ordinals.get(word), at
    if word[:-2].isdecimal() and word.endswith(_DAY_ENDINGS):
        number = int(word[:-2])
    elif words.at(at + 1) == "-" and words.at(at + 2) in calendar.ordinals:  # "twenty-first"
        number, end = calendar.ordinals.get(f"{word}-{words.at(at + 2)}"), at + 2
    if number is None or calendar.units.get(words.at(end + 1)) != "century" or not 1 <= number <= _MOST_CENTURIES:
        return None
    last = number * _CENTURY
    return Read(Fixed(days=Days(date(last - _CENTURY + 1, 1, 1), date(last, 12, 31), "decade")), end + 1)


def decade(words: Words, at: int) -> Read | None:
    """As in "the 1990s", "the '90s", but not "in his 70s"."""
    if words.at(at) in _APOSTROPHES and words.at(at - 1) != "his":
        return decade(words, at + 1) if words.at(at + 1)[:1].isdigit() else None
    written = words.at(at).lstrip("'’‘")
    word = written.removesuffix("s").removesuffix("'")
    if not word.isdecimal() or not word.endswith("0") or not written.endswith("s"):
        return None
    if len(word) == 2 and (words.at(at - 1) in {*_APOSTROPHES, "the"} or written != words.at(at)):
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


def numeric_day(words: Words, at: int) -> Read | None:
    """As in "24/02/2022", "24.02.2022", "2022/02/24". "03/04/2022" may be of March or of April."""
    word = words.at(at)
    sign = "/" if "/" in word else "."
    parts = word.split(sign)
    if len(parts) != 3 or not all(part.isdecimal() and len(part) in {1, 2, 4} for part in parts):
        return None
    first, second, third = map(int, parts)
    if is_year(parts[0]):
        return _day(at, first, second, third)
    if not is_year(parts[2]):
        return None
    if sign == "." or first > _MONTHS or first == second:
        return _day(at, third, second, first)
    if second > _MONTHS:
        return _day(at, third, first, second)
    return Read(Untold(), at)


def _day(at: int, year: int, month: int, day: int) -> Read | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Read(Fixed(days=Days(found, found, "day")), at)


def year_or_decade(word: str) -> Fixed | None:
    """What follows the hyphen of "mid-2023", "mid-1990s"."""
    if is_year(word):
        return _years(int(word), int(word))
    if word.endswith("0s") and is_year(word[:-1]):
        return _decade(int(word[:-1]))
    return None


def last_of_years(words: Words, at: int, first: int) -> tuple[int, int, int]:
    """The first and last of the years that begin with this one, and the token of the last."""
    last = _year_after(first, words.at(at + 2)) if words.at(at + 1) in _DASHES else first
    return first, last, at if last == first else at + 2


def _year_after(first: int, word: str) -> int:
    if word.isdecimal() and len(word) == 2 and int(word) > first % _CENTURY:
        return first - first % _CENTURY + int(word)
    return max(int(word), first) if is_year(word) else first


def _years(first: int, last: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(last, 12, 31), "year"))


def _decade(first: int) -> Fixed:
    return Fixed(days=Days(date(first, 1, 1), date(first + 9, 12, 31), "decade"))
