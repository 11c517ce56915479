"""Takes a sentence and a nominal head, gives the noun phrase around it: its words, modifiers and what follows "of"."""

from dataclasses import dataclass

from dragoman.records.sentence import Sentence, Token

_INSIDE = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "poss", "predet", "quantmod", "npadvmod", "punct", "case", "advmod"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A noun phrase: tokens `first` to `last` (its head), the modifiers before the head, and complements by preposition."""

    sentence: Sentence
    head: Token
    first: int
    modifiers: tuple[Token, ...]
    owner: Token | None
    complements: tuple[tuple[str, Token], ...]

    @property
    def words(self) -> list[Token]:
        """The tokens from the first one to the head."""
        return list(self.sentence.tokens[self.first : self.head.index + 1])

    def ending(self, length: int) -> str:
        """The last words of the phrase in dictionary form, lower case: "foreign minister"."""
        tokens = self.sentence.tokens[max(self.first, self.head.index + 1 - length) : self.head.index + 1]
        return " ".join([token.text.lower() for token in tokens[:-1]] + [tokens[-1].lemma.lower()])

    def is_definite(self) -> bool:
        """Whether "the", "this", "these", "both" or an owner stands before the head."""
        return self.owner is not None or any(
            token.lemma in {"the", "this", "these", "both", "that", "those"} for token in self.words
        )


def phrase(sentence: Sentence, head: int) -> Phrase:
    """The phrase whose head is the token `head`."""
    tokens = sentence.tokens
    first = head
    modifiers: list[Token] = []
    owner = None
    for child in reversed(sentence.children[head]):
        token = tokens[child]
        if (
            child > head
            or token.relation not in _INSIDE
            or (token.relation == "punct" and token.text not in {"-", "–", "“", '"'})
        ):
            continue
        if token.relation == "poss":
            owner = token
        elif token.relation not in {"det", "punct", "case", "predet"}:
            modifiers.append(token)
        first = min(first, _leftmost(sentence, child))
    return Phrase(
        sentence=sentence,
        head=tokens[head],
        first=first,
        modifiers=tuple(modifiers),
        owner=owner,
        complements=tuple(_complements(sentence, head)),
    )


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
