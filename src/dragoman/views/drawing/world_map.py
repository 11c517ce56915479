"""World map: takes where acts happened, gives a map: the outline of each country with its shade, places as circles."""

import csv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import sqrt

from dragoman.desk.mapping import Geography, Land, Spot
from dragoman.views.drawing.labels import Label, Mark, labelled
from dragoman.views.drawing.projection import HEIGHT, WIDTH, project
from dragoman.views.drawing.steps import Step, step_of, steps

TINY = 6.0  # square units: a country that is smaller gets a dot of its shade
DOT = 2.6  # its radius
SMALL, LARGE = 1.6, 13.0  # radii of places
GROWS = 1.4  # the most by which a radius grows with the root of the acts: one act is never a large circle
NAMED = 14  # places, or countries, whose names stand on the map
LETTERS = 10.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country on the map: its outline as a path, a point within it, how many square units it covers."""

    id: str
    x: float
    y: float
    area: float
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaded:
    """A country, its acts, and the step of its shade, if it has any; `tiny` ones are drawn as a dot."""

    outline: Outline
    land: Land | None
    step: Step | None

    @property
    def tiny(self) -> bool:
        """Whether it would hardly be seen."""
        return self.outline.area < TINY


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """A place with its acts."""

    spot: Spot
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name that stands on the map."""

    text: str
    label: Label


@dataclass(frozen=True, slots=True, kw_only=True)
class WorldMap:
    """The map; `undrawn` are the countries that it does not show. Large circles come first, so that all are seen."""

    width: float
    height: float
    countries: tuple[Shaded, ...]
    circles: tuple[Circle, ...]
    names: tuple[Name, ...]
    steps: tuple[Step, ...]
    dot: float
    letters: float
    undrawn: tuple[Land, ...]


def world_map(geography: Geography, *, places: int, name: Callable[[str], str]) -> WorldMap:
    """The map with the places that have most acts; `name` tells how a country is called."""
    known = outlines()
    lands = {one.id: one for one in geography.lands}
    shades = steps(one.number for one in geography.lands)
    circles = _circles([one for one in geography.spots if one.latitude is not None][:places])
    return WorldMap(
        width=WIDTH,
        height=HEIGHT,
        countries=tuple(
            Shaded(outline=one, land=land, step=step_of(land.number, shades) if land else None)
            for one in known
            for land in [lands.get(one.id)]
        ),
        circles=circles,
        names=_names(circles, geography.lands, {one.id: one for one in known}, name),
        steps=shades,
        dot=DOT,
        letters=LETTERS,
        undrawn=tuple(one for one in geography.lands if one.id not in {each.id for each in known}),
    )


@cache
def outlines() -> tuple[Outline, ...]:
    """The outlines of the pack, the largest first."""
    text = (files("dragoman.packs") / "maps" / "countries.csv").read_text(encoding="utf-8")
    found = (
        Outline(id=row["id"], x=float(row["x"]), y=float(row["y"]), area=float(row["area"]), path=row["path"])
        for row in csv.DictReader(text.splitlines())
    )
    return tuple(sorted(found, key=lambda one: (-one.area, one.id)))


def _circles(spots: Sequence[Spot]) -> tuple[Circle, ...]:
    grows = min(GROWS, (LARGE - SMALL) / sqrt(max((one.number for one in spots), default=1)))
    return tuple(
        Circle(spot=one, x=round(x, 1), y=round(y, 1), radius=round(SMALL + grows * sqrt(one.number), 1))
        for one in spots
        for x, y in [project(one.longitude or 0.0, one.latitude or 0.0)]
        if 0 <= x <= WIDTH and 0 <= y <= HEIGHT
    )


def _names(
    circles: Sequence[Circle], lands: Sequence[Land], known: Mapping[str, Outline], name: Callable[[str], str]
) -> tuple[Name, ...]:
    """Those of the places with most acts, as far as there is room; without places those of the countries."""
    around = [Mark(name=one.spot.name, x=one.x, y=one.y, radius=one.radius) for one in circles]
    if not around:
        drawn = [(one, known[one.id]) for one in lands if one.id in known]
        around = [Mark(name=name(land.id), x=place.x, y=place.y, radius=0) for land, place in drawn]
    labels = labelled(around[:NAMED], width=WIDTH, height=HEIGHT, size=LETTERS, over=around[: 3 * NAMED])
    return tuple(Name(text=mark.name, label=label) for mark, label in zip(around, labels, strict=False) if label)
