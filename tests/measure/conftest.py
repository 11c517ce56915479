"""Coded events made by hand: what a test does not name is empty."""

import pytest
from tests.plain_event import EMPTY

from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.span import Span


class Writer:
    """Writes events on one text; words are found in it."""

    def __init__(self, text):
        self.document = Document(id="text", path="text", text=text, source_id="text")
        self.events = []

    def span(self, words):
        start = self.document.text.index(words)
        return self.document.span(start, start + len(words))

    def participant(self, words):
        id_, _, sector = words.partition(" ")
        start = max(self.document.text.find(id_), 0)
        return Participant(
            id=id_, name=id_, kind="state", sector=sector or None, text=id_, start=start, end=start + len(id_)
        )

    def participants(self, words):
        return tuple(self.participant(word) for word in words)

    def event(self, type_, actors, recipients, words, *, trigger=None, **fields):
        for field in ("said_by", "addressees"):
            if field in fields:
                fields[field] = self.participants(fields[field])
        event = Event(
            **{
                **EMPTY,
                "id": f"e{len(self.events)}",
                "document": "text",
                "type": type_,
                "actors": self.participants(actors),
                "recipients": self.participants(recipients),
                "trigger": self.span(trigger or words),
                "evidence": (self.span(words),),
                **fields,
            }
        )
        self.events.append(event)
        return event

    @property
    def coded(self):
        return Coded(document=self.document, events=tuple(self.events))


@pytest.fixture
def writer():
    return Writer


@pytest.fixture
def lost_span():
    """A span of another cleaning of a text: its offsets point elsewhere."""
    return lambda words: Span(start=900, end=900 + len(words), text=words)
