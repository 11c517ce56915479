"""Golden sentences through the coder: takes sentences and a way to code passages, and gives their verdicts."""

from collections.abc import Sequence

from dragoman.measure.golden.comparing import Verdict, judge
from dragoman.measure.golden.shapes import GoldenSentence
from dragoman.measure.passages import CodePassages, Passage


def code_golden(sentences: Sequence[GoldenSentence], code: CodePassages) -> list[Verdict]:
    """The verdicts on the sentences, in order; each is coded as a document of its own."""
    # Two packs may have files of one name: the number keeps their addresses apart.
    passages = [
        Passage(id=f"{number}:{sentence.address}", text=sentence.written.text, published=sentence.written.published)
        for number, sentence in enumerate(sentences)
    ]
    coded = code(passages)
    return [
        judge(sentence, coded[passage.id].events if passage.id in coded else ())
        for sentence, passage in zip(sentences, passages, strict=True)
    ]
