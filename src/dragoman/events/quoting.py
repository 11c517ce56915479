"""Quotations that run over sentences: block quotations introduced by "promised to NATO:", and quotes left open."""

from collections.abc import Sequence

from dragoman.events.draft import Draft
from dragoman.events.speech import SpeechReader
from dragoman.records.document import Document
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})


def tie_quotations(
    document: Document, readings: Sequence[Reading], drafts: Sequence[Draft], speech: SpeechReader
) -> None:
    """Give the acts told inside a quotation their speaker, and tie those of a block to the act of speech before it."""
    speakers: tuple[Participant, ...] = ()
    introduction: Draft | None = None
    is_open = False
    for reading in readings:
        inside = [draft for draft in drafts if draft.reading is reading]
        if reading.sentence.kind == "quotation":
            for draft in inside:
                _tie(draft, introduction, speakers)
            continue
        sayings = speech.sayings(reading)
        if is_open and speakers and not sayings:
            for draft in inside:
                draft.said_by = draft.said_by or list(speakers)
        if sayings:
            speakers = sayings[-1].speakers
        introducing = [draft for draft in inside if draft.frame.content is not None and draft.dropped is None]
        introduction = introducing[-1] if introducing else None
        speakers = tuple(introduction.actors) if introduction and introduction.actors else speakers
        is_open = _left_open(reading, is_open=is_open)


def _tie(draft: Draft, introduction: Draft | None, speakers: Sequence[Participant]) -> None:
    """An act inside a block quotation: what the introducing act of speech is about, if it has not found its own."""
    draft.said_by = list(speakers) or draft.said_by
    if (
        introduction is None
        or introduction.frame.content is None
        or draft.content_of is not None
        or draft.part_of is not None
    ):
        return
    draft.content_of = introduction
    if draft.status in {"planned", "possible", "occurred"} and introduction.frame.content.status in {
        "pledged",
        "requested",
        "threatened",
    }:
        draft.status = introduction.frame.content.status
    draft.addressees = list(introduction.recipients)
    if draft.type == introduction.type and not draft.recipients:
        draft.recipients = list(introduction.recipients)
    draft.steps.append(f"in the block quotation that '{introduction.frame.id}' introduces: status {draft.status}")


def _left_open(reading: Reading, *, is_open: bool) -> bool:
    for token in reading.sentence.tokens:
        if token.text in _OPENING:
            is_open = True
        elif token.text in _CLOSING:
            is_open = False
    return is_open
