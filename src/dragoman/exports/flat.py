"""Flat rows: takes a document and its events, gives a CSV row an event. Lists are joined by `|`, spans are their text.

What a flat row cannot hold (who of several actors held which office, links) is in the JSON lines.
"""

import csv
import io
from collections.abc import Callable, Iterable
from typing import BinaryIO

from dragoman.exports.cells import joined
from dragoman.records.event import Coded, Event, Why
from dragoman.records.participant import Participant
from dragoman.records.span import Span


def csv_header() -> str:
    """The line of column names."""
    return _line(COLUMNS)


def csv_rows(coded: Coded) -> str:
    """The events of one document, a line each."""
    return "".join(_row(event, source_id=coded.document.source_id) for event in coded.events)


def write_event_rows(events: Iterable[Event], stream: BinaryIO) -> int:
    """The same of events whose documents are not at hand: what id the source gave these is not told. Says how many."""
    stream.write(csv_header().encode())
    count = 0
    for count, event in enumerate(events, start=1):  # noqa: B007 - the last number is the count
        stream.write(_row(event, source_id=None).encode())
    return count


def _row(event: Event, *, source_id: str | None) -> str:
    return _line(source_id or "" if name == SOURCE_ID else cell(event) for name, cell in COLUMNS.items())


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


SOURCE_ID = "source_id"
COLUMNS: dict[str, Callable[[Event], str]] = {
    "id": lambda event: event.id,
    "document": lambda event: event.document,
    SOURCE_ID: lambda _: "",  # of the document, not of the event
    "type": lambda event: event.type,
    "mode": lambda event: event.mode or "",
    "contexts": lambda event: joined(event.contexts),
    "cameo": lambda event: event.cameo,
    "quad": lambda event: event.quad,
    "goldstein": lambda event: str(event.goldstein),
    "status": lambda event: event.status,
    "historical": lambda event: "true" if event.historical else "false",
    "actors": lambda event: _ids(event.actors),
    "actor_countries": lambda event: _countries(event.actors),
    "actor_sectors": lambda event: _sectors(event.actors),
    "actor_persons": lambda event: _persons(event.actors),
    "recipients": lambda event: _ids(event.recipients),
    "recipient_countries": lambda event: _countries(event.recipients),
    "recipient_sectors": lambda event: _sectors(event.recipients),
    "recipient_persons": lambda event: _persons(event.recipients),
    "date_start": lambda event: (event.date and event.date.start) or "",
    "date_end": lambda event: (event.date and event.date.end) or "",
    "date_precision": lambda event: event.date.precision if event.date else "",
    "due_start": lambda event: (event.due and event.due.start) or "",
    "due_end": lambda event: (event.due and event.due.end) or "",
    "due_precision": lambda event: event.due.precision if event.due else "",
    "place": lambda event: event.place.name if event.place else "",
    "place_country": lambda event: (event.place and event.place.country) or "",
    "place_precision": lambda event: event.place.precision if event.place else "",
    "place_latitude": lambda event: _degrees(event.place.latitude if event.place else None),
    "place_longitude": lambda event: _degrees(event.place.longitude if event.place else None),
    "magnitudes": lambda event: _texts(magnitude.text for magnitude in event.magnitudes),
    "firsts": lambda event: _texts(event.firsts),
    "said_by": lambda event: _ids(event.said_by),
    "addressees": lambda event: _ids(event.addressees),
    "content_of": lambda event: event.content_of or "",
    "part_of": lambda event: event.part_of or "",
    "same_as": lambda event: event.same_as or "",
    "trigger": lambda event: event.trigger.text,
    "evidence": lambda event: _texts(event.evidence),
    "start": lambda event: str(event.trigger.start),
    "end": lambda event: str(event.trigger.end),
    "why": lambda event: _origin(event.why),
    "confidence": lambda event: f"{event.confidence:g}",
}
