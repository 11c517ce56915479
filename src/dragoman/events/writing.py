"""Takes the drafts of a document, writes its Events: ids, spans, codes, confidence; and lists what was dropped."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from dragoman.events.confidence import confidence_of
from dragoman.events.draft import Draft
from dragoman.events.evidence import evidence_of
from dragoman.events.matching.matcher import Misfit
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.pack import Pack
from dragoman.records.document import Document
from dragoman.records.event import Coded, Dropped, Event, Found, Judged, Link, Why
from dragoman.records.reading import Reading
from dragoman.records.span import Span
from dragoman.version import __version__


class Writing:
    """Callable: a document's drafts and misfits in, the coded document out."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack

    def __call__(self, document: Document, drafts: Sequence[Draft], misfits: Iterable[tuple[Reading, Misfit]]) -> Coded:
        """The document with its events in the order of their triggers."""
        kept = sorted((draft for draft in drafts if draft.dropped is None), key=_position)
        ids = {id(draft): self._id(document, draft) for draft in kept}
        events = tuple(self._event(document, draft, ids) for draft in kept)
        dropped = [
            _dropped(document, d.reading, d.frame, d.tokens, d.clause.head, d.dropped)
            for d in drafts
            if d.dropped is not None
        ]
        dropped += [_dropped(document, reading, m.frame, m.tokens, m.clause.head, m.reason) for reading, m in misfits]
        return Coded(document=document, events=events, dropped=tuple(sorted(dropped, key=lambda d: d.trigger.start)))

    def _id(self, document: Document, draft: Draft) -> str:
        trigger = _trigger(document, draft.reading, draft.tokens, draft.clause.head)
        parts = (
            document.id,
            document.published or "",
            draft.frame.id,
            str(trigger.start),
            str(trigger.end),
            self._pack.version,
            __version__,
        )
        return hashlib.blake2b("\x1f".join(parts).encode(), digest_size=8).hexdigest()

    def _event(self, document: Document, draft: Draft, ids: dict[int, str]) -> Event:
        sentence = draft.reading.sentence
        tokens = sentence.tokens
        ontology = self._pack.ontology
        mode = draft.mode if draft.mode in ontology.types[draft.type].modes else None
        given = None if draft.turned else (draft.variant.cameo if draft.variant else None) or draft.frame.cameo
        cameo = ontology.code(draft.type, mode, given)
        told = (*draft.frame.contexts, *(draft.variant.contexts if draft.variant else ()))
        contexts = tuple(dict.fromkeys((*told, *draft.contexts)))
        return Event(
            id=ids[id(draft)],
            document=document.id,
            type=draft.type,
            mode=mode,
            contexts=contexts,
            cameo=cameo,
            quad=ontology.types[draft.type].quad,
            goldstein=ontology.goldstein[cameo],
            status=draft.status,
            status_cue=_cue(document, draft),
            historical=draft.historical,
            actors=tuple(draft.actors),
            recipients=tuple(draft.recipients),
            date=draft.date,
            due=draft.due,
            place=draft.place,
            magnitudes=tuple(draft.magnitudes),
            firsts=tuple(draft.firsts),
            said_by=tuple(draft.said_by),
            addressees=tuple(draft.addressees),
            content_of=_id_of(draft.content_of, ids),
            part_of=_id_of(draft.part_of, ids),
            same_as=_id_of(draft.same_as, ids),
            links=tuple(
                Link(kind=kind, event=ids[id(other)], cue=document.span(tokens[cue[0]].start, tokens[cue[1]].end))
                for kind, other, cue in draft.links
                if id(other) in ids
            ),
            trigger=_trigger(document, draft.reading, draft.tokens, draft.clause.head),
            evidence=(evidence_of(document, draft),),
            why=Why(
                file=draft.frame.file,
                line=draft.frame.line,
                frame=draft.frame.id,
                found=tuple(_found(draft)),
                steps=tuple(draft.steps),
                judged=_judged(draft),
            ),
            confidence=confidence_of(draft, self._pack.judging.confidence),
        )


def _judged(draft: Draft) -> Judged | None:
    verdict = draft.verdict
    if verdict is None:
        return None
    return Judged(
        act=round(verdict.act, 3),
        type=round(verdict.types.get(draft.type, 0.0), 3),
        status=round(verdict.statuses[draft.status], 3),
    )


def _found(draft: Draft) -> Iterator[Found]:
    """How each of those who take part was found, mention by mention."""
    wanted = {(one.start, one.end, one.id) for one in draft.participants}
    for mention in draft.reading.mentions.values():
        if any((one.start, one.end, one.id) in wanted for one in mention.participants):
            first = mention.participants[0]
            yield Found(
                text=first.text,
                start=first.start,
                end=first.end,
                ids=tuple(one.id for one in mention.participants),
                rule=mention.rule,
                because=mention.because,
                alias=mention.alias,
                score=round(mention.score, 2),
                others=mention.others,
            )


def _position(draft: Draft) -> tuple[int, int]:
    tokens = draft.reading.sentence.tokens
    return tokens[min(draft.tokens)].start, -draft.clause.head


def _id_of(draft: Draft | None, ids: dict[int, str]) -> str | None:
    """The id of a draft that was kept; one that was dropped cannot be pointed to."""
    return ids.get(id(draft)) if draft is not None else None


def _trigger(document: Document, reading: Reading, tokens: Sequence[int], head: int) -> Span:
    """The words that name the act: from the first to the last when they stand close, else the head word alone."""
    first, last = min(tokens), max(tokens)
    words = reading.sentence.tokens
    if last - first > 4:
        first = last = head
    return document.span(words[first].start, words[last].end)


def _cue(document: Document, draft: Draft) -> Span | None:
    """The words that gave the status; a later sentence may hold them: "these were scrapped"."""
    if draft.cue is None:
        return None
    first, last = draft.cue
    words = (draft.cue_in or draft.reading).sentence.tokens
    return document.span(words[first].start, words[last].end)


def _dropped(
    document: Document, reading: Reading, frame: Frame, tokens: Sequence[int], head: int, reason: str | None
) -> Dropped:
    return Dropped(
        frame=frame.id,
        file=frame.file,
        line=frame.line,
        trigger=_trigger(document, reading, tokens, head),
        reason=reason or "",
    )
