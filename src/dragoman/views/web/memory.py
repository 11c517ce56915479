"""Memory: keeps answers that took long, as long as the store has not changed since."""

from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar, cast

from dragoman.desk.shelf import edition
from dragoman.store import Store

T = TypeVar("T")
REMEMBERED = 500  # answers, until all are forgotten


class Memory:
    """Answers of one edition of a store, by what was asked."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._edition = ""
        self._answers: dict[Hashable, object] = {}

    def answer(self, store: Store, asked: Hashable, make: Callable[[], T]) -> T:
        """The answer to what is asked: remembered, or made now. The same `asked` must always be made alike."""
        now = edition(store)
        with self._lock:
            if now != self._edition or len(self._answers) >= REMEMBERED:
                self._edition, self._answers = now, {}
            if asked in self._answers:
                return cast("T", self._answers[asked])
        made = make()
        with self._lock:
            if now == self._edition:
                self._answers[asked] = made
        return made
