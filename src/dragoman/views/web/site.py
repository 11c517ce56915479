"""Site: what all pages share: the store, its ledger, the workbench that reads texts, and who is called how."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from threading import Lock

from dragoman.desk.codebook import codebook_of
from dragoman.desk.parties import names_of_bodies, party_name
from dragoman.desk.searching import acts_of_parties
from dragoman.desk.shelf import Ledger, Shelf
from dragoman.desk.workbench import Workbench
from dragoman.knowledge.codebook import Codebook
from dragoman.knowledge.world import World, load_world
from dragoman.records.event import Quad
from dragoman.records.progress import Progress
from dragoman.store import Store, open_store
from dragoman.store.recoding import Codes
from dragoman.views.web.memory import Memory

PATIENCE = 3.0  # seconds that a page waits for what is being made, before it says so and asks again

PROMINENT = 120  # parties that forms offer
NAMES = 20_000  # names that are remembered
MENU = (
    ("/acts", "Acts"), ("/ledger", "Ledger"), ("/framing", "Framing"), ("/network", "Network"), ("/map", "Map"),
    ("/sources", "Sources"), ("/codebook", "Codebook"),
)  # fmt: skip


class Site:
    """Opened once for an application. The store is opened when the first page asks for it."""

    def __init__(
        self, location: str | Path, *, packs: Sequence[Path], load: Callable[[], Codes], today: Callable[[], str]
    ) -> None:
        self.location = location
        self.menu = MENU
        self.packs = packs
        self.today = today
        self.bench = Workbench(load)
        self.memory = Memory()
        self._names: dict[str, str] = {}
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

    def ledger(self) -> Ledger | None:
        """The ledger of the store; None while it is made for the first time."""
        store = self.store
        assert self._shelf is not None, f"no ledger of {store.location}"
        return self._shelf.ledger(wait=PATIENCE)

    @property
    def progress(self) -> Progress | None:
        """How far the ledger that is being made has come; None before that is told."""
        return self._shelf.progress if self._shelf is not None else None

    @cached_property
    def world(self) -> World:
        """The book of actors."""
        return load_world(packs=self.packs)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook of the packs."""
        return codebook_of(self.store)

    @cached_property
    def quads(self) -> Mapping[str, Quad]:
        """The quad class of each type."""
        return {one.type: one.quad for one in self.codebook.chapters}

    def name(self, id_: str) -> str:
        """How a party is called."""
        if id_ not in self._names:
            if len(self._names) >= NAMES:
                self._names.clear()
            self._names[id_] = party_name(self.store, self.world, id_)
        return self._names[id_]

    def acts_of_parties(self) -> Mapping[str, int]:
        """How many acts each party of the store has a part in, the most first."""
        return self.memory.answer(self.store, "acts of parties", lambda: acts_of_parties(self.store))

    def prominent(self) -> list[tuple[str, str]]:
        """The parties with the most acts, by name: ids and names, to choose from."""
        ids = list(self.acts_of_parties())[:PROMINENT]
        return sorted(((id_, self.name(id_)) for id_ in ids), key=lambda one: one[1])

    def called(self, name: str) -> str | None:
        """The id of the one state or body of the book that bears a name, in whatever letters it is written, or None."""
        for spelling in (name, name.title(), name.upper()):
            if len(found := {one.target for one in names_of_bodies(self.world, spelling)}) == 1:
                return found.pop()
        return name.upper() if name.upper() in self.world.ids else None

    def close(self) -> None:
        """Ends what goes on in threads, and closes the store."""
        self.bench.close()
        if self._shelf is not None:
            self._shelf.close()
        if self._store is not None:
            self._store.close()
