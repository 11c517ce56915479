"""The map of a question: where its acts happened, or whose they are, as shades of countries and circles of places."""

from collections.abc import Iterator
from typing import BinaryIO, get_args

import msgspec

from dragoman.desk.mapping import Geography, Spot, geography
from dragoman.questions import read_question
from dragoman.records.question import Field
from dragoman.store.spots import Side
from dragoman.views.drawing.world_map import world_map
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked
from dragoman.views.web.lists import write_rows
from dragoman.views.web.narrowing import acts_with
from dragoman.views.web.site import Site
from dragoman.views.web.words import QUADS

PLACES = 200  # that are drawn
LISTED = 25  # countries and places of a table
COLUMNS = ("country", "country_name", "place", "latitude", "longitude", "number", *QUADS)
SIDES: dict[Side, str] = {
    "place": "where it happens", "actor": "by the country of who acts",
    "recipient": "by the country of whom it is done to",
}  # fmt: skip
_FIELDS: dict[Side, Field] = {
    "place": "place_country", "actor": "actor_country", "recipient": "recipient_country",
}  # fmt: skip


def answer(site: Site, asked: Asked) -> Answer:
    """Where the acts of the question `q` happened, or `by` whom or toward whom they are done."""
    store, question = site.store, read_question(asked.text("q"))
    by = next(one for one in get_args(Side) if one == (asked.one_of("by", get_args(Side)) or "place"))
    told = site.memory.answer(store, ("map", question, by), lambda: geography(store, question, by=by))
    drawn = site.memory.answer(store, ("drawn", question, by), lambda: world_map(told, places=PLACES, name=site.name))
    return Answer(
        title=f"Map: {told.question}" if told.question else "Map",
        template="map.html",
        shown={
            "told": told,
            "map": drawn,
            "by": by,
            "sides": SIDES,
            "lands": told.lands[:LISTED],
            "spots": told.spots[:LISTED],
            "lost": sum(one.latitude is None for one in told.spots),
            "acts_in": lambda country: acts_with(question, {_FIELDS[by]: country}),
            "acts_at": lambda spot: acts_with(question, _at(spot)),
        },
        record=told,
        rows=lambda stream: write_rows(COLUMNS, _rows(site, told), stream),
        others={"geojson": lambda stream: _write_points(site, told, stream)},
    )


PAGE = Page(path="/map", answer=answer, forms=("json", "csv", "geojson"))


def _at(spot: Spot) -> dict[Field, str]:
    """By what the acts of a place are asked for: places of one name may lie in several countries."""
    found: dict[Field, str] = {"place": spot.name}
    if spot.country:
        found["place_country"] = spot.country
    return found


def _rows(site: Site, told: Geography) -> Iterator[tuple[str | float | None, ...]]:
    """A row a country, without a place; then a row a place."""
    for land in told.lands:
        quads = (land.quads.get(quad, 0) for quad in QUADS)
        yield land.id, site.name(land.id), None, None, None, land.number, *quads
    for spot in told.spots:
        quads = (spot.quads.get(quad, 0) for quad in QUADS)
        country = site.name(spot.country) if spot.country else None
        yield spot.country, country, spot.name, spot.latitude, spot.longitude, spot.number, *quads


def _write_points(site: Site, told: Geography, stream: BinaryIO) -> None:
    """The places as a FeatureCollection (RFC 7946); `left_out` are the acts that have no place with degrees."""
    points = [one for one in told.spots if one.latitude is not None]
    collection = {
        "type": "FeatureCollection",
        "features": [_feature(site, one) for one in points],
        "left_out": told.number - sum(one.number for one in points),
    }
    stream.write(msgspec.json.encode(collection))


def _feature(site: Site, spot: Spot) -> dict[str, object]:
    properties: dict[str, object] = {
        "name": spot.name,
        "country": spot.country,
        "country_name": site.name(spot.country) if spot.country else None,
        "number": spot.number,
        **{quad: spot.quads.get(quad, 0) for quad in QUADS},
    }
    geometry = {"type": "Point", "coordinates": (spot.longitude, spot.latitude)}
    return {"type": "Feature", "geometry": geometry, "properties": properties}
