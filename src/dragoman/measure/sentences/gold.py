"""Gold of sentences: takes JSON lines, one sentence with its events each, and gives the sentences."""

from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from dragoman.errors import SourceError


class GoldActor(BaseModel):
    """A participant of the gold: its words, where they stand, and every code that is accepted for it."""

    model_config = ConfigDict(frozen=True)

    text: str = ""
    code: str | None = None
    ids: tuple[str, ...] = ()
    start: int | None = None
    end: int | None = None


class GoldAct(BaseModel):
    """An event of the gold. `type_alt` are other types that are accepted."""

    model_config = ConfigDict(frozen=True)

    type: str
    type_alt: tuple[str, ...] = ()
    actors: tuple[GoldActor, ...] = ()
    recipients: tuple[GoldActor, ...] = ()
    reciprocal: bool = False


class GoldSentence(BaseModel):
    """A sentence and its events: under `events`, or on the line itself where it has a single one."""

    model_config = ConfigDict(frozen=True)

    id: str
    text: str
    events: tuple[GoldAct, ...] = Field(default=())

    @model_validator(mode="before")
    @classmethod
    def _single_event(cls, line: object) -> object:
        if isinstance(line, dict) and "events" not in line and line.get("type"):
            return {**line, "events": [line]}
        return line

    @model_validator(mode="after")
    def _has_words(self) -> Self:
        if not self.text.strip():
            raise ValueError("the sentence has no text")
        return self


def read_gold_sentences(file: Path) -> tuple[GoldSentence, ...]:
    """The sentences of a file.

    Raises:
        SourceError: The file cannot be read, or a line of it is no such sentence.
    """
    try:
        lines = file.read_text("utf-8").splitlines()
    except OSError as error:
        raise SourceError(f"{file}: cannot be read: {error}") from error
    return tuple(_sentence(file, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _sentence(file: Path, number: int, line: str) -> GoldSentence:
    try:
        return GoldSentence.model_validate_json(line)
    except ValidationError as error:
        raise SourceError(f"{file}:{number}: not a sentence of a gold set: {error}") from error
