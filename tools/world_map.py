"""Makes countries.csv of the pack `maps`: the outlines of the states, as they are drawn on the map of the pages.

The outlines are those of Natural Earth (public domain), as the npm package world-atlas brings them:

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python tools/world_map.py package/countries-50m.json

They are turned to the middle of the map, cut at its edges, projected, and made simple together, so that neighbours
keep one border. Antarctica is left out. Natural Earth draws who holds a land; where the world pack says to whom a land
belongs (Crimea), that is followed, as the records do.
"""

import argparse
import csv
import json
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from shapely import Point, Polygon
from shapely.affinity import translate
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from dragoman.desk.parties import names_of_bodies
from dragoman.knowledge.world import World, load_world
from dragoman.views.drawing.projection import MIDDLE, NORTH, SOUTH, project_turned

TARGET = Path(__file__).parents[1] / "src/dragoman/packs/maps/countries.csv"
COLUMNS = ("id", "x", "y", "area", "path")
SIMPLE = 0.6  # square units of the map, 1000 wide: bends smaller than that are left out
LEAST = 0.3  # square units: islands smaller than that are left out, but for a state's largest
LEFT_OUT = frozenset({"Antarctica"})
# What Natural Earth writes short, and lands without a code of their own.
CALLED = {
    "Bosnia and Herz.": "BIH", "Br. Indian Ocean Ter.": "IOT", "British Virgin Is.": "VGB", "Cayman Is.": "CYM",
    "Central African Rep.": "CAF", "Cook Is.": "COK", "Côte d'Ivoire": "CIV", "Congo": "COG", "Czechia": "CZE",
    "Dem. Rep. Congo": "COD", "Dominican Rep.": "DOM", "Eq. Guinea": "GNQ", "Faeroe Is.": "FRO", "Falkland Is.": "FLK",
    "Fr. Polynesia": "PYF", "Kosovo": "KOS", "Macedonia": "MKD", "N. Mariana Is.": "MNP", "Marshall Is.": "MHL",
    "Pitcairn Is.": "PCN", "S. Sudan": "SSD", "Solomon Is.": "SLB", "St. Kitts and Nevis": "KNA",
    "St. Pierre and Miquelon": "SPM", "St. Vin. and Gren.": "VCT", "São Tomé and Principe": "STP",
    "Turks and Caicos Is.": "TCA", "U.S. Virgin Is.": "VIR", "W. Sahara": "ESH", "Wallis and Futuna Is.": "WLF",
    "eSwatini": "SWZ", "Antigua and Barb.": "ATG", "Saint Lucia": "LCA", "Hong Kong": "HKG", "Macao": "MAC",
    "Åland": "FIN", "Vatican": "VAT", "Palestine": "PSE", "Curaçao": "CUW", "Heard I. and McDonald Is.": "HMD",
    "Saint Helena": "", "St-Martin": "", "St-Barthélemy": "", "Norfolk Island": "",
    "Fr. S. Antarctic Lands": "ATF", "S. Geo. and the Is.": "SGS", "Indian Ocean Ter.": "AUS",
    "Ashmore and Cartier Is.": "AUS", "N. Cyprus": "CYP", "Somaliland": "SOM", "Siachen Glacier": "",
}  # fmt: skip
# A point of a land that Natural Earth counts to a state, and to whom it is counted here.
MOVED = {"RUS": [((34.2, 45.2), "UKR")]}


def main() -> None:
    """Writes the file."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("atlas", type=Path, help="countries-50m.json of world-atlas")
    world = load_world()
    shapes = _shapes(json.loads(parser.parse_args().atlas.read_text()), world)
    ids = sorted(shapes)
    drawn = shapely.coverage_simplify([shapes[id_] for id_ in ids], SIMPLE, simplify_boundary=True)
    with TARGET.open("w", newline="") as stream:
        writer = csv.writer(stream, lineterminator="\n")
        writer.writerow(COLUMNS)
        for id_, shape in zip(ids, drawn, strict=True):
            parts = _large(shape)
            middle = max(parts, key=lambda one: one.area).representative_point()
            area = sum(one.area for one in parts)
            writer.writerow((id_, f"{middle.x:.1f}", f"{middle.y:.1f}", f"{area:.1f}", "".join(map(_path, parts))))
    print(f"{TARGET}: {len(ids)} outlines, {TARGET.stat().st_size // 1024} KB")


def _shapes(atlas: dict[str, Any], world: World) -> dict[str, BaseGeometry]:
    """For each state its land on the map."""
    arcs = list(_arcs(atlas))
    found: dict[str, list[Polygon]] = {}
    for one in atlas["objects"]["countries"]["geometries"]:
        name = one["properties"]["name"]
        if name in LEFT_OUT or "arcs" not in one:
            continue
        id_ = _id(name, world)
        for polygon in [one["arcs"]] if one["type"] == "Polygon" else one["arcs"]:
            land = Polygon(*_rings(polygon, arcs))
            found.setdefault(_owner(id_, land), []).append(land)
    projected = {id_: unary_union([part for land in lands for part in _cut(land)]) for id_, lands in found.items()}
    return {
        id_: shapely.transform(shape.buffer(0), _projected) for id_, shape in projected.items() if not shape.is_empty
    }


def _id(name: str, world: World) -> str:
    if name in CALLED:
        return CALLED[name] if CALLED[name] in world.ids else ""  # the book leaves out lands where hardly anybody lives
    bodies = {one.target for one in names_of_bodies(world, name)}
    if len(bodies) != 1:
        print(f"nobody, or several, are called {name}: drawn without a name")
        return ""
    return bodies.pop()


def _owner(id_: str, land: Polygon) -> str:
    """To whom the land belongs that Natural Earth counts to a state."""
    for point, other in MOVED.get(id_, ()):
        turned = ((point[0] - MIDDLE + 180) % 360 - 180, point[1])
        if any(land.covers(Point(turned[0] + shift, turned[1])) for shift in (-360, 0, 360)):
            return other
    return id_


def _arcs(atlas: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    (scale_x, scale_y), (move_x, move_y) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    for arc in atlas["arcs"]:
        x = y = 0
        line = []
        for step_x, step_y in arc:
            x, y = x + step_x, y + step_y
            line.append((x * scale_x + move_x, y * scale_y + move_y))
        yield line


def _rings(
    polygon: list[list[int]], arcs: list[list[tuple[float, float]]]
) -> tuple[list[tuple[float, float]], list[list[tuple[float, float]]]]:
    """The outer ring and the holes, in degrees from the middle that run on where they pass an edge of the map."""
    rings = [_unwound([point for at in ring for point in _run(arcs, at)]) for ring in polygon]
    shell = rings[0]
    holes = [_beside(hole, shell) for hole in rings[1:]]
    return shell, holes


def _run(arcs: list[list[tuple[float, float]]], at: int) -> list[tuple[float, float]]:
    return arcs[at] if at >= 0 else arcs[~at][::-1]


def _unwound(ring: list[tuple[float, float]]) -> list[tuple[float, float]]:
    last = (ring[0][0] - MIDDLE + 180) % 360 - 180
    found = []
    for longitude, latitude in ring:
        turned = (longitude - MIDDLE + 180) % 360 - 180
        last = turned + 360 * round((last - turned) / 360)
        found.append((last, latitude))
    return found


def _beside(hole: list[tuple[float, float]], shell: list[tuple[float, float]]) -> list[tuple[float, float]]:
    shift = 360 * round((shell[0][0] - hole[0][0]) / 360)
    return [(longitude + shift, latitude) for longitude, latitude in hole]


def _cut(land: Polygon) -> Iterator[BaseGeometry]:
    """The parts on the map of a land that passes its edge."""
    whole = land if land.is_valid else land.buffer(0)
    for shift in (-360, 0, 360):
        part = translate(whole, xoff=shift).intersection(box(-180, SOUTH - 8, 180, NORTH))
        if not part.is_empty and part.area > 0:
            yield part


def _projected(points: Any) -> Any:
    return np.array([project_turned(*point) for point in points])


def _large(shape: BaseGeometry) -> list[Polygon]:
    parts = sorted(
        (one for one in getattr(shape, "geoms", [shape]) if isinstance(one, Polygon)), key=lambda one: -one.area
    )
    return [parts[0], *(one for one in parts[1:] if one.area >= LEAST)]


def _path(polygon: Polygon) -> str:
    """As SVG has it: to a tenth of a unit, each point from the one before."""
    return "".join(_ring(list(ring.coords)) for ring in (polygon.exterior, *polygon.interiors))


def _ring(points: list[tuple[float, ...]]) -> str:
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    words = [f"M{tenths[0][0] / 10:g},{tenths[0][1] / 10:g}l"]
    for (x, y), (then_x, then_y) in pairwise(tenths[:-1]):
        if (x, y) != (then_x, then_y):
            words.append(f"{(then_x - x) / 10:g},{(then_y - y) / 10:g} ")
    # what is too small for a tenth of a unit is still a point, of a tenth
    return "".join(words).rstrip() + "z" if len(words) > 2 else f"{words[0].removesuffix('l')}h.1v.1z"


if __name__ == "__main__":
    main()
