"""Takes a draft's clause, gives where its act took place, if the clause says so."""

from dragoman.records.clause import Clause
from dragoman.records.document import Document
from dragoman.records.reading import PlaceName, Reading
from dragoman.records.span import Place, PlacePrecision

_WHERE = ("in", "at", "near", "inside", "outside", "around", "across", "off", "on", "over", "throughout", "to")

# With these a state is what the act is aimed at, not where it happens: "sanctions on Russia".
_AIMED = frozenset({"on", "over", "off", "across"})


def place_of(document: Document, reading: Reading, clause: Clause, *, goes: bool) -> Place | None:
    """The place in the clause's "in", "at", "near" …; with `goes` (a visit) also in its "to"."""
    for role in _WHERE:
        if role == "to" and not goes:
            continue
        for argument in clause.arguments:
            if argument.role == role:
                place = reading.places.get(argument.head) or _inside(reading, argument.head)
                if place is not None and (role not in _AIMED or not _is_named(reading, argument.head)):
                    return _written(document, reading, place)
    return None


def _is_named(reading: Reading, head: int) -> bool:
    """Whether somebody is named there, and not only a venue."""
    mention = reading.mentions.get(head)
    return mention is not None and mention.rule != "venue"


def beside(
    document: Document, reading: Reading, clause: Clause, *, precisions: frozenset[PlacePrecision]
) -> Place | None:
    """The place beside one of those who take part, as exact as `precisions`: "fired at protesters in Nairobi"."""
    for argument in clause.arguments:
        if argument.head in reading.clauses or argument.role in {"content", "modifier"}:
            continue
        for place in _places_below(reading, argument.head, ("in", "at", "near", "outside")):
            if place.precision in precisions:
                return _written(document, reading, place)
    return None


def inside(document: Document, reading: Reading, head: int) -> Place | None:
    """The place that a noun's own "in" or "at" names: "an agreement in Paris"."""
    place = _inside(reading, head)
    return _written(document, reading, place) if place else None


def _written(document: Document, reading: Reading, place: PlaceName) -> Place:
    tokens = reading.sentence.tokens
    span = document.span(tokens[place.first].start, tokens[place.head].end)
    return Place(
        name=place.name,
        country=place.country,
        precision=place.precision,
        text=span,
        latitude=place.latitude,
        longitude=place.longitude,
    )


def _inside(reading: Reading, head: int) -> PlaceName | None:
    """ "at a summit in Madrid", "on the streets of Paris": one step further in."""
    if reading.sentence.tokens[head].tag == "CD" or head in reading.mentions:
        return None
    return next(iter(_places_below(reading, head, ("in", "at", "near"))), None)


def _places_below(reading: Reading, head: int, prepositions: tuple[str, ...]) -> list[PlaceName]:
    tokens = reading.sentence.tokens
    return [
        reading.places[inner]
        for child in reading.sentence.children[head]
        if tokens[child].relation == "prep" and tokens[child].lemma in prepositions
        for inner in reading.sentence.children[child]
        if inner in reading.places
    ]
