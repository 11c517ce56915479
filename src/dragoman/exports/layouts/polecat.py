"""POLECAT: what stands in each column of a POLECAT event."""

from collections.abc import Callable, Mapping

from dragoman.exports.layouts.telling import Told, figure, latitude, longitude, shown_name, state_of
from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Party
from dragoman.version import __version__

Cell = Callable[[Told], str]


def _empty(_: Told) -> str:
    """What Dragoman does not know."""
    return ""


def _side(whose: str, of: Callable[[Told], Party | None]) -> Mapping[str, Cell]:
    """The eight columns of a side."""

    def part(take: Callable[[Party], str | None]) -> Cell:
        def cell(told: Told) -> str:
            party = of(told)
            return "" if party is None else take(party) or ""

        return cell

    return {
        f"{whose} Name": lambda told: _one(shown_name(of(told))),
        f"{whose} Country": part(state_of),
        f"{whose} COW": part(_cow),
        f"Primary {whose} Sector": part(lambda party: party.sector),
        f"{whose} Sectors": part(lambda party: party.sector),
        f"{whose} Title": part(lambda party: party.office),
        f"{whose} Name Raw": lambda told: told.raw(of(told)),
        f"Wikipedia {whose} ID": _empty,
    }


def _one(name: str) -> str:
    """A name without the sign that stands between several."""
    return name.replace(";", ",")


def _cow(party: Party) -> str | None:
    row = load_layouts().countries.get(state_of(party) or "")
    return row.cow if row is not None else None


def _score(told: Told) -> str:
    """PLOVER's score of the mode, else of the type."""
    scores = load_layouts().scores
    return figure(scores.get((told.act.type, told.act.mode), scores.get((told.act.type, None))))


def _raw_place(told: Told) -> str:
    place = told.account.event.place
    return place.text.text if place is not None else ""


CELLS: Mapping[str, Cell] = {
    "Event ID": lambda told: f"{told.act.id}-{told.number}_{told.act.type}",
    "Event Date": lambda told: told.day,
    "Event Type": lambda told: told.act.type,
    "Event Mode": lambda told: told.act.mode or "",
    "Intensity": _score,
    "Quad Code": lambda told: told.act.quad.replace("_", " ").upper(),
    "Contexts": lambda told: "; ".join(told.act.contexts),
    **_side("Actor", lambda told: told.pair.actor),
    **_side("Recipient", lambda told: told.pair.recipient),
    "Placename": lambda told: told.act.place.name if told.act.place is not None else "",
    "City": lambda told: told.place_name("city"),
    "District": _empty,
    "Province": lambda told: told.place_name("province"),
    "Country": lambda told: (told.act.place.country or "") if told.act.place is not None else "",
    "Latitude": lambda told: latitude(told.act.place),
    "Longitude": lambda told: longitude(told.act.place),
    "GeoNames ID": _empty,
    "Raw Placename": _raw_place,
    "Feature Type": _empty,
    "Source": lambda told: told.account.document.outlet or "",
    "Publication Date": lambda told: told.account.document.published or "",
    "Story People": _empty,
    "Story Organizations": _empty,
    "Story Locations": _empty,
    "Language": _empty,
    "Version": lambda _: f"Dragoman {__version__}",
}
"""The columns in POLECAT's order."""
