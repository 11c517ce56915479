"""Dragoman reads what governments are reported to have done and writes it down so that it can be checked."""

from typing import TYPE_CHECKING

from dragoman.errors import DragomanError, ModelError, PackError, SourceError
from dragoman.events.plover_view import plover_view
from dragoman.exports.jsonlines import read_events
from dragoman.records.document import Document, Part
from dragoman.records.event import Coded, Dropped, Event, Found, Link, Why
from dragoman.records.participant import Alternative, Participant
from dragoman.records.span import DateSpan, Magnitude, Place, Span
from dragoman.results import Results
from dragoman.version import __version__

if TYPE_CHECKING:
    from dragoman.pipeline import Coder, load

__all__ = [
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
    "Results",
    "SourceError",
    "Span",
    "Why",
    "__version__",
    "load",
    "plover_view",
    "read_events",
]

if not TYPE_CHECKING:

    def __getattr__(name):  # noqa: ANN001, ANN202 - type checkers see the imports above
        """Coder and load on first use: with them comes the parser, and `--help` must not wait for its import."""
        if name not in {"Coder", "load"}:
            raise AttributeError(f"module 'dragoman' has no attribute '{name}'")
        from dragoman import pipeline  # noqa: PLC0415

        return getattr(pipeline, name)
