"""Read-outs: takes a meeting, gives what each text tells of it side by side, and what each leaves out.

Particulars (who, where, when, figures) are left out by a text that has not the very same; what was spoken of by one
that has no word of it.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from dragoman.ledger.quoting import quoted
from dragoman.ledger.words_of import subject_of
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


def readouts(deed: Deed, agenda: Iterable[Quote] = (), common: frozenset[str] = frozenset()) -> tuple[Readout, ...]:
    """The texts that tell a meeting, oldest first; `agenda` is what was spoken of, `common` words tell nothing."""
    topics = list(agenda)
    reports: dict[str, list[Report]] = {}
    for report in deed.reports:
        reports.setdefault(report.copy, []).append(report)
    texts = {copy: _tells(report.event for report in own) for copy, own in reports.items()}
    ordered = sorted(reports.items(), key=lambda pair: pair[1][0].order)
    return tuple(_readout(own, texts[copy], _others(texts, copy), topics, common) for copy, own in ordered)


def _readout(
    reports: list[Report],
    tells: Mapping[str, tuple[str, ...]],
    others: Mapping[str, set[str]],
    agenda: Sequence[Quote],
    common: frozenset[str],
) -> Readout:
    left = {name: tuple(sorted(values - set(tells.get(name, ())))) for name, values in others.items()}
    first = reports[0]
    documents = {report.event.document for report in reports}
    own = [topic.text for topic in agenda if topic.document in documents]
    told = (*own, *(report.event.passage.text for report in reports))
    unsaid = _unsaid([topic.text for topic in agenda if topic.document not in documents], told, common)
    return Readout(
        document=first.event.document,
        outlets=first.outlets,
        published=first.known_on,
        quotes=tuple(quoted(report.event.document, report.event.passage) for report in reports),
        tells={**tells, **({"spoken of": tuple(dict.fromkeys(own))} if own else {})},
        leaves_out={name: values for name, values in (left | {"spoken of": unsaid}).items() if values},
    )


def _unsaid(topics: Iterable[str], told: Collection[str], common: frozenset[str]) -> tuple[str, ...]:
    """The topics of which a text has no word."""
    said = subject_of(told, common).stems
    return tuple(dict.fromkeys(topic for topic in topics if not subject_of([topic], common).stems & said))


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
