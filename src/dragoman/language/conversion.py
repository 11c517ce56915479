"""Takes what the parser made of a paragraph, gives our own Sentences. Nothing of the parser is left after it."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from dragoman.language.lemmas import Lemmas
from dragoman.records.document import Part
from dragoman.records.sentence import Sentence, Token, children_of

LONGEST = 300  # words: what the parser takes for a longer sentence is a list, a table or noise, and is cut


class ParsedWord(Protocol):
    """What is read of one word of a parser's document."""

    @property
    def i(self) -> int:
        """Its index in what was parsed."""

    @property
    def text(self) -> str:
        """The word as written."""

    @property
    def tag_(self) -> str:
        """Its Penn Treebank tag."""

    @property
    def dep_(self) -> str:
        """Its relation to its head."""

    @property
    def head(self) -> "ParsedWord":
        """The word that it hangs on; the root hangs on itself."""


class Conversion:
    """Callable: parsed words with their offsets, and the part they stand in, to sentences numbered from `first`."""

    def __init__(self, lemmas: Lemmas) -> None:
        self._lemmas = lemmas

    def __call__(
        self,
        sentences: Sequence[Sequence[ParsedWord]],
        starts: Sequence[int],
        *,
        part: Part,
        part_index: int,
        first: int,
    ) -> Iterator[Sentence]:
        """One `Sentence` for each parsed one; `starts` are the words' offsets in the document."""
        number = first
        for words in sentences:
            kept = [word for word in words if word.tag_ != "_SP"]
            for at in range(0, len(kept), LONGEST):
                yield self._sentence(kept[at : at + LONGEST], starts, part, part_index, number)
                number += 1

    def _sentence(
        self, words: list[ParsedWord], starts: Sequence[int], part: Part, part_index: int, number: int
    ) -> Sentence:
        position = {word.i: index for index, word in enumerate(words)}
        tokens = tuple(self._token(word, index, position, starts) for index, word in enumerate(words))
        return Sentence(
            index=number,
            part=part_index,
            kind=part.kind,
            start=tokens[0].start,
            end=tokens[-1].end,
            tokens=tokens,
            children=children_of(tokens),
        )

    def _token(self, word: ParsedWord, index: int, position: dict[int, int], starts: Sequence[int]) -> Token:
        text, tag = word.text, word.tag_
        start = starts[word.i]
        head = position.get(word.head.i, index)
        return Token(
            index=index,
            text=text,
            lemma=self._lemmas(text, tag),
            tag=tag,
            # A word whose head was cut off stands alone: nobody may climb from it as if it had one.
            relation=word.dep_ if head != index else "ROOT",
            head=head,
            start=start,
            end=start + len(text),
        )
