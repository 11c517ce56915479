"""Gold of the ledger: takes entries and links as people wrote them, gives each with its place in the text.

Both forms of gold, dossiers and annotated texts, become one: the documents as the coder is given them, the entries
that a careful reader would make of them, and what later passages do to these.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from dragoman.errors import SourceError
from dragoman.measure.documents.places import Places, Stretch
from dragoman.measure.periods import period
from dragoman.records.document import Document
from dragoman.records.entry import EntryKind, Quote, State, Strength, Tie
from dragoman.records.span import Span

STATES: Mapping[EntryKind, frozenset[State]] = {
    "commitment": frozenset({"open", "kept", "partly kept", "overdue", "broken", "withdrawn"}),
    "ask": frozenset({"open", "met", "partly met", "refused", "withdrawn"}),
    "measure": frozenset({"announced", "in force", "lifted"}),
    "meeting": frozenset({"planned", "held", "postponed", "cancelled"}),
    "framing": frozenset({"said"}),
    "dispute": frozenset({"open", "easing", "settled"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEntry:
    """One entry as a person wrote it: `what` are characters `start` to `end` of the document (by id).

    `by`, `to` and `about` are ids, other names of which are in the gold's `aliases`. `made_on` and `due` are dates as
    written ("2022-06-29", "2022-06", "2022-06-28/2022-06-30"); what is None or empty is not scored.
    """

    id: str
    kind: EntryKind
    document: str
    start: int
    end: int
    what: str
    by: tuple[str, ...]
    to: tuple[str, ...]
    about: tuple[str, ...]
    made_on: str | None
    due: str | None
    state: State | None
    strength: Strength | None
    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldLink:
    """What a later passage, characters `start` to `end` of the document (by id), does to an entry (by id)."""

    entry: str
    tie: Tie
    document: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerGold:
    """The documents to code, and the ledger that they make on the ISO day `as_of`.

    `aliases` are other ids that are right for a participant.
    """

    name: str
    as_of: str
    documents: tuple[Document, ...]
    entries: tuple[GoldEntry, ...]
    links: tuple[GoldLink, ...]
    aliases: Mapping[str, Sequence[str]]


class WrittenEntry(BaseModel):
    """An entry as it stands in a file. The kind is a key of its own or that of the list that it stands in."""

    model_config = ConfigDict(extra="forbid")

    id: str
    kind: EntryKind
    document: str
    what: str
    by: list[str] = Field(min_length=1)
    to: list[str] = Field(default_factory=list)
    about: list[str] = Field(default_factory=list)
    made_on: str | None = None
    due: str | None = None
    state: State | None = None
    strength: Strength | None = None
    items: list[str] = Field(default_factory=list)


class WrittenLink(BaseModel):
    """A link as it stands in a file."""

    model_config = ConfigDict(extra="forbid")

    entry: str
    kind: Tie
    document: str
    quote: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldText:
    """A document under the id by which the file calls it; its quotes are looked for from `body` on."""

    id: str
    document: Document
    body: int = 0


@dataclass(slots=True)
class GoldMaker:
    """Finds the words of entries and links in the texts of a file. It gathers all faults and tells them at once."""

    file: Path
    texts: Mapping[str, GoldText]
    faults: list[str] = field(default_factory=list)
    _places: dict[str, Places] = field(default_factory=dict)

    def entries(self, written: Iterable[WrittenEntry]) -> tuple[GoldEntry, ...]:
        """The entries whose words were found."""
        return tuple(self._entries(written))

    def links(self, written: Iterable[WrittenLink], entries: Iterable[WrittenEntry]) -> tuple[GoldLink, ...]:
        """The links of these entries whose words were found."""
        return tuple(self._links(written, {entry.id for entry in entries}))

    def check(self) -> None:
        """Says what is wrong.

        Raises:
            SourceError: something is.
        """
        if self.faults:
            raise SourceError("\n".join(f"{self.file}: {fault}" for fault in self.faults))

    def _entries(self, written: Iterable[WrittenEntry]) -> Iterator[GoldEntry]:
        known: set[str] = set()
        for entry in written:
            self._check_entry(entry, known)
            known.add(entry.id)
            what = self._quote(entry.id, entry.document, entry.what)
            items = [self._quote(entry.id, entry.document, item) for item in entry.items]
            if what is None:
                continue
            yield GoldEntry(
                id=entry.id,
                kind=entry.kind,
                document=what.document,
                start=what.start,
                end=what.end,
                what=what.text,
                by=tuple(entry.by),
                to=tuple(entry.to),
                about=tuple(entry.about),
                made_on=entry.made_on,
                due=entry.due,
                state=entry.state,
                strength=entry.strength,
                items=tuple(item for item in items if item is not None),
            )

    def _check_entry(self, entry: WrittenEntry, known: set[str]) -> None:
        if entry.id in known:
            self.faults.append(f"{entry.id} is the id of two entries; give one of them another")
        if entry.state is not None and entry.state not in STATES[entry.kind]:
            right = ", ".join(sorted(STATES[entry.kind]))
            self.faults.append(f"{entry.id}: a {entry.kind} is never {entry.state!r}; its states are: {right}")
        for name, date in (("made_on", entry.made_on), ("due", entry.due)):
            if date is not None and period(date) is None:
                self.faults.append(f"{entry.id}: {name} {date!r} is no date; write 2022-06-29 or 2022-06-28/2022-06-30")

    def _links(self, written: Iterable[WrittenLink], known: set[str]) -> Iterator[GoldLink]:
        for link in written:
            if link.entry not in known:
                self.faults.append(f"a link {link.kind} names the entry {link.entry}, which is not there")
            quote = self._quote(f"{link.entry} {link.kind}", link.document, link.quote)
            if quote is not None:
                yield GoldLink(
                    entry=link.entry,
                    tie=link.kind,
                    document=quote.document,
                    start=quote.start,
                    end=quote.end,
                    quote=quote.text,
                )

    def _quote(self, whose: str, id_: str, words: str) -> Quote | None:
        """Where the words first stand in a document; white space and typographic marks may differ."""
        text = self.texts.get(id_)
        if text is None:
            self.faults.append(f"{whose}: there is no document {id_}")
            return None
        stretch = self._find(text, words)
        if stretch is None:
            self.faults.append(f"{whose}: these words are not in document {id_}; copy them from its text: {words!r}")
            return None
        start, end = stretch
        return Quote(document=text.document.id, start=start, end=end, text=text.document.text[start:end])

    def _find(self, text: GoldText, words: str) -> Stretch | None:
        if text.id not in self._places:
            self._places[text.id] = Places(text.document.text[text.body :])
        places = self._places[text.id]
        stretch = places.exactly(words) or places.of(Span(start=0, end=0, text=words))
        return (stretch[0] + text.body, stretch[1] + text.body) if stretch else None
