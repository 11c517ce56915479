"""Takes a sentence, gives how many or how much is told in it: people, ships, money, percentages.

Dates, ages, lengths of time, ordinals and the numbers of resolutions are no magnitudes, nor are "the two countries".
"""

from dragoman.events.magnitudes.figures import Figure, read_figure
from dragoman.events.magnitudes.units import Unit, unit_of
from dragoman.events.magnitudes.words import Words
from dragoman.knowledge.quantity_words import QuantityWords
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.span import Magnitude

_DEFINITE = frozenset({"the", "these", "those", "both", "its", "their", "his", "her", "our", "all"})
_LONGEST_QUALIFIER = 4


class MagnitudeFinder:
    """Callable: a sentence in, its magnitudes out, each with the token of the noun (or sum) that it counts."""

    def __init__(self, quantities: QuantityWords) -> None:
        self._quantities = quantities
        self._beginnings = frozenset().union(
            quantities.numbers, quantities.signs, quantities.plurals, quantities.scales
        )
        self._qualifiers = quantities.at_least | quantities.at_most | quantities.nearly | quantities.about | {"between"}
        self._told_anyway = frozenset({"%"}).union(
            quantities.signs.values(), quantities.currencies.values(), quantities.dollars_of.values()
        )

    def __call__(self, document: Document, sentence: Sentence) -> list[tuple[int, Magnitude]]:
        """The magnitudes of a sentence, in order."""
        words = Words.of(document, sentence, self._quantities)
        found: list[tuple[int, Magnitude]] = []
        at = 0
        for begin, word in enumerate(words.small):
            if begin < at or not (word in self._beginnings or "0" <= word[:1] <= "9"):
                continue
            read = self._at(words, begin)
            if read is not None:
                unit, magnitude = read
                found.append((unit.head, magnitude))
                at = unit.last + 1
        return found

    def _at(self, words: Words, at: int) -> tuple[Unit, Magnitude] | None:
        """The magnitude whose figure begins at a token, and its unit."""
        currency = self._quantities.signs.get(words.at(at))
        figure = read_figure(words, at + 1 if currency else at, money=currency is not None)
        unit = unit_of(words, at, figure, currency) if figure else None
        if figure is None or unit is None:
            return None
        first, bound = self._qualified(words, at)
        if bound == "between" and figure.low == figure.high:
            return None
        if not bound and self._is_definite(words, first, unit):
            return None
        return unit, self._magnitude(words, first, figure, unit, bound)

    def _qualified(self, words: Words, at: int) -> tuple[int, str]:
        """The first token with "at least", "about", "up to", and that qualifier."""
        if at and words.at(at - 1) in {"a", "an"} and words.at(at) in self._quantities.scales:
            at -= 1
        for length in range(_LONGEST_QUALIFIER, 0, -1):
            phrase = words.phrase(at - length, at)
            if phrase in self._qualifiers:
                return at - len(phrase.split()), phrase
        return at, ""

    def _is_definite(self, words: Words, first: int, unit: Unit) -> bool:
        """As in "the two countries": who is meant is known; sums of money and shares are told all the same."""
        return unit.name not in self._told_anyway and words.at(first - 1) in _DEFINITE

    def _magnitude(self, words: Words, first: int, figure: Figure, unit: Unit, bound: str) -> Magnitude:
        quantities = self._quantities
        low: float | None = figure.low
        high: float | None = figure.high
        if figure.vague or bound in quantities.at_least:
            high = None
        elif bound in quantities.at_most or bound in quantities.nearly:
            low = None
        elif bound in quantities.about:
            low = high = None
        return Magnitude(
            low=low,
            best=figure.low if figure.low == figure.high and not figure.vague else None,
            high=high,
            unit=unit.name,
            approximate=figure.vague or bound in quantities.about or bound in quantities.nearly,
            text=words.document.span(words.tokens[first].start, words.tokens[unit.last].end),
        )
