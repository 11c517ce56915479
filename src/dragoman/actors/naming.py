"""Takes names found in a text, gives the participants that they name on a day: states, bodies, persons in office."""

from collections.abc import Sequence

from dragoman.actors.cast import Cast
from dragoman.knowledge.world import Entity, Name, Person, Tenure, World
from dragoman.records.participant import Kind, Participant

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

    def entity(self, id: str, text: str, start: int, *, sector: str | None = None) -> Participant:  # noqa: A002 - the field's name
        """The state, organisation or group of that id, named at `start`."""
        entity = self._world.entity(id)
        return Participant(
            id=entity.id,
            name=entity.name,
            kind=entity.kind,
            country=_country(entity),
            sector=sector or entity.sector,
            text=text,
            start=start,
            end=start + len(text),
        )

    def person(
        self, names: Sequence[Name], text: str, start: int, cast: Cast, *, former: bool = False
    ) -> Participant | None:
        """The person meant by a name that several may bear: one already in the cast, one in office on the day, the only one."""
        persons = list(
            dict.fromkeys(self._world.person(name.target) for name in names if name.use in {"full", "family"})
        )
        if not persons:
            return None
        chosen = self._named_before(persons, cast) or self._likeliest(
            persons, cast.day, whole=any(n.use == "full" for n in names)
        )
        return self.acting(chosen, text, start, cast.day, former=former) if chosen else None

    def acting(self, person: Person, text: str, start: int, day: str | None, *, former: bool = False) -> Participant:
        """The person in the office held on the day; without one, as a private person of their country."""
        tenure = self._tenure(person, day) or (
            person.tenures[-1] if person.tenures and (former or day is None) else None
        )
        if tenure is None:
            return Participant(
                id=person.country or person.id,
                name=person.name,
                kind="person",
                country=person.country,
                sector="ELI" if person.country else None,
                person=person.name,
                text=text,
                start=start,
                end=start + len(text),
            )
        actor = self._world.entity(tenure.actor)
        return Participant(
            id=actor.id,
            name=actor.name,
            kind=actor.kind,
            country=_country(actor),
            sector=tenure.sector if actor.kind == "state" else actor.sector,
            person=person.name,
            office=tenure.office if " of " in tenure.office else f"{tenure.office} of {actor.name}",
            text=text,
            start=start,
            end=start + len(text),
        )

    def holder(self, actor: str, role: str, day: str | None) -> Person | None:
        """The one person who held the role that day, if the world knows exactly one."""
        held = self._world.holders(actor, role, day) if day else ()
        return held[0] if len(held) == 1 else None

    def _named_before(self, persons: Sequence[Person], cast: Cast) -> Person | None:
        known = {participant.person for participant in cast.surnames.values()}
        return next((person for person in persons if person.name in known), None)

    def _likeliest(self, persons: Sequence[Person], day: str | None, *, whole: bool) -> Person | None:
        """By surname alone only somebody in high office on the day is meant; a whole name is enough by itself."""
        ranked = sorted(
            (rank, index) for index, person in enumerate(persons) if (rank := self._rank(person, day)) < len(_RANK)
        )
        if ranked:
            return persons[ranked[0][1]]
        return persons[0] if whole or (len(persons) == 1 and day is None) else None

    def _rank(self, person: Person, day: str | None) -> int:
        roles = {tenure.role for tenure in self._tenures(person, day)}
        return min(
            (_RANK.index(role) for role in roles if role in _RANK), default=len(_RANK) if not roles else len(_RANK) - 1
        )

    def _tenure(self, person: Person, day: str | None) -> Tenure | None:
        held = self._tenures(person, day)
        return min(held, key=lambda t: _RANK.index(t.role) if t.role in _RANK else len(_RANK), default=None)

    def _tenures(self, person: Person, day: str | None) -> Sequence[Tenure]:
        return self._world.tenures_on(person, day) if day else person.tenures[-1:]


def unnamed(name: str, kind: Kind, text: str, start: int, *, country: str | None, sector: str | None) -> Participant:
    """Somebody whom no list knows: a stable slug of the name, and what the text says of them."""
    return Participant(
        id=slug(name),
        name=name,
        kind=kind,
        country=country,
        sector=sector,
        text=text,
        start=start,
        end=start + len(text),
    )


def slug(name: str) -> str:
    """ "Rapid Support Forces" is "rapid-support-forces": letters and digits in lower case, joined by hyphens."""
    letters = "".join(letter if letter.isalnum() else " " for letter in name.replace("’s", "").replace("'s", ""))
    return "-".join(letters.lower().split()) or "unknown"


def _country(entity: Entity) -> str | None:
    return entity.id if entity.kind == "state" else entity.country
