"""Takes a sentence and a nominal head, gives the noun phrase around it: its words, modifiers and what follows "of"."""

from collections.abc import Container, Sequence
from dataclasses import dataclass

from dragoman.records.sentence import Sentence, Token

_INSIDE = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod", "npadvmod", "punct", "case", "advmod"}
)
_UNMODIFYING = frozenset({"poss", "det", "punct", "case", "predet"})
_MARKS_INSIDE = frozenset({"-", "–", "“", '"'})
_DEFINITE = frozenset({"the", "this", "these", "both", "that", "those"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: tokens `first` to `head` (`words`), the modifiers before the head, its possessor and complements.

    `owner` is the first possessor, if there are several; `complements` are what prepositions tie to the head, each with
    its preposition in lower case.
    """

    sentence: Sentence
    head: Token
    first: int
    modifiers: tuple[Token, ...]
    owner: Token | None
    complements: tuple[tuple[str, Token], ...]
    words: tuple[Token, ...]

    def ending(self, length: int) -> str:
        """The last words of the phrase in dictionary form, lower case: "foreign minister"."""
        tokens = self.sentence.tokens[max(self.first, self.head.index + 1 - length) : self.head.index + 1]
        return " ".join([token.text.lower() for token in tokens[:-1]] + [tokens[-1].lemma.lower()])

    def nominal(self) -> str:
        """Its adjectives and nouns, without articles, figures and marks: "ethnic Albanians"."""
        return " ".join(token.text for token in self.words if token.tag.startswith(("JJ", "NN")))

    def holds(self, words: Container[str]) -> bool:
        """Whether one of the words stands in the phrase."""
        return any(token.lemma.lower() in words for token in self.words)

    def is_definite(self) -> bool:
        """Whether "the", "this", "these", "both" or an owner stands before the head."""
        return self.owner is not None or any(token.lemma in _DEFINITE for token in self.words)

    def is_plural(self) -> bool:
        """Whether the head stands for several."""
        return self.head.tag in {"NNS", "NNPS"}

    def is_name(self) -> bool:
        """Whether the head is a proper name."""
        return self.head.tag.startswith("NNP")


def spelled(tokens: Sequence[Token]) -> str:
    """The words as they stand in the text, without blanks where it has none: "al-Douri"."""
    parts = [
        token.text if index == 0 or token.start == tokens[index - 1].end else f" {token.text}"
        for index, token in enumerate(tokens)
    ]
    return "".join(parts).strip()


def phrase(sentence: Sentence, head: int) -> Phrase:
    """The phrase whose head is the token `head`."""
    tokens = sentence.tokens
    before = [tokens[child] for child in reversed(sentence.children[head]) if child < head]
    inside = [token for token in before if _is_inside(token)]
    first = min([head, *(_leftmost(sentence, token.index) for token in inside)])
    return Phrase(
        sentence=sentence,
        head=tokens[head],
        first=first,
        words=tokens[first : head + 1],
        modifiers=tuple(token for token in inside if token.relation not in _UNMODIFYING),
        owner=next((token for token in reversed(inside) if token.relation == "poss"), None),
        complements=tuple(_complements(sentence, head)),
    )


def _is_inside(token: Token) -> bool:
    return token.relation in _INSIDE and (token.relation != "punct" or token.text in _MARKS_INSIDE)


def _leftmost(sentence: Sentence, index: int) -> int:
    """The first token of what stands before the token and below it."""
    before = [index]
    for current in before:  # it grows: a chain of possessors may be longer than Python may recurse
        before += [child for child in sentence.children[current] if child < current]
    return min(before)


def _complements(sentence: Sentence, head: int) -> list[tuple[str, Token]]:
    found = []
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.relation == "prep" and child > head:
            found += [
                (token.text.lower(), sentence.tokens[inner])
                for inner in sentence.children[child]
                if sentence.tokens[inner].relation == "pobj"
            ]
    return found
