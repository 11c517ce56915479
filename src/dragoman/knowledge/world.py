"""Takes the compiled facts of a world pack; gives answers: whom a text names, and who held which office on a day.

>>> world = load_world()
>>> [person.name for person in world.holders("JPN", "head_of_government", "2022-06-29")]
['Kishida Fumio']
"""

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from importlib.resources import files
from pathlib import Path
from typing import TypeVar

from dragoman.errors import PackError
from dragoman.knowledge.cache import compiled
from dragoman.knowledge.facts import (
    Entity,
    Membership,
    Name,
    Office,
    Person,
    PlaceFact,
    Population,
    Tenure,
)
from dragoman.knowledge.laying import body_over, cut_off, person_over
from dragoman.knowledge.names import Hit, NameFinder
from dragoman.knowledge.own_actors import own_facts, read_own_actors
from dragoman.knowledge.packing import (
    ENCODED,
    Kept,
    OwnFacts,
    Packed,
    by_family,
    by_office,
    hyphenated,
    office_key,
    packed,
)
from dragoman.knowledge.spellings import writings
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

SHIPPED = Path(str(files("dragoman.packs") / "world"))


def load_world(folder: Path | None = None, *, packs: Iterable[Path] = ()) -> "World":
    """The world of a pack's folder, by default the one that comes with Dragoman, with the actors of `packs` laid over.

    Raises:
        PackError: a pack is faulty; the message lists every fault.
    """
    world = World(compiled(folder or SHIPPED, _read, Packed, within=ENCODED))
    for pack in packs:
        rows = read_own_actors(pack)
        if rows:
            world = world.laid_over(own_facts(rows, world.ids))
    return world


def _read(folder: Path) -> Packed:
    return packed(read_world(folder))


class World:
    """Who is who: states, organisations, persons and their offices, with dates. Days are "YYYY-MM-DD"."""

    def __init__(self, kept: Packed) -> None:
        self.version = kept.version
        self.offices: dict[str, Office] = {office.words: office for office in kept.offices}
        self.nouns: dict[str, Population] = {noun.words: noun for noun in kept.nouns}
        self.given_names_female = kept.given_names_female
        self.ambiguities = kept.ambiguities
        self.descriptions = kept.descriptions
        self.genders: Mapping[str, str] = kept.genders
        self.whole_words = kept.whole_words
        self._places = Kept(kept.places, PlaceFact)
        self._entities = Kept(kept.entities, Entity)
        self._persons = Kept(kept.persons, Person)
        self._members: Kept[tuple[Membership, ...]] = Kept(kept.memberships, tuple[Membership, ...])
        self._families = kept.families
        self._holders = kept.holders
        self._ids_by_name = kept.ids_by_name
        self._names: Kept[tuple[Name, ...]] = Kept(kept.names, tuple[Name, ...])
        self._finder = NameFinder(self._names)

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all states, organisations and groups."""
        return frozenset(self._entities)

    def laid_over(self, own: OwnFacts) -> "World":
        """This world with a user's actors: what they tell comes before what the book tells of the same id or name."""
        world = copy(self)
        laid = {one.id: person_over(self._persons.get(one.id), one) for one in own.persons}
        persons = cut_off(own.persons, laid, self.held)
        names: dict[str, tuple[Name, ...]] = {}
        for name in own.names:
            for text in writings(name.text):
                kept = () if text in names else self._shared(text, name)
                names[text] = (*names.get(text, ()), name, *kept)
        world._entities = self._entities.laid_over(  # noqa: SLF001
            {one.id: body_over(self._entities.get(one.id), one) for one in own.entities}
        )
        world._persons = self._persons.laid_over(persons)  # noqa: SLF001
        world._families = _joined(self._families, by_family(persons.values()))  # noqa: SLF001
        world._holders = _joined(self._holders, by_office(persons.values()))  # noqa: SLF001
        world._ids_by_name = {**self._ids_by_name, **{one.name: one.id for one in persons.values()}}  # noqa: SLF001
        world.genders = {**self.genders, **{one.name: one.gender for one in persons.values() if one.gender}}
        world.whole_words = self.whole_words | hyphenated(persons.values())
        world._names = self._names.laid_over(names)  # noqa: SLF001
        world._finder = NameFinder(world._names)  # noqa: SLF001
        return world

    def _shared(self, text: str, own: Name) -> tuple[Name, ...]:
        """A family name is shared: those whom the book has by it bear it still. Any other name is the pack's alone."""
        return self._names.get(text, ()) if own.use == "family" else ()

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
        return tuple(self._persons[id_] for id_ in self._families.get(family, ()))

    def by_name(self, name: str) -> Person | None:
        """The person of that name, as the book writes it."""
        id_ = self._ids_by_name.get(name)
        return self._persons[id_] if id_ else None

    def place(self, name: str) -> PlaceFact | None:
        """The place of that name, or None if the world does not know it."""
        return self._places.get(name)

    def holders(self, actor: str, role: str, day: str | None) -> tuple[Person, ...]:
        """Who held the role for the actor that day; without a day, who holds it now."""
        held = self.held(actor, role)
        return tuple(dict.fromkeys(person for tenure, person in held if _holds(tenure, day)))

    def held(self, actor: str, role: str) -> list[tuple[Tenure, Person]]:
        """Everybody who held the role for the actor, with when."""
        persons = [self._persons[id_] for id_ in self._holders.get(office_key(actor, role), ())]
        return [(t, person) for person in persons for t in person.tenures if (t.actor, t.role) == (actor, role)]

    def in_role(self, role: str) -> list[tuple[Tenure, Person]]:
        """Everybody who ever held the role, for whomever."""
        actors = [key.rsplit(" ", maxsplit=1)[0] for key in self._holders if key.endswith(f" {role}")]
        return [held for actor in actors for held in self.held(actor, role)]

    def tenures_on(self, person: Person, day: str | None) -> tuple[Tenure, ...]:
        """The offices that the person held that day; without a day, those held now."""
        return tuple(tenure for tenure in person.tenures if _holds(tenure, day))

    def members(self, group: str, day: str | None) -> tuple[str, ...]:
        """The ids of a grouping's members that day; without a day, its members now."""
        return tuple(one.member for one in self._members.get(group, ()) if _holds(one, day))

    @property
    def names(self) -> Mapping[str, tuple[Name, ...]]:
        """Every name as texts write it, and whom it may mean."""
        return self._names

    @property
    def entities(self) -> Iterator[Entity]:
        """Every state, organisation and group."""
        return iter(self._entities.values())

    @property
    def persons(self) -> Iterator[Person]:
        """Everybody in the book."""
        return iter(self._persons.values())


def _joined(known: Mapping[str, tuple[str, ...]], own: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    """The ids of both under each key, every id once."""
    return {**known, **{key: tuple(dict.fromkeys((*ids, *known.get(key, ())))) for key, ids in own.items()}}


def _holds(dated: Tenure | Membership, day: str | None) -> bool:
    return dated.end is None if day is None else dated.on(day)


Known = TypeVar("Known", Entity, Person)


def _known(known: Mapping[str, Known], id: str, what: str) -> Known:  # noqa: A002 - the field's own name
    try:
        return known[id]
    except KeyError:
        raise PackError(
            f"world: no {what} has the id '{id}'; take ids from World.find or from the pack's files"
        ) from None
