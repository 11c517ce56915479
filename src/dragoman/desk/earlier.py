"""Earlier: ledgers as they could be known on earlier days, kept for a while for whoever asks a server for them."""

from collections.abc import Collection
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as StillAtIt
from dataclasses import dataclass
from threading import Lock
from time import monotonic

from dragoman.desk import ledger
from dragoman.desk.apart import Maker
from dragoman.desk.shelf import Ledger, edition
from dragoman.records.entry import Entry
from dragoman.store import Store

KEPT = 12  # ledgers; each may hold all entries of a store that is not large
ALL: frozenset[str] = frozenset()
"""The parties of a ledger that is made of all acts: that of a store which was not large on that day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Making:
    """A ledger that is made, or being made, since when."""

    begun: float
    entries: Future[tuple[Entry, ...]]


class Earlier:
    """Makes such ledgers one after another, in a thread, those of a large store in a process of its own.

    The last ones are kept as long as the store does not change.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="earlier")
        self._apart = Maker()
        self._lock = Lock()
        self._edition = ""
        self._makings: dict[tuple[str, frozenset[str]], _Making] = {}

    def ledger(self, parties: Collection[str], *, as_of: str, wait: float) -> Ledger | None:
        """The ledger of parties (by id) as of an ISO day; None where making it takes longer than `wait` seconds.

        The seconds count from when it was begun: of many who ask only the first wait.
        """
        now = edition(self._store)
        large = ledger.is_large(self._store, as_of=as_of)
        making = self._order(now, as_of, frozenset(parties) if large else ALL)
        try:
            entries = making.entries.result(timeout=max(0.0, making.begun + wait - monotonic()))
        except (StillAtIt, CancelledError):
            return None
        return Ledger(entries=entries, edition=now, today=as_of)

    def close(self) -> None:
        """Makes no more."""
        self._apart.close()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _order(self, edition: str, as_of: str, parties: frozenset[str]) -> _Making:
        """The making of it, which is over or goes on already, or begins now. One that failed is begun again."""
        wanted = (as_of, parties)
        with self._lock:
            if edition != self._edition:
                self._forget(*self._makings)
                self._edition = edition
            making = self._makings.get(wanted)
            if making is not None and making.entries.done() and making.entries.exception():
                self._forget(wanted)
                making = None
            if making is None:
                self._forget(*list(self._makings)[: len(self._makings) + 1 - KEPT])
                future = self._thread.submit(self._make, as_of, parties)
                self._makings[wanted] = making = _Making(begun=monotonic(), entries=future)
            return making

    def _forget(self, *wanted: tuple[str, frozenset[str]]) -> None:
        for one in wanted:
            self._makings.pop(one).entries.cancel()

    def _make(self, as_of: str, parties: frozenset[str]) -> tuple[Entry, ...]:
        store = self._store
        if parties:
            return self._apart.make(store.location, packs=store.packs, today=as_of, parties=parties, as_of=as_of)
        return ledger.whole(store, as_of=as_of, today=as_of)
