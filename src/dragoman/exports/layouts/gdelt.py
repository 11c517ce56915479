"""GDELT: what stands in each column of a GDELT 2.0 event."""

from collections.abc import Callable, Mapping

from dragoman.exports.layouts.sides import coded_side
from dragoman.exports.layouts.telling import Told, figure, latitude, longitude, shown_name
from dragoman.knowledge.layouts import load_layouts
from dragoman.records.act import Party

Cell = Callable[[Told], str]

_AT_HOME = "USA"  # where GDELT has levels of its own for cities and states


def _empty(_: Told) -> str:
    """What Dragoman does not know."""
    return ""


def _actor(number: int, of: Callable[[Told], Party | None]) -> Mapping[str, Cell]:
    """The ten columns of a side."""

    def role(place: int) -> Cell:
        return lambda told: _at(coded_side(of(told), states="cameo").roles, place)

    return {
        f"Actor{number}Code": lambda told: coded_side(of(told), states="cameo").code,
        f"Actor{number}Name": lambda told: shown_name(of(told)).upper(),
        f"Actor{number}CountryCode": lambda told: coded_side(of(told), states="cameo").country,
        f"Actor{number}KnownGroupCode": lambda told: coded_side(of(told), states="cameo").group,
        f"Actor{number}EthnicCode": _empty,
        f"Actor{number}Religion1Code": _empty,
        f"Actor{number}Religion2Code": _empty,
        f"Actor{number}Type1Code": role(0),
        f"Actor{number}Type2Code": role(1),
        f"Actor{number}Type3Code": role(2),
    }


def _no_place(whose: str) -> Mapping[str, Cell]:
    """Where a side was, which Dragoman does not know: GDELT's files have the level 0 then, and nothing else."""
    names = ("FullName", "CountryCode", "ADM1Code", "ADM2Code", "Lat", "Long", "FeatureID")
    return {f"{whose}Geo_Type": lambda _: "0", **{f"{whose}Geo_{name}": _empty for name in names}}


def _at(roles: tuple[str, ...], place: int) -> str:
    return roles[place] if place < len(roles) else ""


def _fraction(told: Told) -> str:
    """The year and how much of it is over. GDELT counts months of 30 days, the first of them as 0."""
    year, month, day = (int(part) for part in told.day.split("-"))
    return f"{year + ((month - 1) * 30 + day) / 365:.4f}"


def _place_level(told: Told) -> str:
    place = told.act.place
    if place is None:
        return "0"
    level = load_layouts().file.gdelt_places[place.precision]
    return str(level.here if place.country == _AT_HOME else level.elsewhere)


def _place_name(told: Told) -> str:
    """The name with that of the state: "Madrid, Spain"."""
    place = told.act.place
    if place is None:
        return ""
    country = load_layouts().countries.get(place.country or "")
    return place.name if country is None or country.name == place.name else f"{place.name}, {country.name}"


def _place_country(told: Told) -> str:
    place = told.act.place
    country = load_layouts().countries.get((place.country if place is not None else None) or "")
    return (country.fips or "") if country is not None else ""


def _quad(told: Told) -> str:
    row = load_layouts().quads.get(told.act.cameo[:2])
    return row.gdelt if row is not None else ""


def _added(told: Told) -> str:
    """Midnight of the day on which it was first reported."""
    day = told.act.first_reported or told.account.document.published or told.day
    return day.replace("-", "") + "000000"


def _source(told: Told) -> str:
    document = told.account.document
    return document.url or ", ".join(filter(None, (document.title, document.outlet, document.published)))


CELLS: Mapping[str, Cell] = {
    "GLOBALEVENTID": lambda told: str(told.id),
    "SQLDATE": lambda told: told.compact_day,
    "MonthYear": lambda told: told.compact_day[:6],
    "Year": lambda told: told.compact_day[:4],
    "FractionDate": _fraction,
    **_actor(1, lambda told: told.pair.actor),
    **_actor(2, lambda told: told.pair.recipient),
    "IsRootEvent": lambda told: str(int(told.account.in_lead)),
    "EventCode": lambda told: told.act.cameo,
    "EventBaseCode": lambda told: told.act.cameo[:3],
    "EventRootCode": lambda told: told.act.cameo[:2],
    "QuadClass": _quad,
    "GoldsteinScale": lambda told: figure(told.act.goldstein),
    "NumMentions": lambda told: str(len(told.act.reports)),
    "NumSources": lambda told: str(len(told.act.outlets)),
    "NumArticles": lambda told: str(len(told.act.documents)),
    "AvgTone": _empty,
    **_no_place("Actor1"),
    **_no_place("Actor2"),
    "ActionGeo_Type": _place_level,
    "ActionGeo_FullName": _place_name,
    "ActionGeo_CountryCode": _place_country,
    "ActionGeo_ADM1Code": _empty,
    "ActionGeo_ADM2Code": _empty,
    "ActionGeo_Lat": lambda told: latitude(told.act.place),
    "ActionGeo_Long": lambda told: longitude(told.act.place),
    "ActionGeo_FeatureID": _empty,
    "DATEADDED": _added,
    "SOURCEURL": _source,
}
"""The columns in GDELT's order."""
