"""Columns: takes coded documents, gives one Arrow table: a row an event, the columns of the reference page "Records".

Each column is made at once, never a row at a time.
"""

from collections.abc import Callable, Iterable, Sequence

import pyarrow as pa

from dragoman.exports.arrays import counts, figures, lists, optional, struct, truths, words
from dragoman.records.event import Coded, Event, Found, Judged, Link, Why
from dragoman.records.participant import Alternative, Participant
from dragoman.records.span import DateSpan, Magnitude, Place, Span


def event_table(documents: Iterable[Coded]) -> pa.Table:
    """One row an event. `source_id` is added where a document has one."""
    documents = tuple(documents)
    events = [event for coded in documents for event in coded.events]
    columns = {name: column(events) for name, column in COLUMNS.items()}
    if any(coded.document.source_id is not None for coded in documents):
        columns["source_id"] = words([coded.document.source_id for coded in documents for _ in coded.events])
    return pa.table(columns)


def table_of_events(events: Iterable[Event]) -> pa.Table:
    """The same of events whose documents are not at hand."""
    events = tuple(events)
    return pa.table({name: column(events) for name, column in COLUMNS.items()})


def event_array(events: Sequence[Event]) -> pa.Array:
    """The same columns as the fields of one: for tables in which an event is a part of a row."""
    return struct({name: column(events) for name, column in COLUMNS.items()})


def _spans(spans: Sequence[Span]) -> pa.Array:
    return struct(
        {
            "start": counts([span.start for span in spans]),
            "end": counts([span.end for span in spans]),
            "text": words([span.text for span in spans]),
        },
    )


def _dates(dates: Sequence[DateSpan]) -> pa.Array:
    return struct(
        {
            "start": words([date.start for date in dates]),
            "end": words([date.end for date in dates]),
            "precision": words([date.precision for date in dates]),
            "text": _spans([date.text for date in dates]),
        },
    )


def _places(places: Sequence[Place]) -> pa.Array:
    return struct(
        {
            "name": words([place.name for place in places]),
            "country": words([place.country for place in places]),
            "precision": words([place.precision for place in places]),
            "text": _spans([place.text for place in places]),
            "latitude": figures([place.latitude for place in places]),
            "longitude": figures([place.longitude for place in places]),
        },
    )


def _magnitudes(magnitudes: Sequence[Magnitude]) -> pa.Array:
    return struct(
        {
            "low": figures([magnitude.low for magnitude in magnitudes]),
            "best": figures([magnitude.best for magnitude in magnitudes]),
            "high": figures([magnitude.high for magnitude in magnitudes]),
            "unit": words([magnitude.unit for magnitude in magnitudes]),
            "approximate": truths([magnitude.approximate for magnitude in magnitudes]),
            "text": _spans([magnitude.text for magnitude in magnitudes]),
        },
    )


def _participants(participants: Sequence[Participant]) -> pa.Array:
    return struct(
        {
            "id": words([participant.id for participant in participants]),
            "name": words([participant.name for participant in participants]),
            "kind": words([participant.kind for participant in participants]),
            "country": words([participant.country for participant in participants]),
            "sector": words([participant.sector for participant in participants]),
            "person": words([participant.person for participant in participants]),
            "office": words([participant.office for participant in participants]),
            "text": words([participant.text for participant in participants]),
            "start": counts([participant.start for participant in participants]),
            "end": counts([participant.end for participant in participants]),
        },
    )


def _links(links: Sequence[Link]) -> pa.Array:
    return struct(
        {
            "kind": words([link.kind for link in links]),
            "event": words([link.event for link in links]),
            "cue": _spans([link.cue for link in links]),
        },
    )


def _found(found: Sequence[Found]) -> pa.Array:
    return struct(
        {
            "text": words([one.text for one in found]),
            "start": counts([one.start for one in found]),
            "end": counts([one.end for one in found]),
            "ids": lists([one.ids for one in found], words),
            "rule": words([one.rule for one in found]),
            "because": words([one.because for one in found]),
            "alias": words([one.alias for one in found]),
            "score": figures([one.score for one in found]),
            "others": lists([one.others for one in found], _alternatives),
        },
    )


def _alternatives(alternatives: Sequence[Alternative]) -> pa.Array:
    return struct(
        {
            "id": words([one.id for one in alternatives]),
            "name": words([one.name for one in alternatives]),
            "score": figures([one.score for one in alternatives]),
        },
    )


def _whys(whys: Sequence[Why]) -> pa.Array:
    return struct(
        {
            "file": words([why.file for why in whys]),
            "line": counts([why.line for why in whys]),
            "frame": words([why.frame for why in whys]),
            "found": lists([why.found for why in whys], _found),
            "steps": lists([why.steps for why in whys], words),
            "judged": optional([why.judged for why in whys], _judged),
        },
    )


def _judged(judged: Sequence[Judged]) -> pa.Array:
    return struct(
        {
            "act": figures([one.act for one in judged]),
            "type": figures([one.type for one in judged]),
            "status": figures([one.status for one in judged]),
        },
    )


COLUMNS: dict[str, Callable[[Sequence[Event]], pa.Array]] = {
    "id": lambda events: words([event.id for event in events]),
    "document": lambda events: words([event.document for event in events]),
    "type": lambda events: words([event.type for event in events]),
    "mode": lambda events: words([event.mode for event in events]),
    "contexts": lambda events: lists([event.contexts for event in events], words),
    "cameo": lambda events: words([event.cameo for event in events]),
    "quad": lambda events: words([event.quad for event in events]),
    "goldstein": lambda events: figures([event.goldstein for event in events]),
    "status": lambda events: words([event.status for event in events]),
    "status_cue": lambda events: optional([event.status_cue for event in events], _spans),
    "historical": lambda events: truths([event.historical for event in events]),
    "actors": lambda events: lists([event.actors for event in events], _participants),
    "recipients": lambda events: lists([event.recipients for event in events], _participants),
    "date": lambda events: optional([event.date for event in events], _dates),
    "due": lambda events: optional([event.due for event in events], _dates),
    "place": lambda events: optional([event.place for event in events], _places),
    "magnitudes": lambda events: lists([event.magnitudes for event in events], _magnitudes),
    "firsts": lambda events: lists([event.firsts for event in events], _spans),
    "said_by": lambda events: lists([event.said_by for event in events], _participants),
    "addressees": lambda events: lists([event.addressees for event in events], _participants),
    "content_of": lambda events: words([event.content_of for event in events]),
    "part_of": lambda events: words([event.part_of for event in events]),
    "same_as": lambda events: words([event.same_as for event in events]),
    "links": lambda events: lists([event.links for event in events], _links),
    "trigger": lambda events: _spans([event.trigger for event in events]),
    "evidence": lambda events: lists([event.evidence for event in events], _spans),
    "why": lambda events: _whys([event.why for event in events]),
    "confidence": lambda events: figures([event.confidence for event in events]),
}
