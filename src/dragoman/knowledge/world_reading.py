"""Takes the folder of a world pack; gives its facts, checked: every row has its shape and every id is known."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from dragoman.errors import PackError
from dragoman.knowledge.facts import (
    Ambiguity,
    Descriptions,
    Entity,
    Facts,
    Membership,
    Office,
    OtherReading,
    Person,
    PlaceFact,
    Population,
    Tenure,
)
from dragoman.knowledge.rows import read_csv, read_yaml, read_yaml_list
from dragoman.knowledge.world_checks import (
    held_twice,
    stray_positions,
    too_few,
    twice,
    unknown_ids,
    unknown_sources,
)
from dragoman.knowledge.world_names import body_names, entity_names, named, person_names, place_names, state_names
from dragoman.knowledge.world_shapes import (
    AmbiguousEntry,
    BodyRow,
    DescriptionsFile,
    GivenNameRow,
    GroupRow,
    Manifest,
    MemberRow,
    NounEntry,
    OfficeEntry,
    OrganisationRow,
    PersonRow,
    PhraseRow,
    PlaceRow,
    PositionRow,
    Sourced,
    StateRow,
    TenureRow,
)


def read_world(folder: Path) -> Facts:
    """Every file of the pack, read, checked and joined."""
    manifest = read_yaml(folder / "pack.yaml", Manifest)
    states = read_csv(folder / "states.csv", StateRow)
    bodies = read_csv(folder / "bodies.csv", BodyRow)
    organisations = read_csv(folder / "organisations.csv", OrganisationRow)
    members = read_csv(folder / "members.csv", MemberRow)
    groups = read_csv(folder / "groups.csv", GroupRow)
    people = read_csv(folder / "people.csv", PersonRow)
    tenures = read_csv(folder / "tenures.csv", TenureRow)
    places = read_csv(folder / "places.csv", PlaceRow)
    positions = read_csv(folder / "positions.csv", PositionRow)
    phrases = read_csv(folder / "not_actors.csv", PhraseRow)
    given_names = read_csv(folder / "given_names_female.csv", GivenNameRow)
    offices = read_yaml_list(folder / "offices.yaml", OfficeEntry)
    nouns = read_yaml_list(folder / "nouns.yaml", NounEntry)
    ambiguous = read_yaml_list(folder / "ambiguous.yaml", AmbiguousEntry)
    descriptions = read_yaml(folder / "descriptions.yaml", DescriptionsFile)
    entities = (*_states(states), *_organisations(organisations), *_groups(groups))
    facts = Facts(
        version=manifest.version,
        entities=entities,
        persons=tuple(_persons(people, tenures)),
        memberships=tuple(Membership(**row.model_dump(exclude={"source"})) for row in members),
        offices=tuple(_offices(offices)),
        nouns=tuple(_nouns(nouns)),
        places=dict(_positioned(_places(states, places) | _other_places(ambiguous), positions)),
        names=named(
            [
                *state_names(states),
                *body_names(bodies),
                *entity_names((*organisations, *groups)),
                *place_names(states, places),
                *person_names(people),
            ],
            (row.phrase for row in phrases),
        ),
        given_names_female=frozenset(row.name for row in given_names),
        ambiguities={word: _ambiguity(entry) for entry in ambiguous for word in entry.words},
        descriptions=Descriptions(**descriptions.model_dump()),
    )
    counts = {
        "states": len(states),
        "bodies": len(bodies),
        "organisations": len(organisations),
        "members": len(members),
        "groups": len(groups),
        "people": len(people),
        "tenures": len(tenures),
        "places": len(places),
        "positions": len(positions),
        "offices": len(facts.offices),
        "nouns": len(facts.nouns),
        "given_names_female": len(given_names),
    }
    sourced: dict[str, Iterable[Sourced]] = {
        "states.csv": states,
        "bodies.csv": bodies,
        "organisations.csv": organisations,
        "members.csv": members,
        "groups.csv": groups,
        "people.csv": people,
        "tenures.csv": tenures,
        "places.csv": places,
        "positions.csv": positions,
    }
    faults = [
        *twice(facts),
        *unknown_ids(facts, bodies, tenures, places),
        *stray_positions(facts, positions),
        *unknown_sources(sourced, manifest),
        *held_twice(facts),
        *too_few(counts, manifest),
    ]
    if faults:
        raise PackError("\n".join(faults))
    return facts


def _states(rows: Iterable[StateRow]) -> Iterator[Entity]:
    for row in rows:
        yield Entity(
            id=row.id,
            name=row.name,
            kind="state",
            country=row.id,
            adjective=next(iter(row.adjectives), None),
            start=row.start,
            end=row.end,
        )


def _organisations(rows: Iterable[OrganisationRow]) -> Iterator[Entity]:
    for row in rows:
        yield Entity(
            id=row.id,
            name=row.name,
            kind=row.kind,
            country=row.country,
            sector=row.sector,
            parent=row.parent,
            start=row.start,
            end=row.end,
        )


def _groups(rows: Iterable[GroupRow]) -> Iterator[Entity]:
    for row in rows:
        yield Entity(
            id=row.id,
            name=row.name,
            kind="organisation" if row.sector == "PTY" else "group",
            country=row.country,
            sector=row.sector,
            start=row.start,
            end=row.end,
        )


def _persons(people: Iterable[PersonRow], tenures: Iterable[TenureRow]) -> Iterator[Person]:
    held = defaultdict(list)
    for row in tenures:
        held[row.person].append(Tenure(**row.model_dump(exclude={"person", "source"})))
    for one in people:
        yield Person(
            id=one.id,
            name=one.name,
            family=one.family,
            gender=one.gender,
            country=one.country,
            tenures=tuple(sorted(held[one.id], key=lambda tenure: tenure.start or "")),
        )


def _offices(entries: Iterable[OfficeEntry]) -> Iterator[Office]:
    for entry in entries:
        for words, plural in (*((one, False) for one in entry.words), *((one, True) for one in entry.plural)):
            yield Office(
                words=words.lower(),
                role=entry.role,
                sector=entry.sector,
                gender=entry.gender,
                is_title=entry.title,
                plural=plural,
                actor=entry.actor,
                needs_owner=not entry.alone,
            )


def _ambiguity(entry: AmbiguousEntry) -> Ambiguity:
    return Ambiguity(
        is_given=entry.given,
        readings=tuple(
            OtherReading(
                name=one.name,
                cues=one.cues,
                place=PlaceFact(name=one.name, country=one.country, precision=one.precision) if one.precision else None,
                article=one.article,
            )
            for one in entry.readings
        ),
    )


def _other_places(entries: Iterable[AmbiguousEntry]) -> dict[str, PlaceFact]:
    """The places that ambiguous names may mean instead."""
    readings = [reading for entry in entries for reading in _ambiguity(entry).readings]
    return {reading.name: reading.place for reading in readings if reading.place is not None}


def _nouns(entries: Iterable[NounEntry]) -> Iterator[Population]:
    for entry in entries:
        for words, plural in (*((one, False) for one in entry.words), *((one, True) for one in entry.plural)):
            yield Population(
                words=words.lower(),
                sector=entry.sector,
                kind=entry.kind,
                plural=plural,
                needs_country=not entry.alone,
            )


def _places(states: Iterable[StateRow], rows: Iterable[PlaceRow]) -> dict[str, PlaceFact]:
    places: dict[str, PlaceFact] = {}
    for state in states:
        country = PlaceFact(name=state.name, country=state.id, precision="country")
        places |= dict.fromkeys((state.name, *state.names), country)
    for state in states:
        for capital in state.capitals:
            places.setdefault(capital, PlaceFact(name=state.capitals[0], country=state.id, precision="city"))
    for row in rows:
        place = PlaceFact(name=row.name, country=row.country, precision=row.precision)
        places |= dict.fromkeys((row.name, *row.names), place)
    return places


def _positioned(places: Mapping[str, PlaceFact], rows: Iterable[PositionRow]) -> Iterator[tuple[str, PlaceFact]]:
    """Every place by each of its names, with its position, if it has one."""
    positions = {(row.name, row.country): (row.latitude, row.longitude) for row in rows}
    for name, place in places.items():
        latitude, longitude = positions.get((place.name, place.country), (None, None))
        yield name, replace(place, latitude=latitude, longitude=longitude)
