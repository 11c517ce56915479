"""Takes the pack of layouts, gives their columns and the codes that they use. Who writes and who reads them uses these.

>>> layouts = load_layouts()
>>> len(layouts.named["gdelt"].columns), layouts.countries["ROU"].cameo
(61, 'ROM')
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from dragoman.knowledge.frame_shapes import CameoRow
from dragoman.knowledge.rows import Shape, read_csv, read_yaml
from dragoman.records.event import Quad
from dragoman.records.span import PlacePrecision

PACKS = Path(str(files("dragoman.packs")))
SHIPPED = PACKS / "layouts"

LayoutName = Literal["gdelt", "polecat", "icews", "phoenix"]


def _split(cell: object) -> object:
    return tuple(part for part in cell.split("|") if part) if isinstance(cell, str) else cell


Parts = Annotated[tuple[str, ...], BeforeValidator(_split)]


class ColumnRow(Shape):
    """gdelt_columns.csv and the like."""

    position: int
    column: str
    description: str = ""


class CountryRow(Shape):
    """countries.csv: a state, and what others call it; None where they call it by its id or name."""

    id: str
    name: str
    cameo: str | None = None
    fips: str | None = None
    fips_others: Parts = ()
    cow: str | None = None
    icews: str | None = None


class OrganisationRow(Shape):
    """organisations.csv: an organisation or group that has a CAMEO code of its own."""

    id: str
    code: str
    region: str | None = None
    group: str
    roles: Parts = ()


class SectorRow(Shape):
    """sectors.csv: a sector, CAMEO's role for it, where Phoenix has it, and ICEWS's words."""

    sector: str
    cameo: str | None = None
    phoenix: Literal["role", "attribute"] | None = None
    icews: str = ""


class WordsRow(Shape):
    """icews_sectors.csv: words for a sector; a star stands for any words."""

    words: str
    sector: str


class QuadRow(Shape):
    """quads.csv: the number of a CAMEO root's quad class."""

    root: str
    gdelt: str
    phoenix: str


class ScoreRow(Shape):
    """plover_scores.csv: how conflictual or cooperative a type or mode is, from -10 to 10."""

    type: str
    mode: str | None = None
    score: float


class LayoutEntry(Shape):
    """layouts.yaml: one layout."""

    about: str
    header: bool
    ending: str
    others: dict[str, str]
    needed: frozenset[str]


class PlaceLevel(Shape):
    """layouts.yaml: GDELT's level of a place in the United States and elsewhere."""

    here: int
    elsewhere: int


class LayoutsFile(Shape):
    """layouts.yaml."""

    layouts: dict[LayoutName, LayoutEntry]
    unknown: frozenset[str] = Field(default_factory=frozenset)
    quads: dict[str, Quad]
    gdelt_places: dict[PlacePrecision, PlaceLevel]
    international: frozenset[str]
    phoenix_entities: frozenset[str]
    reciprocal: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """One layout: its columns in order, whether the first line names them, and the usual ending of its files.

    `others` are other names of columns, `needed` the columns without which a row tells nothing.
    """

    name: LayoutName
    about: str
    columns: tuple[str, ...]
    header: bool
    ending: str
    others: Mapping[str, str]
    needed: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layouts:
    """The layouts by name, and their codes: of states and organisations by id, of sectors, CAMEO codes and scores."""

    file: LayoutsFile
    named: Mapping[LayoutName, Layout]
    countries: Mapping[str, CountryRow]
    organisations: Mapping[str, OrganisationRow]
    sectors: Mapping[str, SectorRow]
    icews_sectors: tuple[WordsRow, ...]
    quads: Mapping[str, QuadRow]
    scores: Mapping[tuple[str, str | None], float]
    cameo: Mapping[str, CameoRow]


@cache
def load_layouts(folder: Path = SHIPPED) -> Layouts:
    """The layouts of a pack's folder, by default the one that comes with Dragoman.

    Raises:
        PackError: a file of the pack is faulty; the message lists every fault.
    """
    file = read_yaml(folder / "layouts.yaml", LayoutsFile)
    return Layouts(
        file=file,
        named={name: _layout(folder, name, entry) for name, entry in file.layouts.items()},
        countries={row.id: row for row in read_csv(folder / "countries.csv", CountryRow)},
        organisations={row.id: row for row in read_csv(folder / "organisations.csv", OrganisationRow)},
        sectors={row.sector: row for row in read_csv(folder / "sectors.csv", SectorRow)},
        icews_sectors=read_csv(folder / "icews_sectors.csv", WordsRow),
        quads={row.root: row for row in read_csv(folder / "quads.csv", QuadRow)},
        scores={(row.type, row.mode): row.score for row in read_csv(folder / "plover_scores.csv", ScoreRow)},
        cameo={row.code: row for row in read_csv(PACKS / "plover" / "cameo.csv", CameoRow)},
    )


def _layout(folder: Path, name: LayoutName, entry: LayoutEntry) -> Layout:
    rows = sorted(read_csv(folder / f"{name}_columns.csv", ColumnRow), key=lambda row: row.position)
    return Layout(
        name=name,
        about=entry.about,
        columns=tuple(row.column for row in rows),
        header=entry.header,
        ending=entry.ending,
        others=entry.others,
        needed=entry.needed,
    )
