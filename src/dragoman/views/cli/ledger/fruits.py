"""Fruits: takes what two sides asked of and promised each other, gives the page that tells what came of it."""

from collections.abc import Iterator, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from dragoman.ledger.bearing import Direction
from dragoman.records.entry import Entry, State
from dragoman.views.cli.ledger.words import clipped, day_of, state_word, told_day, turn_told
from dragoman.views.visible import visible

ByState = Mapping[State, Sequence[Entry]]


def page_of_bearing(directions: Sequence[Direction]) -> RenderableType:
    """For each direction the asks and the promises, by how they stand, each with the passage that decided it."""
    return Group(*(part for direction in directions for part in _direction(direction)))


def _direction(direction: Direction) -> Iterator[RenderableType]:
    one, other = visible(direction.by), visible(direction.to)
    yield from _part(f"What {one} asked of {other}", direction.asks)
    yield from _part(f"What {one} promised {other}", direction.promises)


def _part(title: str, by_state: ByState) -> Iterator[RenderableType]:
    told = {state: entries for state, entries in by_state.items() if entries}
    number = sum(map(len, told.values()))
    counts = [Text.assemble(f"{len(entries)} ", state_word(state)) for state, entries in told.items()]
    yield Text.assemble((f"{title}: {number or 'nothing'}", "bold"), "  ", Text(" · ").join(counts))
    for entries in told.values():
        for entry in entries:
            yield from _entry(entry)
    yield Text()


def _entry(entry: Entry) -> Iterator[RenderableType]:
    due = f", due {day_of(entry.due)}" if entry.due else ""
    yield _under(Text.assemble(f"{told_day(entry)}  ", state_word(entry.state), f"  “{clipped(entry.what.text)}”", due))
    turn = entry.deciding
    if turn is not None:
        told = f" “{clipped(turn.quote.text, 240)}”" if turn.quote else ""
        yield _under(Text.assemble((turn_told(turn), "bold"), told), by=4)
    yield _under(Text(entry.id, style="dim"), by=4)


def _under(text: Text, *, by: int = 2) -> Padding:
    return Padding(text, (0, 0, 0, by), expand=False)
