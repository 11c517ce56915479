"""The words of one sentence, as those who read figures see them."""

from dataclasses import dataclass, replace

from dragoman.knowledge.quantity_words import QuantityWords
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence, Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of a sentence, the same in small letters, and the words of quantities."""

    quantities: QuantityWords
    document: Document
    tokens: tuple[Token, ...]
    small: tuple[str, ...]

    @classmethod
    def of(cls, document: Document, sentence: Sentence, quantities: QuantityWords) -> "Words":
        """The words of a sentence."""
        small = tuple(token.text.lower() for token in sentence.tokens)
        return cls(quantities=quantities, document=document, tokens=sentence.tokens, small=small)

    def without(self, at: int, sign: str) -> "Words":
        """The same words, one of them without the sign that it begins with."""
        small = (*self.small[:at], self.small[at].removeprefix(sign), *self.small[at + 1 :])
        return replace(self, small=small)

    def at(self, index: int) -> str:
        """The word at a place, "" before the first and behind the last."""
        return self.small[index] if 0 <= index < len(self.small) else ""

    def phrase(self, first: int, end: int) -> str:
        """The words from one place up to another, as far as there are any."""
        return " ".join(self.small[max(first, 0) : end])
