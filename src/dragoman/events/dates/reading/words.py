"""The words of one sentence, as those who read dates see them, and what they have read there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from dragoman.events.dates.meanings import Meaning
from dragoman.knowledge.calendar_words import CalendarWords
from dragoman.records.sentence import Sentence, Token

Named = TypeVar("Named")
_YEARS = range(1500, 2100)
_DIGITS_OF_A_YEAR = 4


@dataclass(frozen=True, slots=True)
class Read:
    """A meaning, and the last token of the words that say it. With `sure` False a preposition must confirm it."""

    meaning: Meaning
    last: int
    sure: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The tokens of a sentence, the same in small letters without a last full stop, and the words of the calendar."""

    calendar: CalendarWords
    tokens: tuple[Token, ...]
    small: tuple[str, ...]

    @classmethod
    def of(cls, sentence: Sentence, calendar: CalendarWords) -> "Words":
        """The words of a sentence."""
        return cls(
            calendar=calendar, tokens=sentence.tokens, small=tuple(_small(token.text) for token in sentence.tokens)
        )

    def at(self, index: int) -> str:
        """The word at a place, "" before the first and behind the last."""
        return self.small[index] if 0 <= index < len(self.small) else ""

    def capital(self, index: int) -> bool:
        """Whether a word is written with a capital."""
        return self.tokens[index].text[:1].isupper()

    def stands(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether a name stands at a place, written with a capital."""
        return self.small[index : index + len(phrase)] == phrase and self.capital(index)

    def nearest(self, index: int, known: Iterable[tuple[Iterable[tuple[str, ...]], Named]]) -> Named | None:
        """Of things that have names, the one whose name stands nearest to a place in the sentence."""
        found = [
            (abs(at - index), order, one)
            for order, (names, one) in enumerate(known)
            for name in names
            for at, word in enumerate(self.small)
            if word == name[0] and self.stands(at, name)
        ]
        return min(found, key=lambda one: one[:2])[2] if found else None

    def year(self, index: int) -> int | None:
        """The year that a word is, if it is one."""
        word = self.at(index)
        return int(word) if is_year(word) and not self.counts(index) else None

    def counts(self, index: int) -> bool:
        """Whether a number counts the things named right after it: "in June 28 people", "2000 troops"."""
        token = self.tokens[index]
        head = self.tokens[token.head]
        near = token.relation == "nummod" and 0 < head.index - index <= 2
        return near and head.tag in {"NNS", "NNPS"} and not self._told(index)

    def _told(self, index: int) -> bool:
        """As in "the 2014 protests": an article before a year speaks for a year."""
        return self.at(index - 1) in {"the", "'s", "’s"} and len(self.at(index)) == _DIGITS_OF_A_YEAR


def is_year(word: str) -> bool:
    """Whether a word is written as a year: "2014"."""
    return len(word) == _DIGITS_OF_A_YEAR and word.isdecimal() and int(word) in _YEARS


def _small(text: str) -> str:
    word = text.lower()
    return word[:-1] if len(word) > 1 and word[-1] == "." else word
