"""Opened: what all tools share, as the desk has it open, and whom and what they ask of it."""

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path

from dragoman.book import Book
from dragoman.desk import opened as desk
from dragoman.desk.ledger import calendar_day
from dragoman.desk.parties import party_id
from dragoman.errors import StoreError
from dragoman.knowledge.codebook import Codebook, make_codebook
from dragoman.records.entry import Entry
from dragoman.records.reading import Readers

PATIENCE = 50.0  # seconds that a tool waits for what is being made: clients give up after a minute


class Opened(desk.Opened):
    """Made once for a server."""

    def __init__(
        self,
        location: str | Path,
        *,
        packs: Sequence[Path] = (),
        readers: Readers = "both",
        today: Callable[[], str] = calendar_day,
    ) -> None:
        super().__init__(location, packs=packs, load=desk.loading(packs, readers), today=today)

    def ledger(self) -> tuple[Entry, ...]:
        """The whole ledger of the store, as it is today.

        Raises:
            StoreError: it is being made still.
        """
        made = self.shelf.ledger(wait=PATIENCE)
        if made is None:
            raise StoreError(
                f"{self.store.location}: the ledger is being made, which takes minutes; ask again in a minute"
            )
        return made.entries

    def party(self, name: str) -> str:
        """The id of a party, told by its id or name.

        Raises:
            QuestionError: nobody is called so, or several are.
        """
        return party_id(self.store, name)

    @cached_property
    def book(self) -> Book:
        """The book of actors, as one asks it about anybody."""
        return Book(self.world)

    @cached_property
    def codebook(self) -> Codebook:
        """The codebook of the packs."""
        return make_codebook(*self.packs)
