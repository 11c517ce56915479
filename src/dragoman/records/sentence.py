"""Sentence and Token: a parsed sentence, without a trace of the parser that made it."""

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

    def text(self, first: int, last: int) -> str:
        """The words from token `first` to token `last`, joined by blanks: for messages, never for evidence."""
        return " ".join(token.text for token in self.tokens[first : last + 1])
