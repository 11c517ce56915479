"""Actor cases through the coder: takes cases and a way to read texts, gives the answer to every ask."""

from collections.abc import Iterator, Sequence

from dragoman.measure.actors.comparing import Answer, judge
from dragoman.measure.actors.shapes import ActorCase
from dragoman.measure.passages import Passage, ReadPassages


def ask_all(cases: Sequence[ActorCase], read: ReadPassages) -> Iterator[Answer]:
    """The answers, in order; each case is read as a document of its own."""
    # Two packs may have files of one name: the number keeps their addresses apart.
    passages = [
        Passage(id=f"{number}:{case.address}", text=case.written.text, published=case.written.published)
        for number, case in enumerate(cases)
    ]
    texts = read(passages)
    for case, passage in zip(cases, passages, strict=True):
        for ask in case.written.asks:
            yield judge(case, ask, texts[passage.id])
