"""Tabling: takes a coded document, gives a table for 80 columns; contents and items stand under their act."""

from collections.abc import Mapping, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table
from rich.text import Text

from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.views.cli.signs import COLOUR, STATUS, when, who
from dragoman.views.tree import Row, rows
from dragoman.views.visible import visible

MOST_NAMED = 4  # participants in a cell; the text marks the others
NOBODY = "–"


def event_table(coded: Coded) -> Table:
    """A row an event: number, who, what act, to whom, when and where, who says so, and the words that tell it."""
    numbers = {event.id: number for number, event in enumerate(coded.events, start=1)}
    said = any(event.said_by for event in coded.events)
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("no", no_wrap=True)
    table.add_column("who", ratio=3)
    table.add_column("act", width=14)
    table.add_column("whom", ratio=3)
    table.add_column("when, where", width=13)
    if said:
        table.add_column("said by", ratio=2)
    table.add_column("words", ratio=4)
    for row in rows(coded.events):
        table.add_row(*_cells(row, numbers, said=said))
    return table


def _cells(row: Row, numbers: Mapping[str, int], *, said: bool) -> list[Text]:
    event = row.event
    cells = [
        _number(row),
        _participants(event.actors),
        _act(event),
        _participants(event.recipients),
        _when_where(event),
    ]
    if said:
        cells.append(Text("\n").join(Text(who(participant)) for participant in event.said_by))
    return [*cells, _words(event, numbers)]


def _number(row: Row) -> Text:
    return Text("  " * (row.depth - 1) + f"{row.tie} {row.number}" if row.depth else str(row.number), "bold")


def _participants(participants: Sequence[Participant]) -> Text:
    lines = [_participant(participant) for participant in participants[:MOST_NAMED]]
    if len(participants) > MOST_NAMED:
        lines.append(Text(f"and {len(participants) - MOST_NAMED} more", "dim"))
    return Text("\n").join(lines) if lines else Text(NOBODY, "dim")


def _participant(participant: Participant) -> Text:
    name = Text(who(participant))
    if participant.person and participant.person != participant.name:
        name.append(f"\n{visible(participant.person)}", "dim")
    return name


def _act(event: Event) -> Text:
    act = Text.assemble(f"{STATUS[event.status]} ", (visible(event.type), f"bold {COLOUR[event.quad]}"))
    if event.mode:
        act.append(f"\n  {visible(event.mode)}")
    if event.status != "occurred":
        act.append(f"\n  {event.status}", "italic")
    return act


def _when_where(event: Event) -> Text:
    lines = [when(event.date)] if event.date else []
    lines += [f"by {when(event.due)}"] if event.due else []
    lines += [visible(event.place.name)] if event.place else []
    lines += ["background"] if event.historical else []
    return Text("\n".join(lines)) if lines else Text(NOBODY, "dim")


def _words(event: Event, numbers: Mapping[str, int]) -> Text:
    words = Text(f"“{visible(event.trigger.text)}”")
    for magnitude in event.magnitudes:
        words.append(f"\n{visible(magnitude.text.text)}", "dim")
    for first in event.firsts:
        words.append(f"\n“{visible(first.text)}”", "dim")
    for link in event.links:
        if link.event in numbers:
            words.append(f"\n{link.kind.replace('_', ' ')} {numbers[link.event]}", "dim")
    return words
