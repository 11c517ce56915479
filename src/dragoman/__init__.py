"""Dragoman reads what governments are reported to have done and writes it down so that it can be checked."""

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, ModelError, PackError, QuestionError, ServerError, SourceError, StoreError
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
    from dragoman.pipeline import Coder, load
    from dragoman.questions import read_question
    from dragoman.store import Store, open_store

__all__ = [
    "Act",
    "Alternative",
    "Coded",
    "Coder",
    "DateSpan",
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
    "ServerError",
    "SourceError",
    "Span",
    "Store",
    "StoreError",
    "Why",
    "__version__",
    "load",
    "open_store",
    "plover_view",
    "read_events",
    "read_question",
]

if not TYPE_CHECKING:

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the imports above
        """What brings the parser or the database, on first use: `--help` must not wait for their import."""
        rooms = {
            "Coder": "pipeline",
            "load": "pipeline",
            "read_question": "questions",
            "Store": "store",
            "open_store": "store",
        }
        if name not in rooms:
            raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
        from importlib import import_module  # noqa: PLC0415

        return getattr(import_module(f"dragoman.{rooms[name]}"), name)
