"""Opened: what those who answer from one store for long have open: the store, its ledger, the workbench, the book."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

from dragoman.desk.earlier import Earlier
from dragoman.desk.shelf import Shelf
from dragoman.desk.workbench import Workbench
from dragoman.knowledge.world import World, load_world
from dragoman.records.reading import Readers
from dragoman.store import Store, open_store
from dragoman.store.recoding import Codes


class Opened:
    """Made once for a server. The store is opened, and a coder loaded, when somebody needs it first."""

    def __init__(
        self, location: str | Path, *, packs: Sequence[Path], load: Callable[[], Codes], today: Callable[[], str]
    ) -> None:
        self.location = location
        self.packs = packs
        self.today = today
        self.bench = Workbench(load)
        self._lock = Lock()
        self._store: Store | None = None
        self._shelf: Shelf | None = None
        self._earlier: Earlier | None = None

    @property
    def store(self) -> Store:
        """The store.

        Raises:
            StoreError: there is none, or it cannot be opened.
        """
        with self._lock:
            if self._store is None:
                self._store = open_store(self.location, packs=self.packs)
                self._shelf = Shelf(self._store, today=self.today)
                self._earlier = Earlier(self._store)
            return self._store

    @property
    def shelf(self) -> Shelf:
        """The shelf on which the ledger of the store is kept.

        Raises:
            StoreError: as above.
        """
        store = self.store
        assert self._shelf is not None, f"no ledger of {store.location}"
        return self._shelf

    @property
    def earlier(self) -> Earlier:
        """Its ledgers as they could be known on earlier days.

        Raises:
            StoreError: as above.
        """
        store = self.store
        assert self._earlier is not None, f"no ledger of {store.location}"
        return self._earlier

    @cached_property
    def world(self) -> World:
        """The book of actors."""
        return load_world(packs=self.packs)

    def close(self) -> None:
        """Ends what goes on in threads, and closes the store."""
        self.bench.close()
        if self._shelf is not None:
            self._shelf.close()
        if self._earlier is not None:
            self._earlier.close()
        if self._store is not None:
            self._store.close()


def loading(packs: Sequence[Path], readers: Readers) -> Callable[[], Codes]:
    """What loads the coder of these packs."""

    def load() -> Codes:
        # The parser and its model take seconds to import, and most questions need neither.
        from dragoman.pipeline import load as load_coder  # noqa: PLC0415

        return load_coder(packs=packs, readers=readers)

    return load
