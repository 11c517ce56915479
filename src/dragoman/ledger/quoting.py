"""Quoting: takes an event, gives the words that say what it is about, without those of its neighbours in a list."""

import re
from collections.abc import Iterable

from dragoman.records.entry import Quote
from dragoman.records.event import Event
from dragoman.records.span import Span

_ENDS = " \t\n,;:–—-"
_JOINTS = (" to", " and", " or", " as well as", " while", ", but", " but")
_BEGUN = re.compile(r"[,;]\s+(?:and\s+)?\w+ing$")  # of the next item no more than its verb


def quote_of(event: Event, neighbours: Iterable[Event] = (), speech: Event | None = None) -> Quote:
    """The passage of the event; where neighbours share it, from its trigger up to the next of them.

    `speech` is the act of speech that it is content of: words before the trigger that tell of that are left out too.
    """
    passage = event.passage
    others = [other for other in neighbours if passage.start <= other.trigger.start < passage.end]
    heads = [event, *others, *([speech] if speech is not None and speech.document == event.document else [])]
    before = [head for head in heads if passage.start <= head.trigger.start < event.trigger.start]
    behind = [_beginning(other, heads) for other in others if other.trigger.start >= event.trigger.end]
    start = event.trigger.start if before else passage.start
    return cut(event.document, passage, start, min(behind, default=passage.end))


def behind_trigger(event: Event, neighbours: Iterable[Event] = ()) -> Quote:
    """What stands behind the words that name the act, up to the next neighbour: "reiterated its commitment to …"."""
    passage = event.passage
    behind = (other.trigger.start for other in neighbours if event.trigger.end <= other.trigger.start < passage.end)
    return cut(event.document, passage, min(event.trigger.end, passage.end), min(behind, default=passage.end))


def cut(document: str, passage: Span, start: int, end: int) -> Quote:
    """A stretch of a passage (offsets in the document), without the joints of a list around it."""
    text = passage.text[start - passage.start : end - passage.start]
    shorter = text.rstrip(_ENDS)
    while joint := next((joint for joint in _JOINTS if shorter.endswith(joint)), None):
        shorter = shorter.removesuffix(joint).rstrip(_ENDS)
    shorter = _BEGUN.sub("", shorter)
    shorter = shorter or text
    bare = shorter.lstrip(_ENDS) or shorter
    first = start + len(shorter) - len(bare)
    return Quote(document=document, start=first, end=first + len(bare), text=bare)


def clause_end(text: str, behind: int) -> int:
    """Where the clause ends that goes on at a place in a passage: at the next comma, semicolon or stop."""
    return min((place for mark in ",;." if (place := text.find(mark, behind)) >= 0), default=len(text))


def quoted(document: str, span: Span) -> Quote:
    """A span of a document (by id) as a quote."""
    return Quote(document=document, start=span.start, end=span.end, text=span.text)


def _beginning(other: Event, heads: Iterable[Event]) -> int:
    """Where a neighbour begins: its own passage, if no other one's trigger stands in front of it there."""
    start = other.passage.start
    shared = any(start <= head.trigger.start < other.trigger.start for head in heads)
    return other.trigger.start if shared else start
