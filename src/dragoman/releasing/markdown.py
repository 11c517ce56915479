"""Markdown: takes rows of cells, gives a table."""

from collections.abc import Iterable, Sequence

Cell = str | int | float | None


def table(names: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """A table with its names on top; columns of numbers stand to the right. Nothing where there are no rows."""
    all_ = [tuple(row) for row in rows]
    if not all_:
        return "None.\n"
    right = [all(isinstance(row[at], int | float) for row in all_) for at in range(len(names))]
    rules = ["---:" if numbers else "---" for numbers in right]
    return "".join(_line(cells) for cells in (tuple(names), tuple(rules), *all_))


def one_line(words: str) -> str:
    """Words from outside as they may stand in a line or a cell."""
    return " ".join(words.split()).replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _line(cells: Sequence[Cell]) -> str:
    return f"| {' | '.join('–' if cell is None else _cell(cell) for cell in cells)} |\n"


def _cell(cell: str | float) -> str:
    return one_line(cell) if isinstance(cell, str) else f"{cell:,}" if isinstance(cell, int) else f"{cell:g}"
