"""Titles before names: "Iranian Foreign Minister Javad Zarif", "President Obama"."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.descriptions.offices import Offices, acts_for_state, tense_of
from dragoman.actors.descriptions.owners import Owners
from dragoman.actors.home import Home, home_of
from dragoman.actors.naming import OF_THE_STATE, Naming, named_at, roles_of, unknown_person
from dragoman.actors.phrases import Phrase, spelled
from dragoman.actors.setting import Resolved, Setting
from dragoman.actors.spelling import Spellings, is_spelling_of
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Office, Person, World
from dragoman.records.participant import Participant

_NEARLY = frozenset({"head_of_state", "head_of_government", "prime_minister", "foreign"})  # "President Bouteflicka"
_ONLY = 0.6  # how likely the only state that a text names is meant
_NEAR = 84  # of 100


class Titles:
    """Callable: a phrase in; who bears the name behind the title, whether or not the world knows them, or None."""

    def __init__(self, world: World, naming: Naming, references: References, offices: Offices, owners: Owners) -> None:
        self._world = world
        self._naming = naming
        self._references = references
        self._offices = offices
        self._owners = owners

    def __call__(self, phrase: Phrase, setting: Setting, *, before: int | None = None) -> Resolved | None:
        """Who is titled; `before` is where a known name begins, so that no word of the name is taken for a title."""
        title = self._title(phrase, before) if phrase.is_name() else None
        if title is None:
            return self._honoured(phrase, setting) if before is None else None
        office, last = title
        if phrase.head.text.lower().strip("-") in self._references.elect:
            return None
        name = _name(phrase, last + 1)
        whose = self._owners.first(phrase, setting)
        if whose is not None:
            return self._official(phrase, office, name, whose, setting)
        span, cast = setting.span(phrase), setting.cast
        bearer = self._bearer(name, office, cast.day)
        if bearer is not None:
            tense = tense_of(phrase, self._references)
            known = self._naming.acting(bearer, span, cast.day, tense=tense, role=office.role)
            because = f"title '{office.words}' and name"
            return Resolved(participants=(known,), rule="title", because=because, alias=office.words, score=0.95)
        is_asked = before is None and office.role != "governor"
        home = self._home(phrase, setting, office) if is_asked else None
        if home is not None and office.sector in OF_THE_STATE:
            whose = self._naming.entity(home.country, span)
            return replace(self._official(phrase, office, name, whose, setting), rule="context", score=home.score)
        somebody = unknown_person(name, span, sector=office.sector)
        because = f"title '{office.words}'"
        return Resolved(participants=(somebody,), rule="title", because=because, alias=office.words, score=0.5)

    def _home(self, phrase: Phrase, setting: Setting, office: Office) -> Home | None:
        """The state that the text is plainly about, or the only one that it names."""
        only = setting.cast.only_country
        home = home_of(phrase, setting, office.sector, self._references.homes)
        return home or (Home(country=only, score=_ONLY) if only is not None else None)

    def _title(self, phrase: Phrase, before: int | None) -> tuple[Office, int] | None:
        """The last office before the head, and the token on which it ends."""
        for last in range(phrase.head.index - 1, phrase.first - 1, -1):
            if before is None or phrase.sentence.tokens[last].start < before:
                office = self._offices.at(phrase, last)
                if office is not None and not office.needs_owner:
                    return office, last
        return None

    def _honoured(self, phrase: Phrase, setting: Setting) -> Resolved | None:
        """ "Lord Robertson", "Mrs. Merkel": one named before by that surname, or the only one in high office."""
        first = next((token for token in phrase.words[:-1] if token.text.lower() in self._references.honorifics), None)
        if first is None or not phrase.is_name():
            return None
        name = _name(phrase, first.index + 1)
        span = setting.span(phrase)
        earlier = setting.cast.surnames.get(phrase.head.text)
        if earlier is not None:
            because = f"surname of {earlier.person}"
            return Resolved(participants=(named_at(earlier, span),), rule="surname", because=because)
        known = self._naming.on_surname(phrase.head.text, setting.cast.day)
        if known is not None and (" " not in name or known.name.split()[0] in name.split()):
            person = self._naming.acting(known, span, setting.cast.day)
            return Resolved(participants=(person,), rule="person", because=f"'{first.text}' and surname", score=0.8)
        because = f"'{first.text}' before a name"
        return Resolved(participants=(unknown_person(name, span),), rule="unknown", because=because, score=0.6)

    def _official(self, phrase: Phrase, office: Office, name: str, whose: Participant, setting: Setting) -> Resolved:
        """The holder of the office where the name is the holder's, however it is spelled; else whoever is named."""
        because = f"title '{office.words}' of {whose.id}"
        if whose.kind == "state" and not acts_for_state(office, whose):
            somebody = unknown_person(name, setting.span(phrase), country=whose.country, sector=office.sector)
            return Resolved(participants=(somebody,), rule="title", because=because, alias=office.words, score=0.9)
        official = self._offices.official(phrase, office, whose, setting)
        if official.person is None or not is_spelling_of(name, official.person):
            official = replace(official, person=name)
        return Resolved(participants=(official,), rule="title", because=because, alias=office.words, score=0.95)

    def _bearer(self, name: str, office: Office, day: str | None) -> Person | None:
        """Of those who bear the name, the one who held such an office, on the day if it is known."""
        family = name.rsplit(maxsplit=1)[-1]
        roles = roles_of(office.role)
        bearers = [p for p in self._world.by_family(family) if any(t.role in roles for t in p.tenures)]
        if day is not None:
            then = [p for p in bearers if any(t.role in roles and t.on(day) for t in p.tenures)]
            bearers = then or bearers
        if not bearers and office.role in _NEARLY:
            bearers = self._near(family, roles, day)
        return max(bearers, key=lambda person: max(t.start or "" for t in person.tenures), default=None)

    def _near(self, family: str, roles: Sequence[str], day: str | None) -> list[Person]:
        """Those who hold such an office on the day (or ever) and whose name is nearly so written."""
        held = [one for role in roles for one in self._world.in_role(role) if day is None or one[0].on(day)]
        near = Spellings((person.family for _, person in held), least=_NEAR).nearest(family)
        return [person for _, person in held if person.family == near]


def _name(phrase: Phrase, first: int) -> str:
    """The words from a token to the head, hyphens and apostrophes without blanks: "Mohammed al-Douri"."""
    tokens = phrase.sentence.tokens[first : phrase.head.index + 1]
    return spelled(tokens)
