"""Quotations that run over sentences: block quotations introduced by "promised to NATO:", and quotes left open."""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.events.draft import Draft
from dragoman.events.standing.speech import Saying, SpeechReader
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_OPENING = frozenset({"“", "``", "«"})
_CLOSING = frozenset({"”", "''", "»"})
_OPEN = frozenset({"planned", "possible", "occurred"})
_ASKED = frozenset({"pledged", "requested", "threatened"})


def tie_quotations(readings: Sequence[Reading], drafts: Sequence[Draft], speech: SpeechReader) -> None:
    """Give the acts told inside a quotation their speaker, and tie those of a block to the act of speech before it."""
    speakers: tuple[Participant, ...] = ()
    introduction: Draft | None = None
    is_open = False
    told = defaultdict(list)
    for draft in drafts:
        told[draft.reading.sentence.index].append(draft)
    for reading in readings:
        inside = told[reading.sentence.index]
        if reading.sentence.kind == "quotation":
            for draft in inside:
                _tie(draft, introduction, speakers)
            continue
        sayings = speech.sayings(reading)
        if is_open and speakers and not sayings:
            for draft in inside:
                draft.said_by = draft.said_by or list(speakers)
        introducing = [draft for draft in inside if draft.frame.content is not None and draft.dropped is None]
        introduction = introducing[-1] if introducing else None
        speakers = _speakers(introduction, sayings) or speakers
        is_open = _left_open(reading, is_open=is_open)


def _speakers(introduction: Draft | None, sayings: Sequence[Saying]) -> tuple[Participant, ...]:
    """Who speaks in what follows: whose act of speech came last, else whose saying."""
    if introduction is not None and introduction.actors:
        return tuple(introduction.actors)
    return sayings[-1].speakers if sayings else ()


def _tie(draft: Draft, introduction: Draft | None, speakers: Sequence[Participant]) -> None:
    """An act inside a block quotation: what the introducing act of speech is about, if it has not found its own."""
    draft.said_by = list(speakers) or draft.said_by
    content = introduction.frame.content if introduction is not None else None
    if introduction is None or content is None or draft.content_of is not None or draft.part_of is not None:
        return
    draft.content_of = introduction
    if draft.status in _OPEN and content.status in _ASKED:
        draft.status = content.status
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
