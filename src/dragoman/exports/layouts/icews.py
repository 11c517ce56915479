"""ICEWS: what stands in each column of an ICEWS event."""

from collections.abc import Callable, Mapping

from dragoman.exports.layouts.telling import Told, figure, latitude, longitude, shown_name, state_of, whole_number
from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Party

Cell = Callable[[Told], str]


def _side(whose: str, of: Callable[[Told], Party | None]) -> Mapping[str, Cell]:
    """The three columns of a side."""
    return {
        f"{whose} Name": lambda told: shown_name(of(told)),
        f"{whose} Sectors": lambda told: _sectors(of(told)),
        f"{whose} Country": lambda told: _country(state_of(of(told))),
    }


def _sectors(party: Party | None) -> str:
    """ICEWS's words for the sector; an organisation of states is one whatever its sector."""
    if party is None:
        return ""
    row = load_layouts().sectors.get("IGO" if party.kind == "igo" else party.sector or "")
    return row.icews if row is not None else ""


def _country(state: str | None) -> str:
    """The name by which ICEWS calls a state."""
    row = load_layouts().countries.get(state or "")
    return row.icews or row.name if row is not None else ""


def _event_text(told: Told) -> str:
    row = load_layouts().cameo.get(told.act.cameo)
    return row.name if row is not None else ""


CELLS: Mapping[str, Cell] = {
    "Event ID": lambda told: str(told.id),
    "Event Date": lambda told: told.day,
    **_side("Source", lambda told: told.pair.actor),
    "Event Text": _event_text,
    "CAMEO Code": lambda told: told.act.cameo,
    "Intensity": lambda told: figure(told.act.goldstein),
    **_side("Target", lambda told: told.pair.recipient),
    "Story ID": lambda told: str(whole_number(told.account.document.id)),
    "Sentence Number": lambda told: str(told.account.sentence),
    "Publisher": lambda told: told.account.document.outlet or "",
    "City": lambda told: told.place_name("city"),
    "District": lambda _: "",
    "Province": lambda told: told.place_name("province"),
    "Country": lambda told: _country(told.act.place.country if told.act.place is not None else None),
    "Latitude": lambda told: latitude(told.act.place),
    "Longitude": lambda told: longitude(told.act.place),
}
"""The columns in ICEWS's order."""
