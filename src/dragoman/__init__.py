"""Dragoman reads what governments are reported to have done and writes it down so that it can be checked."""

from typing import TYPE_CHECKING

from dragoman.errors import (
    DragomanError,
    ModelError,
    NotKeptError,
    PackError,
    QuestionError,
    ServerError,
    SourceError,
    StoreError,
)
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.client.answer import Answer
    from dragoman.client.desk import Desk
    from dragoman.client.opening import open_desk as open  # noqa: A004 - read as dragoman.open, as one opens a file
    from dragoman.events.plover_view import plover_view
    from dragoman.exports.jsonlines import read_events
    from dragoman.pipeline import Coder, load
    from dragoman.questions import read_question
    from dragoman.records.act import Act
    from dragoman.records.document import Document, Part
    from dragoman.records.event import Coded, Dropped, Event, Found, Link, Why
    from dragoman.records.participant import Alternative, Participant
    from dragoman.records.question import Question
    from dragoman.records.span import DateSpan, Magnitude, Place, Span
    from dragoman.results import Results
    from dragoman.store import Store, open_store

__all__ = [
    "Act",
    "Alternative",
    "Answer",
    "Coded",
    "Coder",
    "DateSpan",
    "Desk",
    "Document",
    "DragomanError",
    "Dropped",
    "Event",
    "Found",
    "Link",
    "Magnitude",
    "ModelError",
    "NotKeptError",
    "PackError",
    "Part",
    "Participant",
    "Place",
    "Question",
    "QuestionError",
    "Results",
    "ServerError",
    "SourceError",
    "Span",
    "Store",
    "StoreError",
    "Why",
    "__version__",
    "load",
    "open",
    "open_store",
    "plover_view",
    "read_events",
    "read_question",
]

if not TYPE_CHECKING:
    _ROOMS = {
        "client.answer": ("Answer",),
        "client.desk": ("Desk",),
        "client.opening": ("open",),
        "events.plover_view": ("plover_view",),
        "exports.jsonlines": ("read_events",),
        "pipeline": ("Coder", "load"),
        "questions": ("read_question",),
        "records.act": ("Act",),
        "records.document": ("Document", "Part"),
        "records.event": ("Coded", "Dropped", "Event", "Found", "Link", "Why"),
        "records.participant": ("Alternative", "Participant"),
        "records.question": ("Question",),
        "records.span": ("DateSpan", "Magnitude", "Place", "Span"),
        "results": ("Results",),
        "store": ("Store", "open_store"),
    }
    _ROOM_OF = {name: room for room, names in _ROOMS.items() for name in names}

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the imports above
        """A name is fetched from its room on first use: `--help` must not wait for the parser, the database, Arrow."""
        if name not in _ROOM_OF:
            raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
        from importlib import import_module  # noqa: PLC0415

        room = import_module(f"dragoman.{_ROOM_OF[name]}")
        return room.open_desk if name == "open" else getattr(room, name)

    def __dir__():  # noqa: ANN202 - as above
        return sorted({*globals(), *__all__})
