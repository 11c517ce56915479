"""Results: takes coded documents as they come, gives their events one by one, as a table, or as JSON lines."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from dragoman.exports.jsonlines import event_lines
from dragoman.exports.tabular import Tabular
from dragoman.records.event import Coded, Event
from dragoman.records.shown import Shown

if TYPE_CHECKING:
    import pyarrow as pa


class Results(Shown, Tabular):
    """What was coded: iterate over it for the events, as they are made; ask `documents` for the texts they stand in.

    Documents are coded when they are first asked for, and kept, so that a second look costs nothing.

    Example:
        >>> results = coder.code("Germany recalled its ambassador from Ankara on Tuesday.", published="2022-07-01")
        >>> [event.type for event in results]
        ['SANCTION']
        >>> results.to_polars()["status"].to_list(), len(results), bool(results)
        (['occurred'], 1, True)
    """

    def __init__(self, coded: Iterable[Coded]) -> None:
        self._coming = iter(coded)
        self._kept: list[Coded] = []

    def __iter__(self) -> Iterator[Event]:
        for coded in self._documents():
            yield from coded.events

    def __len__(self) -> int:
        """How many events there are. Codes whatever is not coded yet."""
        return sum(len(coded.events) for coded in self._documents())

    def __bool__(self) -> bool:
        return any(coded.events for coded in self._documents())

    def __repr__(self) -> str:
        return (
            f"<Results: {sum(len(coded.events) for coded in self._kept)} events of {len(self._kept)} documents so far>"
        )

    @property
    def documents(self) -> tuple[Coded, ...]:
        """Every document with its events and the candidates that were dropped. Codes whatever is not coded yet."""
        return tuple(self._documents())

    def first_documents(self, number: int) -> tuple[Coded, ...]:
        """The first so many documents. Codes no more than these."""
        return tuple(islice(self._documents(), number))

    @property
    def events(self) -> tuple[Event, ...]:
        """Every event, in the order of the documents. Codes whatever is not coded yet."""
        return tuple(self)

    def to_jsonl(self) -> str:
        """One event a line, with the fields of the reference page "Records"."""
        return b"".join(line for coded in self._documents() for line in event_lines(coded)).decode()

    def to_arrow(self) -> "pa.Table":
        """One row an event; participants, spans and dates are nested."""
        # Arrow takes a while to import, and who reads the events only need not wait for it.
        from dragoman.exports.columns import event_table  # noqa: PLC0415

        return event_table(self._documents())

    def _documents(self) -> Iterator[Coded]:
        """What is kept, then what is still to come: two readers may go side by side."""
        position = 0
        while position < len(self._kept) or self._keep_next():
            yield self._kept[position]
            position += 1

    def _keep_next(self) -> bool:
        for coded in self._coming:
            self._kept.append(coded)
            return True
        return False
