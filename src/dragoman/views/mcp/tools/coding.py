"""Coding: the tool that reads a text at once, and keeps nothing of it in the store."""

from typing import Annotated

from pydantic import Field

from dragoman.desk.workbench import LONGEST, documents_of
from dragoman.errors import SourceError
from dragoman.records.document import Document
from dragoman.records.event import Event
from dragoman.views.mcp.opened import PATIENCE, Opened
from dragoman.views.mcp.shapes import Answer, Deed, Shape, Who, Words, stretch, told_of, who, words_between
from dragoman.views.mcp.tools.asked import Day, Limit, Skip

_NAME = "text"


class Reason(Shape):
    """Why an act was written down."""

    frame: str
    """The frame of the pack that made it."""
    file: str
    """The pack's file."""
    line: int
    """The line in it."""
    steps: list[str]
    """What was concluded, step by step."""


class CodedEvent(Deed):
    """An act as the text reports it."""

    id: str
    """Its id, which holds for the same text, day of publication and version."""
    said_by: list[Who]
    """Who says that it is so; empty where the text itself does."""
    trigger: Words
    """The words that tell the act."""
    passage: Words
    """The passage that proves it."""
    why: Reason
    """Why it was written down."""


class CodedText(Answer):
    """A text that was read, with the acts that it reports."""

    document: str
    """Id of the clean text in which offsets count: `read_document` shows it, as long as this server runs."""
    title: str | None
    """Its headline."""
    published: str | None
    """ISO day of publication, told or found in the text; without it relative days stay unresolved."""
    characters: int
    """Length of the clean text."""
    notes: list[str]
    """What a reader should know: no date was found …"""
    number: int
    """How many acts there are in all."""
    events: list[CodedEvent]
    """So many of them, in the order of the text."""
    dropped: int
    """How many candidates were looked at and not written down."""
    next: int | None
    """How many to skip for those after; None at the end."""


def code_text(
    opened: Opened,
    *,
    text: Annotated[
        str,
        Field(min_length=1, max_length=2 * LONGEST, description="A news article or communiqué: plain text or HTML."),
    ],
    published: Annotated[
        Day | None, Field(description="ISO day on which it was published: 2022-06-29. It dates 'Tuesday'.")
    ] = None,
    limit: Limit = 50,
    skip: Skip = 0,
) -> CodedText:
    """Read a text (English) and write down who did what to whom in it, each act pinned to the words that prove it.

    Nothing is kept in the store. A long text takes up to a minute.
    """
    if not text.strip():
        raise SourceError("there is no text in it; give an article or communiqué")
    documents = documents_of(text.encode(errors="replace"), name=_NAME, published=published)
    (id_,) = opened.bench.begin(documents)
    coded = opened.bench.found(id_, wait=PATIENCE)
    if coded is None or isinstance(coded, Document):
        raise SourceError("the text is being read still; ask again for the same text in a minute")
    some, following = stretch(coded.events, skip=skip, limit=limit, what="acts in this text")
    document = coded.document
    return CodedText(
        document=document.id,
        title=document.title,
        published=document.published,
        characters=len(document.text),
        notes=list(document.notes),
        number=len(coded.events),
        events=list(map(_coded, some)),
        dropped=len(coded.dropped),
        next=following,
    )


def _coded(event: Event) -> CodedEvent:
    return CodedEvent(
        id=event.id,
        **told_of(event),
        said_by=who(event.said_by),
        trigger=words_between(event.document, event.trigger.start, event.trigger.text),
        passage=words_between(event.document, event.passage.start, event.passage.text),
        why=Reason(
            frame=event.why.frame, file=event.why.file, line=event.why.line, steps=list(event.why.steps)
        ),
    )  # fmt: skip
