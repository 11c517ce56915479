"""Reads sentences with the real parser, and tells their clauses in short."""

from collections.abc import Callable, Iterator

import pytest

from dragoman.knowledge.pack import load_pack
from dragoman.language.clauses import ClauseBuilder
from dragoman.language.mending import mended
from dragoman.language.reader import Reader
from dragoman.records.document import Document, Part
from dragoman.records.sentence import Sentence

Clauses = Callable[[str], dict[str, set[str]]]


@pytest.fixture(scope="session")
def reader() -> Reader:
    return Reader(whole_words=("Jae-in",))


def document_of(text: str) -> Document:
    return Document(id="d", path="d", text=text, parts=(Part(kind="body", start=0, end=len(text)),))


@pytest.fixture(scope="session")
def sentences(reader: Reader) -> Callable[[str], tuple[Sentence, ...]]:
    def read(text: str) -> tuple[Sentence, ...]:
        return next(iter(reader([document_of(text)])))[1]

    return read


@pytest.fixture(scope="session")
def clauses(sentences: Callable[[str], tuple[Sentence, ...]]) -> Clauses:
    """For each clause, by the word that heads it: its arguments as "role=word"."""
    build = ClauseBuilder(load_pack().grammar)

    def read(text: str) -> dict[str, set[str]]:
        return dict(_told(sentences(text), build))

    return read


def _told(sentences: tuple[Sentence, ...], build: ClauseBuilder) -> Iterator[tuple[str, set[str]]]:
    for sentence in map(mended, sentences):
        for clause in build(sentence):
            words = {f"{a.role}={sentence.tokens[a.head].text}" for a in clause.arguments}
            yield sentence.tokens[clause.head].text, words
