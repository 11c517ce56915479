"""Dating: takes an entry whose clause tells no day and the roll, gives the days on which it was made, as the text goes.

A text says once when its people met or spoke and goes on from there; what it tells without a day is of that day, or of
the last days before it came out.
"""

from dataclasses import replace
from datetime import date, timedelta

from dragoman.knowledge.ledger_words import LedgerWords
from dragoman.ledger.parties import homes
from dragoman.ledger.roll import Roll
from dragoman.records.act import ActDate
from dragoman.records.entry import Entry
from dragoman.records.event import Event

_NEWS = timedelta(days=2)  # how old what is told without a day may be when the text comes out
_EARLIER = 30  # letters before a trigger in which "had" stands: then it is no news


def dated(entry: Entry, roll: Roll, words: LedgerWords) -> Entry:
    """The entry with a day or days on which it was made, unless it is told of earlier times or its text has no day.

    A term ("within five days") runs from the day on which it was set, not from that on which the text came out.
    """
    return _from_that_day(_made(entry, roll), roll, words)


def _made(entry: Entry, roll: Roll) -> Entry:
    event = roll.events[entry.event]
    ahead = entry.kind == "meeting" and entry.history[0].state != "held"  # no text says how far
    deed = roll.by_event(entry.event)
    known = deed.act.first_reported if deed else None
    if entry.made_on is not None or known is None or ahead or _is_past(event):
        return entry
    out = date.fromisoformat(known)
    last = out - _NEWS
    spoken = _last_told(entry, event, roll, last.isoformat(), known)
    if spoken is not None:
        return replace(entry, made_on=spoken)
    return replace(entry, made_on=ActDate(start=last.isoformat(), end=known, precision="week", event=entry.event))


def _from_that_day(entry: Entry, roll: Roll, words: LedgerWords) -> Entry:
    """The entry with its term counted from the one day on which it was made."""
    due, made_on = entry.due, entry.made_on
    told = roll.events[due.event] if due is not None else None
    deed = roll.by_event(entry.event)
    out = deed.act.first_reported if deed else None
    if due is None or made_on is None or told is None or told.due is None or out is None:
        return entry
    if made_on.start != made_on.end or not made_on.end < out or not words.terms.within(told.due.text.text):
        return entry
    late = date.fromisoformat(out) - date.fromisoformat(made_on.end)
    start, end = (date.fromisoformat(day) - late for day in (due.start, due.end))
    return replace(entry, due=replace(due, start=start.isoformat(), end=end.isoformat()))


def _is_past(event: Event) -> bool:
    """Whether it is told of earlier times: it "had promised"."""
    return event.historical or "had" in event.lead_in[-_EARLIER:].casefold().split()


def _last_told(entry: Entry, event: Event, roll: Roll, first: str, last: str) -> ActDate | None:
    """The day between two ISO days of what those who make the entry were last said to do, before the text tells it."""
    by = homes(entry.by)
    told = [
        other
        for other in roll.before(event)
        if other.status == "occurred"
        and other.date is not None
        and other.date.precision == "day"
        and homes(other.participants) & by
    ]
    for other in reversed(told):
        day = other.date
        if day is not None and day.start is not None and day.end is not None and first <= day.start <= day.end <= last:
            return ActDate(start=day.start, end=day.end, precision=day.precision, event=other.id)
    return None
