"""Names that the world or the text knows: states, bodies, capitals, demonyms, persons."""

from dragoman.actors.descriptions.offices import is_former
from dragoman.actors.descriptions.peoples import Peoples
from dragoman.actors.descriptions.titles import Titles
from dragoman.actors.naming import Naming, named_at
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved, Setting
from dragoman.actors.standing import is_venue
from dragoman.knowledge.references import References
from dragoman.knowledge.world import Hit
from dragoman.records.participant import Participant, Rule

_RULES: dict[str, Rule] = {"name": "name", "capital": "capital", "seat": "body"}


class KnownNames:
    """Callable: a phrase and the name of the world that its head lies in; who is meant, or None."""

    def __init__(self, naming: Naming, references: References, titles: Titles, peoples: Peoples) -> None:
        self._naming = naming
        self._former = references.former
        self._occasions = references.not_names
        self._titles = titles
        self._peoples = peoples

    def __call__(self, phrase: Phrase, hit: Hit, setting: Setting) -> Resolved | None:
        """Who is named: a person where the name may be one, else what it names first."""
        if any(name.use in {"full", "family"} for name in hit.names):
            return self._person(phrase, hit, setting)
        span = setting.name_span(hit)
        for name in hit.names:
            if name.use in {"name", "capital", "seat"}:
                is_town = name.use in {"capital", "seat"}
                if is_town and is_venue(phrase.sentence, phrase.head, self._occasions):
                    entity = self._naming.entity(name.target, span, sector=name.sector)
                    because = f"{name.use} of {name.target}, where something is"
                    return Resolved(participants=(entity,), rule="venue", because=because, alias=name.text)
                sector = "GOV" if name.use == "capital" else name.sector
                entity = self._naming.entity(name.target, span, sector=sector)
                because = f"{name.use} of {name.target}"
                return Resolved(participants=(entity,), rule=_RULES[name.use], because=because, alias=name.text)
            if name.use == "demonym":
                return self._peoples(phrase, name.target, span, setting)
            if name.use == "adjective":
                entity = self._naming.entity(name.target, span)
                because = f"adjective of {name.target}"
                return Resolved(participants=(entity,), rule="adjective", because=because, alias=name.text)
        return None

    def _person(self, phrase: Phrase, hit: Hit, setting: Setting) -> Resolved | None:
        former = is_former(phrase, self._former)
        person = self._naming.person(hit.names, setting.name_span(hit), setting.cast, former=former)
        titled = self._titles(phrase, setting, before=hit.start)
        if titled is not None and (person is None or _is_another(titled.participants[0], person)):
            return titled
        if person is not None:
            because = "name of a person"
            return Resolved(participants=(person,), rule="person", because=because, alias=hit.names[0].text)
        return earlier_bearer(phrase, setting)


def earlier_bearer(phrase: Phrase, setting: Setting) -> Resolved | None:
    """Whoever the text has named before by a whole name that holds this surname, whatever the parser takes it for."""
    earlier = setting.cast.surnames.get(phrase.head.text) if phrase.head.text[:1].isupper() else None
    if earlier is None:
        return None
    participants = (named_at(earlier, setting.span(phrase)),)
    return Resolved(participants=participants, rule="surname", because=f"surname of {earlier.person}")


def _is_another(titled: Participant, person: Participant) -> bool:
    """Whether the title acts for another state than the known person of that name: it is a namesake."""
    return titled.kind == "state" and titled.id != person.id
