"""Days in questions: takes `2022-06-29`, `2022-06`, `2022` or a range of them, gives `Days`; and writes them again."""

import calendar
import re

from dragoman.questions.terms import Term, fault
from dragoman.records.question import Days

_DAY = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


def read_days(term: Term) -> Days:
    """The days of a term: `2022-06`, `2022-06..2022-07-15`, `2022..`, `..2021`."""
    first, dots, last = term.rest.partition("..")
    if not dots:
        start, end = span(first, term.at)
        return Days(first=start, last=end)
    if not first and not last:
        raise fault(term.at, "the range has neither a first nor a last day; write one, such as 2022-06..")
    days = Days(
        first=span(first, term.at)[0] if first else None,
        last=span(last, term.at + len(first) + 2)[1] if last else None,
    )
    return _checked(days, term)


def span(text: str, position: int) -> tuple[str, str]:
    """The first and the last day of a day, month or year."""
    if not _DAY.fullmatch(text):
        raise fault(
            position, f"'{text}' is no day; write 2022-06-29, 2022-06, 2022 or a range such as 2022-06..2022-08"
        )
    stretch = _stretch(text)
    if stretch is None:
        raise fault(position, f"'{text}' is not in the calendar; look at its month and day")
    return stretch


def _stretch(text: str) -> tuple[str, str] | None:
    """The same, or None where the calendar has no such day, month or year."""
    found = _DAY.fullmatch(text)
    if found is None:
        return None
    year, month, day = found[1], found[2], found[3]
    if year == "0000" or (month and not 1 <= int(month) <= 12):
        return None
    longest = calendar.monthrange(int(year), int(month or 12))[1]
    if day and not 1 <= int(day) <= longest:
        return None
    return f"{year}-{month or '01'}-{day or '01'}", f"{year}-{month or '12'}-{day or longest}"


def common(days: Days | None, other: Days, term: Term) -> Days:
    """The days that both hold: `after:2022-06 before:2022-08` is one stretch of days."""
    if days is None:
        return other
    firsts = [day for day in (days.first, other.first) if day is not None]
    lasts = [day for day in (days.last, other.last) if day is not None]
    return _checked(Days(first=max(firsts, default=None), last=min(lasts, default=None)), term)


def _checked(days: Days, term: Term) -> Days:
    if days.first is not None and days.last is not None and days.first > days.last:
        raise fault(term.at, f"no day is after {days.first} and before {days.last}; turn them round or leave one out")
    return days


def write_days(days: Days) -> str:
    """The shortest words for the days, as `read_days` reads them."""
    if days.first is not None and days.first == days.last:
        return days.first
    for length in (4, 7):
        short = (days.first or "")[:length]
        if _stretch(short) == (days.first, days.last):
            return short
    return f"{days.first or ''}..{days.last or ''}"
