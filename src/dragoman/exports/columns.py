"""Columns: takes coded documents, gives one Arrow table: a row an event, the columns of the reference page "Records".

Each column is made at once, never a row at a time: a list of spans is one array of offsets over three flat arrays.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import count
from typing import TypeVar

import pyarrow as pa

from dragoman.records.event import Coded, Event, Found, Judged, Link, Why
from dragoman.records.participant import Alternative, Participant
from dragoman.records.span import DateSpan, Magnitude, Place, Span

T = TypeVar("T")


def event_table(documents: Iterable[Coded]) -> pa.Table:
    """One row an event. `source_id` is added where a document has one."""
    documents = tuple(documents)
    events = [event for coded in documents for event in coded.events]
    columns = {name: column(events) for name, column in COLUMNS.items()}
    if any(coded.document.source_id is not None for coded in documents):
        columns["source_id"] = _words([coded.document.source_id for coded in documents for _ in coded.events])
    return pa.table(columns)


def _words(values: Sequence[str | None]) -> pa.Array:
    return pa.array(values, pa.string())


def _counts(values: Sequence[int | None]) -> pa.Array:
    return pa.array(values, pa.int32())


def _figures(values: Sequence[float | None]) -> pa.Array:
    return pa.array(values, pa.float64())


def _truths(values: Sequence[bool | None]) -> pa.Array:
    return pa.array(values, pa.bool_())


def _struct(fields: dict[str, pa.Array]) -> pa.Array:
    return pa.StructArray.from_arrays(list(fields.values()), names=list(fields))


def _optional(values: Sequence[T | None], column: Callable[[Sequence[T]], pa.Array]) -> pa.Array:
    """A column of those that are there, spread out with nulls for those that are not."""
    positions = count()
    places = pa.array([None if value is None else next(positions) for value in values], pa.int32())
    return column([value for value in values if value is not None]).take(places)


def _lists(rows: Sequence[Sequence[T]], column: Callable[[Sequence[T]], pa.Array]) -> pa.Array:
    offsets = [0]
    for row in rows:
        offsets.append(offsets[-1] + len(row))
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), column([item for row in rows for item in row]))


def _spans(spans: Sequence[Span]) -> pa.Array:
    return _struct(
        {
            "start": _counts([span.start for span in spans]),
            "end": _counts([span.end for span in spans]),
            "text": _words([span.text for span in spans]),
        },
    )


def _dates(dates: Sequence[DateSpan]) -> pa.Array:
    return _struct(
        {
            "start": _words([date.start for date in dates]),
            "end": _words([date.end for date in dates]),
            "precision": _words([date.precision for date in dates]),
            "text": _spans([date.text for date in dates]),
        },
    )


def _places(places: Sequence[Place]) -> pa.Array:
    return _struct(
        {
            "name": _words([place.name for place in places]),
            "country": _words([place.country for place in places]),
            "precision": _words([place.precision for place in places]),
            "text": _spans([place.text for place in places]),
            "latitude": _figures([place.latitude for place in places]),
            "longitude": _figures([place.longitude for place in places]),
        },
    )


def _magnitudes(magnitudes: Sequence[Magnitude]) -> pa.Array:
    return _struct(
        {
            "low": _figures([magnitude.low for magnitude in magnitudes]),
            "best": _figures([magnitude.best for magnitude in magnitudes]),
            "high": _figures([magnitude.high for magnitude in magnitudes]),
            "unit": _words([magnitude.unit for magnitude in magnitudes]),
            "approximate": _truths([magnitude.approximate for magnitude in magnitudes]),
            "text": _spans([magnitude.text for magnitude in magnitudes]),
        },
    )


def _participants(participants: Sequence[Participant]) -> pa.Array:
    return _struct(
        {
            "id": _words([participant.id for participant in participants]),
            "name": _words([participant.name for participant in participants]),
            "kind": _words([participant.kind for participant in participants]),
            "country": _words([participant.country for participant in participants]),
            "sector": _words([participant.sector for participant in participants]),
            "person": _words([participant.person for participant in participants]),
            "office": _words([participant.office for participant in participants]),
            "text": _words([participant.text for participant in participants]),
            "start": _counts([participant.start for participant in participants]),
            "end": _counts([participant.end for participant in participants]),
        },
    )


def _links(links: Sequence[Link]) -> pa.Array:
    return _struct(
        {
            "kind": _words([link.kind for link in links]),
            "event": _words([link.event for link in links]),
            "cue": _spans([link.cue for link in links]),
        },
    )


def _found(found: Sequence[Found]) -> pa.Array:
    return _struct(
        {
            "text": _words([one.text for one in found]),
            "start": _counts([one.start for one in found]),
            "end": _counts([one.end for one in found]),
            "ids": _lists([one.ids for one in found], _words),
            "rule": _words([one.rule for one in found]),
            "because": _words([one.because for one in found]),
            "alias": _words([one.alias for one in found]),
            "score": _figures([one.score for one in found]),
            "others": _lists([one.others for one in found], _alternatives),
        },
    )


def _alternatives(alternatives: Sequence[Alternative]) -> pa.Array:
    return _struct(
        {
            "id": _words([one.id for one in alternatives]),
            "name": _words([one.name for one in alternatives]),
            "score": _figures([one.score for one in alternatives]),
        },
    )


def _whys(whys: Sequence[Why]) -> pa.Array:
    return _struct(
        {
            "file": _words([why.file for why in whys]),
            "line": _counts([why.line for why in whys]),
            "frame": _words([why.frame for why in whys]),
            "found": _lists([why.found for why in whys], _found),
            "steps": _lists([why.steps for why in whys], _words),
            "judged": _optional([why.judged for why in whys], _judged),
        },
    )


def _judged(judged: Sequence[Judged]) -> pa.Array:
    return _struct(
        {
            "act": _figures([one.act for one in judged]),
            "type": _figures([one.type for one in judged]),
            "status": _figures([one.status for one in judged]),
        },
    )


COLUMNS: dict[str, Callable[[Sequence[Event]], pa.Array]] = {
    "id": lambda events: _words([event.id for event in events]),
    "document": lambda events: _words([event.document for event in events]),
    "type": lambda events: _words([event.type for event in events]),
    "mode": lambda events: _words([event.mode for event in events]),
    "contexts": lambda events: _lists([event.contexts for event in events], _words),
    "cameo": lambda events: _words([event.cameo for event in events]),
    "quad": lambda events: _words([event.quad for event in events]),
    "goldstein": lambda events: _figures([event.goldstein for event in events]),
    "status": lambda events: _words([event.status for event in events]),
    "status_cue": lambda events: _optional([event.status_cue for event in events], _spans),
    "historical": lambda events: _truths([event.historical for event in events]),
    "actors": lambda events: _lists([event.actors for event in events], _participants),
    "recipients": lambda events: _lists([event.recipients for event in events], _participants),
    "date": lambda events: _optional([event.date for event in events], _dates),
    "due": lambda events: _optional([event.due for event in events], _dates),
    "place": lambda events: _optional([event.place for event in events], _places),
    "magnitudes": lambda events: _lists([event.magnitudes for event in events], _magnitudes),
    "firsts": lambda events: _lists([event.firsts for event in events], _spans),
    "said_by": lambda events: _lists([event.said_by for event in events], _participants),
    "addressees": lambda events: _lists([event.addressees for event in events], _participants),
    "content_of": lambda events: _words([event.content_of for event in events]),
    "part_of": lambda events: _words([event.part_of for event in events]),
    "same_as": lambda events: _words([event.same_as for event in events]),
    "links": lambda events: _lists([event.links for event in events], _links),
    "trigger": lambda events: _spans([event.trigger for event in events]),
    "evidence": lambda events: _lists([event.evidence for event in events], _spans),
    "why": lambda events: _whys([event.why for event in events]),
    "confidence": lambda events: _figures([event.confidence for event in events]),
}
