"""Event layouts: takes the cells of a line, gives the layout they are in, by the names or the number of columns."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dragoman.errors import SourceError
from dragoman.knowledge.layouts import Layout, load_layouts


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """The layout of a file and what stands in its columns, by place; None is a column that the layout does not have."""

    layout: Layout
    columns: tuple[str | None, ...]
    header: bool

    @property
    def lacking(self) -> tuple[str, ...]:
        """Columns without which a row tells nothing."""
        return tuple(sorted(self.layout.needed.difference(self.columns)))

    def named(self, cells: Sequence[str]) -> Mapping[str, str]:
        """The cells by their columns; what is not known is empty."""
        unknown = load_layouts().file.unknown
        return {
            column: "" if cell in unknown else cell
            for column, cell in zip(self.columns, map(_unquoted, cells), strict=True)
            if column is not None
        }


def cells_of(line: str) -> list[str]:
    """The cells of a line."""
    return line.split("\t")


def layouts_named(name: str | None) -> tuple[Layout, ...]:
    """The layout of that name; all of them where none is told.

    Raises:
        SourceError: there is no layout of that name.
    """
    known = load_layouts().named.values()
    found = tuple(layout for layout in known if name in {None, layout.name})
    if not found:
        raise SourceError(f"there is no layout '{name}'; choose one of {', '.join(layout.name for layout in known)}")
    return found


def arranged(cells: Sequence[str], layouts: Iterable[Layout]) -> Arrangement | None:
    """The layout of which these are the names of columns, or which has as many columns as these are; else None."""
    layouts = tuple(layouts)
    best = max((_with_header(cells, layout) for layout in layouts), key=_matching)
    if _matching(best) * 2 >= len(best.columns) and _matching(best) > 1:
        return best
    return next(
        (
            Arrangement(layout=one, columns=one.columns, header=False)
            for one in layouts
            if len(cells) == len(one.columns)
        ),
        None,
    )


def _with_header(cells: Sequence[str], layout: Layout) -> Arrangement:
    names = {_plain(column): column for column in layout.columns}
    names |= {_plain(other): column for other, column in layout.others.items()}
    return Arrangement(layout=layout, columns=tuple(names.get(_plain(_unquoted(cell))) for cell in cells), header=True)


def _matching(arrangement: Arrangement) -> int:
    return sum(column is not None for column in arrangement.columns)


def _plain(name: str) -> str:
    """A name as all write it: R writes "Event.ID", databases "event_id"."""
    return re.sub(r"[\s._]+", " ", name).strip().casefold()


def _unquoted(cell: str) -> str:
    cell = cell.strip()
    return cell[1:-1].replace('""', '"').strip() if len(cell) > 1 and cell[0] == cell[-1] == '"' else cell
