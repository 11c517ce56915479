"""Annotations: takes coded documents, writes W3C Web Annotations (JSON-LD): one for each span of each event.

The trigger, each passage of evidence and each participant is an annotation on its document. It points at its words
twice: by position and by quotation. Positions count the code points of the clean text that Dragoman coded, as
`dragoman documents` prints it, which is not that of the page at `url`: there it is the quotation that finds the words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

import msgspec

from dragoman.exports.sentences import act_sentence
from dragoman.exports.targets import Target, opened
from dragoman.records.document import Document
from dragoman.records.event import Coded, Event
from dragoman.records.participant import Participant
from dragoman.records.span import Span

CONTEXT = 32
"""How many characters before and after the words are quoted with them: enough to tell one "met" from another."""

Motivation = Literal["classifying", "describing", "identifying"]

_encode = msgspec.json.Encoder().encode


def write_annotations(documents: Iterable[Coded], target: Target) -> int:
    """An AnnotationCollection with one page. Gives how many annotations were written.

    The id of the collection is made of those of its annotations, so that the same events make the same collection.
    """
    count, ids = 0, sha256()
    with opened(target) as stream:
        stream.write(
            b'{"@context":"http://www.w3.org/ns/anno.jsonld","type":"AnnotationCollection",'
            b'"label":"Events coded by Dragoman","first":{"type":"AnnotationPage","startIndex":0,"items":['
        )
        for mark in (mark for coded in documents for event in coded.events for mark in _marks(coded.document, event)):
            stream.write((b",\n" if count else b"\n") + _annotation(mark))
            ids.update(mark.id.encode())
            count += 1
        collection = f"urn:dragoman:annotations:{ids.hexdigest()[:16]}"
        page, whole = _encode(f"{collection}:page:1"), _encode(collection)
        stream.write(b'\n],"id":%s,"partOf":%s},"id":%s,"total":%d}\n' % (page, whole, whole, count))
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Words of a document, and what an event says of them."""

    document: Document
    event: Event
    role: str
    number: int
    motivation: Motivation
    says: str
    span: Span

    @property
    def id(self) -> str:
        """The same for the same event, whenever it is written."""
        return f"urn:dragoman:event:{self.event.id}:{self.role}:{self.number}"


def _marks(document: Document, event: Event) -> Iterator[Mark]:
    """All spans of an event, with their roles."""
    for role, number, motivation, says, span in _told(event):
        yield Mark(
            document=document, event=event, role=role, number=number, motivation=motivation, says=says, span=span
        )


def _told(event: Event) -> Iterator[tuple[str, int, Motivation, str, Span]]:
    line = act_sentence(event)
    yield "trigger", 1, "classifying", line, event.trigger
    for number, span in enumerate(event.evidence, start=1):
        yield "evidence", number, "describing", line, span
    for role, participants in (
        ("actor", event.actors),
        ("recipient", event.recipients),
        ("said_by", event.said_by),
        ("addressee", event.addressees),
    ):
        for number, one in enumerate(participants, start=1):
            yield role, number, "identifying", _identity(one), Span(start=one.start, end=one.end, text=one.text)


def _identity(participant: Participant) -> str:
    """ "Japan (JPN), Kishida Fumio, Prime Minister of Japan"."""
    return ", ".join(filter(None, (f"{participant.name} ({participant.id})", participant.person, participant.office)))


def _annotation(mark: Mark) -> bytes:
    return _encode(
        {
            "id": mark.id,
            "type": "Annotation",
            "motivation": mark.motivation,
            "body": [
                _body("classifying", mark.event.type),
                _body("classifying", mark.event.status),
                _body("tagging", mark.role),
                _body("identifying" if mark.motivation == "identifying" else "describing", mark.says),
            ],
            "target": {
                "type": "SpecificResource",
                "source": mark.document.url or f"urn:dragoman:document:{mark.document.id}",
                "selector": [_position(mark.span), _quotation(mark.document.text, mark.span)],
            },
        }
    )


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _position(span: Span) -> dict[str, str | int]:
    return {"type": "TextPositionSelector", "start": span.start, "end": span.end}


def _quotation(text: str, span: Span) -> dict[str, str]:
    return {
        "type": "TextQuoteSelector",
        "exact": text[span.start : span.end],
        "prefix": text[max(span.start - CONTEXT, 0) : span.start],
        "suffix": text[span.end : span.end + CONTEXT],
    }
