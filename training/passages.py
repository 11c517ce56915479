"""Takes a file of the training corpus, gives its passages with each event's places in the text, or every fault."""

from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

TYPES = frozenset(
    [
        "AGREE",
        "CONSULT",
        "SUPPORT",
        "CONCEDE",
        "COOPERATE",
        "AID",
        "RETREAT",
        "REQUEST",
        "ACCUSE",
        "REJECT",
        "THREATEN",
        "PROTEST",
        "SANCTION",
        "MOBILIZE",
        "COERCE",
        "ASSAULT",
    ]
)
STATUSES = frozenset(["occurred", "planned", "pledged", "requested", "threatened", "possible", "cancelled", "negated"])
REGISTERS = frozenset(
    [
        "wire",
        "communique",
        "readout",
        "qa",
        "analysis",
        "resolution",
        "notice",
        "conflict",
        "court",
        "trade",
        "history",
        "sports",
        "markets",
        "crime",
        "culture",
        "weather",
        "science",
        "business",
    ]
)


class CorpusError(Exception):
    """A file of the corpus is faulty: `faults` has a line for each fault."""

    def __init__(self, faults: list[str]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", coerce_numbers_to_str=True)


class Event(_Strict):
    """One coded act. Fields are those of the README."""

    id: int
    trigger: str
    quote: str
    occurrence: int = 1
    type: str
    mode: str | None = None
    alt: list[str] = Field(default_factory=list)
    status: str
    status_alt: list[str] = Field(default_factory=list)
    actors: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    about: list[str] = Field(default_factory=list)
    date: str | None = None
    date_stated: bool = True
    date_alt: str | None = None
    due: str | None = None
    place: str | None = None
    magnitude: str | None = None
    first: str | None = None
    persons: list[str] = Field(default_factory=list)
    said_by: list[str] = Field(default_factory=list)
    content_of: int | None = None
    part_of: int | None = None
    same_as: int | None = None
    historical: bool = False
    core: bool = True
    note: str | None = None


class Passage(_Strict):
    """A text and all that is coded in it."""

    id: str
    register_: str = Field(alias="register")
    published: str
    title: str | None = None
    text: str
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    events: list[Event]
    note: str | None = None

    @property
    def register(self) -> str:  # type: ignore[override]
        """The kind of text: wire, communique, sports …."""
        return self.register_


class _File(_Strict):
    about: str
    passages: list[Passage]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Characters `start` to `end` of a passage's text."""

    start: int
    end: int


def read_passages(file: Path) -> list[Passage]:
    """The passages of `file`.

    Raises:
        CorpusError: The file is not such a file, or a quote or trigger is not where it should be.
    """
    try:
        written = _File.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
    except yaml.YAMLError as error:
        raise CorpusError([f"{file}: not YAML: {error}"]) from error
    except ValidationError as error:
        lines = [f"{file}: {'.'.join(map(str, e['loc']))}: {e['msg']} ({e['input']!r:.60})" for e in error.errors()]
        raise CorpusError(lines) from error
    faults = [f"{file}: {p.id}: {fault}" for p in written.passages for fault in _faults(p)]
    if faults:
        raise CorpusError(faults)
    return written.passages


def trigger_place(passage: Passage, event: Event) -> Place | None:
    """Where the trigger stands in the text, or None."""
    quote = quote_place(passage, event)
    at = event.quote.find(event.trigger)
    if quote is None or at < 0:
        return None
    return Place(start=quote.start + at, end=quote.start + at + len(event.trigger))


def quote_place(passage: Passage, event: Event) -> Place | None:
    """Where the quote stands in the text, or None."""
    at = -1
    for _ in range(event.occurrence):
        at = passage.text.find(event.quote, at + 1)
        if at < 0:
            return None
    return Place(start=at, end=at + len(event.quote))


def _faults(passage: Passage) -> list[str]:
    faults = [] if passage.register in REGISTERS else [f"unknown register {passage.register}"]
    numbers = [event.id for event in passage.events]
    if len(set(numbers)) < len(numbers):
        faults.append("two events have one id")
    for event in passage.events:
        if quote_place(passage, event) is None:
            faults.append(f"event {event.id}: the quote is not in the text (on one line): {event.quote!r}")
        elif trigger_place(passage, event) is None:
            faults.append(f"event {event.id}: the trigger {event.trigger!r} is not in the quote {event.quote!r}")
        faults += [f"event {event.id}: unknown type {t}" for t in (event.type, *event.alt) if t not in TYPES]
        faults += [
            f"event {event.id}: unknown status {s}" for s in (event.status, *event.status_alt) if s not in STATUSES
        ]
        faults += [
            f"event {event.id}: there is no event {other}"
            for other in (event.content_of, event.part_of, event.same_as)
            if other is not None and other not in numbers
        ]
    return faults
