"""Event rows: takes a file of GDELT 2.0, POLECAT, ICEWS or Phoenix; gives its rows, and what was set aside, one by one.

Files may be plain, gzipped or in a zip archive. The layout is recognised by the names of its columns or by how many
there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dragoman.imports.event_cells import Faulty
from dragoman.imports.event_files import Line, event_lines
from dragoman.imports.event_layouts import Arrangement, arranged, cells_of, layouts_named
from dragoman.imports.event_reading import READERS, Place
from dragoman.imports.event_sides import Sides, sides_of
from dragoman.knowledge.layouts import Layout
from dragoman.knowledge.world import World
from dragoman.records.event_row import EventRow, RefusedRow

__all__ = ["read_event_rows"]


def read_event_rows(
    path: Path, *, layout: str | None = None, world: World | None = None
) -> Iterator[EventRow | RefusedRow]:
    """The rows of a file, as they are asked for. A faulty line is set aside as `RefusedRow`, with the reason.

    Example:
        >>> for row in read_event_rows(Path("20220629.export.CSV.zip")):
        ...     print(row)

    Args:
        path: the file.
        layout: "gdelt", "polecat", "icews" or "phoenix", where it is not to be recognised.
        world: the book that knows organisations and groups by name; by default the shipped one.

    Raises:
        SourceError: there is no such file or no such layout.
    """
    layouts = layouts_named(layout)
    return _rows(event_lines(path), _Reader(sides=sides_of(world), layouts=layouts))


@dataclass(slots=True, kw_only=True)
class _Reader:
    """Reads lines. What is known of each file is learnt from its first line that can be understood."""

    sides: Sides
    layouts: Sequence[Layout]
    known: dict[str, Arrangement] = field(default_factory=dict)

    def read(self, line: Line) -> EventRow | RefusedRow | None:
        """The row of a line, or why it holds none; None of a line of names."""
        cells = cells_of(line.text)
        arrangement = self.known.get(line.file)
        if arrangement is None:
            arrangement = arranged(cells, self.layouts)
            if arrangement is None:
                return _refused(line, f"{len(cells)} columns are those of no layout; name the layout, or give tabs")
            self.known[line.file] = arrangement
            if arrangement.header:
                return None
        if len(cells) != len(arrangement.columns):
            return _refused(line, f"{len(cells)} columns instead of {len(arrangement.columns)}")
        if arrangement.lacking:
            return _refused(line, f"the file lacks the column {', '.join(arrangement.lacking)}")
        name = arrangement.layout.name
        try:
            where = Place(file=line.file, line=line.number, layout=name)
            return READERS[name](arrangement.named(cells), where, self.sides)
        except Faulty as fault:
            return _refused(line, str(fault))


def _rows(lines: Iterator[Line | RefusedRow], reader: _Reader) -> Iterator[EventRow | RefusedRow]:
    for line in lines:
        read = reader.read(line) if isinstance(line, Line) else line
        if read is not None:
            yield read


def _refused(line: Line, reason: str) -> RefusedRow:
    return RefusedRow(file=line.file, line=line.number, reason=reason)
