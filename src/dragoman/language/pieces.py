"""Takes a Document, gives the pieces of it that are parsed at once: its parts, very long ones cut up."""

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.records.document import Document

LONGEST = 20_000  # characters handed to the parser at once; longer paragraphs are cut at a blank


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A part of a document, or a stretch of a very long one; `document` and `part` are their numbers.

    `starts` are the words' offsets in the document, where they cannot be told from `text`.
    """

    document: int
    part: int
    start: int
    text: str
    starts: list[int] | None = None


def pieces_of(document: Document, number: int) -> Iterator[Piece]:
    """The pieces of a document, in order."""
    text = document.unwrapped
    for index, part in enumerate(document.parts):
        start = part.start
        while start < part.end:
            end = _cut(document.text, start, part.end)
            yield Piece(document=number, part=index, start=start, text=text[start:end])
            start = end


def _cut(text: str, start: int, end: int) -> int:
    """Where to end a piece that begins at `start`: at `end`, or at the last sentence end or blank before the limit."""
    if end - start <= LONGEST:
        return end
    limit = start + LONGEST
    for mark in (". ", "\n", " "):
        found = text.rfind(mark, start, limit)
        if found > start:
            return found + len(mark)
    return limit
