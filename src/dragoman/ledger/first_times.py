"""First times: takes a meeting of which a text tells a first, and the ledger; says whether the ledger bears it out.

"The first meeting in five years" is borne out by a meeting of the same parties that lies about five years back, and
contradicted by one that lies nearer. Where the ledger has neither it may only not reach back that far.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

from dateutil.relativedelta import relativedelta

from dragoman.knowledge.calendar_words import CalendarWords
from dragoman.ledger.parties import homes
from dragoman.records.entry import Entry, Quote

Verdict = Literal["borne out", "contradicted", "open"]

_WORD = re.compile(r"[\w’'-]+")
_LENGTHS = {
    "month": relativedelta(months=1), "year": relativedelta(years=1), "decade": relativedelta(years=10),
    "century": relativedelta(years=100),
}  # fmt: skip
_ROUGHLY = 1  # units by which "in five years" may be off: nearly, about, more than


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstTime:
    """What a text tells as a first, and what the ledger says of it.

    `since` are the first and last ISO day between which the meeting before should lie, None for a first ever.
    `previous` is the id of the entry of the last meeting before it, with its ISO day; None where the ledger has none.
    """

    quote: Quote
    since: tuple[str, str] | None
    previous: str | None
    previous_day: str | None
    verdict: Verdict


def first_times(entry: Entry, entries: Iterable[Entry], calendar: CalendarWords) -> tuple[FirstTime, ...]:
    """Each first that is told of a meeting, held against the other meetings of the same parties among `entries`."""
    day = entry.made_on.start if entry.made_on else entry.history[0].day
    if not entry.firsts or day is None:
        return ()
    before = max(_before(entry, entries, day), default=None)
    return tuple(
        _checked(quote, _since(quote.text, date.fromisoformat(day), calendar), before) for quote in entry.firsts
    )


def _checked(quote: Quote, since: tuple[str, str] | None, before: tuple[str, str] | None) -> FirstTime:
    previous_day, previous = before or (None, None)
    return FirstTime(
        quote=quote, since=since, previous=previous, previous_day=previous_day, verdict=_verdict(since, previous_day)
    )


def _verdict(since: tuple[str, str] | None, previous: str | None) -> Verdict:
    if previous is None:
        return "open"
    if since is None or previous > since[1]:
        return "contradicted"
    return "borne out" if previous >= since[0] else "open"


def _before(entry: Entry, entries: Iterable[Entry], day: str) -> Iterator[tuple[str, str]]:
    """The days and ids of earlier meetings of the same parties at the same level that were held."""
    for other in entries:
        held = other.kind == "meeting" and other.state == "held" and other.id != entry.id
        same = homes(other.by) == homes(entry.by) and (None in {other.level, entry.level} or other.level == entry.level)
        last = other.made_on.end if other.made_on else other.history[-1].day
        if held and same and last is not None and last < day:
            yield last, other.id


def _since(text: str, day: date, calendar: CalendarWords) -> tuple[str, str] | None:
    """Between which days the meeting before lies by the words: "in five years", "since December 2019"."""
    words = [word.casefold() for word in _WORD.findall(text)]
    within = _stretch(words, day, calendar) or _month_or_year(words, day, calendar)
    return (within[0].isoformat(), within[1].isoformat()) if within else None


def _stretch(words: list[str], day: date, calendar: CalendarWords) -> tuple[date, date] | None:
    for number, unit in pairwise(words):
        length = _LENGTHS.get(calendar.units.get(unit, ""))
        count = int(number) if number.isdecimal() else calendar.numbers.get(number)
        if length is not None and count is not None:
            return day - length * (count + _ROUGHLY), day - length * max(count - _ROUGHLY, 0) - timedelta(days=1)
    return None


def _month_or_year(words: list[str], day: date, calendar: CalendarWords) -> tuple[date, date] | None:
    if "since" not in words:
        return None
    behind = words[words.index("since") + 1 :]
    months = {name.casefold(): number for name, number in calendar.months.items()}
    month = next((months[word] for word in behind if word in months), None)
    year = next((int(word) for word in behind if word.isdecimal() and len(word) == 4), None)
    if year is None and month is not None:
        year = day.year if month < day.month else day.year - 1
    if year is None:
        return None
    first = date(year, month or 1, 1)
    return first, first + relativedelta(months=1 if month else 12) - timedelta(days=1)
