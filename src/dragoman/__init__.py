"""Dragoman reads what governments are reported to have done and writes it down so that it can be checked."""

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, ModelError, PackError, QuestionError, SourceError, StoreError
from dragoman.events.plover_view import plover_view
from dragoman.exports.jsonlines import read_events
from dragoman.records.act import Act
from dragoman.records.document import Document, Part
from dragoman.records.event import Coded, Dropped, Event, Found, Link, Why
from dragoman.records.participant import Alternative, Participant
from dragoman.records.question import Question
from dragoman.records.span import DateSpan, Magnitude, Place, Span
from dragoman.results import Results
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.desk.answer import Answer
    from dragoman.desk.program import Desk
    from dragoman.desk.program import open_desk as open  # noqa: A004 - read as dragoman.open, as one opens a file
    from dragoman.pipeline import Coder, load
    from dragoman.questions import read_question
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
    "PackError",
    "Part",
    "Participant",
    "Place",
    "Question",
    "QuestionError",
    "Results",
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

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the imports above
        """What brings the parser or the database, on first use: `--help` must not wait for their import."""
        rooms = {
            "Answer": "desk.answer:Answer",
            "Coder": "pipeline:Coder",
            "Desk": "desk.program:Desk",
            "load": "pipeline:load",
            "open": "desk.program:open_desk",
            "read_question": "questions:read_question",
            "Store": "store:Store",
            "open_store": "store:open_store",
        }
        if name not in rooms:
            raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
        from importlib import import_module  # noqa: PLC0415

        room, _, there = rooms[name].partition(":")
        return getattr(import_module(f"dragoman.{room}"), there)
