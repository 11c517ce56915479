"""Takes the compiled facts of a world pack; gives answers: whom a text names, and who held which office on a day.

>>> world = load_world()
>>> [person.name for person in world.holders("JPN", "head_of_government", "2022-06-29")]
['Kishida Fumio']
"""

from collections import defaultdict
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dragoman.errors import PackError
from dragoman.knowledge.cache import compiled
from dragoman.knowledge.facts import (
    Entity,
    Facts,
    Membership,
    Name,
    Office,
    Person,
    PlaceFact,
    Population,
    Tenure,
)
from dragoman.knowledge.names import Hit, NameFinder
from dragoman.knowledge.world_reading import read_world

__all__ = [
    "Entity",
    "Hit",
    "Name",
    "Office",
    "Person",
    "PlaceFact",
    "Population",
    "Tenure",
    "World",
    "load_world",
]


def load_world(folder: Path | None = None) -> "World":
    """The world of a pack's folder, by default the one that comes with Dragoman."""
    return World(compiled(folder or Path(str(files("dragoman.packs") / "world")), read_world, Facts))


class World:
    """Who is who: states, organisations, persons and their offices, with dates. Days are "YYYY-MM-DD"."""

    def __init__(self, facts: Facts) -> None:
        self.version = facts.version
        self.offices: dict[str, Office] = {office.words: office for office in facts.offices}
        self.nouns: dict[str, Population] = {noun.words: noun for noun in facts.nouns}
        self.places: dict[str, PlaceFact] = facts.places
        self.given_names_female = facts.given_names_female
        self.genders = {person.name: person.gender for person in facts.persons if person.gender}
        self._entities = {entity.id: entity for entity in facts.entities}
        self._persons = {person.id: person for person in facts.persons}
        self._families = _by_family(facts.persons)
        self._held = _by_office(facts.persons)
        self._members = _by_group(facts.memberships)
        self._finder = NameFinder(facts.names)
        self.whole_words = _hyphenated(facts.persons)

    def find(self, text: str) -> list[Hit]:
        """Every name that the text holds, in order: leftmost, longest, whole words only."""
        return self._finder.find(text)

    def entity(self, id: str) -> Entity:  # noqa: A002 - the field's own name
        """The state, organisation or group of that id."""
        return _known(self._entities, id, "entity")

    def person(self, id: str) -> Person:  # noqa: A002 - the field's own name
        """The person of that id."""
        return _known(self._persons, id, "person")

    def by_family(self, family: str) -> tuple[Person, ...]:
        """Everybody who bears that family name."""
        return self._families.get(family, ())

    def place(self, name: str) -> PlaceFact | None:
        """The place of that name, or None if the world does not know it."""
        return self.places.get(name)

    def holders(self, actor: str, role: str, day: str | None) -> tuple[Person, ...]:
        """Who held the role for the actor that day; without a day, who holds it now."""
        held = self._held.get((actor, role), ())
        return tuple(dict.fromkeys(person for tenure, person in held if _holds(tenure, day)))

    def tenures_on(self, person: Person, day: str | None) -> tuple[Tenure, ...]:
        """The offices that the person held that day; without a day, those held now."""
        return tuple(tenure for tenure in person.tenures if _holds(tenure, day))

    def members(self, group: str, day: str | None) -> tuple[str, ...]:
        """The ids of a grouping's members that day; without a day, its members now."""
        memberships = self._members.get(group, ())
        return tuple(one.member for one in memberships if _holds(one, day))


def _hyphenated(persons: Iterable[Person]) -> frozenset[str]:
    """The words of persons' names that hold a hyphen before a small letter ("Jae-in"): one word, not two."""
    words = {word for person in persons for word in person.name.split()}
    return frozenset(word for word in words if "-" in word and word.split("-")[-1][:1].islower())


def _holds(dated: Tenure | Membership, day: str | None) -> bool:
    return dated.end is None if day is None else dated.on(day)


def _by_office(persons: Iterable[Person]) -> dict[tuple[str, str], list[tuple[Tenure, Person]]]:
    held = defaultdict(list)
    for person in persons:
        for tenure in person.tenures:
            held[tenure.actor, tenure.role].append((tenure, person))
    return dict(held)


def _by_family(persons: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    bearers = defaultdict(list)
    for person in persons:
        bearers[person.family].append(person)
    return {family: tuple(known) for family, known in bearers.items()}


def _by_group(memberships: Iterable[Membership]) -> dict[str, list[Membership]]:
    members = defaultdict(list)
    for one in memberships:
        members[one.group].append(one)
    return dict(members)


Known = TypeVar("Known", Entity, Person)


def _known(known: dict[str, Known], id: str, what: str) -> Known:  # noqa: A002 - the field's own name
    try:
        return known[id]
    except KeyError:
        raise PackError(
            f"world: no {what} has the id '{id}'; take ids from World.find or from the pack's files"
        ) from None
