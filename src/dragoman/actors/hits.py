"""Hits: the names of the world found in a document; gives those of a sentence, by its tokens."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from dragoman.knowledge.world import Hit
from dragoman.records.sentence import Sentence


class Hits:
    """The names found in a document, by offset."""

    def __init__(self, hits: Sequence[Hit]) -> None:
        self.all = hits
        self._starts = [hit.start for hit in hits]

    def by_token(self, sentence: Sentence) -> dict[int, Hit]:
        """For each token that lies in a name: that name."""
        named: dict[int, Hit] = {}
        for hit in self._within(sentence.start, sentence.end):
            for token in sentence.tokens:
                if (hit.start <= token.start and token.end <= hit.end) or token.start <= hit.start < token.end:
                    named[token.index] = hit
        return named

    def _within(self, start: int, end: int) -> Iterator[Hit]:
        index = bisect_left(self._starts, start)
        while index < len(self.all) and self.all[index].start < end:
            yield self.all[index]
            index += 1
