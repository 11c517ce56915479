"""Plain tables: takes names and rows of short cells, gives a table for a terminal; where that is too narrow, blocks."""

from collections.abc import Collection, Iterable, Sequence

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, RenderResult
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

from dragoman.views.visible import visible

_FOLDED = 12  # columns that a cell which may be folded needs at the most


class PlainTable:
    """A table of short cells. Columns named in `numbers` stand to the right, those in `whole` are never folded."""

    def __init__(
        self, columns: Sequence[str], rows: Iterable[Sequence[str]], numbers: Collection[str], whole: Collection[str]
    ) -> None:
        self._columns, self._rows = columns, [[visible(cell) for cell in row] for row in rows]
        self._numbers, self._whole = numbers, whole

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        if self._narrowest(console, options) <= options.max_width:
            yield self._table()
        else:  # a table would leave columns out without a word
            for row in self._rows:
                yield self._block(row)

    def _narrowest(self, console: Console, options: ConsoleOptions) -> int:
        """How wide the table is at least: headings, numbers and what is kept whole are not folded."""
        wide = options.update(max_width=10_000)
        least = 2 * (len(self._columns) - 1)
        for at, name in enumerate(self._columns):
            kept = name in self._whole or name in self._numbers
            cells = [Text(name), *(Text(row[at]) for row in self._rows)]
            widths = [Measurement.get(console, wide, cell) for cell in cells]
            least += max(cell_len(name), *(one.maximum if kept else min(one.minimum, _FOLDED) for one in widths))
        return least

    def _table(self) -> Table:
        table = Table(box=None, pad_edge=False, header_style="bold")
        for column in self._columns:
            table.add_column(
                column,
                overflow="fold",
                justify="right" if column in self._numbers else "left",
                no_wrap=column in self._whole or column in self._numbers,
            )
        for row in self._rows:
            table.add_row(*map(Text, row))
        return table

    def _block(self, row: Sequence[str]) -> Text:
        """A line for each cell that is not empty, under its name."""
        named = [(name, cell) for name, cell in zip(self._columns, row, strict=True) if cell]
        lines = [Text.assemble((f"{name} " if name else "", "bold"), cell) for name, cell in named]
        return Text("\n", overflow="fold").join([*lines, Text()])


def plain_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Collection[str] = (),
    whole: Collection[str] = (),
) -> PlainTable:
    """A table of short cells. Columns named in `numbers` stand to the right, those in `whole` are never folded."""
    return PlainTable(columns, rows, numbers, whole)
