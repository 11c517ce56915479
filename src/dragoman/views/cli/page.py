"""The page: takes a coded document, gives what the terminal shows: text with acts marked, table, notes, counts."""

from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.views.cli.marking import label, marked_text
from dragoman.views.cli.signs import AGAIN, COLOUR, CONTENT, ITEM, STATUS, mark_style, quad_words
from dragoman.views.cli.tabling import event_table
from dragoman.views.tree import rows
from dragoman.views.visible import visible

WIDEST = 100  # characters of a line that the eye still follows


class Page:
    """One document as a page. With `why`, each event's frame, its file and line, and the words that gave its status."""

    def __init__(self, coded: Coded, *, why: bool) -> None:
        self._coded = coded
        self._why = why

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        options = options.update_width(min(options.max_width, WIDEST))
        for block in self._blocks(colour=console.color_system is not None and not console.no_color):
            yield from console.render(block, options)

    def _blocks(self, *, colour: bool) -> Iterator[RenderableType]:
        coded = self._coded
        yield Rule(_title(coded.document), align="left", style="dim")
        yield Padding(marked_text(coded), (1, 0, 1, 0))
        if coded.events:
            yield event_table(coded)
            yield Padding(_legend(coded.events, colour=colour), (1, 0, 0, 0))
        if self._why and coded.events:
            yield Padding(_whys(coded.events), (1, 0, 0, 0))
        yield Padding(Text("\n").join([*_notes(coded), _counts(coded)]), (1, 0, 1, 0))


def _title(document: Document) -> Text:
    title = Text(visible(document.path), "bold")
    if document.source_id:
        title.append(f" · {visible(document.source_id)}", "bold")
    return title.append(
        f" · published {document.published}" if document.published else " · no publication date", "not bold"
    )


def _legend(events: Sequence[Event], *, colour: bool) -> Text:
    """Only the signs that this page uses."""
    statuses = {event.status for event in events}
    signs = [f"{sign} {status}" for status, sign in STATUS.items() if status in statuses]
    ties = {row.tie for row in rows(events)}
    meanings = ((CONTENT, "content of"), (ITEM, "item of"), (AGAIN, "told again"))
    signs += [f"{tie} {meaning}" for tie, meaning in meanings if tie in ties]
    legend = Text("  ".join(signs), "dim")
    if colour:
        legend.append("\n")
        quads = {event.quad: event for event in events}
        legend.append_text(
            Text("  ").join(
                Text(quad_words(quad), f"not dim {mark_style(quads[quad])}") for quad in COLOUR if quad in quads
            )
        )
    return legend


def _whys(events: Sequence[Event]) -> Table:
    """A line an event: its id, which `explain` takes, the frame that made it, and the words that gave its status."""
    whys = Table(box=None, show_edge=False, pad_edge=False, padding=(0, 2, 0, 0), header_style="bold")
    whys.add_column("no", no_wrap=True, style="bold")
    whys.add_column("id", no_wrap=True, style="dim")
    whys.add_column("frame")
    whys.add_column("status from")
    for number, event in enumerate(events, start=1):
        frame = Text(f"{visible(event.why.frame)} ").append(f"{visible(event.why.file)}:{event.why.line}", "dim")
        cue = Text(f"“{visible(event.status_cue.text)}”") if event.status_cue else Text("")
        whys.add_row(label(number, event), Text(event.id), frame, cue)
    return whys


def _notes(coded: Coded) -> list[Text]:
    notes = [Text(f"Note: {visible(note)}") for note in coded.document.notes]
    dates = [date for event in coded.events for date in (event.date, event.due) if date]
    unresolved = sum(date.precision == "relative" for date in dates)
    if unresolved and coded.document.published is None:
        dates_are = "1 relative date is" if unresolved == 1 else f"{unresolved} relative dates are"
        notes.append(Text(f"Note: {dates_are} unresolved; --published DATE resolves them"))
    return notes


def _counts(coded: Coded) -> Text:
    statuses = Counter(event.status for event in coded.events)
    counts = Text("1 event" if len(coded.events) == 1 else f"{len(coded.events)} events", "bold")
    if statuses:
        counts.append(
            ": " + ", ".join(f"{statuses[status]} {status}" for status in STATUS if statuses[status]), "not bold"
        )
    if coded.dropped:
        candidates = "1 candidate" if len(coded.dropped) == 1 else f"{len(coded.dropped)} candidates"
        counts.append(f"; {candidates} dropped", "not bold")
    return counts
