"""Takes a sentence, gives how many or how much is told in it: people, ships, money, percentages.

Dates, ages, lengths of time, ordinals and the numbers of resolutions are no magnitudes, nor are "the two countries".
"""

from dataclasses import dataclass

from dragoman.events.quantity_words import (
    ABOUT,
    DOLLARS,
    LEAST,
    MONEY,
    MOST,
    NEARLY,
    NUMBERS,
    PERCENT,
    PLURALS,
    SCALES,
    SIGNS,
    SUFFERED,
    TIMES,
)
from dragoman.records.document import Document
from dragoman.records.sentence import Sentence
from dragoman.records.span import Magnitude

_BEGINNINGS = frozenset().union(NUMBERS, SIGNS, PLURALS, SCALES)
_DASHES = frozenset({"-", "–", "—"})
_NEVER_DEFINITE = frozenset({"%"}.union(SIGNS.values(), MONEY.values(), DOLLARS.values()))
_DEFINITE = frozenset({"the", "these", "those", "both", "its", "their", "his", "her", "our", "all"})
_LONGEST_QUALIFIER = 4
_NOUNS = frozenset({"NN", "NNS", "NNPS"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "quantmod", "nmod"})
_SINGULAR_CROWDS = frozenset({"people", "personnel", "police"})
_NAME_TAGS = frozenset({"NN", "NNS", "NNP", "CD", "HYPH"})
_PARTS_OF_NAME = frozenset({"compound", "nmod", "amod", "nummod", "punct", "poss", "case"})
_ENDINGS = (("mln", 1e6), ("mn", 1e6), ("m", 1e6), ("bln", 1e9), ("bn", 1e9), ("b", 1e9), ("tn", 1e12))
_LETTERS = {"m": 1e6, "b": 1e9}  # of money alone: "£300m"
_YEARS = range(1500, 2100)


@dataclass(frozen=True, slots=True)
class _Number:
    """A figure: lowest and highest, its last token, and whether it is only known to be that large ("dozens")."""

    low: float
    high: float
    last: int
    vague: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    """What is counted: its head token, last token and name."""

    head: int
    last: int
    name: str


def find_magnitudes(document: Document, sentence: Sentence) -> list[tuple[int, Magnitude]]:
    """Each magnitude of the sentence, with the token of the noun (or sum) that it counts."""
    words = [token.text.lower() for token in sentence.tokens]
    found: list[tuple[int, Magnitude]] = []
    at = 0
    for begin, word in enumerate(words):
        if begin < at or not (word in _BEGINNINGS or "0" <= word[:1] <= "9"):
            continue
        read = _Reader(document, sentence, words).magnitude(begin)
        if read is not None:
            head, magnitude, last = read
            found.append((head, magnitude))
            at = last + 1
    return found


class _Reader:
    """Reads the magnitudes of one sentence."""

    def __init__(self, document: Document, sentence: Sentence, words: list[str]) -> None:
        self._document = document
        self._tokens = sentence.tokens
        self._children = sentence.children
        self._words = words

    def magnitude(self, at: int) -> tuple[int, Magnitude, int] | None:
        """The magnitude whose figure begins at a token: the token counted, the record, and its last token."""
        currency = SIGNS.get(self._word(at))
        number = self._range(at + 1 if currency else at, money=currency is not None)
        if number is None:
            return None
        unit = self._money(number, currency) or self._percent(number) or self._counted(at, number)
        if unit is None:
            return None
        first, bound = self._qualified(at)
        if bound == "between" and number.low == number.high:
            return None
        if not bound and self._is_definite(first, unit):
            return None
        return unit.head, self._record(first, number, unit, bound), unit.last

    def _record(self, first: int, number: _Number, unit: _Unit, bound: str) -> Magnitude:
        low: float | None = number.low
        high: float | None = number.high
        best = number.low if number.low == number.high and not number.vague else None
        if number.vague or bound in LEAST:
            high = None
        elif bound in MOST or bound in NEARLY:
            low = None
        elif bound in ABOUT:
            low = high = None
        span = self._document.span(self._tokens[first].start, self._tokens[unit.last].end)
        approximate = number.vague or bound in ABOUT or bound in NEARLY
        return Magnitude(low=low, best=best, high=high, unit=unit.name, approximate=approximate, text=span)

    # The figure.

    def _range(self, at: int, *, money: bool) -> _Number | None:
        """A number, or two of them: "10 to 20", "10-20", "between 10 and 20", "two or three"."""
        first = self._number(at, money=money)
        if first is None or first.vague:
            return first
        link = self._word(first.last + 1)
        links = {"to", "or", *_DASHES} | ({"and"} if self._word(at - 1) == "between" else set())
        if link not in links:
            return first
        begin = first.last + (3 if money and self._word(first.last + 2) in SIGNS else 2)
        last = self._number(begin, money=money)
        if last is None:
            return first
        # "2 to 3 billion": the scale is said once
        scale = self._scale_of(last.last)
        low = first.low * scale if first.low < scale <= last.low else first.low
        return _Number(low, last.high, last.last) if low < last.high else None

    def _number(self, at: int, *, money: bool) -> _Number | None:
        word = self._word(at)
        if word in PLURALS:
            return self._plural(at)
        if word in SCALES and self._word(at - 1) in {"a", "an"}:
            return self._scaled(1, at - 1, money=money)
        value = _figure(word, money=money)
        if value is None:
            return None
        ones = NUMBERS.get(self._word(at + 2), 0)
        if self._word(at + 1) == "-" and NUMBERS.get(word, 0) >= 20 and 0 < ones < 10:
            return self._scaled(value + ones, at + 2, money=money)
        return self._scaled(value, at, money=money)

    def _scaled(self, value: float, last: int, *, money: bool) -> _Number:
        """With its hundreds, thousands, millions: "three hundred thousand", "$300-million"."""
        while True:
            step = 2 if money and self._word(last + 1) == "-" else 1
            scale = SCALES.get(self._word(last + step)) or (_LETTERS.get(self._word(last + step)) if money else None)
            if scale is None:
                return _Number(value, value, last)
            value, last = value * scale, last + step

    def _plural(self, at: int) -> _Number:
        """Dozens, hundreds, and also "tens of thousands"."""
        if self._word(at + 1) == "of" and self._word(at + 2) in PLURALS:
            low = PLURALS[self._word(at)] * PLURALS[self._word(at + 2)] / 2
            return _Number(low, low, at + 2, vague=True)
        return _Number(PLURALS[self._word(at)], PLURALS[self._word(at)], at, vague=True)

    def _scale_of(self, at: int) -> float:
        return SCALES.get(self._word(at), 1.0)

    # The unit.

    def _money(self, number: _Number, currency: str | None) -> _Unit | None:
        if currency is not None:
            return _Unit(number.last, number.last, currency)
        at = number.last + (2 if self._word(number.last + 1) == "of" and number.vague else 1)
        for length in (0, 1, 2):
            code = MONEY.get(self._word(at + length))
            if code is not None and (length == 0 or self._tokens[at].text[:1].isupper()):
                owner = " ".join(self._words[at : at + length])
                return _Unit(at + length, at + length, DOLLARS.get(owner, code) if code == "USD" else code)
        return None

    def _percent(self, number: _Number) -> _Unit | None:
        at = number.last + 1
        if self._word(at) in PERCENT:
            return _Unit(at, at, "%")
        if self._word(at) == "per" and self._word(at + 1) == "cent":
            return _Unit(at + 1, at + 1, "%")
        if self._word(at) == "percentage" and self._word(at + 1) in {"point", "points"}:
            return _Unit(at + 1, at + 1, "percentage points")
        return None

    def _counted(self, at: int, number: _Number) -> _Unit | None:
        """The noun counted: "24 people", "dozens of villagers", "a 20,000-strong crowd"."""
        after = number.last + 1
        if self._word(after) in _DASHES:
            return self._strong(after)
        if self._word(at).isdecimal() and self._is_year_or_label(at):
            return None
        noun = self._noun_of(number, after)
        if noun is None:
            return self._suffered(number)
        if self._tokens[noun].lemma.lower() in TIMES or self._word(noun) in TIMES:
            return None
        last = self._coordinated(noun)
        return _Unit(noun, last, self._name(after, noun, last))

    def _suffered(self, number: _Number) -> _Unit | None:
        """As in "24 were killed", "injuring ten"."""
        token = self._tokens[number.last]
        verb = self._tokens[token.head]
        unit = SUFFERED.get(verb.lemma.lower())
        counted = token.relation in {"nsubjpass", "dobj"} or (token.relation == "nsubj" and verb.tag in {"VBN", "VBD"})
        return _Unit(number.last, number.last, unit) if unit and counted else None

    def _strong(self, dash: int) -> _Unit | None:
        """As in "20,000-strong march": people, not said which."""
        if self._word(dash + 1) != "strong":
            return None
        noun = self._tokens[self._tokens[dash + 1].head]
        is_after = noun.index > dash + 1 and noun.tag.startswith("NN")
        return _Unit(noun.index if is_after else dash + 1, dash + 1, "people")

    def _is_year_or_label(self, at: int) -> bool:
        """As in "the 2014 protests", "Resolution 2231 sanctions", "14 Leopard 2 tanks"."""
        before = self._tokens[at - 1] if at else None
        if before is not None and before.tag in {"NN", "NNP", "NNPS"} and before.relation != "npadvmod":
            return before.head in {at, self._tokens[at].head} or self._tokens[at].head == before.index
        year = len(self._word(at)) == 4 and int(self._word(at)) in _YEARS
        return year and self._word(at - 1) in {"the", "in", "since", "of", "'s", "by", "until", "from"}

    def _noun_of(self, number: _Number, after: int) -> int | None:
        if number.vague and self._word(after) == "of":
            return self._noun_from(after + 1)
        token = self._tokens[number.last]
        head = self._tokens[token.head]
        if head.index > number.last and head.tag in _NOUNS and token.relation in _BEFORE_NOUN:
            return head.index if self._reaches(after, head.index) else None
        return self._noun_from(after)

    def _noun_from(self, at: int) -> int | None:
        """The head of the noun phrase that begins at a token: the last noun in an unbroken run of its words."""
        found = None
        for token in self._tokens[at : at + 6]:
            if token.tag in _NOUNS:
                found = token.index
            elif not (token.tag in {"JJ", "NNP", "VBN", "HYPH"} or (token.index == at and token.tag == "DT")):
                break
        if found is None or (self._tokens[found].tag == "NN" and self._word(found) not in _SINGULAR_CROWDS):
            return None
        return found

    def _reaches(self, after: int, noun: int) -> bool:
        """Whether nothing but the noun's own attributes stands between the figure and the noun."""
        return all(token.tag not in {"VBD", "VBZ", "VBP", "IN", ",", ":"} for token in self._tokens[after:noun])

    def _coordinated(self, noun: int) -> int:
        """The last token of "individuals and organizations": a bare noun right behind is counted too."""
        second = noun + 2
        if self._word(noun + 1) not in {"and", "or"} or second >= len(self._words):
            return noun
        token = self._tokens[second]
        bare = token.relation == "conj" and token.head == noun and token.tag == "NNS"
        return second if bare and token.text.lower() not in PLURALS else noun

    def _name(self, after: int, noun: int, last: int) -> str:
        """The noun with the names before it, as it stands in the text: "Leopard 2 tanks", but "diplomats"."""
        first = noun
        while first - 1 >= after and self._is_of_name(first - 1, noun):
            first -= 1
        while self._tokens[first].tag == "CD":
            first += 1
        return self._document.text[self._tokens[first].start : self._tokens[last].end].replace("\n", " ")

    def _is_of_name(self, at: int, noun: int) -> bool:
        token = self._tokens[at]
        return at <= token.head <= noun and token.relation in _PARTS_OF_NAME and token.tag in _NAME_TAGS

    # What stands before.

    def _qualified(self, at: int) -> tuple[int, str]:
        """The first token with "at least", "about", "up to", and that qualifier."""
        if at and self._word(at - 1) in {"a", "an"} and self._word(at) in SCALES:
            at -= 1
        for length in range(_LONGEST_QUALIFIER, 0, -1):
            phrase = " ".join(self._words[max(at - length, 0) : at])
            if phrase in LEAST or phrase in MOST or phrase in NEARLY or phrase in ABOUT or phrase == "between":
                return at - len(phrase.split()), phrase
        return at, ""

    def _is_definite(self, first: int, unit: _Unit) -> bool:
        """As in "the two countries": who is meant is known; sums of money and shares are told all the same."""
        return unit.name not in _NEVER_DEFINITE and self._word(first - 1) in _DEFINITE

    def _word(self, at: int) -> str:
        return self._words[at] if 0 <= at < len(self._words) else ""


def _figure(word: str, *, money: bool) -> float | None:
    """The value of "24", "1,200", "1.5", "twelve", and of money "1.5bn"."""
    if word in NUMBERS:
        return NUMBERS[word]
    scale = 1.0
    if money:
        for ending, value in _ENDINGS:
            if word.endswith(ending):
                word, scale = word.removesuffix(ending), value
                break
    digits = word.replace(",", "")
    if not digits.replace(".", "", 1).isdecimal() or not digits[:1].isdecimal() or len(digits) > 15:
        return None
    return float(digits) * scale
