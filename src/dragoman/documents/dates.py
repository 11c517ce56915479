"""Dates: takes words, gives the full dates in them as ISO days; tells the line that dates a page from other lines."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from dragoman.documents.words import words

LONGEST_LINE = 160  # characters: a line that dates a page is short
MOST_OTHER_WORDS = 3  # "Brussels, 3 March 2022", "White House Statement, …": no more words than a place or an office


@dataclass(frozen=True, slots=True, kw_only=True)
class FullDate:
    """A day with its year, and the characters that say so."""

    start: int
    end: int
    day: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """The day on which a page was published or, with `updated`, last changed; `stated` where a word says so."""

    day: str
    updated: bool
    stated: bool


@cache
def date_shape() -> re.Pattern[str]:
    """How full dates are written: `July 1, 2022`, `1 July 2022`, `2022-07-01`."""
    names = "|".join(
        sorted((re.escape(name) for names in words().months.values() for name in names), key=len, reverse=True)
    )
    return re.compile(
        rf"\b(?:(?P<month>{names})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"
        rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[ -](?:of )?(?P<month2>{names})[., -]{{0,2}}(?P<year2>\d{{4}})"
        rf"|(?P<year3>\d{{4}})-(?P<month3>\d{{2}})-(?P<day3>\d{{2}})(?:T[\d:.]+(?:Z|[+-]\d{{2}}:?\d{{2}})?)?)(?!\d)",
        re.IGNORECASE,
    )


@cache
def month_numbers() -> dict[str, int]:
    """Months by their names in small letters."""
    return {name.lower(): number for number, names in words().months.items() for name in names}


def find_dates(text: str) -> list[FullDate]:
    """All full dates in `text` that are days of the calendar."""
    found = []
    for match in date_shape().finditer(text):
        name = match["month"] or match["month2"]
        month = month_numbers()[name.lower()] if name else int(match["month3"])
        day = iso_day(
            int(match["year"] or match["year2"] or match["year3"]),
            month,
            int(match["day"] or match["day2"] or match["day3"]),
        )
        if day:
            found.append(FullDate(start=match.start(), end=match.end(), day=day))
    return found


def iso_day(year: int, month: int, day: int) -> str | None:
    """The day in ISO form, or None where the calendar has no such day."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def read_day(stated: str) -> str | None:
    """The day of a source's own date, whatever its form: "2022-07-01T10:00:00Z", "20220701", "Fri, 01 Jul 2022 …"."""
    stated = stated.strip()
    if compact := re.fullmatch(r"(\d{4})(\d{2})(\d{2})(?:T?\d{4,6}Z?)?", stated):
        return iso_day(int(compact[1]), int(compact[2]), int(compact[3]))
    found = find_dates(stated[:LONGEST_LINE])
    return found[0].day if found else None


def page_date(line: str) -> PageDate | None:
    """What a line says of the page's date, if it dates the page: "Published: 1 July 2022", "July 1, 2022" alone.

    A headline or caption that happens to end in a date has more other words than such a line.
    """
    if len(line) > LONGEST_LINE:
        return None
    found = find_dates(line)
    if not found:
        return None
    before = line[: found[0].start].strip(" \u00a0:|-–—·•,([").lower()
    updated = opens(before, words().updated_openings)
    stated = opens(before, words().published_openings)
    rest = line
    for each in reversed(found):
        rest = rest[: each.start] + " " + rest[each.end :]
    if not only_place(rest):
        return None
    return PageDate(day=found[0].day, updated=updated and not stated, stated=stated or updated)


def opens(words_before: str, openings: tuple[str, ...]) -> bool:
    """Whether the words before a date are, begin or end with one of `openings`."""
    return any(
        words_before == each or words_before.startswith(each + " ") or words_before.endswith(" " + each)
        for each in openings
    )


def only_place(rest: str) -> bool:
    """Whether what a line says besides its date is a time, a weekday, a word like "Published", or a place."""
    known = {word.lower() for word in words().weekdays} | words().time_words
    known |= {word for opening in (*words().published_openings, *words().updated_openings) for word in opening.split()}
    others = [word for word in re.findall(r"[^\W\d_](?:[\w’']|\.(?=\w))*", rest) if word.lower() not in known]
    return len(others) <= MOST_OTHER_WORDS and all(word[0].isupper() for word in others)
