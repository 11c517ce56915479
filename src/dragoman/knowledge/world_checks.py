"""Takes the facts and rows of a world pack, gives what is wrong with them, a sentence for each fault."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping

from dragoman.knowledge.facts import Facts
from dragoman.knowledge.world_shapes import Manifest, PlaceRow, SeatRow, TenureRow


def unknown_ids(
    facts: Facts, seats: Iterable[SeatRow], tenures: Iterable[TenureRow], places: Iterable[PlaceRow]
) -> Iterator[str]:
    """References that lead nowhere."""
    entities = {entity.id for entity in facts.entities}
    for seat in seats:
        yield from _unknown(f"seats.csv: {seat.names[0]}", seat.actor, entities)
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


def too_few(counts: Mapping[str, int], manifest: Manifest) -> Iterator[str]:
    """Files that hold fewer rows than their pack.yaml says."""
    for file, wanted in manifest.at_least.items():
        found = counts.get(file, 0)
        if found < wanted:
            yield f"pack.yaml: {file} has {found} rows, at_least says {wanted}; restore the rows or lower the count"


def _unknown(where: str, id_: str | None, known: Collection[str]) -> Iterator[str]:
    if id_ is not None and id_ not in known:
        yield f"{where}: '{id_}' has no row in states, organisations or groups"
