"""Read-outs: takes a deed, gives what each text tells of it side by side, and what each leaves out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from dragoman.ledger.quoting import quoted
from dragoman.records.deed import Deed
from dragoman.records.entry import Quote
from dragoman.records.event import Event
from dragoman.records.report import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Readout:
    """What one text tells of a meeting; `tells` are its particulars by name, `leaves_out` those that others tell."""

    document: str
    outlets: tuple[str, ...]
    published: str | None
    quotes: tuple[Quote, ...]
    tells: Mapping[str, tuple[str, ...]]
    leaves_out: Mapping[str, tuple[str, ...]]


def readouts(deed: Deed, talk: Iterable[Deed] = ()) -> tuple[Readout, ...]:
    """The texts that tell a meeting, oldest first; `talk` are acts that tell what was spoken of in it."""
    reports: dict[str, list[Report]] = {}
    for one in (deed, *talk):
        for report in one.reports:
            reports.setdefault(report.copy, []).append(report)
    texts = {copy: _tells(event for report in own for event in [report.event]) for copy, own in reports.items()}
    ordered = sorted(reports.items(), key=lambda pair: pair[1][0].order)
    return tuple(_readout(own, texts[copy], _others(texts, copy)) for copy, own in ordered)


def _readout(reports: list[Report], tells: Mapping[str, tuple[str, ...]], others: Mapping[str, set[str]]) -> Readout:
    left = {name: tuple(sorted(values - set(tells.get(name, ())))) for name, values in others.items()}
    first = reports[0]
    return Readout(
        document=first.event.document,
        outlets=first.outlets,
        published=first.known_on,
        quotes=tuple(quoted(report.event.document, report.event.passage) for report in reports),
        tells=tells,
        leaves_out={name: values for name, values in left.items() if values},
    )


def _tells(events: Iterable[Event]) -> dict[str, tuple[str, ...]]:
    found: dict[str, set[str]] = {}
    for name, value in (pair for event in events for pair in _particulars(event)):
        found.setdefault(name, set()).add(value)
    return {name: tuple(sorted(values)) for name, values in found.items()}


def _particulars(event: Event) -> Iterator[tuple[str, str]]:
    for one in event.participants:
        yield "participants", one.name
        if one.person and one.person != one.name:
            yield "persons", one.person
    if event.place is not None:
        yield "place", event.place.name
    if event.date is not None and event.date.start is not None:
        yield "date", event.date.start
    for span in event.firsts:
        yield "first times", span.text
    for magnitude in event.magnitudes:
        yield "figures", magnitude.text.text


def _others(texts: Mapping[str, Mapping[str, tuple[str, ...]]], copy: str) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for other, tells in texts.items():
        if other != copy:
            for name, values in tells.items():
                found.setdefault(name, set()).update(values)
    return found
