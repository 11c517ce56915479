"""Tree: takes the events of a document, gives them one under another, as they hang together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.records.event import Event
from dragoman.views.signs import AGAIN, CONTENT, ITEM


@dataclass(frozen=True, slots=True)
class Row:
    """An event with its number, how deep it stands, and how it belongs to the one above."""

    event: Event
    number: int
    depth: int
    tie: str


def rows(events: Sequence[Event]) -> list[Row]:
    """A tree: contents under their act of speech, items under their package, repetitions under the first."""
    told = {event.id: event for event in events}
    numbers = {id_: number for number, id_ in enumerate(told, start=1)}
    below: dict[str | None, list[Event]] = {}
    for event in events:
        below.setdefault(_above(event, told)[0], []).append(event)

    def walk(above: str | None, depth: int) -> Iterator[Row]:
        for event in below.get(above, ()):
            yield Row(event, numbers[event.id], depth, _above(event, told)[1])
            yield from walk(event.id, depth + 1)

    return list(walk(None, 0))


def _above(event: Event, told: Mapping[str, Event]) -> tuple[str | None, str]:
    """The event that this one stands under, and the sign for it. Ids from elsewhere, and circles, count for nothing."""
    above, tie = _tie(event, told)
    seen, upward = {event.id}, above
    while upward is not None:
        if upward in seen:
            return None, ""
        seen.add(upward)
        upward = _tie(told[upward], told)[0]
    return above, tie


def _tie(event: Event, told: Mapping[str, Event]) -> tuple[str | None, str]:
    for above, tie in ((event.part_of, ITEM), (event.content_of, CONTENT), (event.same_as, AGAIN)):
        if above in told:
            return above, tie
    return None, ""
