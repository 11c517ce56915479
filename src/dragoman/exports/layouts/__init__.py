"""Layouts: takes accounts of acts, writes them as others publish event data: GDELT, POLECAT, ICEWS, Phoenix.

There is a row for each actor and each recipient of an act. Acts come in the PLOVER view: these layouts know no status.
The reference page "Layouts" tells what stands in which column, and what is left empty.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import get_args

from dragoman.errors import DragomanError
from dragoman.exports.layouts import gdelt, icews, phoenix, polecat
from dragoman.exports.layouts.telling import Told, told_rows
from dragoman.exports.targets import Target, opened
from dragoman.knowledge.layouts import Layout, LayoutName, load_layouts
from dragoman.records.account import Account

__all__ = ["LAYOUTS", "write_layout"]

CELLS: Mapping[LayoutName, Mapping[str, Callable[[Told], str]]] = {
    "gdelt": gdelt.CELLS,
    "polecat": polecat.CELLS,
    "icews": icews.CELLS,
    "phoenix": phoenix.CELLS,
}
"""For each layout what stands in each of its columns."""

_BREAKS = {ord(mark): " " for mark in "\t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029\0"} | {ord('"'): "'"}


class _Named(Mapping[str, Layout]):
    """The layouts of the pack by name; the pack is read when one is asked for."""

    def __getitem__(self, name: str) -> Layout:
        """The layout of that name."""
        return {str(key): layout for key, layout in load_layouts().named.items()}[name]

    def __iter__(self) -> Iterator[str]:
        """Their names."""
        return iter(get_args(LayoutName))

    def __len__(self) -> int:
        """How many there are."""
        return len(get_args(LayoutName))


LAYOUTS: Mapping[str, Layout] = _Named()
"""The layouts that can be written: columns in order, whether a line of names comes first, the usual ending of files."""


def write_layout(name: str, accounts: Iterable[Account], stream: Target) -> int:
    """Writes the acts in the layout "gdelt", "polecat", "icews" or "phoenix". Gives how many rows were written.

    Text is UTF-8, cells are parted by tabs, nothing is quoted. Line breaks and tabs inside a cell are written as
    blanks, double quotation marks as single ones. An act of which no day is known, or nobody, has no row.

    Example:
        >>> with open("acts.export.CSV", "wb") as stream:
        ...     count = write_layout("gdelt", accounts, stream)

    Raises:
        DragomanError: there is no layout of that name, or no file can be written there.
    """
    if name not in LAYOUTS:
        raise DragomanError(f"there is no layout '{name}'; choose one of {', '.join(LAYOUTS)}")
    layout = LAYOUTS[name]
    cells = [CELLS[layout.name][column] for column in layout.columns]
    count = 0
    with opened(stream) as opened_stream:
        if layout.header:
            opened_stream.write(_line(layout.columns))
        for account in accounts:
            for told in told_rows(account):
                opened_stream.write(_line(cell(told) for cell in cells))
                count += 1
    return count


def _line(cells: Iterable[str]) -> bytes:
    return ("\t".join(_clean(cell) for cell in cells) + "\n").encode("utf-8", errors="replace")


def _clean(cell: str) -> str:
    """A cell that any reader takes as one: no break, and no quotation mark that a reader might look for the end of."""
    return cell.translate(_BREAKS).strip()
