"""Packed: the facts of a world pack as they are kept: found by id at once, and decoded only when somebody asks.

A whole book takes a third of a second to decode and a text needs a few of its records.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import msgspec

from dragoman.knowledge.facts import (
    Ambiguity,
    Descriptions,
    Entity,
    Facts,
    Membership,
    Name,
    Office,
    Person,
    PlaceFact,
    Population,
)

T = TypeVar("T")


class Kept(Mapping[str, T]):
    """Records by key, each decoded when it is first asked for."""

    def __init__(self, raw: Mapping[str, msgspec.Raw], shape: type[T]) -> None:
        self._raw = raw
        self._decode: Callable[[msgspec.Raw], T] = msgspec.msgpack.Decoder(shape).decode
        self._decoded: dict[str, T] = {}

    def __getitem__(self, key: str) -> T:
        """The record of that key."""
        known = self._decoded.get(key)
        if known is None:
            known = self._decoded[key] = self._decode(self._raw[key])
        return known

    def __iter__(self) -> Iterator[str]:
        """The keys, without decoding anything."""
        return iter(self._raw)

    def __len__(self) -> int:
        """How many records there are."""
        return len(self._raw)

    def laid_over(self, own: Mapping[str, T]) -> "Kept[T]":
        """The records with others laid over them: where both have a key, the other's counts."""
        kept: Kept[T] = Kept.__new__(Kept)
        kept._raw = {**self._raw, **dict.fromkeys(own, msgspec.Raw())}
        kept._decode = self._decode
        kept._decoded = {**self._decoded, **own}
        return kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Packed:
    """A world pack as it is kept. Each record is encoded by itself, under its id, name or text.

    `families` and `holders` tell the ids of persons: by family name, and by "actor role" in which they ever served.
    """

    version: str
    entities: dict[str, msgspec.Raw]
    persons: dict[str, msgspec.Raw]
    memberships: dict[str, msgspec.Raw]
    places: dict[str, msgspec.Raw]
    names: dict[str, msgspec.Raw]
    offices: tuple[Office, ...]
    nouns: tuple[Population, ...]
    families: dict[str, tuple[str, ...]]
    holders: dict[str, tuple[str, ...]]
    ids_by_name: dict[str, str]
    genders: dict[str, str]
    whole_words: frozenset[str]
    given_names_female: frozenset[str]
    ambiguities: dict[str, Ambiguity]
    descriptions: Descriptions


ENCODED = (Entity, Person, Membership, PlaceFact, Name)


def packed(facts: Facts) -> Packed:
    """The facts in the form in which they are kept."""
    return Packed(
        version=facts.version,
        entities=_each({entity.id: entity for entity in facts.entities}),
        persons=_each({person.id: person for person in facts.persons}),
        memberships=_each(by_group(facts.memberships)),
        places=_each(facts.places),
        names=_each(facts.names),
        offices=facts.offices,
        nouns=facts.nouns,
        families=by_family(facts.persons),
        holders=by_office(facts.persons),
        ids_by_name={person.name: person.id for person in facts.persons},
        genders={person.name: person.gender for person in facts.persons if person.gender},
        whole_words=hyphenated(facts.persons) | _hyphenated_offices(facts.offices),
        given_names_female=facts.given_names_female,
        ambiguities=facts.ambiguities,
        descriptions=facts.descriptions,
    )


Memberships = tuple[Membership, ...]
Names = tuple[Name, ...]


def by_group(memberships: Iterable[Membership]) -> dict[str, Memberships]:
    """The memberships of each grouping."""
    members: dict[str, list[Membership]] = defaultdict(list)
    for one in memberships:
        members[one.group].append(one)
    return {group: tuple(those) for group, those in members.items()}


def by_family(persons: Iterable[Person]) -> dict[str, tuple[str, ...]]:
    """The ids of those who bear each family name."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for person in persons:
        bearers[person.family].append(person.id)
    return {family: tuple(ids) for family, ids in bearers.items()}


def by_office(persons: Iterable[Person]) -> dict[str, tuple[str, ...]]:
    """The ids of those who ever served an actor in a role: "JPN foreign"."""
    served: dict[str, dict[str, None]] = defaultdict(dict)
    for person in persons:
        for tenure in person.tenures:
            served[office_key(tenure.actor, tenure.role)][person.id] = None
    return {office: tuple(ids) for office, ids in served.items()}


def office_key(actor: str, role: str) -> str:
    """Under which the holders of an office are kept."""
    return f"{actor} {role}"


def hyphenated(persons: Iterable[Person]) -> frozenset[str]:
    """The words of persons' names that hold a hyphen before a small letter ("Jae-in"): one word, not two."""
    words = {word for person in persons for word in person.name.split()}
    return frozenset(word for word in words if "-" in word and word.split("-")[-1][:1].islower())


def _hyphenated_offices(offices: Iterable[Office]) -> frozenset[str]:
    """ "secretary-general", as it stands in the middle of a sentence and as a title."""
    words = {word for office in offices for word in office.words.split() if "-" in word}
    return frozenset(form for word in words for form in (word, word.title(), word.capitalize()))


def _each(records: Mapping[str, object]) -> dict[str, msgspec.Raw]:
    return {key: msgspec.Raw(msgspec.msgpack.encode(record)) for key, record in records.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnFacts:
    """What a user's pack lays over a world: bodies, persons with their offices, and names."""

    entities: tuple[Entity, ...]
    persons: tuple[Person, ...]
    names: tuple[Name, ...]
