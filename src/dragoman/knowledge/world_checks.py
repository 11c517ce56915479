"""Takes the facts and rows of a world pack, gives what is wrong with them, a sentence for each fault."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from dragoman.knowledge.facts import Facts
from dragoman.knowledge.world_shapes import (
    BodyRow,
    Manifest,
    PlaceRow,
    PositionRow,
    Sourced,
    TenureRow,
)

_ONE_HOLDER = frozenset({"head_of_government"})


def unknown_ids(
    facts: Facts, bodies: Iterable[BodyRow], tenures: Iterable[TenureRow], places: Iterable[PlaceRow]
) -> Iterator[str]:
    """References that lead nowhere."""
    entities = {entity.id for entity in facts.entities}
    for body in bodies:
        yield from _unknown(f"bodies.csv: {body.names[0]}", body.actor, entities)
    for membership in facts.memberships:
        for id_ in (membership.group, membership.member):
            yield from _unknown(f"members.csv: {membership.group}, {membership.member}", id_, entities)
    for place in places:
        yield from _unknown(f"places.csv: {place.name}", place.country, entities)
    persons = {person.id for person in facts.persons}
    for tenure in tenures:
        if tenure.person not in persons:
            yield f"tenures.csv: person '{tenure.person}' has no row in people.csv"
        yield from _unknown(f"tenures.csv: {tenure.person}", tenure.actor, entities)
        if tenure.end is not None and tenure.start is not None and tenure.end < tenure.start:
            yield f"tenures.csv: {tenure.person}: ends {tenure.end}, before it starts {tenure.start}"


def stray_positions(facts: Facts, positions: Iterable[PositionRow]) -> Iterator[str]:
    """Positions of nothing, and places with two."""
    places = {(place.name, place.country) for place in facts.places.values()}
    seen: set[tuple[str, str | None]] = set()
    for row in positions:
        key = (row.name, row.country)
        if key not in places:
            yield f"positions.csv: '{row.name}' ({row.country or 'no state'}) is no capital and not in places.csv"
        if key in seen:
            yield f"positions.csv: '{row.name}' ({row.country or 'no state'}) has two positions; leave one"
        seen.add(key)


def twice(facts: Facts) -> Iterator[str]:
    """Ids that stand more than once."""
    for what, ids in (
        ("entity", [entity.id for entity in facts.entities]),
        ("person", [person.id for person in facts.persons]),
        ("office", [office.words for office in facts.offices]),
        ("noun", [noun.words for noun in facts.nouns]),
    ):
        for id_, times in Counter(ids).items():
            if times > 1:
                yield f"world: {what} '{id_}' stands {times} times; keep one"


def unknown_sources(rows: Mapping[str, Iterable[Sourced]], manifest: Manifest) -> Iterator[str]:
    """Rows whose source pack.yaml does not explain."""
    for file, some in rows.items():
        for source in sorted({row.source for row in some} - manifest.sources.keys()):
            yield f"{file}: the source '{source}' is not told in pack.yaml under sources; add it there"


def held_twice(facts: Facts) -> Iterator[str]:
    """Offices of one holder that two people hold on the same day: heads of government of a state."""
    held = defaultdict(list)
    for person in facts.persons:
        for tenure in person.tenures:
            if tenure.role in _ONE_HOLDER and tenure.start is not None:
                held[tenure.actor, tenure.role].append((tenure.start, tenure.end or "9999", person.name))
    for (actor, role), tenures in sorted(held.items()):
        ordered = sorted(tenures)
        for number, (later, _, other) in enumerate(ordered):
            for start, end, name in ordered[:number]:
                if other != name and _is_before(later, end):
                    both = f"{name} ({start} to {end}) and {other} (from {later})"
                    yield f"tenures.csv: {actor} {role}: {both} at one time"


def too_few(counts: Mapping[str, int], manifest: Manifest) -> Iterator[str]:
    """Files that hold fewer rows than their pack.yaml says."""
    for file, wanted in manifest.at_least.items():
        found = counts.get(file, 0)
        if found < wanted:
            yield f"pack.yaml: {file} has {found} rows, at_least says {wanted}; restore the rows or lower the count"


def _unknown(where: str, id_: str | None, known: Collection[str]) -> Iterator[str]:
    if id_ is not None and id_ not in known:
        yield f"{where}: '{id_}' has no row in states, organisations or groups"


def _is_before(day: str, end: str) -> bool:
    """Whether a day comes before an end, as far as both are known: "2004" may be before or after "2004-05"."""
    length = min(len(day), len(end))
    return day[:length] < end[:length]
