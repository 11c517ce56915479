"""What the tests of framing share: the pack's themes, and coded texts whose names are given by hand."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pytest

from dragoman.knowledge.pack import load_pack
from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.framings import framings_of
from dragoman.records.act import Party
from dragoman.records.document import Part
from dragoman.records.entry import Entry
from dragoman.records.event import Coded
from dragoman.records.participant import Named


@pytest.fixture(scope="session")
def themes() -> ThemeWords:
    return load_pack().themes


def named(text: str, names: Iterable[tuple[str, str]]) -> tuple[Named, ...]:
    """Each name where it next stands in the text; "it" and "its" are pronouns."""
    found, since = [], 0
    for words, id_ in names:
        start = text.index(words, since)
        rule = {"it": "pronoun", "its": "possessive", "document": "issuer"}.get(words.lower(), "name")
        found.append(Named(ids=(id_,), start=start, end=start + len(words), rule=rule, score=1.0))
        since = start + len(words)
    return tuple(found)


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Sentences end at a full stop before a blank or line break."""
    found, start = [], 0
    for place, character in enumerate(text):
        ends = (
            character in '.”"' and text[place + 1 : place + 2] in {" ", "\n", ""} and "." in text[place - 1 : place + 1]
        )
        if ends:
            found.append((start, place + 1))
            start = place + 1
            while text[start : start + 1].isspace():
                start += 1
    return tuple(found)


@pytest.fixture
def coded_of() -> Callable[..., Coded]:
    def make(story, *names: tuple[str, str]) -> Coded:
        story.parts = story.parts or (Part(kind="body", start=0, end=len(story.text)),)
        return replace(story.coded, sentences=sentences(story.text), named=named(story.text, names))

    return make


@pytest.fixture
def own(story, coded_of, themes) -> Callable[..., tuple[Entry, ...]]:
    """The framings of a text of NATO's own, or of another speaker's."""

    def frame(text: str, *names: tuple[str, str], by: str = "NATO", **given) -> tuple[Entry, ...]:
        speaker = Party(id=by, name=by, kind="igo", event="")
        return framings_of(coded_of(story(text, **given), *names), themes, speaker=speaker)

    return frame


@pytest.fixture
def told() -> Callable[[Sequence[Entry]], Mapping[str, list[str]]]:
    """Of whom each passage speaks, by its words."""
    return lambda entries: {entry.what.text: [party.id for party in entry.about] for entry in entries}
