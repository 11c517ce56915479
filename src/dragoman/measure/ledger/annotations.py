"""Annotations: takes the YAML of an annotated text, gives the gold of its part `ledger`.

There the kind of an entry is the name of the list that it stands in: commitments, asks, measures, meetings, framings,
disputes. Keys that are not scored (events, theme, place, note) are passed over.
"""

from pathlib import Path

import yaml
from pydantic import BaseModel, Field, ValidationError

from dragoman.documents import make_document
from dragoman.errors import SourceError
from dragoman.measure.ledger.gold import GoldMaker, GoldText, LedgerGold, WrittenEntry
from dragoman.records.entry import EntryKind, State, Strength


def read_annotated_ledger(file: Path) -> LedgerGold:
    """The ledger of the annotated text in `file`, as of its day of publication.

    Raises:
        SourceError: the file is no such annotation, its text is missing, or words are not in it.
    """
    try:
        # Dates stay text.
        written = _Annotated.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
        text = (file.parent / written.text).read_text("utf-8")
    except (ValidationError, yaml.YAMLError) as error:
        raise SourceError(f"{file}: not an annotated text with a ledger: {error}") from error
    except OSError as error:
        raise SourceError(f"{file}: cannot be read with its text: {error}") from error
    document = make_document(text, path=written.document, published=written.published, source_id=written.document)
    maker = GoldMaker(file, {written.document: GoldText(id=written.document, document=document)})
    entries = maker.entries(written.entries)
    maker.check()
    return LedgerGold(
        name=written.document,
        as_of=written.published,
        documents=(document,),
        entries=entries,
        links=(),
        aliases=written.aliases,
    )


class _Entry(BaseModel):
    """An entry as annotated."""

    id: str
    what: str
    by: list[str]
    to: list[str] = Field(default_factory=list)
    about: list[str] = Field(default_factory=list)
    made_on: str | None = None
    due: str | None = None
    state: State | None = None
    strength: Strength | None = None
    items: list[str] = Field(default_factory=list)


class _Ledger(BaseModel, extra="forbid"):
    commitments: list[_Entry] = Field(default_factory=list)
    asks: list[_Entry] = Field(default_factory=list)
    measures: list[_Entry] = Field(default_factory=list)
    meetings: list[_Entry] = Field(default_factory=list)
    framings: list[_Entry] = Field(default_factory=list)
    disputes: list[_Entry] = Field(default_factory=list)


class _Annotated(BaseModel):
    document: str
    text: str
    published: str
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    ledger: _Ledger

    @property
    def entries(self) -> list[WrittenEntry]:
        """The entries of all lists, in order."""
        lists: dict[EntryKind, list[_Entry]] = {
            "commitment": self.ledger.commitments,
            "ask": self.ledger.asks,
            "measure": self.ledger.measures,
            "meeting": self.ledger.meetings,
            "framing": self.ledger.framings,
            "dispute": self.ledger.disputes,
        }
        return [
            WrittenEntry.model_validate({**entry.model_dump(), "kind": kind, "document": self.document})
            for kind, entries in lists.items()
            for entry in entries
        ]
