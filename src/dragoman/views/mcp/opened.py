"""Opened: what all tools share: the store, its ledger, the workbench that reads texts, and who is called how."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from dragoman.book import Book, open_book
from dragoman.desk.ledger import calendar_day
from dragoman.desk.parties import party_id
from dragoman.desk.shelf import Shelf
from dragoman.desk.workbench import Workbench
from dragoman.errors import StoreError
from dragoman.knowledge.codebook import Codebook, make_codebook
from dragoman.knowledge.world import World, load_world
from dragoman.records.entry import Entry
from dragoman.store import Store, open_store
from dragoman.store.recoding import Codes

if TYPE_CHECKING:
    from dragoman.pipeline import Readers

PATIENCE = 50.0  # seconds that a tool waits for what is being made: clients give up after a minute


class Opened:
    """Made once for a server. The store is opened, and the coder loaded, when a tool needs it first."""

    def __init__(
        self,
        location: str | Path,
        *,
        packs: Sequence[Path] = (),
        readers: "Readers" = "both",
        today: Callable[[], str] = calendar_day,
    ) -> None:
        self.location = location
        self.packs = packs
        self.today = today
        self.bench = Workbench(_loading(packs, readers))
        self._lock = Lock()
        self._store: Store | None = None
        self._shelf: Shelf | None = None

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
            return self._store

    def ledger(self) -> tuple[Entry, ...]:
        """The whole ledger of the store, as it is today.

        Raises:
            StoreError: it is being made still.
        """
        store = self.store
        assert self._shelf is not None, f"no ledger of {store.location}"
        made = self._shelf.ledger(wait=PATIENCE)
        if made is None:
            raise StoreError(f"{store.location}: the ledger is being made, which takes minutes; ask again in a minute")
        return made.entries

    def party(self, name: str) -> str:
        """The id of a party, told by its id or name.

        Raises:
            QuestionError: nobody is called so, or several are.
        """
        return party_id(self.store, name)

    @cached_property
    def world(self) -> World:
        """The book of actors."""
        return load_world(packs=self.packs)

    @cached_property
    def book(self) -> Book:
        """The same book, as one asks it."""
        return open_book(self.packs)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook of the packs."""
        return make_codebook(*self.packs)

    def close(self) -> None:
        """Ends what goes on in threads, and closes the store."""
        self.bench.close()
        if self._shelf is not None:
            self._shelf.close()
        if self._store is not None:
            self._store.close()


def _loading(packs: Sequence[Path], readers: "Readers") -> Callable[[], Codes]:
    def load() -> Codes:
        # The parser and its model take seconds to import, and most tools need neither.
        from dragoman.pipeline import load as load_coder  # noqa: PLC0415

        return load_coder(packs=packs, readers=readers)

    return load
