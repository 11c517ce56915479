"""Comparisons: takes what two texts say, gives the page that lays it side by side, clause by clause."""

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.desk.framing import SideBySide
from dragoman.ledger.framing.comparison import Aligned
from dragoman.records.document import Document
from dragoman.records.entry import Entry
from dragoman.views.cli.ledger.words import NOBODY, line
from dragoman.views.signs import CHANGES
from dragoman.views.visible import visible

COLOURS = {"new": "green", "gone": "red", "stronger": "bold yellow", "weaker": "cyan", "reworded": "dim", "same": "dim"}


def page_of_comparison(found: SideBySide) -> RenderableType:
    """A row for each clause: what became of it, its theme and why, and its words in both texts."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("change", width=10)
    table.add_column("theme, why", ratio=3, overflow="fold")
    table.add_column(_called(found.earlier), ratio=5)
    table.add_column(_called(found.later), ratio=5)
    for one in found.comparison.aligned:
        table.add_row(
            Text(f"{CHANGES[one.change]} {one.change}", COLOURS[one.change]),
            _why(one),
            _words(one.earlier),
            _words(one.later),
        )
    return Group(*([table] if found.comparison.aligned else []), Text("\n".join(_sums(found))))


def _why(one: Aligned) -> Text:
    return Text("\n".join(visible(part) for part in (one.theme, one.why) if part))


def _words(entry: Entry | None) -> Text:
    return Text(line(entry.what.text) if entry else NOBODY)


def _called(document: Document) -> str:
    told = (document.published, document.title or document.path)
    return visible(" ".join(part for part in told if part))


def _sums(found: SideBySide) -> Iterator[str]:
    """How many clauses changed, and which themes came and went."""
    comparison = found.comparison
    number = len(comparison.changes)
    yield f"{number or 'no'} {'change' if number == 1 else 'changes'} in {len(comparison.aligned)} clauses"
    if comparison.new_themes:
        yield visible(f"new themes: {', '.join(comparison.new_themes)}")
    if comparison.gone_themes:
        yield visible(f"themes gone: {', '.join(comparison.gone_themes)}")
