"""What the files of a world pack may hold: one shape for each file, checked when the pack is compiled.

In a CSV cell "|" stands between values; dates are YYYY, YYYY-MM or YYYY-MM-DD, and `end` is the first day after.
"""

import re
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from dragoman.knowledge.facts import Precision
from dragoman.knowledge.rows import Shape
from dragoman.records.participant import Kind

Sector = Literal[
    "GOV", "MIL", "COP", "JUD", "LEG", "PRM", "PTY", "REB", "SPY", "UAF", "UNK", "AGR", "BUS", "CRM", "CVL", "EDU",
    "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
"""PLOVER's sector codes."""


def _split(cell: object) -> object:
    return tuple(part.strip() for part in cell.split("|")) if isinstance(cell, str) else cell


def _checked_date(date: str) -> str:
    if re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", date) is None:
        raise ValueError(f"'{date}' is no date; write YYYY, YYYY-MM or YYYY-MM-DD")
    return date


def _checked_name(name: str) -> str:
    if not name or name != name.strip() or "’" in name:
        raise ValueError(f"'{name}' is no name; take out outer blanks and write apostrophes straight")
    return name


def _yes(cell: object) -> object:
    return cell == "yes" if cell in {"yes", "no"} else cell


Date = Annotated[str, AfterValidator(_checked_date)]
NameText = Annotated[str, AfterValidator(_checked_name)]
Names = Annotated[tuple[NameText, ...], BeforeValidator(_split)]
Yes = Annotated[bool, BeforeValidator(_yes)]


class Sourced(Shape):
    """A row of facts: `source` is told in pack.yaml, under `sources`."""

    source: str


class StateRow(Sourced):
    """states.csv: a state, past or present, or a territory that news names like one."""

    id: Annotated[str, AfterValidator(_checked_name)]
    name: NameText
    names: Names = ()
    adjectives: Names = ()
    demonyms: Names = ()
    capitals: Names = ()
    start: Date | None = None
    end: Date | None = None


class BodyRow(Sourced):
    """bodies.csv: ministries, chambers, forces, services, courts, banks, seats and organs that act for a state or body.

    `shared` says that several states have a body of the name: it is meant only where its state is spoken of.
    """

    names: Names
    actor: str
    what: Literal[
        "seat", "government", "ministry", "agency", "legislature", "forces", "service", "police", "court",
        "central_bank", "party", "administration", "royal", "organ", "mission",
    ]  # fmt: skip
    sector: Sector | None = None
    shared: Yes = False
    start: Date | None = None
    end: Date | None = None


class OrganisationRow(Sourced):
    """organisations.csv: international organisations, groupings, firms, agencies, societies."""

    id: str
    name: NameText
    names: Names = ()
    kind: Literal["igo", "organisation"]
    country: str | None = None
    sector: Sector | None = None
    parent: str | None = None
    seat: str | None = None
    start: Date | None = None
    end: Date | None = None


class MemberRow(Sourced):
    """members.csv: who belongs to which grouping, from when until when."""

    group: str
    member: str
    start: Date | None = None
    end: Date | None = None


class GroupRow(Sourced):
    """groups.csv: armed groups and movements."""

    id: str
    name: NameText
    names: Names = ()
    country: str | None = None
    sector: Sector
    start: Date | None = None
    end: Date | None = None


class PersonRow(Sourced):
    """people.csv: `names` are other full names, `alone` what may stand for the person without a first name."""

    id: str
    name: NameText
    family: NameText
    gender: Literal["f", "m"] | None = None
    country: str | None = None
    names: Names = ()
    alone: Names = ()


class TenureRow(Sourced):
    """tenures.csv: an office held; without `end`, still held when the source was read."""

    person: str
    actor: str
    office: NameText
    role: str
    sector: Sector
    start: Date | None = None
    end: Date | None = None


class PlaceRow(Sourced):
    """places.csv: places that are no capitals, and regions."""

    name: NameText
    names: Names = ()
    country: str | None = None
    precision: Precision


class PositionRow(Sourced):
    """positions.csv: where a capital or a place of places.csv lies, in degrees; north and east are positive."""

    name: NameText
    country: str | None = None
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]


class PhraseRow(Shape):
    """not_actors.csv: phrases that hold a name but name no actor."""

    phrase: NameText


class GivenNameRow(Shape):
    """given_names_female.csv."""

    name: NameText


class OfficeEntry(Shape):
    """offices.yaml: an office or title in words; `title` says that it may stand before a name.

    `actor` is whose it is if nobody else is named ("the pontiff"); `alone: false` says that it is an office only with
    the state or body beside it ("the head of the UN mission").
    """

    words: tuple[NameText, ...]
    plural: tuple[NameText, ...] = ()
    role: str | None = None
    sector: Sector | None = None
    gender: Literal["f", "m"] | None = None
    title: bool = False
    actor: str | None = None
    alone: bool = True


class NounEntry(Shape):
    """nouns.yaml: nouns for people and bodies without a name; `alone: false` if they act only with a state beside."""

    words: tuple[NameText, ...] = ()
    plural: tuple[NameText, ...] = ()
    sector: Sector
    kind: Kind
    alone: bool = True


class Reading(Shape):
    """Another thing that a name may mean, and the words of a text that tell so; `article` wants "the" before it."""

    name: str
    country: str | None = None
    precision: Precision | None = None
    cues: tuple[NameText, ...]
    article: bool = False


class AmbiguousEntry(Shape):
    """ambiguous.yaml: names of states and towns that may mean something else."""

    words: tuple[NameText, ...]
    given: bool = False
    readings: tuple[Reading, ...] = ()


class DescriptionsFile(Shape):
    """descriptions.yaml: what may be said of somebody named before."""

    kinds: dict[str, tuple[Kind, ...]]
    sectors: dict[str, tuple[Sector, ...]]
    ids: dict[str, tuple[str, ...]]
    adjectives: dict[str, frozenset[str]]
    idle: frozenset[str]
    together: dict[str, tuple[str, ...]]
    halves: dict[str, dict[str, str]]
    neighbours: dict[str, dict[str, str]]


class SourceNote(Shape):
    """What a row's `source` stands for, and on what terms its facts may be used."""

    about: str
    license: str


class FileNote(Shape):
    """Where the facts of a file come from and on what terms."""

    source: str
    license: str
    note: str | None = None


class Manifest(Shape):
    """pack.yaml."""

    name: str
    about: str
    version: str
    license: str
    at_least: dict[str, int]
    sources: dict[str, SourceNote]
    files: dict[str, FileNote]
