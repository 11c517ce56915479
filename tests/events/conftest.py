"""Sentences for tests, parsed by hand: `word/TAG/relation>head`, with `~` before a word that no blank precedes."""

from collections.abc import Callable

import pytest

from dragoman.records.document import Document
from dragoman.records.sentence import Sentence, Token

Parsed = tuple[Document, Sentence]


def parse(line: str) -> Parsed:
    """The document and sentence that a line writes out."""
    tokens: list[Token] = []
    text = ""
    for index, written in enumerate(line.split()):
        glued, form = written.startswith("~"), written.removeprefix("~")
        word, tag, link = form.rsplit("/", 2)
        relation, head = link.split(">")
        text += "" if glued or not text else " "
        tokens.append(
            Token(
                index=index,
                text=word,
                lemma=word.lower().removesuffix("s") if tag == "NNS" else word.lower(),
                tag=tag,
                relation=relation,
                head=int(head),
                start=len(text),
                end=len(text) + len(word),
            )
        )
        text += word
    children = tuple(
        tuple(token.index for token in tokens if token.head == index != token.index) for index in range(len(tokens))
    )
    sentence = Sentence(index=0, part=0, kind="body", start=0, end=len(text), tokens=tuple(tokens), children=children)
    return Document(id="hand", path="hand.txt", text=text), sentence


@pytest.fixture(scope="session")
def parsed() -> Callable[[str], Parsed]:
    return parse
