"""StatusWords and SpeechWords: how words around an act settle its status, and by which verbs somebody says something."""

from dataclasses import dataclass

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
