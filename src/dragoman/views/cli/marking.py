"""Marking: takes a coded document, gives its text, acts between `[number` and `]`, participants underlined."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich.text import Text

from dragoman.records.document import Document, PartKind
from dragoman.records.event import Coded, Event
from dragoman.views.cli.signs import STATUS, mark_style
from dragoman.views.visible import visible

_PART_STYLE: Mapping[PartKind, str] = {
    "headline": "bold",
    "heading": "bold",
    "quotation": "italic",
    "kicker": "dim",
    "section": "dim",
    "caption": "dim",
    "credit": "dim",
    "byline": "dim",
    "boilerplate": "dim",
}


def marked_text(coded: Coded) -> Text:
    """The whole text. An act that did not (yet) occur has the sign of its status beside its number: `[2? invite]`."""
    marks = _marks(coded.events)
    document = coded.document
    return marked_passage(document, marks, _named(coded.events), 0, len(document.text))


@dataclass(frozen=True, slots=True)
class Mark:
    """The words of one or more acts, and what stands before them."""

    start: int
    end: int
    label: str
    style: str


def _marks(events: Iterable[Event]) -> list[Mark]:
    """One mark for each run of words, wide ones first; acts told by the very same words share it."""
    together: dict[tuple[int, int], list[str]] = defaultdict(list)
    styles: dict[tuple[int, int], str] = {}
    for number, event in enumerate(events, start=1):
        place = (event.trigger.start, event.trigger.end)
        together[place].append(label(number, event))
        styles.setdefault(place, mark_style(event))
    return [
        Mark(*place, f"[{','.join(labels)} ", styles[place])
        for place, labels in sorted(together.items(), key=lambda entry: (entry[0][0], -entry[0][1]))
    ]


def label(number: int, event: Event) -> str:
    """The number of an act, with the sign of its status unless it occurred."""
    return str(number) if event.status == "occurred" else f"{number}{STATUS[event.status]}"


def _named(events: Iterable[Event]) -> list[tuple[int, int]]:
    return [
        (participant.start, participant.end)
        for event in events
        for participant in event.participants
        if participant.start < participant.end
    ]


def marked_passage(
    document: Document, marks: Iterable[Mark], named: Iterable[tuple[int, int]], start: int, end: int
) -> Text:
    """The characters from `start` to `end` in their styles, with the brackets set in."""
    text = Text(visible(document.text[start:end]))
    for part in document.parts:
        _stylize(text, _PART_STYLE.get(part.kind, ""), part.start - start, part.end - start)
    for first, last in named:
        _stylize(text, "underline", first - start, last - start)
    marks = [mark for mark in marks if start <= mark.start < mark.end <= end]
    for mark in marks:
        _stylize(text, mark.style, mark.start - start, mark.end - start)
    return _bracketed(text, marks, start)


def _stylize(text: Text, style: str, first: int, last: int) -> None:
    if style and last > 0:
        text.stylize(style, max(first, 0), last)


def _bracketed(text: Text, marks: Sequence[Mark], start: int) -> Text:
    """The text cut at the edges of marks, with a label before and a bracket behind."""
    edges = sorted({edge - start for mark in marks for edge in (mark.start, mark.end)} - {0, len(text)})
    bracketed, left = Text(), start
    for piece in text.divide(edges):
        right = left + len(piece)
        for mark in marks:
            if mark.start == left:
                bracketed.append(mark.label, mark.style)
        bracketed.append_text(piece)
        for mark in reversed(marks):
            if mark.end == right:
                bracketed.append("]", mark.style)
        left = right
    return bracketed
