"""Mapping: where the acts that a question asks for happened, or whose they are: by country, and by place."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from dragoman.desk.asking import number_of
from dragoman.questions import write_question
from dragoman.records.event import Quad
from dragoman.records.question import Condition, Question
from dragoman.store import Store
from dragoman.store.spots import Side, Tally, act_ids, country_tallies, number_located, place_tallies

MOST = 1000  # places whose coordinates are looked up


@dataclass(frozen=True, slots=True, kw_only=True)
class Land:
    """A country (ISO 3166-1 alpha-3), how many acts it has, and how many of each quad class."""

    id: str
    number: int
    quads: Mapping[Quad, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place, the country in which it lies, where, and how many acts it has; no degrees where the book has none."""

    name: str
    country: str | None
    latitude: float | None
    longitude: float | None
    number: int
    quads: Mapping[Quad, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Geography:
    """What is asked, by what it is counted, how many acts there are, how many of them have such a country or place.

    `lands` and `spots` have the most acts first; spots are those of the places, and none for actors and recipients.
    """

    question: str
    by: Side
    number: int
    located: int
    lands: tuple[Land, ...]
    spots: tuple[Spot, ...]


def geography(store: Store, question: Question, *, by: Side = "place") -> Geography:
    """The acts of the question by country; and by place, where it is the place that is asked for."""
    with store.reading() as connection:
        lands = country_tallies(connection, question, by)
        places = place_tallies(connection, question) if by == "place" else []
        located = number_located(connection, question, by)
    return Geography(
        question=write_question(question),
        by=by,
        number=number_of(store, question),
        located=located,
        lands=tuple(
            Land(id=str(country), number=quads.total(), quads=dict(quads)) for (country, _), quads in _most_first(lands)
        ),
        spots=_spots(store, places, question.as_of),
    )


def _most_first(tallies: list[Tally]) -> list[tuple[tuple[str | None, str | None], Counter[Quad]]]:
    told = defaultdict[tuple[str | None, str | None], Counter[Quad]](Counter)
    for one in tallies:
        told[one.country, one.place][one.quad] += one.number
    return sorted(told.items(), key=lambda pair: (-pair[1].total(), pair[0][1] or "", pair[0][0] or ""))


def _spots(store: Store, tallies: list[Tally], as_of: str | None) -> tuple[Spot, ...]:
    ordered = _most_first(tallies)
    some_act = {(one.country, one.place): one.act for one in tallies}
    where = _degrees(store, [some_act[key] for key, _ in ordered[:MOST]], as_of)
    return tuple(
        Spot(
            name=str(place),
            country=country,
            latitude=degrees[0],
            longitude=degrees[1],
            number=quads.total(),
            quads=dict(quads),
        )
        for (country, place), quads in ordered
        for degrees in [where.get(some_act[country, place], (None, None))]
    )


def _degrees(store: Store, acts: list[int], as_of: str | None) -> dict[int, tuple[float | None, float | None]]:
    """Where the places of these acts (by number) lie: latitude and longitude, as their records have them."""
    if not acts:
        return {}
    with store.reading() as connection:
        ids = act_ids(connection, acts)
    asked = Question(conditions=(Condition(field="act", values=tuple(ids.values())),), as_of=as_of)
    places = {act.id: act.place for act in store.acts(asked, limit=MOST).items}
    return {
        number: (place.latitude, place.longitude)
        for number, id_ in ids.items()
        if (place := places.get(id_)) is not None
    }
