"""The shape of a golden sentence, as people write it."""

from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from dragoman.records.event import LinkKind, Status


def _several(value: object) -> object:
    """One thing or a list of things, always as a list; the word `none` is the empty list."""
    if value == "none":
        return []
    return [value] if isinstance(value, str) else value


def _none_at_all(value: object) -> object:
    """The word `none` is the empty list."""
    return [] if value == "none" else value


def _figures(value: object) -> object:
    """Figures as people write them ("1,000")."""
    several = _several(value)
    return (
        [item.replace(",", "") if isinstance(item, str) else item for item in several]
        if isinstance(several, list)
        else several
    )


Several = Annotated[tuple[str, ...], BeforeValidator(_several)]
Figures = Annotated[tuple[float, ...], BeforeValidator(_figures)]
_DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
When = Annotated[str, Field(pattern=rf"^(none|relative|{_DAY}(/{_DAY})?)$")]
Links = Annotated[tuple[LinkKind, ...], BeforeValidator(_several)]


class Expected(BaseModel):
    """What an event must be. Only what is written is compared; `none` says that there must be nothing.

    Participants are ids, with or without a sector: `DEU`, `DEU GOV`, `[AUS, NZL]`. Dates are `2022`, `2022-06`,
    `2022-06-28` or `A/B`; `relative` is a date that could not be resolved. `content_of`, `part_of` and `same_as` name
    the other event of the sentence by its trigger words or its type. `first` is part of the words that tell it.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    type: str | None = None
    mode: str | None = None
    status: Status | None = None
    actor: Several | None = None
    recipient: Several | None = None
    date: When | None = None
    due: When | None = None
    place: str | None = None
    said_by: Several | None = None
    addressee: Several | None = None
    content_of: str | None = None
    part_of: str | None = None
    same_as: str | None = None
    trigger: str | None = None
    cameo: str | None = None
    contexts: Several | None = None
    historical: bool | None = None
    magnitude: Figures | None = None
    first: str | None = None
    person: Several | None = None
    link: Links | None = None

    def __str__(self) -> str:
        """The expectation the way it is written in the file."""
        written = {key: _plain(getattr(self, key)) for key in self.model_fields_set}
        return "{" + ", ".join(f"{key}: {written[key]}" for key in type(self).model_fields if key in written) + "}"


def _plain(value: object) -> str:
    if isinstance(value, tuple):
        words = [_plain(item) for item in value]
        return ("none" if not words else words[0]) if len(words) < 2 else f"[{', '.join(words)}]"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


class WrittenSentence(BaseModel):
    """A sentence of the file: its text and the events it holds, all of them unless it says `more: yes`.

    `gap` says why the coder cannot do it yet.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(min_length=1)]
    published: Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")] | None = None
    events: Annotated[tuple[Expected, ...], BeforeValidator(_none_at_all)]
    more: bool = False
    gap: Annotated[str, Field(min_length=1)] | None = None
    note: str | None = None


class WrittenFile(BaseModel):
    """A file of golden sentences and what they are about."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    about: str
    sentences: tuple[WrittenSentence, ...]


class GoldenSentence(BaseModel):
    """A golden sentence with its address: `file:line`."""

    model_config = ConfigDict(frozen=True)

    file: str
    line: int
    written: WrittenSentence

    @property
    def address(self) -> str:
        """Where the sentence stands: `consult.yaml:12`."""
        return f"{self.file}:{self.line}"
