"""Marking: takes a coded document, gives its text cut into blocks and runs, so that a page can mark acts in it.

A run is a stretch of characters that the same acts' triggers cover: acts that lie in one another or overlap are cut at
every edge, and the acts of a run are the shortest first, since that is the nearest to the words. All runs of all
blocks, with the blanks between blocks, are the whole text.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.records.document import PartKind
from dragoman.records.event import Coded, Event

NOTHING = (-1, -1)  # no passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """An act with its number in the text, from 1."""

    number: int
    event: Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters from `start` on, the acts whose triggers cover them, and those whose trigger begins here.

    `asked` is whether they belong to the passage for which the reader was opened, if it was opened for one.
    """

    start: int
    text: str
    acts: tuple[Numbered, ...]
    begins: tuple[Numbered, ...]
    asked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of the document, as its runs."""

    kind: PartKind
    runs: tuple[Run, ...]

    @property
    def begins(self) -> tuple[Numbered, ...]:
        """The acts whose trigger begins here."""
        return tuple(one for run in self.runs for one in run.begins)


def numbered(events: Sequence[Event]) -> tuple[Numbered, ...]:
    """The acts with their numbers, in the order of the text."""
    return tuple(Numbered(number=number, event=event) for number, event in enumerate(events, start=1))


def blocks(coded: Coded, *, asked: tuple[int, int] | None = None) -> tuple[Block, ...]:
    """The text of the document, part by part; all of it is one part where none is told apart.

    `asked` are the first character and the one after the last of a passage that is to be told apart.
    """
    document, acts = coded.document, numbered(coded.events)
    parts = [(part.kind, part.start, part.end) for part in document.parts] or [("body", 0, len(document.text))]
    return tuple(
        Block(kind=kind, runs=tuple(_runs(document.text, acts, start, end, asked or NOTHING)))
        for kind, start, end in parts
    )


def _runs(text: str, acts: Sequence[Numbered], start: int, end: int, asked: tuple[int, int]) -> Iterator[Run]:
    near = [one for one in acts if one.event.trigger.start < end and start < one.event.trigger.end]
    near.sort(key=lambda one: (one.event.trigger.end - one.event.trigger.start, one.number))
    edges = {edge for one in near for edge in (one.event.trigger.start, one.event.trigger.end)}
    cuts = sorted({start, end, *(edge for edge in (*edges, *asked) if start < edge < end)})
    for first, last in pairwise(cuts):
        covering = [one for one in near if one.event.trigger.start <= first and last <= one.event.trigger.end]
        yield Run(
            start=first,
            text=text[first:last],
            acts=tuple(covering),
            begins=tuple(sorted((one for one in covering if one.event.trigger.start == first), key=_number)),
            asked=asked[0] <= first and last <= asked[1],
        )


def _number(one: Numbered) -> int:
    return one.number
