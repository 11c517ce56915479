"""How values are told: takes a value as a user wrote it, gives it as records have it; and what was probably meant."""

from collections.abc import Iterable, Mapping
from typing import get_args

from rapidfuzz import fuzz, process

from dragoman.questions.terms import Value, fault
from dragoman.records.event import Quad, Status
from dragoman.records.question import Field

# Records have these in one case only. In quotation marks a value is taken as it stands.
_CAPITALS: frozenset[Field] = frozenset({
    "type", "country", "actor_country", "recipient_country", "sector", "place_country",
})  # fmt: skip
_SMALL: frozenset[Field] = frozenset({"mode", "context", "status", "quad", "historical"})
_CHOICES: Mapping[Field, tuple[str, ...]] = {
    "status": get_args(Status),
    "quad": get_args(Quad),
    "historical": ("true", "false"),
}
# "actors" and "actor" score 91, "country_code" and "country" 74; "target" and "party", which are strangers, 55.
_NEAR = 60


def value_of(field: Field, value: Value) -> str:
    """The value as records have it.

    Raises:
        QuestionError: the field has a fixed list of values, and this is none of them.
    """
    text = value.text if value.quoted else in_case(field, value.text)
    return known_value(text, _CHOICES[field], value.position) if field in _CHOICES else text


def in_case(field: Field, text: str) -> str:
    """The text in the case that records have in this field."""
    if field in _CAPITALS:
        return text.upper()
    return text.lower() if field in _SMALL else text


def known_value(text: str, known: Iterable[str], position: int) -> str:
    """The text, if it is one of those known; else the fault says which was probably meant."""
    if text in (names := tuple(known)):
        return text
    raise fault(position, f"unknown value '{text}'{nearest(text, names) or '; there are ' + ', '.join(names)}")


def nearest(word: str, known: Iterable[str]) -> str:
    """ "; did you mean 'actor'?", or nothing where no word is near."""
    best = process.extractOne(word, tuple(known), scorer=fuzz.ratio, score_cutoff=_NEAR)
    return f"; did you mean '{best[0]}'?" if best else ""
