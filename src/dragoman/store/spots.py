"""Spots: takes a question, gives where its acts happened, or whose they are, country by country and place by place."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import ColumnElement, Connection, FromClause, and_, func, select

from dragoman.records.event import Quad
from dragoman.records.question import Question
from dragoman.store import schema
from dragoman.store.asking import ACTS, plan
from dragoman.store.parts import rows_among
from dragoman.store.schema import QUADS

Side = Literal["place", "actor", "recipient"]
"""Whether the country is the one in which the place lies, or that of who acts, or of whom it is done to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How many acts of one quad class a country has, or a place in it; `act` is the number of one of them."""

    country: str | None
    place: str | None
    quad: Quad
    number: int
    act: int


def country_tallies(connection: Connection, question: Question, side: Side) -> list[Tally]:
    """Of each country; an act of actors of two countries counts for both."""
    source, country, where = _counted(connection, question, side)
    return _tallies(connection, source, {"country": country}, [*where, country.is_not(None)])


def place_tallies(connection: Connection, question: Question) -> list[Tally]:
    """Of each place that has a name; places of one name in two countries are two."""
    source, country, where = _counted(connection, question, "place")
    place = schema.acts.c.place
    return _tallies(connection, source, {"country": country, "place": place}, [*where, place.is_not(None)])


def number_located(connection: Connection, question: Question, side: Side) -> int:
    """How many of the acts have such a country, or at least a place that bears a name."""
    source, country, where = _counted(connection, question, side)
    told = schema.acts.c.place.is_not(None) if side == "place" else country.is_not(None)
    times = func.count(schema.acts.c.number.distinct())
    return connection.execute(select(times).select_from(source).where(*where, told)).scalar_one()


def act_ids(connection: Connection, numbers: list[int]) -> Mapping[int, str]:
    """The ids of acts by their numbers."""
    acts = schema.acts.c
    return {row.number: row.id for row in rows_among(connection, select(acts.number, acts.id), acts.number, numbers)}


def _counted(
    connection: Connection, question: Question, side: Side
) -> tuple[FromClause, ColumnElement[str | None], list[ColumnElement[bool]]]:
    """From where, by which column of countries, under which conditions."""
    found = plan(connection, question, ACTS)
    if side == "place":
        return found.source, schema.acts.c.place_country, list(found.where)
    parties = schema.act_parties.alias("counted")
    role = 0 if side == "actor" else 1
    source = found.source.join(parties, and_(parties.c.act == schema.acts.c.number, parties.c.role == role))
    return source, parties.c.country, list(found.where)


def _tallies(
    connection: Connection,
    source: FromClause,
    columns: Mapping[str, ColumnElement[str | None]],
    where: list[ColumnElement[bool]],
) -> list[Tally]:
    acts = schema.acts.c
    times = func.count(acts.number.distinct())
    by = (*columns.values(), acts.quad)
    statement = select(*by, times, func.max(acts.number)).select_from(source).where(*where).group_by(*by).order_by(*by)
    return [
        Tally(
            country=row[0], place=row[1] if "place" in columns else None, quad=QUADS[quad - 1], number=number, act=act
        )
        for row in connection.execute(statement)
        for quad, number, act in [row[-3:]]
    ]
