"""Passages: takes texts to measure on and the coder, and gives what was coded or read, by the id of the passage."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records.event import Coded
from dragoman.records.reading import Read
from dragoman.sources import Item

if TYPE_CHECKING:
    from dragoman.pipeline import Coder


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A text to code, as a document of its own, under an id that is not used twice."""

    id: str
    text: str
    published: str | None = None


CodePassages = Callable[[Sequence[Passage]], Mapping[str, Coded]]
ReadPassages = Callable[[Sequence[Passage]], Mapping[str, Read]]


def coding_with(coder: "Coder") -> CodePassages:
    """A callable that codes passages in one go."""

    def code(passages: Sequence[Passage]) -> dict[str, Coded]:
        return {
            coded.document.source_id: coded
            for coded in coder.stream(_items(passages))
            if isinstance(coded, Coded) and coded.document.source_id is not None
        }

    return code


def reading_with(coder: "Coder") -> ReadPassages:
    """A callable that reads passages in one go, without looking for events."""

    def read(passages: Sequence[Passage]) -> dict[str, Read]:
        return {
            one.document.source_id: one
            for one in coder.read(_items(passages))
            if isinstance(one, Read) and one.document.source_id is not None
        }

    return read


def _items(passages: Sequence[Passage]) -> Iterator[Item]:
    for passage in passages:
        yield Item(path=passage.id, content=passage.text, published=passage.published, source_id=passage.id)
