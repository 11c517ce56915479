"""The PLOVER view: takes a document's events, gives the same events for users of data that know no status.

What occurred stands as it is. What was planned, pledged, requested, threatened or cancelled becomes the act of speech
that it amounts to (AGREE, REQUEST, THREATEN, REJECT); what is possible or negated is left out. The reference page
"Records" has the rules.
"""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.records.event import Coded, Event, Quad, Status

Codes = Mapping[str, tuple[str, Quad, float]]
"""For each type its CAMEO code, quad class and Goldstein value, when nothing more is known than the type."""

LEAST = 0.25
"""Confidence under which a record is no row: who counts rows wants few that are wrong (docs/decisions/0006)."""

SPOKEN_AS: Mapping[Status, str] = {
    "planned": "AGREE",
    "pledged": "AGREE",
    "requested": "REQUEST",
    "threatened": "THREATEN",
    "cancelled": "REJECT",
}


def plover_view(coded: Coded, codes: Codes) -> Coded:
    """The document with its events as PLOVER's users expect them: same ids, same spans, every status "occurred".

    Example:
        >>> (document,) = coder.code("Germany promised to deliver 14 Leopard tanks to Ukraine.").documents
        >>> (event,), (shown,) = document.events, plover_view(document, coder.codes).events
        >>> (event.type, event.status), (shown.type, shown.status)
        (('AID', 'pledged'), ('AGREE', 'occurred'))
    """
    told = {event.id: event for event in coded.events}
    shown = [_shown(event, told, codes) for event in coded.events if _stands(event, told)]
    ids = {event.id for event in shown}
    return replace(coded, events=tuple(_without_dangling(event, ids) for event in shown))


def _stands(event: Event, told: Mapping[str, Event]) -> bool:
    """Whether the event is shown at all: no item of a package, no second mention, nothing that was not done or said."""
    if event.part_of in told or event.same_as in told or event.confidence < LEAST:
        return False
    return event.status == "occurred" or (event.status in SPOKEN_AS and not _said_already(event, told))


def _said_already(event: Event, told: Mapping[str, Event]) -> bool:
    """Whether the act of speech that this event would become is among the events itself.

    A plan or pledge is covered by whatever act of speech tells it ("promised to visit", "welcomed the coming visit"); a
    request, threat or refusal only by an event of that very type.
    """
    speech = told.get(event.content_of or "")
    return speech is not None and SPOKEN_AS[event.status] in ("AGREE", speech.type)


def _shown(event: Event, told: Mapping[str, Event], codes: Codes) -> Event:
    if event.status == "occurred":
        return event
    speech = SPOKEN_AS[event.status]
    if event.type == speech:  # the threat itself was made on its own day
        return replace(event, status="occurred")
    spoken = _asked(event, told) if event.status == "requested" else event
    # An act still to come does not date the words that announce it: its day is when these fall due.
    spoken = replace(spoken, status="occurred", date=None, due=event.due or event.date)
    return _retyped(spoken, speech, codes)


def _retyped(event: Event, type_: str, codes: Codes) -> Event:
    cameo, quad, goldstein = codes[type_]
    return replace(event, type=type_, mode=None, cameo=cameo, quad=quad, goldstein=goldstein)


def _asked(event: Event, told: Mapping[str, Event]) -> Event:
    """Who asks becomes the actor; who is to act, or else to whom the words were said, the recipient."""
    if event.type == "REQUEST":
        return event
    speech = told.get(event.content_of or "")
    askers = event.said_by or (speech.actors if speech else ())
    return replace(event, actors=askers, recipients=event.actors or event.addressees, said_by=())


def _without_dangling(event: Event, ids: set[str]) -> Event:
    """The event with no reference to one that is left out."""
    return replace(
        event,
        content_of=event.content_of if event.content_of in ids else None,
        part_of=None,
        same_as=None,
        links=tuple(link for link in event.links if link.event in ids),
    )
