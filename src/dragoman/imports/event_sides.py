"""Event sides: takes codes, names and countries of a row's sides, gives sides with the ids of Dragoman's book."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache, lru_cache

from dragoman.imports.tables import SHIPPED, CountryRow, PetrarchFile
from dragoman.knowledge.layouts import load_layouts
from dragoman.knowledge.rows import read_csv, read_yaml
from dragoman.knowledge.world import World, load_world
from dragoman.records.event_row import Side
from dragoman.records.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """Reads sides. `bodies` are organisations and groups by name, `states` states by name, each in capitals."""

    world: World
    bodies: Mapping[str, str]
    states: Mapping[str, str]

    def from_code(self, code: str, *, name: str = "", country: str = "", group: str = "") -> tuple[Side, ...]:
        """The side of a CAMEO code; `country` and `group` are pieces that the file tells apart. Of nothing, none."""
        if not (code or name or country):
            return ()
        pieces = [code[start : start + 3] for start in range(0, len(code), 3)]
        state = _states_by_code().get(country or (pieces[0] if pieces else ""))
        roles = pieces[1:] if state or country else pieces
        known = _known_bodies()
        body = known.get(code) or next(
            (known[piece] for piece in (group, *reversed(pieces[1:])) if piece in known), None
        )
        side = Side(
            id=body or self._id(name, state),
            name=name or None,
            code=code or None,
            country=state or self._country_of(body),
            sectors=_unique(_sectors_by_role().get(piece) for piece in roles),
        )
        return (side,)

    def from_name(self, name: str, *, country: str, sectors: Iterable[str] = ()) -> tuple[Side, ...]:
        """The side of a name and a country, which may be a code or a name itself. Of nothing, none."""
        state = self.state(country)
        if not (name or country):
            return ()
        id_ = self._id(name, state)
        return (
            Side(
                id=id_,
                name=name or None,
                code=country or None,
                country=state or self._country_of(id_),
                sectors=_unique(sectors),
            ),
        )

    def state(self, told: str) -> str | None:
        """The id of a state that is told by a code of three letters or by name."""
        return _states_by_code().get(told) or self.states.get(told.upper())

    def _id(self, name: str, state: str | None) -> str | None:
        """A body that the book knows by the name, unless it is another state's; else the state; else a slug."""
        body = self.bodies.get(name.upper())
        if body is not None and (state is None or self._country_of(body) in {None, state}):
            return body
        return state or self.states.get(name.upper()) or (slug(name) if name else None)

    def _country_of(self, id_: str | None) -> str | None:
        if id_ is None or id_ not in self.world.ids:
            return None
        entity = self.world.entity(id_)
        return entity.id if entity.kind == "state" else entity.country


@lru_cache(maxsize=2)  # to gather the names of a world takes as long as to read some ten thousand rows
def sides_of(world: World | None) -> Sides:
    """With the names of a world, by default the shipped one."""
    world = world or load_world()
    kinds = {entity.id: entity.kind for entity in world.entities}
    meant: dict[str, set[str]] = {}
    for text, names in world.names.items():
        found = {name.target for name in names if name.use == "name" and name.target in kinds}
        meant.setdefault(text.upper(), set()).update(found)
    sure = {text: next(iter(ids)) for text, ids in meant.items() if len(ids) == 1}
    countries = load_layouts().countries.values()
    told = {(row.icews or row.name).upper(): row.id for row in countries}
    return Sides(
        world=world,
        bodies={text: id_ for text, id_ in sure.items() if kinds[id_] != "state"},
        states={text: id_ for text, id_ in sure.items() if kinds[id_] == "state"} | told,
    )


def state_of_place(fips: str) -> str | None:
    """The state of a FIPS 10-4 code."""
    return _states_by_fips().get(fips)


@lru_cache(maxsize=4096)  # files say the same few hundred things again and again
def sectors_of_words(words: str) -> tuple[str, ...]:
    """PLOVER's sectors for ICEWS's words. What is said of the government's parts stands before GOV itself."""
    rows = load_layouts().icews_sectors
    told = [word.strip() for word in words.split(",")]
    found = _unique(row.sector for word in told for row in rows if fnmatchcase(word, row.words))
    return tuple(sorted(found, key=lambda sector: sector == "GOV"))


def _unique(values: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for value in values if value))


@cache
def _states_by_code() -> Mapping[str, str]:
    """ISO alpha-3, CAMEO's codes, and those that older files have."""
    codes = {code: row.id for row in read_csv(SHIPPED / "country_codes.csv", CountryRow) for code in row.others}
    codes |= {row.cameo: row.id for row in load_layouts().countries.values() if row.cameo}
    return codes | {id_: id_ for id_ in load_layouts().countries}


@cache
def _states_by_fips() -> Mapping[str, str]:
    rows = load_layouts().countries.values()
    others = {code: row.id for row in rows for code in row.fips_others}
    return others | {row.fips: row.id for row in rows if row.fips}


@cache
def _known_bodies() -> Mapping[str, str]:
    """Organisations and groups by their whole CAMEO code and by the last piece of it."""
    rows = load_layouts().organisations.values()
    return {row.group: row.id for row in rows} | {row.code: row.id for row in rows}


@cache
def _sectors_by_role() -> Mapping[str, str]:
    return dict(read_yaml(SHIPPED / "petrarch.yaml", PetrarchFile).roles)
