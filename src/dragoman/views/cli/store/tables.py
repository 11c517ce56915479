"""Tables: takes what a store answered, gives it as a page to read in a terminal of 80 columns."""

import re
from collections.abc import Iterable, Iterator, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from dragoman.desk.asking import ToldAct
from dragoman.records.act import Act, ActDate, Party, Voice
from dragoman.records.event import Event, Quad, Status
from dragoman.store.answering import Passage
from dragoman.views.cli.signs import COLOUR, STATUS, days, when, who
from dragoman.views.visible import visible

MOST_NAMED = 3
BEFORE, AFTER = 40, 100  # characters of a passage that a page shows beside its trigger; `show` has all of them
NOBODY = "–"
_STANCE = {"claims": "says so", "denies": "denies it", "otherwise": "says otherwise"}


def page_of_acts(told: Iterable[ToldAct]) -> RenderableType:
    """An act a row: when, who, what, to whom; the words, its id, and by how many reports it is told."""
    table = _table()
    for one in told:
        act = one.act
        passage = one.passages[0] if one.passages else None
        table.add_row(
            _when(act),
            _lines([_party(party) for party in act.actors]),
            _what(act.type, act.mode, act.status, act.quad),
            _lines([_party(party) for party in act.recipients]),
            Group(
                _clipped(passage.text, *passage.trigger) if passage else Text(),
                Text(act.id, style="dim", overflow="fold"),
                *([Text(_told_by(act), style="dim")] if len(act.reports) > 1 else []),
            ),
        )
    return table


def page_of_events(events: Iterable[Event]) -> RenderableType:
    """An event a row: when, who, what, to whom; the words, its id."""
    table = _table()
    for event in events:
        span = event.passage
        table.add_row(
            Text(when(event.date) if event.date else NOBODY),
            _lines([who(one) for one in event.actors]),
            _what(event.type, event.mode, event.status, event.quad),
            _lines([who(one) for one in event.recipients]),
            Group(
                _clipped(span.text, event.trigger.start - span.start, event.trigger.end - span.start),
                Text(event.id, style="dim", overflow="fold"),
            ),
        )
    return table


def whole_act(told: ToldAct) -> RenderableType:
    """All that is known of an act."""
    act = told.act
    parts: list[RenderableType] = [
        Text.assemble(
            (f"{STATUS[act.status]} {act.type}", f"bold {COLOUR[act.quad]}"),
            f"  {act.mode + ', ' if act.mode else ''}{act.status}",
        ),
        Text(f"{_joined(act.actors)} → {_joined(act.recipients)}"),
        Text("\n".join(_facts(act))),
        Text("\nVoices", style="bold"),
    ]
    passages = {passage.event: passage for passage in told.passages}
    for voice in act.voices:
        parts += _voice(voice, passages)
    if len(act.status_history) > 1:
        parts.append(Text("\nHow it went on", style="bold"))
        parts += [_under(f"{one.known_on or 'undated'}  {one.status}, by {one.event}") for one in act.status_history]
    if act.merges:
        parts.append(Text("\nWhy it is one act", style="bold"))
    for merge in act.merges:
        parts.append(_under(f"{merge.event} and {merge.other}  {'by hand' if merge.by_hand else f'{merge.score:.2f}'}"))
        parts += [_under("; ".join(merge.reasons), by=4)] if merge.reasons else []
    return Group(*parts)


def _facts(act: Act) -> Iterator[str]:
    yield act.id
    if act.date:
        yield f"when: {_day(act.date)}"
    if act.due:
        yield f"due: {_day(act.due)}"
    if act.place:
        country = f" ({act.place.country})" if act.place.country and act.place.country != act.place.name else ""
        yield visible(f"where: {act.place.name}{country}")
    if act.magnitudes:
        yield visible(f"how much: {', '.join(dict.fromkeys(one.text for one in act.magnitudes))}")
    yield f"CAMEO {act.cameo}, Goldstein {act.goldstein:g}, confidence {act.confidence:.2f}"
    first, last = act.first_reported, act.last_reported
    yield f"{_told_by(act)}, {first or 'undated'}" + (f" to {last}" if last and last != first else "")


def _told_by(act: Act) -> str:
    """How many reports, documents and outlets tell it."""
    counts = ((len(act.reports), "report"), (len(act.documents), "document"), (len(act.outlets), "outlet"))
    return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in counts if number)


def _voice(voice: Voice, passages: dict[str, Passage]) -> list[RenderableType]:
    outlets = ", ".join(voice.outlets) or "an outlet that is not named"
    by = f", quoting {', '.join(voice.by)}" if voice.by else ""
    differs = f" on {', '.join(voice.differs)}" if voice.differs else ""
    told: list[RenderableType] = [_under(f"{outlets} {_STANCE[voice.stance]}{differs}{by}")]
    for event in voice.events:
        passage = passages.get(event)
        if passage is not None:
            told.append(_under(f"{passage.published or 'undated'}  {event}", by=4, style="dim"))
            told.append(Padding(_marked(passage.text, *passage.trigger), (0, 0, 0, 4), expand=False))
    return told


def _under(text: str, *, by: int = 2, style: str = "") -> Padding:
    return Padding(Text(visible(text), style=style), (0, 0, 0, by), expand=False)


def _clipped(text: str, start: int, end: int) -> Text:
    """The words around a trigger; what is left out is told by dots."""
    first = text.rfind(" ", 0, start - BEFORE) + 1 if start > BEFORE else 0
    last = text.find(" ", end + AFTER) if len(text) > end + AFTER else -1
    shown = _marked(text[first : None if last < 0 else last], start - first, end - first)
    return Text.assemble("… " if first else "", shown, "" if last < 0 else " …")


def _marked(text: str, start: int, end: int) -> Text:
    """The words without the line breaks of their page, the trigger among them marked."""
    before, trigger, after = (re.sub(r"\s+", " ", part) for part in (text[:start], text[start:end], text[end:]))
    return Text.assemble(visible(before), (visible(trigger), "bold underline"), visible(after))


def _what(type_: str, mode: str | None, status: Status, quad: Quad) -> Text:
    act = Text.assemble(f"{STATUS[status]} ", (visible(type_), f"bold {COLOUR[quad]}"))
    if mode:
        act.append(f"\n  {visible(mode)}")
    if status != "occurred":
        act.append(f"\n  {status}", "italic")
    return act


def _when(act: Act) -> Text:
    if act.date:
        return Text(_day(act.date))
    return Text(f"told\n{act.first_reported}" if act.first_reported else NOBODY, style="dim")


def _day(date: ActDate) -> str:
    return days(date.start, date.end, date.precision)


def _party(party: Party) -> str:
    """A party in a word or two, as `signs.who` tells a participant."""
    name = party.id if party.kind in ("state", "igo") else party.name
    return visible(f"{name} {party.sector}" if party.sector else name)


def _joined(parties: Sequence[Party]) -> str:
    """All of them, with the officials who act for them."""
    named = [f"{_party(one)}{f' ({visible(one.person)})' if one.person else ''}" for one in parties]
    return ", ".join(named) or NOBODY


def _lines(names: Sequence[str]) -> Text:
    shown = (
        list(names) if len(names) <= MOST_NAMED + 1 else [*names[:MOST_NAMED], f"and {len(names) - MOST_NAMED} more"]
    )
    return Text("\n".join(shown) or NOBODY)


def _table() -> Table:
    """Columns for 80 characters: the words get what the others leave."""
    table = Table(
        box=SIMPLE_HEAD, expand=True, show_edge=False, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold"
    )
    table.add_column("when", width=10, overflow="fold")
    table.add_column("who", ratio=2, overflow="fold")
    table.add_column("act", width=13)
    table.add_column("whom", ratio=2, overflow="fold")
    table.add_column("words", ratio=6)
    return table
