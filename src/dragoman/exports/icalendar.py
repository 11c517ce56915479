"""iCalendar: takes accounts of acts, writes those that are still to come as a calendar (RFC 5545).

What is to happen on a day is an event of the calendar, what is to be done by a day is a to-do; an act with both is
both. All of a calendar is kept until it is whole: few acts are to come.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event, Todo

from dragoman.exports.act_columns import passage
from dragoman.exports.sentences import act_sentence
from dragoman.exports.targets import Target, opened
from dragoman.records.account import Account, Heading
from dragoman.records.act import Act, ActDate
from dragoman.records.event import Status

EVENT_STATUS: Mapping[Status, str] = {
    "planned": "CONFIRMED",
    "pledged": "TENTATIVE",
    "requested": "TENTATIVE",
    "possible": "TENTATIVE",
    "cancelled": "CANCELLED",
}
TODO_STATUS: Mapping[Status, str] = {
    "planned": "NEEDS-ACTION",
    "pledged": "NEEDS-ACTION",
    "requested": "NEEDS-ACTION",
    "possible": "NEEDS-ACTION",
    "cancelled": "CANCELLED",
}
EXACT = frozenset({"day", "week", "month"})
"""A bar over a whole quarter says nothing in a calendar, so less exact dates are left out."""

_CONTROLS = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127), " ")
"""Characters that the standard does not allow in text; it knows tabs and line breaks."""


def write_calendar(accounts: Iterable[Account], target: Target, *, since: str | None = None) -> int:
    """A calendar of what is to come. Gives how many acts are in it.

    Args:
        accounts: the acts; those that are not planned, pledged, requested, possible or cancelled are left out.
        target: where it goes.
        since: the ISO day from which on days count as days to come. Without it each act is seen from the day on which
            it was first reported, so that the same acts always give the same calendar.
    """
    calendar = calendar_of("Acts to come")
    count = 0
    for account in accounts:
        components = tuple(_components(account, since or account.act.first_reported or ""))
        for component in components:
            calendar.add_component(component)
        count += bool(components)
    with opened(target) as stream:
        stream.write(calendar.to_ical())
    return count


def calendar_of(what: str) -> Calendar:
    """An empty calendar of Dragoman's."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Dragoman//{what}//EN")
    calendar.add("version", "2.0")
    return calendar


def midnight(day: str) -> datetime:
    """When an ISO day begins, in UTC."""
    return datetime.combine(date.fromisoformat(day), datetime.min.time(), UTC)


def _components(account: Account, since: str) -> Iterator[Event | Todo]:
    act = account.act
    if act.status not in EVENT_STATUS:
        return
    if act.date is not None and _is_to_come(act.date, since):
        yield _event(account, act.date)
    if act.due is not None and _is_to_come(act.due, since):
        yield _todo(account, act.due)


def _is_to_come(when: ActDate, since: str) -> bool:
    return when.precision in EXACT and when.end >= since


def _event(account: Account, when: ActDate) -> Event:
    """Whole days; the end of an event is the first day after it."""
    event = Event()
    event.add("uid", f"{account.act.id}@dragoman")
    event.add("dtstart", date.fromisoformat(when.start))
    event.add("dtend", date.fromisoformat(when.end) + timedelta(days=1))
    event.add("status", EVENT_STATUS[account.act.status])
    event.add("transp", "TRANSPARENT")
    _tell(event, account)
    return event


def _todo(account: Account, when: ActDate) -> Todo:
    todo = Todo()
    todo.add("uid", f"{account.act.id}-due@dragoman")
    todo.add("due", date.fromisoformat(when.end))
    todo.add("status", TODO_STATUS[account.act.status])
    _tell(todo, account)
    return todo


def _tell(component: Event | Todo, account: Account) -> None:
    """What events and to-dos have in common. The number in the sequence rises whenever the act changes its status."""
    act = account.act
    component.add("dtstamp", _last_known(account))
    component.add("sequence", max(len(act.status_history) - 1, 0))
    component.add("summary", clean(act_sentence(act)))
    component.add("description", clean(_description(account)))
    component.add("categories", [clean(act.type)])
    if act.place is not None:
        component.add("location", clean(act.place.name))
        if act.place.latitude is not None and act.place.longitude is not None:
            component.add("geo", (act.place.latitude, act.place.longitude))
    if account.document.url is not None:
        component.add("url", clean(account.document.url).replace("\n", ""))


def _last_known(account: Account) -> datetime:
    """The day of the last report, else of the document; the first day of all where neither is known."""
    act: Act = account.act
    return midnight(act.last_reported or account.document.published or "1970-01-01")


def _description(account: Account) -> str:
    return f"{passage(account)}\n\nSource: {_source(account.document)}"


def _source(document: Heading) -> str:
    told = (document.title, document.outlet, document.published, document.url)
    return ", ".join(part for part in told if part) or document.path


def clean(text: str) -> str:
    """The text without characters that the standard does not allow."""
    return "\n".join(text.translate(_CONTROLS).splitlines())
