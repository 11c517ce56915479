"""Takes a pack's status.yaml and speech.yaml, gives the words that settle an act's status and those of speakers."""

from dataclasses import dataclass
from pathlib import Path

from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, WordSet
from dragoman.records.event import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Governing:
    """Words that give the act in one of their roles a status: "plan" (content), "cancel" (done-to), "threat" (of)."""

    status: Status
    phrases: tuple[tuple[str, ...], ...]
    roles: frozenset[str]
    nouns: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWords:
    """The words of status.yaml, by what they do."""

    modals: dict[str, Status]
    negators: frozenset[str]
    no_words: frozenset[str]
    governing: tuple[Governing, ...]
    modifiers: dict[str, Status]
    carriers: frozenset[tuple[str, ...]]
    motion: frozenset[str]
    hearsay: frozenset[str]
    historical: frozenset[str]
    declared: frozenset[str]
    refusals: dict[str, str]
    threats: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeechWords:
    """The words of speech.yaml."""

    verbs: frozenset[str]
    addressees: tuple[str, ...]
    not_addressed: frozenset[str]


def read_status(folder: Path) -> StatusWords:
    """The words of the folder's status.yaml."""
    shape = read_yaml(folder / "status.yaml", StatusFile)
    return StatusWords(
        **shape.model_dump(exclude={"governing", "carriers"}),
        governing=tuple(_governing(entry) for entry in shape.governing),
        carriers=frozenset(_phrases(shape.carriers)),
    )


def read_speech(folder: Path) -> SpeechWords:
    """The words of the folder's speech.yaml."""
    return SpeechWords(**read_yaml(folder / "speech.yaml", SpeechFile).model_dump())


def _governing(entry: "GoverningEntry") -> Governing:
    return Governing(
        status=entry.status,
        phrases=_phrases(entry.words or entry.nouns),
        roles=entry.roles,
        nouns=bool(entry.nouns),
    )


def _phrases(words: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in words)


# The files as they are written.


class GoverningEntry(Shape):
    """An entry of `governing:`."""

    status: Status
    words: WordList = ()
    nouns: WordList = ()
    roles: WordSet


class StatusFile(Shape):
    """status.yaml."""

    modals: dict[str, Status]
    negators: WordSet
    no_words: WordSet
    governing: tuple[GoverningEntry, ...]
    modifiers: dict[str, Status]
    carriers: WordList
    motion: WordSet
    hearsay: WordSet
    historical: WordSet
    declared: WordSet
    refusals: dict[str, str]
    threats: dict[str, str]


class SpeechFile(Shape):
    """speech.yaml."""

    verbs: WordSet
    addressees: WordList
    not_addressed: WordSet
