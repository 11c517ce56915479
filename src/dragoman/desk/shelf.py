"""Shelf: the whole ledger of a store, kept in memory for whoever looks at it often, and made anew when it changed.

That of a store that is not large is made in a thread, in seconds; that of a large one, which takes minutes, in a
process of its own. Another day needs none made anew: what the calendar says is told of the entries that are there.
"""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillAtIt
from contextlib import suppress
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from dragoman.desk import ledger
from dragoman.desk.apart import Maker
from dragoman.ledger.states import on_day
from dragoman.records.entry import Entry
from dragoman.records.progress import Progress
from dragoman.store import Store
from dragoman.store.edition import edition_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """The entries as they were made; `edition` is that of the store then, `today` the day that says what is overdue."""

    entries: tuple[Entry, ...]
    edition: str
    today: str

    def on(self, today: str) -> "Ledger":
        """The same on another day."""
        if today == self.today:
            return self
        entries = tuple(on_day(entry, today) for entry in self.entries)
        return Ledger(entries=entries, edition=self.edition, today=today)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """A ledger that is being made: of which edition, since when."""

    wanted: str
    begun: float
    ledger: Future[Ledger]


class Shelf:
    """Makes the ledger in a thread of its own, once for each edition of the store.

    `progress` is how far the last one that was begun has come; None before it is told.
    """

    def __init__(self, store: Store, *, today: Callable[[], str]) -> None:
        self._store = store
        self._today = today
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="ledger")
        self._apart = Maker()
        self._lock = Lock()
        self._made: Ledger | None = None
        self.progress: Progress | None = None
        self._making: _Making | None = None

    def ledger(self, *, wait: float) -> Ledger | None:
        """The ledger of the store as it is now; the one before, or None, where making it takes longer than `wait` s.

        The seconds count from when it was begun: of many who ask only the first wait.
        """
        wanted, made = edition(self._store), self._made
        if made is None or made.edition != wanted:
            making = self._order(wanted)
            with suppress(StillAtIt):
                self._made = making.ledger.result(timeout=max(0.0, making.begun + wait - monotonic()))
        if (made := self._made) is not None:
            self._made = made = made.on(self._today())
        return made

    def close(self) -> None:
        """Makes no more."""
        self._apart.close()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _order(self, wanted: str) -> "_Making":
        """The making of it, which goes on already or begins now."""
        with self._lock:
            if self._making is None or self._making.wanted != wanted:
                future = self._thread.submit(self._make, wanted, self._today())
                self._making = _Making(wanted=wanted, begun=monotonic(), ledger=future)
            return self._making

    def _make(self, edition: str, today: str) -> Ledger:
        store, self.progress = self._store, None
        if ledger.is_large(store):
            entries = self._apart.make(store.location, packs=store.packs, today=today, tell=self._tell)
        else:
            entries = ledger.whole(store, today=today, tell=self._tell)
        return Ledger(entries=entries, edition=edition, today=today)

    def _tell(self, progress: Progress) -> None:
        self.progress = progress


def edition(store: Store) -> str:
    """A word that changes whenever what the store tells changes."""
    with store.reading() as connection:
        return edition_of(connection)
