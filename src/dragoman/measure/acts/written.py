"""Takes what a person coded of a report, gives it as the event that a coder would have made."""

import datetime as dt
from collections.abc import Mapping, Sequence
from hashlib import blake2b

from pydantic import BaseModel, ConfigDict

from dragoman.records.document import Document
from dragoman.records.event import Event, Quad, Status, Why
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Magnitude, Place, PlacePrecision, Precision, Span

_STATE = 3  # letters of a state's id
_MONTH, _WEEK = 31, 7


# By PLOVER's manual, of each type.
_TYPES: Mapping[Quad, tuple[str, ...]] = {
    "verbal_cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material_cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal_conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material_conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
_QUADS: Mapping[str, Quad] = {type_: quad for quad, types in _TYPES.items() for type_ in types}


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid")


class WrittenPlace(_Strict):
    """Where, by its name."""

    name: str
    country: str | None = None
    precision: PlacePrecision = "city"


class WrittenFigure(_Strict):
    """How many."""

    low: float | None = None
    best: float | None = None
    high: float | None = None
    unit: str = ""
    approximate: bool = False


class Written(_Strict):
    """The keys of `coded`."""

    type: str
    mode: str | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: tuple[dt.date, dt.date] | None = None
    place: WrittenPlace | None = None
    figures: tuple[WrittenFigure, ...] = ()
    historical: bool = False
    quote: str


def written_event(written: Written, status: Status, document: Document, trigger: tuple[int, int]) -> Event:
    """The event. Its spans are the trigger and the quote; what has no words of its own stands at the trigger."""
    at = document.span(*trigger)
    start = max(document.text.find(written.quote), 0)
    return Event(
        id=blake2b(f"{document.id} {at.start} {document.published}".encode(), digest_size=8).hexdigest(),
        document=document.id,
        type=written.type,
        mode=written.mode,
        contexts=(),
        cameo="",
        quad=_QUADS[written.type],
        goldstein=0.0,
        status=status,
        status_cue=None,
        historical=written.historical,
        actors=_participants(written.actors, at),
        recipients=_participants(written.recipients, at),
        date=_date(written.date, at),
        due=None,
        place=_place(written.place, at),
        magnitudes=tuple(
            Magnitude(low=one.low, best=one.best, high=one.high, unit=one.unit, approximate=one.approximate, text=at)
            for one in written.figures
        ),
        firsts=(),
        said_by=(),
        addressees=(),
        content_of=None,
        part_of=None,
        same_as=None,
        links=(),
        trigger=at,
        evidence=(document.span(start, start + len(written.quote)),),
        why=Why(file="by hand", line=0, frame="by hand"),
        confidence=1.0,
    )


def _participants(ids: Sequence[str], at: Span) -> tuple[Participant, ...]:
    return tuple(
        Participant(
            id=id_,
            name=id_,
            kind="state" if len(id_) == _STATE and id_.isupper() else "igo" if id_.isupper() else "group",
            country=id_ if len(id_) == _STATE and id_.isupper() else None,
            text=at.text,
            start=at.start,
            end=at.end,
        )
        for id_ in ids
    )


def _date(days: tuple[dt.date, dt.date] | None, at: Span) -> DateSpan | None:
    if days is None:
        return None
    length = (days[1] - days[0]).days
    precision: Precision = "day" if length < 1 else "week" if length < _WEEK else "month" if length < _MONTH else "year"
    return DateSpan(start=days[0].isoformat(), end=days[1].isoformat(), precision=precision, text=at)


def _place(place: WrittenPlace | None, at: Span) -> Place | None:
    if place is None:
        return None
    return Place(name=place.name, country=place.country, precision=place.precision, text=at)
