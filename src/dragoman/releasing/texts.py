"""Texts: takes the stored documents, writes them and their events into a release, and counts on what terms they are.

A text is written only where its terms let it be passed on; of every other document its heading, the length and the hash
of its text. Events have the passages that prove them either way: each is a quotation of a sentence or a few.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from statistics import median

import msgspec

from dragoman.exports.jsonlines import event_line
from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.releasing.licences import may_be_passed_on
from dragoman.releasing.zipped import zipped
from dragoman.store.documents import Publication, Stored

DOCUMENTS, EVENTS = "documents.jsonl.gz", "events.jsonl.gz"
Terms = tuple[str | None, str | None]
"""An outlet, and the licence that it states."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """Where a text was published, and on which terms."""

    outlet: str | None
    url: str | None
    source_id: str | None
    published: str | None
    licence: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasedDocument:
    """A line of documents.jsonl.gz.

    `characters` and `sha256` are those of the text (SHA-256 of its UTF-8), so that whoever has it can tell that it is
    the one; `text` is None where it may not be passed on. `copy_of` is the document that it reprints, `coding` what
    coded it.
    """

    id: str
    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    characters: int
    sha256: str
    copy_of: str | None
    coding: str
    publications: tuple[Carried, ...]
    text: str | None


@dataclass(slots=True)
class Texts:
    """What was written: how many, on which terms, in which years."""

    documents: int = 0
    texts: int = 0
    publications: int = 0
    events: int = 0
    by_terms: Counter[Terms] = field(default_factory=Counter)
    passed_on: Counter[Terms] = field(default_factory=Counter)
    by_year: Counter[str] = field(default_factory=Counter)
    events_by_type: Counter[str] = field(default_factory=Counter)
    quoted: list[float] = field(default_factory=list)

    @property
    def usually_quoted(self) -> float | None:
        """The median share of a text that is quoted where it is not in the release; None where all are."""
        return median(self.quoted) if self.quoted else None

    @property
    def most_quoted(self) -> float | None:
        """The largest such share."""
        return max(self.quoted, default=None)


def write_texts(stored: Iterable[Stored], folder: Path) -> Texts:
    """Writes documents.jsonl.gz and events.jsonl.gz, in the order in which the documents come."""
    written, encoder = Texts(), msgspec.json.Encoder()
    with zipped(folder / DOCUMENTS) as documents, zipped(folder / EVENTS) as events:
        for one in stored:
            passed_on = may_be_passed_on(one.publications)
            documents.write(encoder.encode(released_document(one, passed_on=passed_on)) + b"\n")
            for event in one.coded.events:
                events.write(event_line(event))
            _count(written, one, passed_on=passed_on)
    return written


def released_document(stored: Stored, *, passed_on: bool) -> ReleasedDocument:
    """The document as a release has it."""
    document = stored.coded.document
    return ReleasedDocument(
        id=document.id,
        title=document.title,
        outlet=document.outlet,
        url=document.url,
        published=document.published,
        characters=len(document.text),
        sha256=sha256(document.text.encode("utf-8", "surrogatepass")).hexdigest(),
        copy_of=None if stored.copy == document.id else stored.copy,
        coding=stored.coding,
        publications=tuple(map(_carried, stored.publications)),
        text=document.text if passed_on else None,
    )


def quoted_share(coded: Coded) -> float:
    """The share of a text's characters that passages of its events quote."""
    spans = sorted((span.start, span.end) for event in coded.events for span in event.evidence)
    quoted, reached = 0, 0
    for start, end in spans:
        quoted += max(0, end - max(start, reached))
        reached = max(reached, end)
    return quoted / len(coded.document.text) if coded.document.text else 0.0


def _carried(publication: Publication) -> Carried:
    return Carried(
        outlet=publication.outlet,
        url=publication.url,
        source_id=publication.source_id,
        published=publication.published,
        licence=publication.licence,
    )


def _count(written: Texts, stored: Stored, *, passed_on: bool) -> None:
    terms = {(one.outlet, one.licence) for one in stored.publications}
    written.documents += 1
    written.texts += passed_on
    written.publications += len(stored.publications)
    written.events += len(stored.coded.events)
    written.by_terms.update(terms)
    written.by_year[_year(stored.coded.document)] += 1
    written.events_by_type.update(event.type for event in stored.coded.events)
    if passed_on:
        written.passed_on.update(terms)
    elif stored.coded.events:
        written.quoted.append(quoted_share(stored.coded))


def _year(document: Document) -> str:
    return document.published[:4] if document.published else "unknown"
