"""Act rows: takes accounts of acts, writes CSV, a row an act with the columns of `act_columns`.

Text is UTF-8. An unknown value is an empty cell; yes and no are `true` and `false`.
"""

import csv
import io
from collections.abc import Iterable

from dragoman.exports.act_columns import COLUMNS, Cell, act_row
from dragoman.exports.targets import Target, opened
from dragoman.records.account import Account


def write_act_rows(accounts: Iterable[Account], target: Target) -> int:
    """A line of column names, then one act a row. Gives how many were written."""
    count = 0
    with opened(target) as stream:
        stream.write(_line(COLUMNS))
        for count, account in enumerate(accounts, start=1):  # noqa: B007 - the last number is the count
            stream.write(_line(act_row(account)))
    return count


def _line(cells: Iterable[Cell]) -> bytes:
    """A row. The writer puts a cell with a line break between quotation marks if it knows the break as its own."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([_text(cell) for cell in cells])
    return line.getvalue().removesuffix("\r\n").encode() + b"\n"


def _text(cell: Cell) -> str:
    if cell is None:
        return ""
    return str(cell).lower() if isinstance(cell, bool) else str(cell)
