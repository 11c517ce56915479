"""Takes a sentence, gives how many or how much is told in it: people, ships, money, percentages.

Dates, ages, lengths of time, ordinals and the numbers of resolutions are no magnitudes, nor are "the two countries".
"""

from dragoman.events.magnitudes.figures import Figure, read_figure
from dragoman.events.magnitudes.unit import Unit
from dragoman.events.magnitudes.units import unit_of
from dragoman.events.magnitudes.words import Words
from dragoman.knowledge.quantity_words import QuantityWords
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.span import Magnitude

_DEFINITE = frozenset({"the", "these", "those", "both", "its", "their", "his", "her", "our", "all"})
_LONGEST_QUALIFIER = 4


def _is_sign(words: Words, at: int) -> bool:
    """Whether letters before a figure are a currency's: codes stand in capitals."""
    text = words.tokens[at].text
    return not text.isalpha() or text.isupper() or text == "Rs"


class MagnitudeFinder:
    """Callable: a sentence in, its magnitudes out, each with the token of the noun (or sum) that it counts."""

    def __init__(self, quantities: QuantityWords) -> None:
        self._quantities = quantities
        self._beginnings = frozenset().union(
            quantities.numbers, quantities.signs, quantities.plurals, quantities.scales, quantities.several, {"half"}
        )
        self._by_length = tuple(sorted(quantities.signs, key=len, reverse=True))
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
            if begin < at:
                continue
            read = self._none_of(words, begin) if word == "no" else None
            if read is None and (word in self._beginnings or "0" <= word[:1] <= "9" or self._glued(words, begin)):
                read = self._at(words, begin)
            if read is not None:
                unit, magnitude = read
                found.append((unit.head, magnitude))
                at = unit.last + 1
        return found

    def _glued(self, words: Words, at: int) -> str:
        """The sign of a currency that stands in one word with its figure: "NZ$3", and "R2 billion", but no "R2"."""
        word = words.at(at)
        sign = next((one for one in self._by_length if word.startswith(one) and word[len(one) :][:1].isdigit()), "")
        is_sure = not sign.isalpha() or words.at(at + 1) in self._quantities.scales
        return sign if is_sure else ""

    def _at(self, words: Words, at: int) -> tuple[Unit, Magnitude] | None:
        """The magnitude whose figure begins at a token, and its unit."""
        sign = self._glued(words, at)
        if sign:
            words = words.without(at, sign)
        currency = self._quantities.signs.get(sign or words.at(at)) if sign or _is_sign(words, at) else None
        begin = at + 1 if currency and not sign else at
        figure = read_figure(words, begin, money=currency is not None)
        unit = unit_of(words, begin, figure, currency) if figure else None
        if figure is None and currency is None:  # "1.8bn kroner"
            figure = read_figure(words, at, money=True)
            unit = unit_of(words, at, figure, None) if figure else None
            unit = unit if unit is not None and unit.name in self._told_anyway else None
        if figure is None or unit is None:
            return None
        first, bound = self._qualified(words, at)
        if bound == "between" and figure.low == figure.high:
            return None
        if not bound and self._is_definite(words, first, unit):
            return None
        return unit, self._magnitude(words, first, figure, unit, bound or self._bound_behind(words, figure))

    def _none_of(self, words: Words, at: int) -> tuple[Unit, Magnitude] | None:
        """As in "no casualties", "no serious injuries": none."""
        for noun in (at + 1, at + 2):
            if words.at(noun) in self._quantities.victims:
                text = words.document.span(words.tokens[at].start, words.tokens[noun].end)
                magnitude = Magnitude(low=0, best=0, high=0, unit=words.at(noun), approximate=False, text=text)
                return Unit(noun, noun, words.at(noun)), magnitude
        return None

    def _bound_behind(self, words: Words, figure: Figure) -> str:
        """As in "200 or more"."""
        behind = words.phrase(figure.last + 1, figure.last + 3)
        if behind in self._quantities.or_more:
            return "at least"
        return "about" if behind in self._quantities.or_so else ""

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
