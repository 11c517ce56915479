"""Event reading: takes the cells of a row by their columns, gives the row in Dragoman's words; one reader a layout."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import zip_longest
from typing import TypedDict

from dragoman.imports.event_cells import Faulty, cameo_in, day_in, number_in, quad_of, type_of
from dragoman.imports.event_sides import Sides, sectors_of_words, state_of_place
from dragoman.knowledge.layouts import LayoutName, load_layouts
from dragoman.records.event import Quad
from dragoman.records.event_row import EventRow, Side

Cells = Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a row stands."""

    file: str
    line: int
    layout: LayoutName


class _Coded(TypedDict):
    """What a CAMEO code tells."""

    cameo: str
    type: str | None
    quad: Quad | None


def read_gdelt(cells: Cells, where: Place, sides: Sides) -> EventRow:
    """A row of GDELT 2.0."""
    return EventRow(
        file=where.file,
        line=where.line,
        layout=where.layout,
        id=cells.get("GLOBALEVENTID", ""),
        date=day_in(cells["SQLDATE"]),
        actors=_gdelt_side(cells, "Actor1", sides),
        recipients=_gdelt_side(cells, "Actor2", sides),
        **_coded(cells["EventCode"], cells.get("QuadClass", "")),
        goldstein=number_in(cells.get("GoldsteinScale", "")),
        place=cells.get("ActionGeo_FullName") or None,
        place_country=state_of_place(cells.get("ActionGeo_CountryCode", "")),
        latitude=number_in(cells.get("ActionGeo_Lat", "")),
        longitude=number_in(cells.get("ActionGeo_Long", "")),
        url=cells.get("SOURCEURL") or None,
    )


def read_polecat(cells: Cells, where: Place, sides: Sides) -> EventRow:
    """A row of POLECAT. Several actors or recipients stand in one cell, with semicolons between them."""
    type_ = cells["Event Type"].upper()
    if not type_:
        raise Faulty("the row has no type")
    return EventRow(
        file=where.file,
        line=where.line,
        layout=where.layout,
        id=cells.get("Event ID", ""),
        date=day_in(cells["Event Date"]),
        actors=_polecat_sides(cells, "Actor", sides),
        recipients=_polecat_sides(cells, "Recipient", sides),
        type=type_,
        mode=cells.get("Event Mode") or None,
        quad=quad_of(type_, cells.get("Quad Code", "")),
        intensity=number_in(cells.get("Intensity", "")),
        place=_first(cells, "Placename", "City", "District", "Province", "Raw Placename"),
        place_country=sides.state(cells.get("Country", "")),
        latitude=number_in(cells.get("Latitude", "")),
        longitude=number_in(cells.get("Longitude", "")),
        outlet=cells.get("Source") or None,
    )


def read_icews(cells: Cells, where: Place, sides: Sides) -> EventRow:
    """A row of ICEWS."""
    return EventRow(
        file=where.file,
        line=where.line,
        layout=where.layout,
        id=cells.get("Event ID", ""),
        date=day_in(cells["Event Date"]),
        actors=_icews_side(cells, "Source", sides),
        recipients=_icews_side(cells, "Target", sides),
        **_coded(cells["CAMEO Code"], ""),
        goldstein=number_in(cells.get("Intensity", "")),
        place=_first(cells, "City", "District", "Province", "Country"),
        place_country=sides.state(cells.get("Country", "")),
        latitude=number_in(cells.get("Latitude", "")),
        longitude=number_in(cells.get("Longitude", "")),
        outlet=cells.get("Publisher") or None,
    )


def read_phoenix(cells: Cells, where: Place, sides: Sides) -> EventRow:
    """A row of Phoenix."""
    return EventRow(
        file=where.file,
        line=where.line,
        layout=where.layout,
        id=cells.get("EventID", ""),
        date=day_in(cells["Date"]),
        actors=sides.from_code(cells.get("SourceActorFull", ""), country=cells.get("SourceActorEntity", "")),
        recipients=sides.from_code(cells.get("TargetActorFull", ""), country=cells.get("TargetActorEntity", "")),
        **_coded(cells["EventCode"], cells.get("QuadClass", "")),
        goldstein=number_in(cells.get("GoldsteinScore", "")),
        place=_first(cells, "LocationName", "StateName"),
        place_country=sides.state(cells.get("CountryCode", "")),
        latitude=number_in(cells.get("Lat", "")),
        longitude=number_in(cells.get("Lon", "")),
        outlet=cells.get("NewsSources") or None,
        url=cells.get("URLs") or None,
    )


READERS: Mapping[LayoutName, Callable[[Cells, Place, Sides], EventRow]] = {
    "gdelt": read_gdelt,
    "polecat": read_polecat,
    "icews": read_icews,
    "phoenix": read_phoenix,
}


def _coded(code: str, quad: str) -> _Coded:
    """The code, its type, and the quad class: that of the type, else the file's, else that of the code's root."""
    cameo = cameo_in(code)
    root = load_layouts().quads.get(cameo[:2])
    type_ = type_of(cameo)
    return {"cameo": cameo, "type": type_, "quad": quad_of(type_, quad or (root.gdelt if root is not None else ""))}


def _gdelt_side(cells: Cells, whose: str, sides: Sides) -> tuple[Side, ...]:
    return sides.from_code(
        cells.get(f"{whose}Code", ""),
        name=cells.get(f"{whose}Name", ""),
        country=cells.get(f"{whose}CountryCode", ""),
        group=cells.get(f"{whose}KnownGroupCode", ""),
    )


def _polecat_sides(cells: Cells, whose: str, sides: Sides) -> tuple[Side, ...]:
    names = _several(cells.get(f"{whose} Name", "")) or _several(cells.get(f"{whose} Name Raw", ""))
    countries = _several(cells.get(f"{whose} Country", ""))
    sectors = (cells.get(f"Primary {whose} Sector", ""), *_several(cells.get(f"{whose} Sectors", "")))
    if countries and len(names) != len(countries):
        names = []  # which of the names belongs to which country is not told
    told = list(zip_longest(names, countries, fillvalue=""))
    alone = len(told) == 1
    return tuple(
        side
        for name, country in told
        for side in sides.from_name(name, country=country.split("|")[0].strip(), sectors=sectors if alone else ())
    )


def _icews_side(cells: Cells, whose: str, sides: Sides) -> tuple[Side, ...]:
    return sides.from_name(
        cells.get(f"{whose} Name", ""),
        country=cells.get(f"{whose} Country", ""),
        sectors=sectors_of_words(cells.get(f"{whose} Sectors", "")),
    )


def _several(cell: str) -> list[str]:
    """The parts of a cell; one that is not known is empty and keeps its place."""
    unknown = load_layouts().file.unknown
    return ["" if (part := text.strip()) in unknown else part for text in cell.split(";")] if cell else []


def _first(cells: Cells, *columns: str) -> str | None:
    return next((cells[column] for column in columns if cells.get(column)), None)
