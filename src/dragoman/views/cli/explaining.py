"""Explaining: takes the desk's explanation of an event, gives it as text for the terminal."""

from collections.abc import Iterator, Sequence

from rich.console import Group
from rich.table import Table
from rich.text import Text

from dragoman.desk import Explanation
from dragoman.records.document import Document
from dragoman.records.event import Dropped, Event, Found
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Span
from dragoman.views.cli.marking import Mark, label, marked_passage
from dragoman.views.cli.signs import COLOUR, STATUS, mark_style, quad_words, when, who
from dragoman.views.visible import visible


def explanation_text(explanation: Explanation) -> Group:
    """What was written down, from which words, by which frame, in which steps; and what was not, and why."""
    facts = Table.grid(padding=(0, 2, 0, 0))
    facts.add_column(style="dim", no_wrap=True)
    facts.add_column()
    for name, value in _facts(explanation):
        facts.add_row(name, value)
    return Group(_heading(explanation), "", facts, *_steps(explanation.event), *_all_dropped(explanation), "")


def _heading(explanation: Explanation) -> Text:
    event = explanation.event
    type_ = f"{event.type} {event.mode}" if event.mode else event.type
    return Text.assemble(
        (f"{explanation.number} ", "bold"),
        (visible(type_), f"bold {COLOUR[event.quad]}"),
        f"  {STATUS[event.status]} {event.status}  ",
        (event.id, "dim"),
    )


def _facts(explanation: Explanation) -> Iterator[tuple[str, Text]]:
    event, document = explanation.event, explanation.coded.document
    for span in event.evidence:
        yield "passage", _passage(explanation, span, document)
    yield "trigger", _quoted(event.trigger)
    yield "frame", Text(f"{visible(event.why.file)}:{event.why.line}  {visible(event.why.frame)}")
    if event.why.judged is not None:
        judged = event.why.judged
        shares = f"an act {judged.act:.2f}, {event.type} {judged.type:.2f}, {event.status} {judged.status:.2f}"
        yield "judged", Text(shares)
    yield "status", _status(event)
    for name, participants in _sides(event):
        for participant in participants:
            yield name, _participant(participant)
            name = ""  # noqa: PLW2901 - a side is named once
    for found in event.why.found:
        yield "found", _found(found)
    yield from _circumstances(event)
    yield from _ties(explanation)
    yield "code", Text(f"CAMEO {event.cameo}, {quad_words(event.quad)}, Goldstein {event.goldstein:+.1f}")
    yield "confidence", Text(f"{event.confidence:.2f}")


def _passage(explanation: Explanation, span: Span, document: Document) -> Text:
    event = explanation.event
    mark = Mark(event.trigger.start, event.trigger.end, f"[{label(explanation.number, event)} ", mark_style(event))
    named = [(participant.start, participant.end) for participant in event.participants]
    return marked_passage(document, [mark], named, span.start, span.end).append(_place(span.start, span.end), "dim")


def _quoted(span: Span) -> Text:
    return Text(f"“{visible(span.text)}”").append(_place(span.start, span.end), "dim")


def _place(start: int, end: int) -> str:
    return f"  {start}–{end}"


def _status(event: Event) -> Text:
    if event.status_cue is None:
        return Text(f"{event.status}, without a cue word")
    return Text(f"{event.status}, from ").append_text(_quoted(event.status_cue))


def _sides(event: Event) -> tuple[tuple[str, Sequence[Participant]], ...]:
    return (
        ("actors", event.actors),
        ("recipients", event.recipients),
        ("said by", event.said_by),
        ("addressees", event.addressees),
    )


def _found(found: Found) -> Text:
    """By which rule and name of the book the words were understood, how surely, and what else they may mean."""
    told = f"“{found.text}” is {', '.join(found.ids)} by {found.rule}: {found.because}, score {found.score:.2f}"
    others = "; ".join(f"{one.name} {one.score:.2f}" for one in found.others)
    return Text(visible(told)).append(visible(f"  not {others}") if others else "", "dim")


def _participant(participant: Participant) -> Text:
    """Code, who that is, and the words that were read so."""
    described = [
        participant.name if participant.name != who(participant) else "",
        participant.person,
        participant.office,
    ]
    text = Text(who(participant), "bold")
    text.append(visible("".join(f", {words}" for words in described if words)), "not bold")
    text.append(f"  “{visible(participant.text)}”", "not bold")
    return text.append(_place(participant.start, participant.end), "not bold dim")


def _circumstances(event: Event) -> Iterator[tuple[str, Text]]:
    yield from (("date", _date(date)) for date in (event.date,) if date)
    yield from (("due", _date(date)) for date in (event.due,) if date)
    if event.place:
        country = f", {event.place.country}" if event.place.country else ""
        name = Text(visible(f"{event.place.name}{country} ({event.place.precision})  "))
        yield "place", name.append_text(_quoted(event.place.text))
    yield from (("magnitude", _quoted(magnitude.text)) for magnitude in event.magnitudes)
    yield from (("first", _quoted(first)) for first in event.firsts)
    if event.contexts:
        yield "contexts", Text(visible(", ".join(event.contexts)))
    if event.historical:
        yield "historical", Text("told as background, not as news of this text")


def _date(date: DateSpan) -> Text:
    if date.precision == "relative":
        return Text("not resolved, for want of a publication date  ").append_text(_quoted(date.text))
    return Text(f"{when(date)} ({date.precision})  ").append_text(_quoted(date.text))


def _ties(explanation: Explanation) -> Iterator[tuple[str, Text]]:
    event = explanation.event
    numbered = {other.id: (number, other) for number, other in enumerate(explanation.coded.events, start=1)}
    for name, id_ in (("content of", event.content_of), ("item of", event.part_of), ("same as", event.same_as)):
        if id_ in numbered:
            yield name, _other(*numbered[id_])
    for number, other in numbered.values():
        if other.content_of == event.id:
            yield "its content", _other(number, other)
        if other.part_of == event.id:
            yield "its item", _other(number, other)
        if other.same_as == event.id:
            yield "told again", _other(number, other)
    for link in event.links:
        if link.event in numbered:
            yield link.kind.replace("_", " "), _other(*numbered[link.event]).append_text(_quoted(link.cue))


def _other(number: int, event: Event) -> Text:
    return Text(f"{label(number, event)} {visible(event.type)} “{visible(event.trigger.text)}”  ")


def _steps(event: Event) -> list[Text]:
    if not event.why.steps:
        return []
    steps = [Text(f"  {number}. {visible(step)}") for number, step in enumerate(event.why.steps, start=1)]
    return [Text("\nHow it came to be", "bold"), *steps]


def _all_dropped(explanation: Explanation) -> Iterator[Text]:
    for heading, dropped in (
        ("Dropped in this passage", explanation.beside),
        ("Dropped elsewhere in the document", explanation.elsewhere),
    ):
        if dropped:
            yield Text(f"\n{heading}", "bold")
            yield from map(_dropped, dropped)
    if not explanation.coded.dropped:
        yield Text("\nNo candidate was dropped in this document.", "dim")


def _dropped(dropped: Dropped) -> Text:
    text = Text("  ").append_text(_quoted(dropped.trigger)).append(f"  {visible(dropped.reason)}")
    return text.append(f"\n    {visible(dropped.file)}:{dropped.line}  {visible(dropped.frame)}", "dim")
