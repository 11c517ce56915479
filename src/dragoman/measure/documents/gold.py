"""Gold of a document: takes the YAML of an annotated text and gives its events, each with its places in the text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from dragoman.errors import SourceError
from dragoman.measure.documents.places import Places, Stretch
from dragoman.measure.documents.slugs import slug


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldEvent:
    """One annotated event. `own` is where its quote stands; `stretches` are the places of all its mentions."""

    id: str
    quote: str
    type: str
    alternatives: frozenset[str]
    status: str
    status_alternatives: frozenset[str]
    actors: frozenset[str]
    recipients: frozenset[str]
    date: str | None
    date_alternative: str | None
    date_stated: bool
    due: str | None
    core: bool
    repeats: bool
    own: Stretch
    stretches: tuple[Stretch, ...]
    written: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldDocument:
    """An annotated text and its events."""

    name: str
    text: str
    published: str | None
    events: tuple[GoldEvent, ...]


class _Written(BaseModel):
    """An event as annotated. Keys that are not scored (ledger, notes, persons …) are passed over."""

    model_config = ConfigDict(coerce_numbers_to_str=True)

    id: str
    quote: str
    occurrence: int = 1
    type: str
    alt: list[str] = Field(default_factory=list)
    status: str
    status_alt: list[str] = Field(default_factory=list)
    actors: list[str] = Field(default_factory=list)
    recipients: list[str] = Field(default_factory=list)
    date: str | None = None
    date_alt: str | None = None
    date_stated: bool = True
    due: str | None = None
    core: bool = False
    same_as: str | None = None


class _WrittenDocument(BaseModel):
    """The annotated document: where its text is, its date, other names of its participants, its events."""

    document: str
    text: str
    published: str | None = None
    aliases: dict[str, list[str]] = Field(default_factory=dict)
    events: list[_Written]


def read_gold_document(file: Path) -> GoldDocument:
    """The gold in `file`; its text is found from where the file is.

    Raises:
        SourceError: The file is not such a gold, its text is missing, or a quote is not in the text.
    """
    try:
        # Dates stay text.
        written = _WrittenDocument.model_validate(yaml.load(file.read_text("utf-8"), Loader=yaml.BaseLoader))  # noqa: S506
        text = (file.parent / written.text).read_text("utf-8")
    except (ValidationError, yaml.YAMLError) as error:
        raise SourceError(f"{file}: not a gold annotation of a document: {error}") from error
    except OSError as error:
        raise SourceError(f"{file}: cannot be read with its text: {error}") from error
    places = Places(text)
    own = {event.id: _own(event, places, file) for event in written.events}
    mentions: dict[str, list[Stretch]] = {}
    for event in written.events:
        mentions.setdefault(event.same_as or event.id, []).append(own[event.id])
    return GoldDocument(
        name=written.document,
        text=text,
        published=written.published,
        events=tuple(
            _event(event, own[event.id], mentions[event.same_as or event.id], written.aliases)
            for event in written.events
        ),
    )


def _own(event: _Written, places: Places, file: Path) -> Stretch:
    stretch = places.exactly(event.quote, event.occurrence)
    if stretch is None:
        raise SourceError(f"{file}: the quote of {event.id} is not in the text: {event.quote!r}")
    return stretch


def _event(event: _Written, own: Stretch, stretches: list[Stretch], aliases: dict[str, list[str]]) -> GoldEvent:
    return GoldEvent(
        id=event.id,
        quote=event.quote,
        type=event.type,
        alternatives=frozenset(event.alt),
        status=event.status,
        status_alternatives=frozenset(event.status_alt),
        actors=accepted_slugs(event.actors, aliases),
        recipients=accepted_slugs(event.recipients, aliases),
        date=event.date,
        date_alternative=event.date_alt,
        date_stated=event.date_stated,
        due=event.due,
        core=event.core,
        repeats=event.same_as is not None,
        own=own,
        stretches=tuple(stretches),
        written=f"{', '.join(event.actors) or 'none'} → {event.type} ({event.status}) → "
        f"{', '.join(event.recipients) or 'none'}",
    )


def accepted_slugs(ids: Sequence[str], aliases: Mapping[str, Sequence[str]]) -> frozenset[str]:
    """Ids and their other names. The gold lists a group and its members both: one in common is enough."""
    return frozenset(slug(name) for id_ in ids for name in (id_, *aliases.get(id_, ())))
