"""Takes the names found in a sentence, gives the places among them."""

from calendar import day_name, month_abbr, month_name
from collections.abc import Mapping

from dragoman.knowledge.facts import PlaceFact
from dragoman.knowledge.world import Hit, World
from dragoman.records.reading import PlaceName
from dragoman.records.sentence import Sentence, Token

_NOT_PLACES = frozenset({*month_name, *month_abbr, *day_name, "Parliament", "Congress", "Internet", "English"})


def places_of(world: World, sentence: Sentence, named: Mapping[int, Hit]) -> dict[int, PlaceName]:
    """The places named in a sentence by the last token of their names; states and capitals are places too."""
    places: dict[int, PlaceName] = {}
    for index in sorted(named):
        if named.get(index + 1) is named[index]:
            continue
        fact = _fact(world, named[index])
        if fact is not None:
            first = min(other for other, hit in named.items() if hit is named[index])
            place = PlaceName(
                first=first,
                head=index,
                name=fact.name,
                country=fact.country,
                precision=fact.precision,
                latitude=fact.latitude,
                longitude=fact.longitude,
            )
            places |= dict.fromkeys(_heads(sentence, first, sentence.tokens[index]), place)
    for token in sentence.tokens:
        if token.index not in named and token.index not in places and _is_unknown_place(sentence, token):
            places[token.index] = _unknown(sentence, token)
    return places


def _fact(world: World, hit: Hit) -> PlaceFact | None:
    """The place that a name may be."""
    for name in hit.names:
        fact = world.place(name.target if name.use == "place" else name.text)
        if fact is not None and name.use in {"place", "capital", "name"}:
            return fact
        if name.use == "capital":
            return PlaceFact(name=name.text, country=name.target, precision="city")
        if name.use == "name" and world.entity(name.target).kind == "state":
            return PlaceFact(name=world.entity(name.target).name, country=name.target, precision="country")
    return None


def _heads(sentence: Sentence, first: int, last: Token) -> list[int]:
    """The tokens under which a place is found: the last of its name, and where the name hangs on another, that one.

    So "Strait" of "Strait of Hormuz"; or "City" or "Province" right behind.
    """
    hangs_outside = (token for token in sentence.tokens[first : last.index] if not first <= token.head <= last.index)
    roots = [token.index for token in hangs_outside]
    is_before_noun = last.relation == "compound" and last.head == last.index + 1
    if is_before_noun and sentence.tokens[last.head].text in {"City", "Province"}:
        return [last.index, last.head]
    return [last.index, *roots[:1]]


def _is_unknown_place(sentence: Sentence, token: Token) -> bool:
    """A name that no list knows, right behind "in" or "near": "in Omagh"."""
    if not token.tag.startswith("NNP") or token.relation != "pobj":
        return False
    if token.text in _NOT_PLACES or not token.text[0].isupper():
        return False
    beside = {sentence.tokens[child].relation for child in sentence.children[token.index]}
    preposition = sentence.tokens[token.head]
    return preposition.lemma in {"in", "near", "outside"} and beside.isdisjoint({"det", "poss", "appos", "nummod"})


def _unknown(sentence: Sentence, token: Token) -> PlaceName:
    compounds = [child for child in sentence.children[token.index] if sentence.tokens[child].relation == "compound"]
    first = min([token.index, *compounds])
    name = sentence.text(first, token.index)
    return PlaceName(first=first, head=token.index, name=name, country=None, precision="city")
