"""Tables: what the files of packs/imports may hold, and `Book`: the world with the codes that others use for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from dragoman.errors import PackError
from dragoman.imports.offices import Offices, PositionsFile
from dragoman.knowledge.rows import Shape, read_csv, read_yaml
from dragoman.knowledge.world import World, load_world
from dragoman.knowledge.world_shapes import Names, NameText, Sector
from dragoman.records.participant import Kind

SHIPPED = Path(str(files("dragoman.packs") / "imports"))


class CountryRow(Shape):
    """country_codes.csv: a state of the world's book, and what others call it."""

    id: NameText
    iso2: NameText | None = None
    others: Names = ()
    wikidata: Names = ()


class ClassEntry(Shape):
    """wikidata.yaml: a class of items, and what kind of actor its instances are."""

    item: str
    about: str
    kind: Kind
    sector: Sector | None = None


class WikidataFile(Shape):
    """wikidata.yaml."""

    human: str
    genders: dict[str, str]
    states: frozenset[str]
    classes: tuple[ClassEntry, ...]
    organisations: dict[str, str]
    columns: dict[str, tuple[str, ...]]
    gender_words: dict[str, str]


class SchemaEntry(Shape):
    """followthemoney.yaml: a schema that names a body."""

    sector: Sector | None = None


class TopicEntry(Shape):
    """followthemoney.yaml: a topic, and what kind of actor a body of that topic is."""

    topic: str
    kind: Kind = "organisation"
    sector: Sector | None = None


class FollowTheMoneyFile(Shape):
    """followthemoney.yaml."""

    schemata: dict[str, SchemaEntry]
    topics: tuple[TopicEntry, ...]
    genders: dict[str, str]
    organisations: dict[str, str]


class InternationalEntry(Shape):
    """petrarch.yaml: a piece that begins a code and is no state."""

    kind: Kind
    sector: Sector | None = None
    office: str | None = None


class PetrarchFile(Shape):
    """petrarch.yaml."""

    roles: dict[str, Sector]
    kinds: dict[str, Kind]
    international: dict[str, InternationalEntry]
    regions: frozenset[str]
    organisations: dict[str, str]
    offices: dict[str, str]
    person_roles: frozenset[str]
    titles: frozenset[str]
    body_words: frozenset[str]
    small_words: frozenset[str]
    acronyms: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """The world, and the ids of its states by the codes and items that foreign files use."""

    world: World
    folder: Path
    codes: Mapping[str, str]
    items: Mapping[str, str]
    offices: Offices

    def state(self, code: str | None) -> str | None:
        """The id of the state that a code of two or three letters names, or of the state a part of which it names."""
        code = (code or "").strip().upper()
        return self.codes.get(code) or self.codes.get(code.partition("-")[0])


def open_book(world: World | None, folder: Path) -> Book:
    """The book of a world, by default the shipped one.

    Raises:
        PackError: a file of the folder is faulty, or names states that the world does not have.
    """
    world = world or load_world()
    rows = read_csv(folder / "country_codes.csv", CountryRow)
    unknown = [row.id for row in rows if row.id not in world.ids]
    if unknown:
        raise PackError(f"country_codes.csv: the world has no {', '.join(unknown)}; take the rows out")
    return Book(
        world=world,
        folder=folder,
        codes={code: row.id for row in reversed(rows) for code in (row.iso2, *row.others, row.id) if code},
        items={item: row.id for row in rows for item in row.wikidata},
        offices=Offices.of(read_yaml(folder / "positions.yaml", PositionsFile), world),
    )
