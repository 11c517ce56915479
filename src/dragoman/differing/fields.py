"""Fields: takes one event as it was and as it is, gives the names of the fields in which the two differ.

Left out are `id` and `document`, which name the record, and `why`, which says how it was made. Participants differ if
other ones are meant, not if other words name them; dates, places and magnitudes, if they are read otherwise.
"""

from collections.abc import Callable, Iterable, Mapping

from dragoman.records.event import Event
from dragoman.records.participant import Participant
from dragoman.records.span import DateSpan, Magnitude, Place, Span

LEAST = 0.05  # confidence is calibrated by tenths: less than half of one is no change that anybody would act upon


def changed_fields(before: Event, after: Event, renamed: Mapping[str, str]) -> tuple[str, ...]:
    """The fields that differ; `renamed` has for ids of events before those of the same events after."""
    changed = [name for name, told in FIELDS.items() if told(before) != told(after)]
    changed += [name for name, tie in _TIES.items() if renamed.get(tie(before) or "") != tie(after)]
    if _links(before, renamed) != _links(after, None):
        changed.append("links")
    if abs(before.confidence - after.confidence) >= LEAST:
        changed.append("confidence")
    return tuple(changed)


def _links(event: Event, renamed: Mapping[str, str] | None) -> list[tuple[str, str]]:
    return sorted((link.kind, link.event if renamed is None else renamed.get(link.event, "")) for link in event.links)


def _where(span: Span | None) -> tuple[int, int] | None:
    return None if span is None else (span.start, span.end)


def _who(participants: Iterable[Participant]) -> list[tuple[str, ...]]:
    return sorted(
        (one.id, one.kind, one.country or "", one.sector or "", one.person or "", one.office or "")
        for one in participants
    )


def _when(date: DateSpan | None) -> tuple[str | None, str | None, str] | None:
    return None if date is None else (date.start, date.end, date.precision)


def _in(place: Place | None) -> tuple[object, ...] | None:
    return None if place is None else (place.name, place.country, place.precision, place.latitude, place.longitude)


def _how_many(magnitudes: Iterable[Magnitude]) -> list[tuple[object, ...]]:
    return sorted(
        ((one.low, one.best, one.high, one.unit, one.approximate) for one in magnitudes),
        key=repr,  # a figure may be None
    )


FIELDS: Mapping[str, Callable[[Event], object]] = {
    "type": lambda event: event.type,
    "mode": lambda event: event.mode,
    "contexts": lambda event: sorted(event.contexts),
    "cameo": lambda event: event.cameo,
    "quad": lambda event: event.quad,
    "goldstein": lambda event: event.goldstein,
    "status": lambda event: event.status,
    "status_cue": lambda event: _where(event.status_cue),
    "historical": lambda event: event.historical,
    "actors": lambda event: _who(event.actors),
    "recipients": lambda event: _who(event.recipients),
    "date": lambda event: _when(event.date),
    "due": lambda event: _when(event.due),
    "place": lambda event: _in(event.place),
    "magnitudes": lambda event: _how_many(event.magnitudes),
    "firsts": lambda event: sorted(map(_where, event.firsts), key=repr),
    "said_by": lambda event: _who(event.said_by),
    "addressees": lambda event: _who(event.addressees),
    "trigger": lambda event: _where(event.trigger),
    "evidence": lambda event: [_where(span) for span in event.evidence],
}
"""What of an event is compared as it stands."""

_TIES: Mapping[str, Callable[[Event], str | None]] = {
    "content_of": lambda event: event.content_of,
    "part_of": lambda event: event.part_of,
    "same_as": lambda event: event.same_as,
}
