"""Expansion by choice: takes a coded document, gives it with the members of groupings in place of the groupings.

"The G7 imposed sanctions" becomes an act of its seven members on that day. Organisations of nearly all states (the UN
and its agencies) stay one: their members do not act by being members.
"""

from dataclasses import replace

from dragoman.knowledge.world import World
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant

_MOST = 60  # members: the African Union has 55, the United Nations 193


class Expanding:
    """Callable: a coded document in, the same with groupings opened out."""

    def __init__(self, world: World) -> None:
        self._world = world

    def __call__(self, coded: Coded) -> Coded:
        """Each event's actors and recipients opened out as of its day, else as of the day of publication."""
        return replace(coded, events=tuple(self._event(event, coded.document.published) for event in coded.events))

    def _event(self, event: Event, published: str | None) -> Event:
        day = event.date.start if event.date and event.date.start else published
        actors = self._opened(event.actors, day)
        recipients = self._opened(event.recipients, day)
        if actors == event.actors and recipients == event.recipients:
            return event
        opened = dict.fromkeys(one.id for one in event.participants if self._members(one, day))
        steps = tuple(f"{id_} opened out into its members as of {day or 'now'}" for id_ in opened)
        why = replace(event.why, steps=(*event.why.steps, *steps))
        return replace(event, actors=actors, recipients=recipients, why=why)

    def _opened(self, participants: tuple[Participant, ...], day: str | None) -> tuple[Participant, ...]:
        """Members in place of groupings; nobody twice."""
        opened: dict[str, Participant] = {}
        for one in participants:
            for member in self._members(one, day) or (one,):
                opened.setdefault(member.id, member)
        return tuple(opened.values())

    def _members(self, one: Participant, day: str | None) -> tuple[Participant, ...]:
        """The members of a grouping, named where it is named; an official of an organisation acts for it alone."""
        if one.kind != "igo" or one.person is not None:
            return ()
        members = self._world.members(one.id, day)
        if not 0 < len(members) <= _MOST:
            return ()
        entities = (self._world.entity(member) for member in members)
        return tuple(replace(one, id=e.id, name=e.name, kind=e.kind, country=e.country, sector=None) for e in entities)
