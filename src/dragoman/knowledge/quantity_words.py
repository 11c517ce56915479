"""Takes a pack's quantities.yaml, gives QuantityWords: the words of numbers, money and other quantities."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, by_word


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityWords:
    """The words of quantities.yaml, in small letters.

    By word: figures; of `signs`, `currencies` and `dollars_of` ISO 4217 codes; of `measures` and `durations`
    the name of a unit; of `suffered`, `befallen` and `tolls` what befell those who are counted.
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
    several: frozenset[str]
    or_more: frozenset[str]
    or_so: frozenset[str]
    measures: dict[str, str]
    durations: dict[str, str]
    lasting: frozenset[str]
    lasting_for: frozenset[str]
    not_lasting: frozenset[str]
    crowds: frozenset[str]
    befallen: dict[str, str]
    victims: frozenset[str]
    tolls: dict[str, str]


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
        several=frozenset(shape.several),
        or_more=frozenset(shape.or_more),
        or_so=frozenset(shape.or_so),
        measures=by_word(shape.measures),
        durations=by_word(shape.durations),
        lasting=frozenset(shape.lasting),
        lasting_for=frozenset(shape.lasting_for),
        not_lasting=frozenset(shape.not_lasting),
        crowds=frozenset(shape.crowds),
        befallen=by_word(shape.befallen),
        victims=frozenset(shape.victims),
        tolls=by_word(shape.tolls),
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
    several: WordList
    or_more: WordList
    or_so: WordList
    measures: dict[str, WordList]
    durations: dict[str, WordList]
    lasting: WordList
    lasting_for: WordList
    not_lasting: WordList
    crowds: WordList
    befallen: dict[str, WordList]
    victims: WordList
    tolls: dict[str, WordList]
