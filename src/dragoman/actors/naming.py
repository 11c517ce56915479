"""Takes names found in a text, gives the participants that they name on a day: states, bodies, persons in office."""

from collections.abc import Sequence
from dataclasses import replace

from dragoman.actors.cast import Cast
from dragoman.knowledge.world import Name, Person, Tenure, World
from dragoman.records.participant import Kind, Participant
from dragoman.records.span import Span

# Which office a person acts in, when several are held: the most political first.
_RANK = (
    "head_of_government",
    "head_of_state",
    "foreign",
    "defence",
    "secretary_general",
    "deputy",
    "interior",
    "finance",
)


class Naming:
    """Turns names of the world into participants, on the day of the text."""

    def __init__(self, world: World) -> None:
        self._world = world

    def entity(self, id: str, span: Span, *, sector: str | None = None) -> Participant:  # noqa: A002 - the field's name
        """The state, organisation or group of that id."""
        entity = self._world.entity(id)
        return Participant(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            country=entity.id if entity.kind == "state" else entity.country,
            sector=sector or entity.sector,
            text=span.text,
            start=span.start,
            end=span.end,
        )

    def person(self, names: Sequence[Name], span: Span, cast: Cast, *, former: bool = False) -> Participant | None:
        """The person meant by a name that several may bear: one in the cast, one in office on the day, the only one."""
        bearers = [self._world.person(name.target) for name in names if name.use in {"full", "family"}]
        persons = list(dict.fromkeys(bearers))
        if not persons:
            return None
        whole = any(name.use == "full" for name in names)
        chosen = _named_before(persons, cast) or self._likeliest(persons, cast.day, whole=whole)
        return self.acting(chosen, span, cast.day, former=former) if chosen else None

    def acting(self, person: Person, span: Span, day: str | None, *, former: bool = False) -> Participant:
        """The person in the office held on the day; without one, as a private person of their country."""
        tenure = self._tenure(person, day)
        if tenure is None and person.tenures and (former or day is None):
            tenure = person.tenures[-1]
        if tenure is None:
            return _private(person, span)
        actor = self.entity(tenure.actor, span)
        return replace(
            actor,
            sector=tenure.sector if actor.kind == "state" else actor.sector,
            person=person.name,
            office=tenure.office if " of " in tenure.office else f"{tenure.office} of {actor.name}",
        )

    def holder(self, actor: str, role: str, day: str | None) -> Person | None:
        """The one person who held the role that day, if the world knows exactly one."""
        held = self._world.holders(actor, role, day) if day else ()
        return held[0] if len(held) == 1 else None

    def _likeliest(self, persons: Sequence[Person], day: str | None, *, whole: bool) -> Person | None:
        """By surname alone only somebody in high office on the day is meant; a whole name is enough by itself."""
        highest = min(persons, key=lambda person: self._rank(person, day))
        if self._rank(highest, day) < len(_RANK):
            return highest
        return persons[0] if whole or (len(persons) == 1 and day is None) else None

    def _rank(self, person: Person, day: str | None) -> int:
        """How high the person's offices stand; one that is not ranked stands as high as the lowest that is."""
        roles = {tenure.role for tenure in self._tenures(person, day)}
        ranks = [_RANK.index(role) for role in roles if role in _RANK]
        return min(ranks, default=len(_RANK) - 1 if roles else len(_RANK))

    def _tenure(self, person: Person, day: str | None) -> Tenure | None:
        held = self._tenures(person, day)
        return min(held, key=lambda t: _RANK.index(t.role) if t.role in _RANK else len(_RANK), default=None)

    def _tenures(self, person: Person, day: str | None) -> Sequence[Tenure]:
        return self._world.tenures_on(person, day) if day else person.tenures[-1:]


def unnamed(name: str, kind: Kind, span: Span, *, country: str | None = None, sector: str | None = None) -> Participant:
    """Somebody whom no list knows: a stable slug of the name, and what the text says of them."""
    return Participant(
        id=slug(name),
        name=name,
        kind=kind,
        country=country,
        sector=sector,
        text=span.text,
        start=span.start,
        end=span.end,
    )


def unknown_person(name: str, span: Span, *, sector: str | None = None) -> Participant:
    """A person whom no list knows, of no known country."""
    return replace(unnamed(name, "person", span, sector=sector), person=name)


def acting_for(
    whose: Participant, span: Span, *, sector: str | None, person: str | None = None, office: str | None = None
) -> Participant:
    """Somebody who acts for a state or body: it itself, in the sector, person and office of who acts."""
    return named_at(replace(whose, sector=sector, person=person, office=office), span)


def named_at(participant: Participant, place: Span | Participant) -> Participant:
    """The same participant, named elsewhere: at a span, or where another one is named."""
    return replace(participant, text=place.text, start=place.start, end=place.end)


def slug(name: str) -> str:
    """ "Rapid Support Forces" is "rapid-support-forces": letters and digits in lower case, joined by hyphens."""
    letters = "".join(letter if letter.isalnum() else " " for letter in name.replace("’s", "").replace("'s", ""))
    return "-".join(letters.lower().split()) or "unknown"


def _named_before(persons: Sequence[Person], cast: Cast) -> Person | None:
    known = {participant.person for participant in cast.surnames.values()}
    return next((person for person in persons if person.name in known), None)


def _private(person: Person, span: Span) -> Participant:
    return Participant(
        id=person.country or person.id,
        name=person.name,
        kind="person",
        country=person.country,
        sector="ELI" if person.country else None,
        person=person.name,
        text=span.text,
        start=span.start,
        end=span.end,
    )
