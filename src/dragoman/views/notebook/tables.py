"""Tables: takes anything that holds rows (a series, movers, a page of acts), gives a table, and what else it says.

What is a row of words and numbers is told by the fields of the record; what is not flat in it is left out.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING

from dragoman.records.act import Act
from dragoman.records.entry import Entry
from dragoman.records.event import Event
from dragoman.views.notebook.pieces import Html, facts, join, parties, table, tag, verb
from dragoman.views.notebook.records import day_words

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

ENDS = 20  # rows that are shown of the beginning, and as many of the end

Cells = Mapping[str, str]


def table_of(shown: object) -> Html:
    """The rows that a record holds, beneath what else it says in words and numbers."""
    if not is_dataclass(shown) or isinstance(shown, type):
        return tag("p", repr(shown))
    held = {field.name: getattr(shown, field.name) for field in fields(shown)}
    said = facts((name.replace("_", " "), _flat(value)) for name, value in held.items() if _is_flat(value))
    tables = [_table(rows) for rows in held.values() if _is_rows(rows)]
    return join([said, *tables])


def _table(rows: "Sequence[DataclassInstance]") -> Html:
    cells = [_cells(row) for row in (rows if len(rows) <= 2 * ENDS else [*rows[:ENDS], *rows[-ENDS:]])]
    columns = list(dict.fromkeys(name for row in cells for name in row))
    told: list[list[str]] = [[row.get(name, "") for name in columns] for row in cells]
    if len(rows) > 2 * ENDS:
        told.insert(ENDS, ["…", *([""] * (len(columns) - 1))])
    made = table((name.replace("_", " ") for name in columns), told)
    left = len(rows) - 2 * ENDS
    return join([made, tag("p", f"{left:,} rows in the middle are not shown", class_="soft")]) if left > 0 else made


def _cells(row: "DataclassInstance") -> Cells:
    """A row: acts, events and entries in a line each, of others every word and number."""
    match row:
        case Act() | Event():
            to = parties(row.recipients) if row.recipients else ""
            day = day_words(row.date)
            return {"day": day, "who": parties(row.actors), "act": verb(row), "whom": to, "id": row.id}
        case Entry():
            whom = parties(row.to or row.about) if row.to or row.about else ""
            told = {"by": parties(row.by), "to": whom, "kind": row.kind, "state": row.state, "due": day_words(row.due)}
            return {**told, "what": " ".join(row.what.text.split())[:160], "id": row.id}
        case _:
            return dict(_flat_cells(row))


def _flat_cells(row: "DataclassInstance") -> Iterator[tuple[str, str]]:
    for field in fields(row):
        value = getattr(row, field.name)
        if isinstance(value, Mapping):
            yield from ((str(name), _flat(one)) for name, one in value.items() if _is_flat(one))
        elif _is_flat(value):
            yield field.name, _flat(value)


def _is_flat(value: object) -> bool:
    return value is None or isinstance(value, str | int | float)


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple | list) and bool(value) and all(is_dataclass(one) for one in value)


def _flat(value: object) -> str:
    match value:
        case None | False:
            return ""
        case True:
            return "yes"
        case float():
            return f"{value:.4g}"
        case _:
            return str(value)
