"""Entry calendar: takes entries of the ledger, writes what is due and which meetings are to come (RFC 5545).

A promise or an ask with a day by which it is due is a to-do, done once it is kept or met; a meeting that was planned
is an event of the calendar. An entry keeps its uid, so that a calendar that is read in again changes what changed.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, timedelta

from icalendar import Event, Todo

from dragoman.exports.icalendar import EXACT, calendar_of, clean, midnight
from dragoman.exports.targets import Target, opened
from dragoman.records.act import ActDate, Party
from dragoman.records.entry import Entry, State, Turn

TODO_STATUS: Mapping[State, str] = {
    "open": "NEEDS-ACTION",
    "overdue": "NEEDS-ACTION",
    "partly kept": "IN-PROCESS",
    "partly met": "IN-PROCESS",
    "kept": "COMPLETED",
    "met": "COMPLETED",
    "broken": "CANCELLED",
    "refused": "CANCELLED",
    "withdrawn": "CANCELLED",
}
EVENT_STATUS: Mapping[State, str] = {
    "planned": "CONFIRMED",
    "held": "CONFIRMED",
    "postponed": "TENTATIVE",
    "cancelled": "CANCELLED",
}
_SHORT = 90  # letters of a summary, which calendars show on one line


def write_entry_calendar(entries: Iterable[Entry], target: Target) -> int:
    """A calendar of what is due; gives how many entries are in it. Those without a day are left out."""
    calendar = calendar_of("Ledger")
    count = 0
    for entry in entries:
        component = _component(entry)
        if component is not None:
            calendar.add_component(component)
            count += 1
    with opened(target) as stream:
        stream.write(calendar.to_ical())
    return count


def _component(entry: Entry) -> Event | Todo | None:
    if entry.kind in {"commitment", "ask"} and entry.due is not None:
        return _todo(entry, entry.due)
    if (
        entry.kind == "meeting"
        and entry.made_on is not None
        and _was_planned(entry)
        and entry.made_on.precision in EXACT
    ):
        return _event(entry, entry.made_on)
    return None


def _was_planned(entry: Entry) -> bool:
    return any(turn.state != "held" for turn in entry.history)


def _todo(entry: Entry, due: ActDate) -> Todo:
    """The last day on which it may be done; "by 2025" is the last day of that year."""
    todo = Todo()
    todo.add("due", date.fromisoformat(due.end))
    todo.add("status", TODO_STATUS[entry.state])
    _tell(todo, entry, f"{_names(entry.by)}: {entry.what.text}")
    return todo


def _event(entry: Entry, when: ActDate) -> Event:
    """Whole days; the end of an event is the first day after it."""
    event = Event()
    event.add("dtstart", date.fromisoformat(when.start))
    event.add("dtend", date.fromisoformat(when.end) + timedelta(days=1))
    event.add("status", EVENT_STATUS[entry.state])
    event.add("transp", "TRANSPARENT")
    _tell(event, entry, f"{_names(entry.by)} meet")
    if entry.place is not None:
        event.add("location", clean(entry.place.name))
    return event


def _tell(component: Event | Todo, entry: Entry, summary: str) -> None:
    """What both have in common. The number in the sequence rises with every turn of the entry."""
    component.add("uid", f"{entry.id}@dragoman")
    component.add("dtstamp", _last_known(entry))
    component.add("sequence", len(entry.history) - 1)
    component.add("summary", _clipped(clean(summary)))
    component.add("description", clean(_description(entry)))
    component.add("categories", [entry.kind, entry.state])


def _description(entry: Entry) -> str:
    lines = [f"“{entry.what.text}”", f"{entry.kind}, {entry.state}"]
    lines += [f"{name}: {_names(parties)}" for name, parties in (("to", entry.to), ("about", entry.about)) if parties]
    return "\n".join([*lines, *(_turn(turn) for turn in entry.history[1:])])


def _turn(turn: Turn) -> str:
    told = f": “{turn.quote.text}”" if turn.quote else ""
    return f"{turn.day or 'undated'} {turn.tie.replace('_', ' ')}{told}"


def _last_known(entry: Entry) -> datetime:
    """The day of the last turn that a text tells; the first day of all where no day is known."""
    days = [turn.day for turn in entry.history if turn.day is not None and turn.tie != "overdue"]
    return midnight(max(days, default="1970-01-01"))


def _names(parties: Iterable[Party]) -> str:
    return ", ".join(party.name for party in parties) or "somebody"


def _clipped(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHORT else f"{line[: line.rfind(' ', 0, _SHORT)]} …"
