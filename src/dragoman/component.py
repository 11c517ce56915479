"""The component for spaCy: takes a Doc, gives it the events that its text reports, as `doc._.events`.

Installed beside spaCy it is found by its name, `nlp.add_pipe("dragoman")`, and needs no import. It codes the Doc's text
as `Coder` does, with a parse of its own, paragraph by paragraph: what other components wrote is neither read nor
changed, so that it stands anywhere in any English pipeline, an empty one too.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Literal, cast

import msgspec
from spacy.language import Language
from spacy.tokens import Doc, Span

from dragoman.documents.cleaning import origins
from dragoman.documents.making import is_day
from dragoman.errors import DragomanError, SourceError
from dragoman.intake import document_of
from dragoman.pipeline import Coder, load
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event, Status
from dragoman.records.participant import Participant
from dragoman.records.span import Span as Words
from dragoman.sources import Item

KEPT = "dragoman"
"""The key of `doc.user_data` under which events are kept, as plain data that `doc.to_bytes` writes."""
BATCH = 128  # Docs that are coded together


@dataclass(frozen=True, slots=True, kw_only=True)
class DocEvent:
    """An event of a Doc: its `record`, whose offsets count characters of the Doc, and its words as spans of the Doc.

    A span holds whole tokens; its label says what it is, and that of a participant has the actor's id as `kb_id_`.
    """

    doc: Doc
    record: Event

    def __repr__(self) -> str:
        sides = (", ".join(one.id for one in side) or "–" for side in (self.record.actors, self.record.recipients))
        return f"<{self.type} {self.status}: {' → '.join(sides)} “{self.record.trigger.text}”>"

    @property
    def type(self) -> str:
        """The type of the codebook: CONSULT, SANCTION and so on."""
        return self.record.type

    @property
    def status(self) -> Status:
        """Whether it occurred, is planned, was denied and so on."""
        return self.record.status

    @property
    def trigger(self) -> Span:
        """The words that tell the act; the label is the type."""
        return self._span(self.record.trigger, self.type)[0]

    @property
    def evidence(self) -> tuple[Span, ...]:
        """The words that prove it."""
        return tuple(span for words in self.record.evidence for span in self._span(words, "evidence"))

    @property
    def actors(self) -> tuple[Span, ...]:
        """The words that name who acts."""
        return tuple(span for one in self.record.actors for span in self._span(one, "actor", one.id))

    @property
    def recipients(self) -> tuple[Span, ...]:
        """The words that name who is acted upon."""
        return tuple(span for one in self.record.recipients for span in self._span(one, "recipient", one.id))

    def _span(self, words: Words | Participant, label: str, id_: str = "") -> list[Span]:
        found = self.doc.char_span(words.start, words.end, label=label, kb_id=id_, alignment_mode="expand")
        return [found] if found is not None else []


class Component:
    """Callable: a Doc in, the same Doc out, with its events. The coder is loaded when the first Doc comes."""

    def __init__(self, *, published: str | None, packs: tuple[Path, ...], readers: Literal["both", "grammar"]) -> None:
        self._published = published
        self._packs = packs
        self._readers: Literal["both", "grammar"] = readers
        self._coder: Coder | None = None

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, coded."""
        self._code([doc])
        return doc

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = BATCH) -> Iterator[Doc]:
        """Docs with their events, in order; a batch of them is coded together."""
        coming = iter(stream)
        while docs := list(islice(coming, batch_size)):
            self._code(docs)
            yield from docs

    def __getstate__(self) -> dict[str, object]:
        """What another process needs: the config, for a coder of its own (macOS and Windows begin processes anew)."""
        return {**self.__dict__, "_coder": None}

    def _code(self, docs: list[Doc]) -> None:
        days = [_day(doc._.published) or self._published for doc in docs]
        documents = [document_of(_item(doc), published=day) for doc, day in zip(docs, days, strict=True)]
        with_text = [document for document in documents if isinstance(document, Document)]
        coded = self._loaded().stream_documents(with_text) if with_text else iter(())
        for doc, document in zip(docs, documents, strict=True):
            doc.user_data[KEPT] = _plain(doc, next(coded)) if isinstance(document, Document) else []

    def _loaded(self) -> Coder:
        if self._coder is None:
            self._coder = load(packs=self._packs, readers=self._readers)
        return self._coder


@Language.factory(
    "dragoman",
    assigns=["doc._.events"],
    default_config={"published": None, "packs": [], "readers": "both"},
)
def make_component(
    nlp: Language,  # noqa: ARG001 - spaCy hands it over by this name
    name: str,  # noqa: ARG001 - as above
    published: str | None,
    packs: list[str],
    readers: Literal["both", "grammar"],
) -> Component:
    """The component, as `nlp.add_pipe("dragoman", config={…})` asks for it.

    Args:
        nlp: the pipeline.
        name: that of the component in it.
        published: ISO day of publication of Docs whose `doc._.published` is not set and whose text does not say it.
        packs: folders of packs laid over the shipped ones.
        readers: "both", or "grammar" to do without the learned judge.
    """
    return Component(published=_day(published), packs=tuple(map(Path, packs)), readers=readers)


def events_of(doc: Doc) -> tuple[DocEvent, ...]:
    """The events of a Doc that was coded, also after `from_bytes`; `doc._.events` asks here."""
    kept = doc.user_data.get(KEPT)
    if kept is None:
        raise DragomanError('this Doc is not coded; make it by a pipeline with nlp.add_pipe("dragoman")')
    return tuple(DocEvent(doc=doc, record=event) for event in msgspec.convert(kept, tuple[Event, ...]))


Doc.set_extension("events", getter=events_of)
if not Doc.has_extension("published"):  # who has one of that name already means the same by it
    Doc.set_extension("published", default=None)


def _day(published: str | None) -> str | None:
    if published is not None and not is_day(str(published)):
        raise SourceError(f"dragoman in spaCy: published {published!r} is not a day; write it as 2022-07-01")
    return published


def _item(doc: Doc) -> Item:
    return Item(path="Doc", content=doc.text, media="text")


def _plain(doc: Doc, coded: Coded) -> list[object]:
    """The events as plain data, with offsets of the Doc: cleaning takes out characters that have no width."""
    events = cast("list[object]", msgspec.to_builtins(coded.events))
    stood = origins(doc.text)
    return events if len(stood) == len(doc.text) else [_moved(event, stood) for event in events]


def _moved(value: Any, stood: list[int]) -> Any:
    """The same plain data, wherever it has a `start` and an `end` of characters, with those of the Doc."""
    if isinstance(value, dict):
        moved = {key: _moved(one, stood) for key, one in value.items()}
        start, end = value.get("start"), value.get("end")
        if isinstance(start, int) and isinstance(end, int) and start < end:
            moved |= {"start": stood[start], "end": stood[end - 1] + 1}
        return moved
    return [_moved(one, stood) for one in value] if isinstance(value, list | tuple) else value
