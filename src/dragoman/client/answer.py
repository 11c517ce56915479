"""Answer: takes how to ask and how to make a table, gives what was asked for: lazily, one by one, or as a frame."""

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Generic, TypeVar

from dragoman.exports.tabular import Tabular

if TYPE_CHECKING:
    import pyarrow as pa

Record = TypeVar("Record")


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
        return f"<Answer: {len(self._kept)} records so far>"

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
        return False
