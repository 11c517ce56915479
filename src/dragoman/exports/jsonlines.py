"""JSON lines: takes events, gives a line each with the fields of the reference page "Records"; and reads them back."""

from collections.abc import Iterable, Iterator

import msgspec

from dragoman.errors import SourceError
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(Event)


def event_lines(coded: Coded) -> Iterator[bytes]:
    """The events of one document, a line each. The id that the source gave the document is added as `source_id`."""
    for event in coded.events:
        yield event_line(event, source_id=coded.document.source_id)


def event_line(event: Event, *, source_id: str | None = None) -> bytes:
    """One event as a line of JSON, newline included."""
    line = _encoder.encode(event)
    if source_id is None:
        return line + b"\n"
    return b"%s,%s}\n" % (line[:-1], b'"source_id":' + _encoder.encode(source_id))


def document_line(document: Document) -> bytes:
    """One document as a line of JSON, newline included."""
    return _encoder.encode(document) + b"\n"


def read_events(lines: Iterable[bytes | str]) -> Iterator[Event]:
    """Reads what `event_line` wrote. A field beyond those of an event, like `source_id`, is passed over.

    Example:
        >>> with open("events.jsonl", "rb") as lines:
        ...     events = list(read_events(lines))
        >>> [event.trigger.text for event in events]
        ['recalled']
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, number)


def _read(line: bytes | str, number: int) -> Event:
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise SourceError(
            f"line {number} is not an event: {error}; lines are as `dragoman code --format jsonl` writes them"
        ) from error
