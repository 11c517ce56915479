"""Answer: takes how to ask and how to make a table, gives what was asked for: lazily, one by one, or as a frame."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.exports.tabular import Tabular
from dragoman.records.shown import Shown

if TYPE_CHECKING:
    import pyarrow as pa

Record = TypeVar("Record")
DRAWN = 20  # records that a notebook shows


@dataclass(frozen=True, slots=True, kw_only=True)
class Beginning(Shown):
    """The first records of an answer, as a notebook shows them; `records` says how many there are as far as known."""

    records: str
    first: tuple[object, ...]


class Answer(Tabular, Generic[Record]):
    """What was asked for: iterate over it, count it, take one by its number, or have it as a table.

    The store is asked when the first record is looked at. Records are kept, so that a second look costs nothing and
    shows the same, whatever has come into the store meanwhile.
    """

    def __init__(self, ask: Callable[[], Iterable[Record]], table: "Callable[[Iterable[Record]], pa.Table]") -> None:
        self._ask = ask
        self._table = table
        self._coming: Iterator[Record] | None = None
        self._kept: list[Record] = []
        self._whole = False

    def __iter__(self) -> Iterator[Record]:
        position = 0
        while position < len(self._kept) or self._keep_next():
            yield self._kept[position]
            position += 1

    def __len__(self) -> int:
        """How many records there are. Asks for whatever is not there yet."""
        return len(self.all)

    def __bool__(self) -> bool:
        return bool(self._kept) or self._keep_next()

    def __getitem__(self, number: int) -> Record:
        return self.all[number]

    def __repr__(self) -> str:
        if self._coming is None:
            return "<Answer: not asked yet>"
        number = len(self._kept)
        return f"<Answer: {number} record{'' if number == 1 else 's'}{'' if self._whole else ' so far'}>"

    def _repr_html_(self) -> str:
        """What a notebook shows: the first records as a table. One more is asked for, to say if there are more."""
        first = tuple(islice(self, DRAWN + 1))
        records = f"the first {DRAWN}" if len(first) > DRAWN else str(len(first))
        return Beginning(records=records, first=first[:DRAWN])._repr_html_()

    @property
    def all(self) -> tuple[Record, ...]:
        """Every record, in order."""
        while self._keep_next():
            pass
        return tuple(self._kept)

    def to_arrow(self) -> "pa.Table":
        """One row a record; what is nested in a record is nested in its row."""
        return self._table(self.all)

    def _keep_next(self) -> bool:
        if self._coming is None:
            self._coming = iter(self._ask())
        for record in self._coming:
            self._kept.append(record)
            return True
        self._whole = True
        return False
