"""Entry rows: takes entries of the ledger, gives a row of CSV for each, or a line of JSON; and reads the lines back.

Lists are joined by `|`. What a row cannot hold (items, agenda, every turn with its reasons) is in the JSON lines.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from dragoman.errors import SourceError
from dragoman.exports.cells import joined
from dragoman.records.act import ActDate, Party
from dragoman.records.entry import Entry, Quote, Turn

Cell = str | int | float | None
_encode = msgspec.json.Encoder().encode
_decode = msgspec.json.Decoder(Entry).decode


def entry_table(entries: Iterable[Entry]) -> Iterator[str]:
    """The lines of a CSV file, the first of them the names of the columns."""
    yield _line(COLUMNS)
    yield from (_line(cell(entry) for cell in COLUMNS.values()) for entry in entries)


def entry_line(entry: Entry) -> bytes:
    """One entry as a line of JSON with the fields of the reference page "The ledger", newline included."""
    return _encode(entry) + b"\n"


def read_entries(lines: Iterable[bytes | str]) -> Iterator[Entry]:
    """Reads what `entry_line` wrote.

    Raises:
        SourceError: a line is not an entry.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(line, number)


def last_turn(entry: Entry) -> Turn | None:
    """What last changed the state of an entry, else what was last told of it; None where nothing was."""
    return entry.deciding or (entry.history[-1] if len(entry.history) > 1 else None)


def _read(line: bytes | str, number: int) -> Entry:
    try:
        return _decode(line)
    except (msgspec.DecodeError, UnicodeError) as error:
        raise SourceError(
            f"line {number} is not an entry: {error}; lines are as `dragoman ledger JPN --format jsonl` writes them"
        ) from error


def _line(cells: Iterable[Cell]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerow(cells)
    return text.getvalue()


def _ids(parties: Iterable[Party]) -> str:
    return joined(party.id for party in parties)


def _names(parties: Iterable[Party]) -> str:
    return joined(party.person or party.name for party in parties)


def _day(date: ActDate | None, part: Callable[[ActDate], str]) -> Cell:
    return None if date is None else part(date)


def _words(quote: Quote | None) -> Cell:
    return None if quote is None else quote.text


def _of_last(part: Callable[[Turn], Cell]) -> Callable[[Entry], Cell]:
    """A cell of the last turn."""

    def cell(entry: Entry) -> Cell:
        turn = last_turn(entry)
        return None if turn is None else part(turn)

    return cell


COLUMNS: Mapping[str, Callable[[Entry], Cell]] = {
    "id": lambda entry: entry.id,
    "kind": lambda entry: entry.kind,
    "state": lambda entry: entry.state,
    "by": lambda entry: _ids(entry.by),
    "by_names": lambda entry: _names(entry.by),
    "to": lambda entry: _ids(entry.to),
    "to_names": lambda entry: _names(entry.to),
    "about": lambda entry: _ids(entry.about),
    "about_names": lambda entry: _names(entry.about),
    "told_on": lambda entry: entry.history[0].day if entry.history else None,
    "made_on_start": lambda entry: _day(entry.made_on, lambda date: date.start),
    "made_on_end": lambda entry: _day(entry.made_on, lambda date: date.end),
    "due_start": lambda entry: _day(entry.due, lambda date: date.start),
    "due_end": lambda entry: _day(entry.due, lambda date: date.end),
    "due_precision": lambda entry: _day(entry.due, lambda date: date.precision),
    "what": lambda entry: entry.what.text,
    "document": lambda entry: entry.what.document,
    "what_start": lambda entry: entry.what.start,
    "what_end": lambda entry: entry.what.end,
    "condition": lambda entry: _words(entry.condition),
    "magnitudes": lambda entry: joined(magnitude.text for magnitude in entry.magnitudes),
    "items": lambda entry: joined(item.what.text for item in entry.items),
    "place": lambda entry: entry.place.name if entry.place else None,
    "strength": lambda entry: entry.strength,
    "stage": lambda entry: entry.stage,
    "instrument": lambda entry: entry.instrument,
    "level": lambda entry: entry.level,
    "format": lambda entry: entry.format,
    "host": lambda entry: entry.host,
    "occasion": lambda entry: entry.occasion,
    "agenda": lambda entry: joined(topic.text for topic in entry.agenda),
    "firsts": lambda entry: joined(first.text for first in entry.firsts),
    "theme": lambda entry: entry.theme,
    "intensity": lambda entry: entry.intensity,
    "said_by": lambda entry: _ids(entry.said_by),
    "turns": lambda entry: len(entry.history),
    "last_tie": _of_last(lambda turn: turn.tie),
    "last_day": _of_last(lambda turn: turn.day),
    "last_words": _of_last(lambda turn: _words(turn.quote)),
    "last_score": _of_last(lambda turn: round(turn.score, 3)),
    "last_act": _of_last(lambda turn: turn.act),
    "compliance": lambda entry: entry.compliance.score if entry.compliance else None,
    "compliance_by": lambda entry: entry.compliance.by if entry.compliance else None,
    "compliance_note": lambda entry: entry.compliance.note if entry.compliance else None,
    "act": lambda entry: entry.act,
    "event": lambda entry: entry.event,
    "confidence": lambda entry: round(entry.confidence, 3),
}
