"""Takes the names found in a sentence, gives the places among them."""

from collections.abc import Mapping

from dragoman.knowledge.facts import Precision
from dragoman.knowledge.world import Hit, World
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence


def places_of(world: World, sentence: Sentence, named: Mapping[int, Hit]) -> dict[int, PlaceName]:
    """The places named in a sentence by the last token of their names; states and capitals are places too."""
    places: dict[int, PlaceName] = {}
    for index in sorted(named):
        hit = named[index]
        if index + 1 in named and named[index + 1] is hit:
            continue
        place = _place(world, hit)
        if place is not None:
            first = min(other for other, held in named.items() if held is hit)
            places[index] = PlaceName(
                first=first, head=index, name=place[0], country=place[1], precision=place[2]
            )
            head = sentence.tokens[index].head
            if head == index + 1 and sentence.tokens[index].relation == "compound" and sentence.tokens[head].text in {"City", "Province"}:
                places[head] = places[index]
    return places


def _place(world: World, hit: Hit) -> tuple[str, str | None, Precision] | None:
    for name in hit.names:
        fact = world.place(name.text)
        if fact is not None and name.use in {"place", "capital", "name"}:
            return fact.name, fact.country, fact.precision
        if name.use == "capital":
            return name.text, name.target, "city"
        if name.use == "name" and world.entity(name.target).kind == "state":
            return world.entity(name.target).name, name.target, "country"
    return None
