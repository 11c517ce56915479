"""Phoenix: what stands in each column of a Phoenix event."""

from collections.abc import Callable, Mapping
from functools import cache

from dragoman.exports.layouts.sides import coded_side
from dragoman.exports.layouts.telling import Told, figure, latitude, longitude
from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Party

Cell = Callable[[Told], str]


def _side(whose: str, of: Callable[[Told], Party | None]) -> Mapping[str, Cell]:
    """The four columns of a side: the code, and its pieces."""
    return {
        f"{whose}ActorFull": lambda told: coded_side(of(told), states="iso").code,
        f"{whose}ActorEntity": lambda told: _parted(of(told))[0],
        f"{whose}ActorRole": lambda told: _parted(of(told))[1],
        f"{whose}ActorAttribute": lambda told: _parted(of(told))[2],
    }


def _parted(party: Party | None) -> tuple[str, str, str]:
    """The pieces of a code: a state or kind of international actor; the role behind it, if a main one; the rest."""
    rest = list(coded_side(party, states="iso").pieces)
    entity = rest.pop(0) if rest and rest[0] in _entities() else ""
    role = rest.pop(0) if rest and rest[0] in _roles() else ""
    return entity, role, ";".join(rest)


@cache
def _entities() -> frozenset[str]:
    return frozenset(load_layouts().countries) | load_layouts().file.phoenix_entities


@cache
def _roles() -> frozenset[str]:
    return frozenset(row.cameo for row in load_layouts().sectors.values() if row.cameo and row.phoenix == "role")


def _quad(told: Told) -> str:
    row = load_layouts().quads.get(told.act.cameo[:2])
    return row.phoenix if row is not None else ""


CELLS: Mapping[str, Cell] = {
    "EventID": lambda told: str(told.id),
    "Date": lambda told: told.compact_day,
    "Year": lambda told: told.compact_day[:4],
    "Month": lambda told: told.compact_day[4:6],
    "Day": lambda told: told.compact_day[6:],
    **_side("Source", lambda told: told.pair.actor),
    **_side("Target", lambda told: told.pair.recipient),
    "EventCode": lambda told: told.act.cameo,
    "EventRootCode": lambda told: told.act.cameo[:2],
    "QuadClass": _quad,
    "GoldsteinScore": lambda told: figure(told.act.goldstein),
    "Issues": lambda _: "",
    "Lat": lambda told: latitude(told.act.place),
    "Lon": lambda told: longitude(told.act.place),
    "LocationName": lambda told: told.act.place.name if told.act.place is not None else "",
    "StateName": lambda told: told.place_name("province"),
    "CountryCode": lambda told: (told.act.place.country or "") if told.act.place is not None else "",
    "SentenceID": lambda told: f"{told.account.document.id}_{told.account.sentence}",
    "URLs": lambda told: told.account.document.url or "",
    "NewsSources": lambda told: ";".join(outlet.replace(";", ",") for outlet in told.act.outlets),
}
"""The columns in Phoenix's order."""
