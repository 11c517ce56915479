"""Counterparts: "her French counterpart" holds the same office as whoever was named last, for another state."""

from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.naming import Naming, acting_for
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.knowledge.references import References
from dragoman.knowledge.world import World
from dragoman.records.participant import Participant


class Counterparts:
    """Callable: a phrase in; the official of another state whom it names, or None."""

    def __init__(self, world: World, naming: Naming, references: References, owners: Owners) -> None:
        self._world = world
        self._naming = naming
        self._nouns = references.counterparts
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """The counterpart; whose it is stands beside the noun, since its possessor is the other one."""
        if phrase.head.lemma not in self._nouns and phrase.ending(2) not in self._nouns:
            return None
        whose = self._owners.first(phrase, setting, possessor=False)
        if whose is None:
            return None
        office = _office_before(setting, whose)
        role = office.rsplit(" of ", maxsplit=1)[0] if office else "Official"
        known = self._world.offices.get(role.lower())
        person = (
            self._naming.holder(whose.id, known.role, setting.cast.day, words=known.words)
            if known and known.role
            else None
        )
        counterpart = acting_for(
            whose,
            setting.span(phrase),
            sector="GOV",
            person=person.name if person else None,
            office=f"{role} of {whose.name}",
        )
        return Resolved(participants=(counterpart,), rule="counterpart", because="counterpart")


def _office_before(setting: Setting, whose: Participant) -> str | None:
    """The office named last that is not held for the counterpart's own state."""
    found = [setting.found[index].participants for index in sorted(setting.found)]
    for participants in reversed([*(seen.participants for seen in setting.cast.recent), *found]):
        for participant in participants:
            if participant.office and participant.id != whose.id:
                return participant.office
    return None
