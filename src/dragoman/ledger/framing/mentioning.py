"""Mentioning: takes a series of editions with what they say, gives for each actor the first that speaks of it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records.act import Party
from dragoman.records.document import Document
from dragoman.records.entry import Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstMention:
    """The first edition that speaks of an actor, in which words, and the `silent` editions before it, oldest first."""

    actor: Party
    document: Document
    entry: Entry
    silent: tuple[Document, ...]


def first_mentions(series: Iterable[tuple[Document, Sequence[Entry]]]) -> tuple[FirstMention, ...]:
    """Of each actor the first mention, by day of publication; editions without a day keep their place at the end."""
    editions = sorted(series, key=lambda edition: edition[0].published or "9999")
    found: dict[str, FirstMention] = {}
    before: list[Document] = []
    for document, framings in editions:
        for entry in sorted(framings, key=lambda entry: entry.what.start):
            for actor in entry.about:
                first = FirstMention(actor=actor, document=document, entry=entry, silent=tuple(before))
                found.setdefault(actor.id, first)
        before.append(document)
    return tuple(found.values())
