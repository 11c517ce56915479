"""Dates: takes what foreign files write for a day, month or year; gives YYYY, YYYY-MM or YYYY-MM-DD."""

import re
from datetime import date, timedelta

_ISO = re.compile(r"\+?(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|T)")
_LENGTHS = {9: 4, 10: 7, 11: 10}  # Wikidata's precisions of a year, a month and a day; the letters that they leave


def iso_date(text: str | None) -> str | None:
    """The date at the beginning of an ISO date or time, as exact as it is told; None if it is none.

    >>> iso_date("2014-05-26T00:00:00Z")
    '2014-05-26'
    """
    found = _ISO.match(text.strip()) if text else None
    if found is None:
        return None
    year, month, day = found.groups()
    if month is None or month == "00":
        return str(year)
    if day is None or day == "00":
        return f"{year}-{month}" if int(month) <= 12 else None
    return _day(int(year), int(month), int(day))


def with_precision(time: str | None, precision: float | None) -> str | None:
    """Wikidata's time, cut to what is known of it; centuries and millennia are no dates.

    >>> with_precision("+2014-05-00T00:00:00Z", 10)
    '2014-05'
    """
    length = _LENGTHS.get(int(precision or 11), 10 if (precision or 0) > 11 else 0)
    told = iso_date(time)
    return told[:length] if told and length else None


def compact_date(digits: str) -> str | None:
    """PETRARCH's YYMMDD or YYYYMMDD; years up to 30 are of this century.

    >>> compact_date("010120"), compact_date("19790230")
    ('2001-01-20', None)
    """
    if len(digits) == 6:
        digits = ("20" if int(digits[:2]) <= 30 else "19") + digits
    return _day(int(digits[:4]), int(digits[4:6]), int(digits[6:])) if len(digits) == 8 else None


def day_after(day: str) -> str:
    """The first day after: what Dragoman calls an end, where the source tells the last day."""
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def is_disordered(start: str | None, end: str | None) -> bool:
    """Whether something ends before it starts, as far as both are known."""
    if start is None or end is None:
        return False
    length = min(len(start), len(end))
    return end[:length] < start[:length]


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
