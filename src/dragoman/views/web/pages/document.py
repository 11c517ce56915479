"""The reader: a text with its acts marked, and beside it the record of each: who, whom, when, status, speaker, why."""

from collections.abc import Mapping
from typing import BinaryIO

from dragoman.desk.reading import Read, read
from dragoman.exports.flat import csv_header, csv_rows
from dragoman.records.event import Event
from dragoman.views.tree import rows
from dragoman.views.web.answers import Answer, Page
from dragoman.views.web.asked import Asked, address
from dragoman.views.web.glossing import roles
from dragoman.views.web.marking import blocks, numbered
from dragoman.views.web.site import Site
from dragoman.views.web.trouble import Moved, found


def answer(site: Site, asked: Asked) -> Answer:
    """The document of that id, or of the beginning of one; `at` are the characters for which it is opened."""
    store, id_, at = site.store, asked.parts["id"], asked.stretch("at")
    reading = found(lambda: read(store, id_))
    if reading.coded.document.id != id_:
        raise Moved(address("documents", reading.coded.document.id))
    return answered(reading, at=at)


PAGE = Page(path="/documents/{id}", answer=answer)


def answered(reading: Read, *, at: tuple[int, int] | None = None, **shown: object) -> Answer:
    """A document that was read, kept or not, as a page."""
    coded = reading.coded
    return Answer(
        title=coded.document.title or "Untitled text",
        template="document.html",
        shown={
            "kept": True,
            **shown,
            "read": reading,
            "document": coded.document,
            "blocks": blocks(coded, asked=at),
            "acts": numbered(coded.events),
            "tree": rows(coded.events),
            "numbers": {event.id: number for number, event in enumerate(coded.events, start=1)},
            "spans": _spans(coded.events),
            "dropped": coded.dropped,
        },
        record=reading,
        rows=lambda stream: _write_rows(reading, stream),
    )


def _spans(events: tuple[Event, ...]) -> Mapping[str, str]:
    """For each event where its passage and what was read in it stand, as a script reads it: `who:0-7 act:33-40`."""
    told = {event.id: [("passage", span) for span in event.evidence] for event in events}
    for event in events:
        told[event.id] += [(role.replace(" ", "-"), span) for role, _, span in roles(event)]
    return {id_: " ".join(f"{role}:{span.start}-{span.end}" for role, span in spans) for id_, spans in told.items()}


def _write_rows(reading: Read, stream: BinaryIO) -> None:
    stream.write((csv_header() + csv_rows(reading.coded)).encode())
