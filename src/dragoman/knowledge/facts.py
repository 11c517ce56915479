"""The records of a world pack: who is who, with dates. Plain facts; `world.py` answers questions about them."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.participant import Kind

Use = Literal["name", "adjective", "demonym", "capital", "body", "full", "family", "place"]
Precision = Literal["site", "city", "province", "country", "region"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A state, an international organisation, an armed group, a firm or another body.

    `id` is ISO 3166-1 alpha-3 for a state, the acronym of an international organisation, else a slug. `country` is
    the state it belongs to, `sector` its PLOVER sector, `parent` the body it is a part of. `adjective` is the usual one
    of a state: "Swedish".
    """

    id: str
    name: str
    kind: Kind
    country: str | None = None
    sector: str | None = None
    parent: str | None = None
    adjective: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tenure:
    """An office held from `start` until the day before `end`; dates are "2004", "2004-05" or "2004-05-01".

    No `end` means: still held when the source was read. `actor` is the state or organisation served.
    """

    actor: str
    office: str
    role: str
    sector: str
    start: str | None = None
    end: str | None = None

    def on(self, day: str) -> bool:
        """Whether the office was held that day ("2004-05-01"), or some time in that month or year ("2004")."""
        return _lasts(self.start, self.end, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person who holds or held offices. `name` stands as the person's own country orders it ("Kishida Fumio")."""

    id: str
    name: str
    family: str
    gender: Literal["f", "m"] | None = None
    country: str | None = None
    tenures: tuple[Tenure, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name as texts write it, how it is used, and whom it names: the id of an entity, a person or a place.

    "capital" and "body" speak for a government or a part of it; "full" and "family" are persons' names. A body may have
    borne its name from `start` until the day before `end` only; a `shared` name is borne by bodies of several states.
    """

    text: str
    use: Use
    target: str
    sector: str | None = None
    start: str | None = None
    end: str | None = None
    shared: bool = False

    def on(self, day: str) -> bool:
        """Whether the name was borne that day."""
        return _lasts(self.start, self.end, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office or title in words: "prime minister", "foreign ministers", "General".

    `role` links it to tenures, if it is an office that a pack keeps; `is_title` says that it may stand before a name.
    `actor` is whose it is if nobody else is named; `needs_owner` says that it is none without an owner beside it.
    """

    words: str
    role: str | None
    sector: str | None
    gender: Literal["f", "m"] | None = None
    is_title: bool = False
    plural: bool = False
    actor: str | None = None
    needs_owner: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Population:
    """A noun for people or bodies without a name: "troops", "the government", "protesters".

    `needs_country` says that the noun alone names nobody ("people", "leaders"): it acts for the state named beside it.
    """

    words: str
    sector: str
    kind: Kind
    plural: bool
    needs_country: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceFact:
    """A place: the state it lies in, if one, how exact it is, and where its middle lies, in degrees, if known."""

    name: str
    country: str | None
    precision: Precision
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """A state's membership of a grouping, from `start` until the day before `end`."""

    group: str
    member: str
    start: str | None = None
    end: str | None = None

    def on(self, day: str) -> bool:
        """Whether the state was a member that day."""
        return _lasts(self.start, self.end, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherReading:
    """Something else that a name may mean, and the words of a text that tell so; `article`: only behind "the"."""

    name: str
    cues: tuple[str, ...]
    place: PlaceFact | None = None
    article: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """What else a name may mean; `is_given`: beside another capitalised word it may be a part of a person's name."""

    is_given: bool
    readings: tuple[OtherReading, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Descriptions:
    """What may be said of somebody named before; packs/world/descriptions.yaml says what each list is for."""

    kinds: dict[str, tuple[Kind, ...]]
    sectors: dict[str, tuple[str, ...]]
    ids: dict[str, tuple[str, ...]]
    adjectives: dict[str, frozenset[str]]
    idle: frozenset[str]
    together: dict[str, tuple[str, ...]]
    halves: dict[str, dict[str, str]]
    neighbours: dict[str, dict[str, str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A whole world pack, compiled. A phrase in `names` without a Name only holds a name ("Vietnam War")."""

    version: str
    entities: tuple[Entity, ...]
    persons: tuple[Person, ...]
    memberships: tuple[Membership, ...]
    offices: tuple[Office, ...]
    nouns: tuple[Population, ...]
    places: dict[str, PlaceFact]
    names: dict[str, tuple[Name, ...]]
    given_names_female: frozenset[str]
    ambiguities: dict[str, Ambiguity]
    descriptions: Descriptions


def _lasts(start: str | None, end: str | None, day: str) -> bool:
    # What is known to the month or year only ("2004") leaves all of it in doubt: it is counted in.
    begun = start is None or start[: len(day)] <= day
    return begun and (end is None or day < end or (len(end) < len(day) and day.startswith(end)))
