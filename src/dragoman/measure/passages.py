"""Passages: takes texts to measure on and the coder, and gives what was coded, by the id of the passage."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from dragoman.records.event import Coded
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


def coding_with(coder: "Coder") -> CodePassages:
    """A callable that codes passages in one go."""

    def code(passages: Sequence[Passage]) -> dict[str, Coded]:
        return {
            coded.document.source_id: coded
            for coded in coder.stream(_items(passages))
            if isinstance(coded, Coded) and coded.document.source_id is not None
        }

    return code


def _items(passages: Sequence[Passage]) -> Iterator[Item]:
    for passage in passages:
        yield Item(path=passage.id, content=passage.text, published=passage.published, source_id=passage.id)
