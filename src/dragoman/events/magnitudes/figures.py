"""Reads figures: "24", "three hundred thousand", "tens of thousands", "10 to 20"."""

from dataclasses import dataclass

from dragoman.events.magnitudes.words import Words

_DASHES = frozenset({"-", "–", "—"})
_MOST_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure: lowest and highest, its last token, and whether it is only known to be that large ("dozens")."""

    low: float
    high: float
    last: int
    vague: bool = False


def read_figure(words: Words, at: int, *, money: bool) -> Figure | None:
    """A number, or two of them: "10 to 20", "10-20", "between 10 and 20", "two or three"."""
    first = _number(words, at, money=money)
    if first is None or first.vague:
        return first
    links = {"to", "or", *_DASHES} | ({"and"} if words.at(at - 1) == "between" else set())
    if words.at(first.last + 1) not in links:
        return first
    begin = first.last + (3 if money and words.at(first.last + 2) in words.quantities.signs else 2)
    last = _number(words, begin, money=money)
    if last is None:
        return first
    # "2 to 3 billion": the scale is said once
    scale = words.quantities.scales.get(words.at(last.last), 1.0)
    low = first.low * scale if first.low < scale <= last.low else first.low
    return Figure(low, last.high, last.last) if low < last.high else None


def _number(words: Words, at: int, *, money: bool) -> Figure | None:
    word, quantities = words.at(at), words.quantities
    if word in quantities.plurals:
        return _plural(words, at)
    if word in quantities.several and words.at(at + 1) in quantities.scales:  # "several hundred"
        low = 2 * quantities.scales[words.at(at + 1)]
        return Figure(low, low, at + 1, vague=True)
    if word == "half" and words.at(at + 1) in {"a", "an"} and words.at(at + 2) in quantities.scales:
        return _scaled(words, 0.5, at + 1, money=money)
    if word in quantities.scales and words.at(at - 1) in {"a", "an"}:
        return _scaled(words, 1, at - 1, money=money)
    value = _value(words, word, money=money)
    if value is None:
        return None
    if words.phrase(at + 1, at + 4) == "and a half":  # "one and a half million"
        return _scaled(words, value + 0.5, at + 3, money=money)
    ones = quantities.numbers.get(words.at(at + 2), 0)
    if words.at(at + 1) == "-" and quantities.numbers.get(word, 0) >= 20 and 0 < ones < 10:  # "twenty-five"
        return _scaled(words, value + ones, at + 2, money=money)
    return _scaled(words, value, at, money=money)


def _plural(words: Words, at: int) -> Figure:
    """Dozens, hundreds, and also "tens of thousands"."""
    plurals = words.quantities.plurals
    if words.at(at + 1) == "of" and words.at(at + 2) in plurals:
        low = plurals[words.at(at)] * plurals[words.at(at + 2)] / 2
        return Figure(low, low, at + 2, vague=True)
    return Figure(plurals[words.at(at)], plurals[words.at(at)], at, vague=True)


def _scaled(words: Words, value: float, last: int, *, money: bool) -> Figure:
    """With its hundreds, thousands, millions: "three hundred thousand", "$300-million"."""
    quantities = words.quantities
    scales, endings = quantities.scales, quantities.money_endings if money else {}
    while True:
        step = 2 if money and words.at(last + 1) == "-" else 1
        word = words.at(last + step).rstrip(".")  # the end of a sentence may stick to it
        scale = scales.get(word) or endings.get(word)
        if scale is None:
            return Figure(value, value, last)
        value, last = value * scale, last + step
        rest = quantities.numbers.get(words.at(last + 2), 0)
        if scale == quantities.scales["hundred"] and words.at(last + 1) == "and" and 0 < rest < scale:
            value, last = value + rest, last + 2  # "a hundred and twenty"


def _value(words: Words, word: str, *, money: bool) -> float | None:
    """The value of "24", "1,200", "1.5", "twelve", and of money "1.5bn"."""
    quantities = words.quantities
    if word in quantities.numbers:
        return quantities.numbers[word]
    ending = next((one for one in quantities.money_endings if word.endswith(one)), None) if money else None
    digits = (word.removesuffix(ending) if ending else word).replace(",", "")
    if not digits.replace(".", "", 1).isdecimal() or not digits[:1].isdecimal() or len(digits) > _MOST_DIGITS:
        return None
    return float(digits) * (quantities.money_endings[ending] if ending else 1.0)
