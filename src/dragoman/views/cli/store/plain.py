"""Plain tables: takes names and rows of short cells, gives a table for a terminal."""

from collections.abc import Collection, Iterable, Sequence

from rich.table import Table
from rich.text import Text

from dragoman.views.visible import visible


def plain_table(
    columns: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    numbers: Collection[str] = (),
    whole: Collection[str] = (),
) -> Table:
    """A table of short cells. Columns named in `numbers` stand to the right, those in `whole` are never folded."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(
            column,
            overflow="fold",
            justify="right" if column in numbers else "left",
            no_wrap=column in whole or column in numbers,
        )
    for row in rows:
        table.add_row(*(Text(visible(cell)) for cell in row))
    return table
