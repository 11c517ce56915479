"""Roll: takes deeds, gives them by their ids and by how their reports hang together: content of what, part of what."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from dragoman.acts.telling import act_of, fullest
from dragoman.ledger.words_of import stems_of
from dragoman.records.deed import Deed
from dragoman.records.event import Event, Status
from dragoman.records.report import Report


@dataclass(frozen=True)
class Roll:
    """All deeds that are told of, the earliest first. Made once for a ledger."""

    deeds: tuple[Deed, ...]

    @cached_property
    def tellings(self) -> tuple[Deed, ...]:
        """Each act as one text tells it, reprints together, earliest first: promises that are alike may be one act.

        The acts of "will give 30 million" and "gave 37 million" may be one, since reports differ; what is owed is not.
        """
        found: list[Deed] = []
        for deed in self.deeds:
            by_text: dict[str, list[Report]] = defaultdict(list)
            for report in deed.reports:
                by_text[report.copy].append(report)
            found += [_telling(deed, reports) if len(by_text) > 1 else deed for reports in by_text.values()]
        return tuple(sorted(found, key=_when))

    @cached_property
    def events(self) -> dict[str, Event]:
        """Every report's event, by id."""
        return {report.id: report.event for deed in self.deeds for report in deed.reports}

    @cached_property
    def name_stems(self) -> dict[str, frozenset[str]]:
        """For each party, by id, the beginnings of all words by which the texts name it: Tokyo, Japanese for JPN."""
        found: dict[str, set[str]] = defaultdict(set)
        for event in self.events.values():
            for one in (*event.actors, *event.recipients, *event.said_by, *event.addressees):
                for id_ in {one.id, one.country or one.id}:
                    found[id_] |= {one.text, one.name, one.person or ""}
        return {id_: stems_of((id_, *names)) for id_, names in found.items()}

    def named(self, ids: frozenset[str]) -> frozenset[str]:
        """Beginnings of all words by which parties are named: these tie nothing, since sides are compared apart."""
        if ids not in self._named:
            self._named[ids] = frozenset[str]().union(*(self.name_stems.get(id_) or stems_of([id_]) for id_ in ids))
        return self._named[ids]

    @cached_property
    def _named(self) -> dict[frozenset[str], frozenset[str]]:
        return {}

    @cached_property
    def _deed_of(self) -> dict[str, Deed]:
        return {report.id: deed for deed in self.tellings for report in deed.reports}

    @cached_property
    def _by_document(self) -> dict[str, list[Event]]:
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            found[event.document].append(event)
        return {document: sorted(events, key=_place) for document, events in found.items()}

    @cached_property
    def _within(self) -> dict[str, list[Event]]:
        """For each event those that are its content or its parts, in the order of the text."""
        found: dict[str, list[Event]] = defaultdict(list)
        for event in self.events.values():
            for whole in {event.content_of, event.part_of} - {None}:
                found[str(whole)].append(event)
        return {whole: sorted(parts, key=_place) for whole, parts in found.items()}

    def by_event(self, event: str) -> Deed | None:
        """The telling that an event (by id) is of; None where it is not among these."""
        return self._deed_of.get(event)

    def is_lead(self, event: str) -> bool:
        """Whether an event (by id) is a clause too unsure to be one."""
        deed = self.by_event(event)
        return deed is not None and deed.is_lead

    def before(self, event: Event) -> list[Event]:
        """The events of its document that stand before an event, in the order of the text."""
        return [other for other in self.in_document(event.document) if other.trigger.start < event.trigger.start]

    def in_document(self, document: str) -> list[Event]:
        """The events of a document (by id), in the order of the text."""
        return self._by_document.get(document, [])

    def contents(self, event: Event) -> list[Event]:
        """What was promised, asked or said in an act of speech, in the order of the text."""
        return [part for part in self._within.get(event.id, ()) if part.content_of == event.id]

    def parts(self, event: Event) -> list[Event]:
        """The items of a package, in the order of the text."""
        return [part for part in self._within.get(event.id, ()) if part.part_of == event.id]

    def speech(self, event: Event) -> Event | None:
        """The act of speech of which the event is content."""
        return self.events.get(event.content_of) if event.content_of else None

    def beside(self, event: Event) -> list[Event]:
        """What else is promised, planned or asked in the same passage, and what is asked for by another word there."""
        passage = event.passage
        return [
            other
            for other in self.in_document(event.document)
            if other.id != event.id
            and (other.status in _TO_COME or other.type == "REQUEST")
            and other.trigger.within(passage)
            and other.content_of != event.id
            and event.content_of != other.id
        ]

    def siblings(self, event: Event) -> list[Event]:
        """The other parts of the same whole."""
        wholes = {event.content_of, event.part_of} - {None}
        return [other for whole in wholes for other in self._within.get(str(whole), ()) if other.id != event.id]


_TO_COME = frozenset({"pledged", "planned", "requested"})


def roll_of(deeds: Iterable[Deed]) -> Roll:
    """The roll of these deeds: the same whatever their order."""
    return Roll(tuple(sorted(deeds, key=_when)))


def _when(deed: Deed) -> tuple[str, str]:
    return deed.day or "9999", deed.reports[0].id


def _telling(deed: Deed, reports: list[Report]) -> Deed:
    """The act as these reports alone tell it, under its own id."""
    return Deed(act=replace(act_of(reports), id=deed.act.id), reports=tuple(reports), fullest=fullest(reports).event)


def told_as(deed: Deed, *statuses: Status) -> list[Event]:
    """The reports of a deed that give it one of these statuses, oldest first."""
    return [report.event for report in deed.reports if report.event.status in statuses]


def _place(event: Event) -> tuple[int, int, str]:
    return event.trigger.start, event.trigger.end, event.id
