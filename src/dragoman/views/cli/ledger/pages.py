"""Pages: takes entries, gives them as a page to read in a terminal of 80 columns, each kind under its heading."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from dragoman.records.entry import Entry, EntryKind
from dragoman.views.cli.ledger.words import clipped, day_of, last_words, sides, state_word, told_day
from dragoman.views.visible import visible

HEADINGS: dict[EntryKind, str] = {
    "commitment": "Promises", "ask": "Asks", "measure": "Measures", "meeting": "Meetings", "framing": "What is said",
    "dispute": "Disputes",
}  # fmt: skip


def page_of_entries(entries: Sequence[Entry]) -> RenderableType:
    """The entries of each kind, oldest first: when, how they stand, who to whom, the words, what last came of them."""
    return Group(*(part for kind in get_args(EntryKind) for part in _of_kind(kind, entries)))


def table_of(entries: Iterable[Entry]) -> Table:
    """An entry a row."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("when", width=10, overflow="fold")
    table.add_column("state", width=11)
    table.add_column("who", ratio=2, overflow="fold")
    table.add_column("words", ratio=6)
    for entry in entries:
        table.add_row(Text(told_day(entry)), state_word(entry.state), Text(sides(entry)), _words(entry))
    return table


def heading(kind: EntryKind, entries: Sequence[Entry]) -> Text:
    """The kind, how many there are, and how they stand."""
    states = Counter(entry.state for entry in entries)
    told = [Text.assemble(f"{number} ", state_word(state)) for state, number in states.most_common()]
    return Text.assemble((f"{HEADINGS[kind]}: {len(entries)}", "bold"), "  ", Text(" · ").join(told))


def _of_kind(kind: EntryKind, entries: Sequence[Entry]) -> Iterator[RenderableType]:
    own = [entry for entry in entries if entry.kind == kind]
    if own:
        yield heading(kind, own)
        yield table_of(own)
        yield Text()


def _words(entry: Entry) -> RenderableType:
    """The words of the entry, its particulars, what last became of it, and its id."""
    facts = " · ".join(_facts(entry))
    last = last_words(entry)
    return Group(
        Text(clipped(entry.what.text)),
        *([Text(visible(facts), style="italic")] if facts else []),
        *([last] if last is not None else []),
        Text(entry.id, style="dim", overflow="fold"),
    )


def _facts(entry: Entry) -> Iterator[str]:
    """What a list tells of an entry beside its words."""
    if entry.due:
        yield f"due {day_of(entry.due)}"
    if entry.place:
        yield entry.place.name
    if entry.kind == "meeting":
        yield from (part for part in (entry.level, entry.format) if part)
    if entry.theme and entry.kind == "framing":
        yield f"{entry.theme} {entry.intensity:+d}" if entry.intensity is not None else entry.theme
    if entry.items:
        yield f"{len(entry.items)} item{'' if len(entry.items) == 1 else 's'}"
    if entry.condition:
        yield clipped(entry.condition.text, 60)
