"""Flat rows: takes a document and its events, gives a CSV row an event. Lists are joined by `|`, spans are their text.

What a flat row cannot hold (who of several actors held which office, links) is in the JSON lines.
"""

import csv
import io
from collections.abc import Callable, Iterable

from dragoman.exports.cells import joined
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event, Why
from dragoman.records.participant import Participant
from dragoman.records.span import Span


def csv_header() -> str:
    """The line of column names."""
    return _line(COLUMNS)


def csv_rows(coded: Coded) -> str:
    """The events of one document, a line each."""
    return "".join(_line(cell(coded.document, event) for cell in COLUMNS.values()) for event in coded.events)


def _line(cells: Iterable[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(cells)
    return line.getvalue()


def _ids(participants: tuple[Participant, ...]) -> str:
    return joined(participant.id for participant in participants)


def _countries(participants: tuple[Participant, ...]) -> str:
    return joined(participant.country for participant in participants)


def _sectors(participants: tuple[Participant, ...]) -> str:
    return joined(participant.sector for participant in participants)


def _persons(participants: tuple[Participant, ...]) -> str:
    return joined(participant.person for participant in participants)


def _texts(spans: Iterable[Span]) -> str:
    return joined(span.text for span in spans)


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _origin(why: Why) -> str:
    return f"{why.file}:{why.line} {why.frame}"


COLUMNS: dict[str, Callable[[Document, Event], str]] = {
    "id": lambda _, event: event.id,
    "document": lambda _, event: event.document,
    "source_id": lambda document, _: document.source_id or "",
    "type": lambda _, event: event.type,
    "mode": lambda _, event: event.mode or "",
    "contexts": lambda _, event: joined(event.contexts),
    "cameo": lambda _, event: event.cameo,
    "quad": lambda _, event: event.quad,
    "goldstein": lambda _, event: str(event.goldstein),
    "status": lambda _, event: event.status,
    "historical": lambda _, event: "true" if event.historical else "false",
    "actors": lambda _, event: _ids(event.actors),
    "actor_countries": lambda _, event: _countries(event.actors),
    "actor_sectors": lambda _, event: _sectors(event.actors),
    "actor_persons": lambda _, event: _persons(event.actors),
    "recipients": lambda _, event: _ids(event.recipients),
    "recipient_countries": lambda _, event: _countries(event.recipients),
    "recipient_sectors": lambda _, event: _sectors(event.recipients),
    "recipient_persons": lambda _, event: _persons(event.recipients),
    "date_start": lambda _, event: (event.date and event.date.start) or "",
    "date_end": lambda _, event: (event.date and event.date.end) or "",
    "date_precision": lambda _, event: event.date.precision if event.date else "",
    "due_start": lambda _, event: (event.due and event.due.start) or "",
    "due_end": lambda _, event: (event.due and event.due.end) or "",
    "due_precision": lambda _, event: event.due.precision if event.due else "",
    "place": lambda _, event: event.place.name if event.place else "",
    "place_country": lambda _, event: (event.place and event.place.country) or "",
    "place_precision": lambda _, event: event.place.precision if event.place else "",
    "place_latitude": lambda _, event: _degrees(event.place.latitude if event.place else None),
    "place_longitude": lambda _, event: _degrees(event.place.longitude if event.place else None),
    "magnitudes": lambda _, event: _texts(magnitude.text for magnitude in event.magnitudes),
    "firsts": lambda _, event: _texts(event.firsts),
    "said_by": lambda _, event: _ids(event.said_by),
    "addressees": lambda _, event: _ids(event.addressees),
    "content_of": lambda _, event: event.content_of or "",
    "part_of": lambda _, event: event.part_of or "",
    "same_as": lambda _, event: event.same_as or "",
    "trigger": lambda _, event: event.trigger.text,
    "evidence": lambda _, event: _texts(event.evidence),
    "start": lambda _, event: str(event.trigger.start),
    "end": lambda _, event: str(event.trigger.end),
    "why": lambda _, event: _origin(event.why),
    "confidence": lambda _, event: f"{event.confidence:g}",
}
