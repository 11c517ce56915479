"""Takes the names found in a sentence, gives the places among them."""

from calendar import day_name, month_abbr, month_name
from collections.abc import Mapping

from dragoman.knowledge.facts import Precision
from dragoman.knowledge.world import Hit, World
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence, Token

_NOT_PLACES = frozenset({*month_name, *month_abbr, *day_name, "Parliament", "Congress", "Internet", "English"})


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
            places[index] = PlaceName(first=first, head=index, name=place[0], country=place[1], precision=place[2])
            head = sentence.tokens[index].head
            if (
                head == index + 1
                and sentence.tokens[index].relation == "compound"
                and sentence.tokens[head].text in {"City", "Province"}
            ):
                places[head] = places[index]
    for token in sentence.tokens:
        if token.index not in named and token.index not in places and _is_unknown_place(sentence, token):
            places[token.index] = _unknown(sentence, token)
    return places


def _is_unknown_place(sentence: Sentence, token: Token) -> bool:
    """A name that no list knows, right behind "in" or "near": "in Omagh"."""
    if (
        not token.tag.startswith("NNP")
        or token.relation != "pobj"
        or token.text in _NOT_PLACES
        or not token.text[0].isupper()
    ):
        return False
    preposition = sentence.tokens[token.head]
    return preposition.lemma in {"in", "near", "outside"} and not any(
        sentence.tokens[child].relation in {"det", "poss", "appos", "nummod"}
        for child in sentence.children[token.index]
    )


def _unknown(sentence: Sentence, token: Token) -> PlaceName:
    first = min(
        [token.index, *(c for c in sentence.children[token.index] if sentence.tokens[c].relation == "compound")]
    )
    name = " ".join(t.text for t in sentence.tokens[first : token.index + 1])
    return PlaceName(first=first, head=token.index, name=name, country=None, precision="city")


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
