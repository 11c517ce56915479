"""Frames: the phrasings of each event type, as they are compiled from a pack's frames/*.yaml."""

from dataclasses import dataclass
from typing import Literal

from dragoman.records.event import Status

Keep = Literal["both", "content", "speech"]
Words = dict[str, tuple[str, ...]]  # role -> words that fit it


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """The act that an act of speech is about: where it stands, its status, who does it, and which record is kept."""

    roles: tuple[str, ...]
    status: Status
    by: Literal["actor", "recipient"]
    keep: Keep = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """What a frame says differently when the roles named in `when` are filled by one of the words."""

    when: Words
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    type: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One way, or several like ways, to tell an act of one type. The guide "Write frames" explains each key.

    `phrases` are sequences of lemmas: of a verb frame the verb comes first, of a noun frame the head noun last.
    """

    id: str
    type: str
    file: str
    line: int
    kind: Literal["verb", "noun"]
    phrases: tuple[tuple[str, ...], ...]
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool = False
    needs: tuple[str, ...] | None = None
    only: Words
    exceptions: Words
    with_words: frozenset[str] = frozenset()
    mode: str | None = None
    cameo: str | None = None
    contexts: tuple[str, ...] = ()
    variants: tuple[Variant, ...] = ()
    content: Content | None = None
    status: Status = "occurred"
    no_act: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A frame and the one of its phrases that begins (verb) or ends (noun) with a trigger word."""

    frame: int
    phrase: tuple[str, ...]


class FrameIndex:
    """Frames by their trigger word: a look-up instead of a scan."""

    def __init__(self, frames: tuple[Frame, ...]) -> None:
        self.frames = frames
        self._verbs: dict[str, list[Candidate]] = {}
        self._nouns: dict[str, list[Candidate]] = {}
        # A frame with the verb "*" is for whatever a speaker undertakes, when no other frame knows the verb.
        self.wildcards = tuple(frame for frame in frames if ("*",) in frame.phrases)
        for number, frame in enumerate(frames):
            table = self._verbs if frame.kind == "verb" else self._nouns
            for phrase in frame.phrases:
                key = phrase[0] if frame.kind == "verb" else phrase[-1]
                table.setdefault(key, []).append(Candidate(frame=number, phrase=phrase))
        for table in (self._verbs, self._nouns):
            for candidates in table.values():
                candidates.sort(key=lambda candidate: -len(candidate.phrase))

    def verb(self, lemma: str) -> list[Candidate]:
        """The candidates whose phrase begins with this verb, the longest first."""
        return self._verbs.get(lemma, [])

    def noun(self, lemma: str) -> list[Candidate]:
        """The candidates whose phrase ends in this noun, the longest first."""
        return self._nouns.get(lemma, [])
