"""Site: what all pages share: the store, its ledger, the workbench that reads texts, and who is called how."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.desk.codebook import codebook_of
from dragoman.desk.opened import Opened
from dragoman.desk.parties import names_of_bodies, party_name
from dragoman.desk.searching import acts_of_parties
from dragoman.desk.shelf import Ledger
from dragoman.knowledge.codebook import Codebook
from dragoman.records.event import Quad
from dragoman.records.progress import Progress
from dragoman.store.recoding import Codes
from dragoman.views.web.memory import Memory

PATIENCE = 3.0  # seconds that a page waits for what is being made, before it says so and asks again

PROMINENT = 120  # parties that forms offer
NAMES = 20_000  # names that are remembered
MENU = (
    ("/acts", "Acts"), ("/ledger", "Ledger"), ("/framing", "Framing"), ("/network", "Network"), ("/map", "Map"),
    ("/sources", "Sources"), ("/codebook", "Codebook"),
)  # fmt: skip


class Site(Opened):
    """Opened once for an application. The store is opened when the first page asks for it."""

    def __init__(
        self, location: str | Path, *, packs: Sequence[Path], load: Callable[[], Codes], today: Callable[[], str]
    ) -> None:
        super().__init__(location, packs=packs, load=load, today=today)
        self.menu = MENU
        self.memory = Memory()
        self._names: dict[str, str] = {}

    def ledger(self) -> Ledger | None:
        """The ledger of the store; None while it is made for the first time."""
        return self.shelf.ledger(wait=PATIENCE)

    @property
    def progress(self) -> Progress | None:
        """How far the ledger that is being made has come; None before that is told."""
        return self._shelf.progress if self._shelf is not None else None

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
