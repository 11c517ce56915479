"""Query results: takes rows such as the query service gives (person, personLabel, positionLabel …); gives actors."""

import csv
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from pathlib import Path

import msgspec

from dragoman.imports.dates import is_disordered, iso_date
from dragoman.imports.lines import Imported, Skipped, first_line, numbered_lines, text_of
from dragoman.imports.names import cleaned, family_name, further_names, slug
from dragoman.imports.tables import Book, WikidataFile
from dragoman.knowledge.own_actors import ActorRow

_ITEM = re.compile(r"(?:.*/)?(Q\d+)")


class Binding(msgspec.Struct):
    """A cell as the query service's full answer has it."""

    value: str


Row = dict[str, str | int | float | Binding | None]


def read_table(path: Path, book: Book, table: WikidataFile) -> Iterator[Imported]:
    """The rows of a table with a header, its columns parted by commas or tabs."""
    header = text_of(first_line(path))
    delimiter = "\t" if "\t" in header else ","
    names = _cells(header.encode(), delimiter)
    if not set(names) & {name for some in (table.columns["person"], table.columns["name"]) for name in some}:
        yield Skipped(line=1, reason=f"no column names a person: {header[:80]}; give one, such as personLabel")
        return
    for number, raw in islice(numbered_lines(path), 1, None):
        cells = _cells(raw, delimiter)
        if len(cells) != len(names):
            yield Skipped(line=number, reason=f"{len(cells)} cells under {len(names)} columns")
        else:
            row: Row = dict(zip(names, cells, strict=True))
            yield from read_row(number, row, book, table)


def read_row(line: int, row: Row, book: Book, table: WikidataFile) -> Iterator[Imported]:
    """The actor of one row: a person in an office."""
    cells = {what: _cell(row, columns) for what, columns in table.columns.items()}
    name = cleaned(cells["name"] or "")
    if not name or _ITEM.fullmatch(name):
        yield Skipped(line=line, reason=f"{cells['person'] or 'the row'}: it has no name")
        return
    home, told = (_state(cells[what], book) for what in ("citizenship", "country"))
    if cells["country"] and told is None:
        yield Skipped(line=line, reason=f"{name}: the book has no country '{cells['country']}'")
        return
    if not cells["position"]:
        yield Skipped(line=line, reason=f"{name}: holds no office")
        return
    office = book.offices.read(cells["position"], told=told, home=home)
    if isinstance(office, str):
        yield Skipped(line=line, reason=f"{name}: {office}")
        return
    start, end = iso_date(cells["start"]), iso_date(cells["end"])
    if is_disordered(start, end):
        yield Skipped(line=line, reason=f"{name}: {office.title}: ends {end}, before it starts {start}")
        return
    id_ = _id(cells["person"], name)
    further = further_names(book.world, id_, "person", name, (cells["aliases"] or "").split(", "))
    yield from (Skipped(line=line, reason=reason) for reason in further.left_out)
    yield ActorRow(
        id=id_,
        name=name,
        names=further.names,
        kind="person",
        country=home or (told if told and book.world.entity(told).kind == "state" else None),
        sector=office.sector,
        family=family_name(book.world, name, cells["family"]),
        gender=_gender(cells["gender"], table),
        office=office.title,
        role=office.role,
        actor=office.actor,
        start=start,
        end=end,
        source="Wikidata",
    )


def _cells(raw: bytes, delimiter: str) -> list[str]:
    """The cells of a line; none if it cannot be parted into any."""
    try:
        return next(csv.reader([text_of(raw)], delimiter=delimiter), [])
    except csv.Error:  # a cell of more than 128 kB
        return []


def _cell(row: Mapping[str, str | int | float | Binding | None], columns: tuple[str, ...]) -> str | None:
    """The first of the columns that holds anything."""
    for column in columns:
        cell = row.get(column)
        value = cell.value if isinstance(cell, Binding) else cell
        if value is not None and str(value).strip():
            return str(value).strip()
    return None


def _state(cell: str | None, book: Book) -> str | None:
    """The state that a cell names by code, by item or by name."""
    if cell is None:
        return None
    item = _ITEM.fullmatch(cell)
    if item:
        return book.items.get(item[1])
    return book.state(cell) or book.offices.owner(cell)


def _id(person: str | None, name: str) -> str:
    item = _ITEM.fullmatch(person or "")
    return item[1].lower() if item else slug(name)


def _gender(cell: str | None, table: WikidataFile) -> str | None:
    item = _ITEM.fullmatch(cell or "")
    return table.genders.get(item[1]) if item else table.gender_words.get((cell or "").lower())
