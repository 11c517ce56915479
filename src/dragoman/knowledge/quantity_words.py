"""Takes a pack's quantities.yaml, gives QuantityWords: the words of numbers, money and other quantities."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, by_word


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """The words of quantities.yaml, in small letters.

    By word: figures; of `signs`, `currencies` and `dollars_of` ISO 4217 codes; of `suffered` what a verb counts.
    """

    numbers: dict[str, float]
    scales: dict[str, float]
    plurals: dict[str, float]
    money_endings: dict[str, float]
    signs: dict[str, str]
    currencies: dict[str, str]
    dollars_of: dict[str, str]
    percent: frozenset[str]
    at_least: frozenset[str]
    at_most: frozenset[str]
    nearly: frozenset[str]
    about: frozenset[str]
    times: frozenset[str]
    suffered: dict[str, str]


def read_quantity_words(folder: Path) -> QuantityWords:
    """The words of the folder's quantities.yaml.

    Raises:
        PackError: the file is faulty; the message lists every fault.
    """
    shape = read_yaml(folder / "quantities.yaml", _QuantitiesFile)
    return QuantityWords(
        numbers=shape.numbers,
        scales=shape.scales,
        plurals=shape.plurals,
        money_endings=shape.money_endings,
        signs=by_word(shape.signs),
        currencies=by_word(shape.currencies),
        dollars_of=by_word(shape.dollars_of),
        percent=frozenset(shape.percent),
        at_least=frozenset(shape.at_least),
        at_most=frozenset(shape.at_most),
        nearly=frozenset(shape.nearly),
        about=frozenset(shape.about),
        times=frozenset(shape.times),
        suffered=by_word(shape.suffered),
    )


class _QuantitiesFile(Shape):
    numbers: dict[str, float]
    scales: dict[str, float]
    plurals: dict[str, float]
    money_endings: dict[str, float]
    signs: dict[str, WordList]
    currencies: dict[str, WordList]
    dollars_of: dict[str, WordList]
    percent: WordList
    at_least: WordList
    at_most: WordList
    nearly: WordList
    about: WordList
    times: WordList
    suffered: dict[str, WordList]
