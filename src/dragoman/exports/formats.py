"""Formats: the table of what acts and coded documents can be written as."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from dragoman.exports.act_lines import write_act_lines
from dragoman.exports.act_rows import write_act_rows
from dragoman.exports.annotations import write_annotations
from dragoman.exports.followthemoney import write_followthemoney
from dragoman.exports.geojson import write_geojson
from dragoman.exports.sqlite import write_sqlite
from dragoman.exports.targets import Target
from dragoman.records.account import Account
from dragoman.records.event import Coded

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format(Generic[T]):
    """A format: the usual ending of its files, what it is for, and its writer, which gives how many it wrote.

    `text` says whether it can be read on a terminal; it is UTF-8 then. A writer takes a path or a stream of bytes.
    """

    ending: str
    about: str
    write: Callable[[Iterable[T], Target], int]
    text: bool


def _parquet(accounts: Iterable[Account], target: Target) -> int:
    # Arrow takes a while to import, and most exports do without.
    from dragoman.exports.arrow import write_parquet  # noqa: PLC0415

    return write_parquet(accounts, target)


def _arrow(accounts: Iterable[Account], target: Target) -> int:
    from dragoman.exports.arrow import write_arrow  # noqa: PLC0415 - as above

    return write_arrow(accounts, target)


def _duckdb(accounts: Iterable[Account], target: Target) -> int:
    from dragoman.exports.duckdb import write_duckdb  # noqa: PLC0415 - as above

    return write_duckdb(accounts, target)


def _calendar(accounts: Iterable[Account], target: Target) -> int:
    from dragoman.exports.icalendar import write_calendar  # noqa: PLC0415 - as above

    return write_calendar(accounts, target)


FORMATS: Mapping[str, Format[Account]] = {
    "jsonl": Format(
        ending=".jsonl",
        about="JSON lines: every act whole, with its fullest report",
        write=write_act_lines,
        text=True,
    ),
    "csv": Format(
        ending=".csv",
        about="CSV: a row an act, for spreadsheets and statistics",
        write=write_act_rows,
        text=True,
    ),
    "parquet": Format(
        ending=".parquet",
        about="Parquet: every act whole in nested columns, for data frames",
        write=_parquet,
        text=False,
    ),
    "arrow": Format(
        ending=".arrow",
        about="Arrow (Feather): the same columns, to be read without unpacking",
        write=_arrow,
        text=False,
    ),
    "sqlite": Format(
        ending=".sqlite",
        about="SQLite: tables of acts, their sides and their reports",
        write=write_sqlite,
        text=False,
    ),
    "duckdb": Format(
        ending=".duckdb",
        about="DuckDB: the same tables; needs pip install dragoman[duckdb]",
        write=_duckdb,
        text=False,
    ),
    "geojson": Format(
        ending=".geojson",
        about="GeoJSON: acts whose place is known, for maps",
        write=write_geojson,
        text=True,
    ),
    "ics": Format(
        ending=".ics",
        about="iCalendar: what is planned, promised or asked for, for calendars",
        write=_calendar,
        text=True,
    ),
    "followthemoney": Format(
        ending=".ftm.json",
        about="FollowTheMoney: acts and participants as entities, for graphs of who deals with whom",
        write=write_followthemoney,
        text=True,
    ),
}
"""What acts can be written as, by name."""

DOCUMENT_FORMATS: Mapping[str, Format[Coded]] = {
    "annotations": Format(
        ending=".jsonld",
        about="W3C Web Annotations: every span of every event, on its document",
        write=write_annotations,
        text=True,
    ),
}
"""What coded documents, with their texts, can be written as, by name."""
