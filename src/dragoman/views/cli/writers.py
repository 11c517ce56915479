"""Writers: take coded documents one by one, write them to a stream of bytes as a page, as JSON lines or as CSV."""

from collections.abc import Mapping
from typing import BinaryIO, Protocol

from dragoman.exports.flat import csv_header, csv_rows
from dragoman.exports.jsonlines import event_lines
from dragoman.records.event import Coded
from dragoman.views.cli.output import console_for
from dragoman.views.cli.page import Page


class Writer(Protocol):
    """Writes documents as they come."""

    def __init__(self, stream: BinaryIO, *, why: bool) -> None: ...

    def write(self, coded: Coded) -> None:
        """Writes one document."""

    def close(self) -> None:
        """Writes what comes after the last document."""


class PageWriter:
    """For people: the text with its acts marked, and a table of them."""

    def __init__(self, stream: BinaryIO, *, why: bool) -> None:
        self._console = console_for(stream)
        self._why = why
        self._documents = 0
        self._events = 0

    def write(self, coded: Coded) -> None:
        """One page."""
        self._console.print(Page(coded, why=self._why))
        self._documents += 1
        self._events += len(coded.events)

    def close(self) -> None:
        """The sum, if there was more than one page."""
        if self._documents > 1:
            self._console.print(f"{self._documents} documents, {self._events} events", style="bold")


class LineWriter:
    """For machines: one event a line. Every line holds its `why` already."""

    def __init__(self, stream: BinaryIO, *, why: bool) -> None:  # noqa: ARG002 - as the protocol has it
        self._stream = stream

    def write(self, coded: Coded) -> None:
        """Its events, at once, so that a pipe sees them as they are made."""
        self._stream.writelines(event_lines(coded))
        self._stream.flush()

    def close(self) -> None:
        """Nothing: lines need no end."""


class RowWriter:
    """For spreadsheets: one event a row. The last but one column holds its `why` already."""

    def __init__(self, stream: BinaryIO, *, why: bool) -> None:  # noqa: ARG002 - as the protocol has it
        self._stream = stream
        self._stream.write(csv_header().encode())

    def write(self, coded: Coded) -> None:
        """Its events."""
        self._stream.write(csv_rows(coded).encode())

    def close(self) -> None:
        """Nothing: rows need no end."""


WRITERS: Mapping[str, type[Writer]] = {"rich": PageWriter, "jsonl": LineWriter, "csv": RowWriter}
