"""Rows: takes records, gives the rows of the tables that hold them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Table

from dragoman.acts.days import day_number
from dragoman.records.act import Act, ActDate, ActPlace, Party
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Named, Participant
from dragoman.records.span import DateSpan, Place
from dragoman.store import schema
from dragoman.store.packing import packed
from dragoman.store.schema import EVER, NEVER, QUADS

Row = dict[str, object]
Values = tuple[Any, ...]
"""What stands in a row beside an event or an act, without its number."""

_PARTIES = ("id", "role", "day", "country", "sector", "person", "type", "status")
_CONTEXTS = ("context", "day")
BESIDE: Mapping[Table, tuple[str, ...]] = {
    schema.event_parties: _PARTIES,
    schema.event_contexts: _CONTEXTS,
    schema.act_parties: _PARTIES,
    schema.act_contexts: _CONTEXTS,
    schema.dyads: ("actor", "recipient", "day", "type", "quad", "goldstein", "status"),
}
"""The tables beside events and acts, with the columns of their values."""
_KNOWN_BY = (
    "type", "mode", "status", "quad", "cameo", "goldstein", "historical", "start", "end", "due_start", "due_end",
    "place", "place_country", "confidence", "day",
)  # fmt: skip


def document_row(number: int, coded: Coded, *, coding: str) -> Row:
    """The row of a document; its text stands in a column of its own, and is not kept twice."""
    document = coded.document
    return {
        "number": number,
        "id": document.id,
        "title": document.title,
        "text": document.text,
        "published": document.published,
        "known": known_day(document.published),
        "copy": document.id,
        "coding": coding,
        "record": packed(
            KeptDocument(
                document=replace(document, text=""),
                sentences=coded.sentences,
                named=coded.named,
                leads=tuple(_bare(lead) for lead in coded.leads),
            )
        ),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptDocument:
    """What the record of a document holds: all but its text, where its sentences are, who is named, and its leads."""

    document: Document
    sentences: tuple[tuple[int, int], ...]
    named: tuple[Named, ...]
    leads: tuple[Event, ...] = ()

    def coded(self, text: str, events: Iterable[Event]) -> Coded:
        """The document with its text and its events, as it was coded."""
        return Coded(
            document=replace(self.document, text=text),
            events=tuple(events),
            sentences=self.sentences,
            named=self.named,
            leads=self.leads,
        )


def _bare(lead: Event) -> Event:
    """A lead without the steps to it: the ledger needs what it tells, and there are as many as events."""
    return replace(lead, why=replace(lead.why, found=(), steps=()))


def known_day(published: str | None) -> int:
    """The day on which it was published as a number; NEVER where no day is known: then it is known from the start."""
    return NEVER if published is None else day_number(published)


def event_row(number: int, event: Event, *, document: int, position: int, known: int) -> Row:
    """The row of an event."""
    return {
        "number": number,
        "id": event.id,
        "document": document,
        "position": position,
        "act": None,
        "known": known,
        "trigger_start": event.trigger.start,
        "trigger_end": event.trigger.end,
        "report": number,
        "antecedent": None,
        "score": None,
        "root": number,
        "first": None,
        "last": None,
        "evidence": " … ".join(span.text for span in event.evidence),
        "record": packed(event),
        **_known_by(event, known),
    }


def act_row(number: int, act: Act, *, known_from: int, known_to: int) -> Row:
    """The row of one version of an act. Its record is kept only where it is more than the event it is named after."""
    more = act.reports != (act.id.removeprefix("act-"),)
    return {
        "number": number,
        "id": act.id,
        "known_from": known_from,
        "known_to": known_to,
        "reports": len(act.reports),
        "documents": len(act.documents),
        "outlets": len(act.outlets),
        "voices": len(act.voices),
        "record": packed(act) if more else None,
        **_known_by(act, known_day(act.first_reported)),
    }


def act_row_of_one(number: int, event: Row, *, outlets: int) -> Row:
    """The row of an act that one event tells, out of the event's: `act_row` of what it would be, without making it."""
    return {
        "number": number,
        "id": f"act-{event['id']}",
        "known_from": event["known"],
        "known_to": EVER,
        "reports": 1,
        "documents": 1,
        "outlets": outlets,
        "voices": 1,
        "record": None,
        **{name: event[name] for name in _KNOWN_BY},
    }


def party_values(record: Event | Act, day: int) -> list[Values]:
    """Who takes part, each once in a role."""
    roles: tuple[tuple[Participant | Party, ...], ...] = (record.actors, record.recipients)
    if isinstance(record, Event):
        roles = (*roles, record.said_by, record.addressees)
    type_, status = record.type, record.status
    return [
        (one.id, role, day, one.country, one.sector, one.person, type_, status)
        for role, parties in enumerate(roles)
        for one in _each_once(parties)
    ]


def _each_once(parties: Sequence[Participant | Party]) -> Iterable[Participant | Party]:
    """Each id once, with the person and office that are named for it, as an act has it."""
    if len(parties) < 2:
        return parties
    named = sorted(parties, key=lambda one: (one.person is None, one.office is None))
    return {one.id: one for one in reversed(named)}.values()


def context_values(record: Event | Act, day: int) -> list[Values]:
    """In which contexts, each once."""
    return [(context, day) for context in sorted(set(record.contexts))]


def dyad_values(record: Event | Act, day: int) -> list[Values]:
    """The pairs of actor and recipient; where all act together, each of them towards each other."""
    what = (day, record.type, QUADS.index(record.quad) + 1, record.goldstein, record.status)
    return [(actor, recipient, *what) for actor, recipient in dyads_of(record)]


def dyads_of(record: Event | Act) -> list[tuple[str, str]]:
    """The pairs of ids, each once, in order."""
    actors, recipients = [one.id for one in record.actors], [one.id for one in record.recipients]
    towards = recipients or actors
    return list(dict.fromkeys((one, other) for one in actors for other in towards if one != other))


def named_ids(named: Iterable[Named]) -> list[str]:
    """Whom a document names, each once."""
    return sorted({id_ for one in named for id_ in one.ids})


def _known_by(record: Event | Act, known: int) -> Row:
    start, end = _days(record.date)
    due_start, due_end = _days(record.due)
    place: Place | ActPlace | None = record.place
    return {
        "type": record.type,
        "mode": record.mode,
        "status": record.status,
        "quad": QUADS.index(record.quad) + 1,
        "cameo": record.cameo,
        "goldstein": record.goldstein,
        "historical": record.historical,
        "start": start,
        "end": end,
        "due_start": due_start,
        "due_end": due_end,
        "place": place.name if place else None,
        "place_country": place.country if place else None,
        "confidence": record.confidence,
        "day": known if start is None else start,
    }


def _days(when: DateSpan | ActDate | None) -> tuple[int | None, int | None]:
    if when is None or when.start is None or when.end is None:
        return None, None
    return day_number(when.start), day_number(when.end)
