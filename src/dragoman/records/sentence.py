"""Sentence and Token: a parsed sentence, without a trace of the parser that made it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dragoman.records.document import PartKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """One word of a sentence.

    `index` and `head` count within the sentence (the root is its own head); `start` and `end` are offsets into the
    document; `tag` is a Penn Treebank tag and `relation` a ClearNLP dependency label, as English spaCy models give.
    """

    index: int
    text: str
    lemma: str
    tag: str
    relation: str
    head: int
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A parsed sentence: its tokens, the tokens that hang on each (`children`), and the part that it stands in.

    `part` is the index of the part in `Document.parts`; `index` counts sentences through the document.
    """

    index: int
    part: int
    kind: PartKind
    start: int
    end: int
    tokens: tuple[Token, ...]
    children: tuple[tuple[int, ...], ...]

    def subtree(self, index: int) -> list[int]:
        """The indices of all tokens below and including `index`, in order."""
        found, open_ = [], [index]
        while open_:
            current = open_.pop()
            found.append(current)
            open_.extend(self.children[current])
        return sorted(found)

    def below(self, index: int, *relations: str) -> list[int]:
        """The indices of the tokens that hang on `index` itself in one of the relations, in order."""
        return [child for child in self.children[index] if self.tokens[child].relation in relations]

    def above(self, index: int) -> Iterator[int]:
        """The indices of the tokens above a token, the nearest first, the root last."""
        while self.tokens[index].head != index:
            index = self.tokens[index].head
            yield index

    def to_of(self, index: int) -> int | None:
        """The index of the "to" of an infinitive; None where the token is none."""
        if self.tokens[index].tag != "VB":
            return None
        return next((child for child in self.below(index, "aux") if self.tokens[child].tag == "TO"), None)

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to token `last`, joined by blanks: for messages, never for evidence."""
        return " ".join(token.text for token in self.tokens[first : last + 1])


def children_of(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """For each token of a sentence, the indices of those that hang on it: `Sentence.children`."""
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return tuple(tuple(below) for below in children)
