"""Titles before names: "Iranian Foreign Minister Javad Zarif", "President Obama"."""

from dataclasses import replace

from dragoman.actors.descriptions.offices import Offices
from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import Naming, unknown_person
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.world import Office, Person, World
from dragoman.records.participant import Participant


class Titles:
    """Callable: a phrase in; who bears the name behind the title, whether or not the world knows them, or None."""

    def __init__(self, world: World, naming: Naming, offices: Offices, owners: Owners) -> None:
        self._world = world
        self._naming = naming
        self._offices = offices
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting, *, before: int | None = None) -> Resolved | None:
        """Who is titled; `before` is where a known name begins, so that no word of the name is taken for a title."""
        title = self._title(phrase, before) if phrase.is_name() else None
        if title is None:
            return None
        office, last = title
        name = " ".join(token.text for token in phrase.sentence.tokens[last + 1 : phrase.head.index + 1])
        whose = self._owners.first(phrase, setting)
        if whose is not None:
            return self._official(phrase, office, name, whose, setting)
        span, cast = setting.span(phrase), setting.cast
        bearer = self._bearer(name, office, cast.day)
        if bearer is not None:
            known = self._naming.acting(bearer, span, cast.day, former=True)
            because = f"title '{office.words}' and name"
            return Resolved(participants=(known,), rule="title", because=because, alias=office.words)
        if cast.only_country and before is None:
            return self._official(phrase, office, name, self._naming.entity(cast.only_country, span), setting)
        somebody = unknown_person(name, span, sector=office.sector)
        return Resolved(participants=(somebody,), rule="title", because=f"title '{office.words}'", alias=office.words)

    def _title(self, phrase: Phrase, before: int | None) -> tuple[Office, int] | None:
        """The last office before the head, and the token on which it ends."""
        for last in range(phrase.head.index - 1, phrase.first - 1, -1):
            if before is None or phrase.sentence.tokens[last].start < before:
                office = self._offices.at(phrase, last)
                if office is not None:
                    return office, last
        return None

    def _official(self, phrase: Phrase, office: Office, name: str, whose: Participant, setting: Setting) -> Resolved:
        official = self._offices.official(phrase, office, whose, setting)
        participants = (replace(official, person=official.person or name),)
        because = f"title '{office.words}' of {whose.id}"
        return Resolved(participants=participants, rule="title", because=because, alias=office.words)

    def _bearer(self, name: str, office: Office, day: str | None) -> Person | None:
        """Of those who bear the name, the one who held such an office, on the day if it is known."""
        family = name.rsplit(maxsplit=1)[-1]
        bearers = [p for p in self._world.by_family(family) if any(t.role == office.role for t in p.tenures)]
        if day is not None:
            then = [p for p in bearers if any(t.role == office.role and t.on(day) for t in p.tenures)]
            bearers = then or bearers
        return max(bearers, key=lambda person: max(t.start or "" for t in person.tenures), default=None)
