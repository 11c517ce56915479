"""The holder on the event's day: takes a coded document, gives it with everybody in the office held when they acted.

While a text is read, offices are looked up on its own day. An act told of another day is put right here: "former
President Moon" who acted in 2018 acted for South Korea, and "the Japanese prime minister" of 2016 was Abe.
"""

from collections.abc import Iterator
from dataclasses import replace

from dragoman.actors.naming import Naming
from dragoman.knowledge.world import World
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Span

_LENGTHS = {"year": 4, "month": 7, "day": 10}


class Dating:
    """Callable: a coded document in; the same with the offices of those who act on each event's own day."""

    def __init__(self, world: World, naming: Naming) -> None:
        self._world = world
        self._naming = naming

    def __call__(self, coded: Coded) -> Coded:
        """Events of the day of publication, of the future and without a date stand as they are."""
        published = coded.document.published
        if published is None:
            return coded
        return replace(coded, events=tuple(self._event(event, published) for event in coded.events))

    def _event(self, event: Event, published: str) -> Event:
        day = _day(event.date)
        if day is None or day >= published[: len(day)]:
            return event
        changes: list[str] = []
        actors = tuple(self._then(one, day, changes) for one in event.actors)
        recipients = tuple(self._then(one, day, changes) for one in event.recipients)
        if not changes:
            return event
        why = replace(event.why, steps=(*event.why.steps, *changes))
        return replace(event, actors=actors, recipients=recipients, why=why)

    def _then(self, one: Participant, day: str, changes: list[str]) -> Participant:
        """The participant as of the day; what changes is told."""
        then = self._holder_then(one, day) or self._in_office_then(one, day)
        if then is None or then == one:
            return one
        changes.append(f"on {day} '{one.text}' is {_told(then)}")
        return then

    def _holder_then(self, one: Participant, day: str) -> Participant | None:
        """Whoever held the office that is named without its holder's name."""
        if one.office is None or one.kind not in {"state", "igo"} or _is_named(one):
            return None
        words = one.office.rsplit(" of ", maxsplit=1)[0].lower()
        office = self._world.offices.get(words)
        if office is None or office.role is None or words.split()[-1] not in one.text.lower():
            return None
        holder = self._naming.holder(one.id, office.role, day, words=words)
        return replace(one, person=holder.name if holder else None)

    def _in_office_then(self, one: Participant, day: str) -> Participant | None:
        """A known person in the office of that day, if the book knows one."""
        person = self._world.by_name(one.person) if one.person else None
        if person is None:
            return None
        acting = self._naming.acting(person, Span(start=one.start, end=one.end, text=one.text), day)
        return acting if acting.office is not None else None


def _day(date: DateSpan | None) -> str | None:
    """The first day, month or year of a date, as exact as it is known."""
    if date is None or date.start is None:
        return None
    return date.start[: _LENGTHS.get(date.precision, 10)]


def _is_named(one: Participant) -> bool:
    """Whether the words that stand in the text name the person, or are a pronoun: both mean that very person."""
    words = (one.person or "").split()
    return (len(one.text.split()) == 1 and one.text[:1].islower()) or any(word in one.text for word in words)


def _told(one: Participant) -> str:
    return ", ".join(_parts(one))


def _parts(one: Participant) -> Iterator[str]:
    yield f"{one.id} {one.sector}" if one.sector else one.id
    if one.person:
        yield one.person
    if one.office:
        yield one.office
