"""EventFinder: takes the readings of a document's sentences, gives the events that the document reports.

First frames are matched in every sentence, and a learned judge says what it makes of them, all sentences at once. Then,
sentence by sentence: dispose of what was proposed, settle status, tie contents and packages, call off what was planned
before. Then through the whole document: block quotations and repetitions. Last, every draft becomes an Event.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dragoman.events.circumstances.colouring import Colouring
from dragoman.events.circumstances.landing import Landing
from dragoman.events.draft import Draft
from dragoman.events.dropping import drop_occasions, drop_private, drop_questions, drop_unfilled
from dragoman.events.judging.disposing import Disposed, Disposing
from dragoman.events.judging.hearing import hear
from dragoman.events.judging.judges import Judges
from dragoman.events.judging.proposing import Proposing
from dragoman.events.judging.unlisted import with_unlisted
from dragoman.events.linking.called_off import cancel_by_pronoun, drop_called_off, fill_from_canceller
from dragoman.events.linking.captions import gather_pictured
from dragoman.events.linking.causes import link_causes
from dragoman.events.linking.contents import link_contents
from dragoman.events.linking.lists import link_lists
from dragoman.events.linking.merging import merge_doers, merge_means
from dragoman.events.linking.packages import link_packages
from dragoman.events.linking.quotations import tie_quotations
from dragoman.events.linking.repetitions import Repetitions
from dragoman.events.matching.matcher import Match, Matcher, Misfit
from dragoman.events.standing.speech import SpeechReader
from dragoman.events.standing.status import StatusReader
from dragoman.events.standing.turning import Turning
from dragoman.events.standing.undertaking import binds_speaker
from dragoman.events.writing import Writing
from dragoman.knowledge.pack import Pack
from dragoman.records.document import Document
from dragoman.records.event import Coded, Status
from dragoman.records.participant import Named, Participant
from dragoman.records.reading import Read, Reading

_MEETINGS = frozenset({"CONSULT"})  # a meeting to come is planned, whoever tells of it
Misfits = list[tuple[Reading, Misfit]]

_UNREAD = frozenset({"credit", "byline", "boilerplate", "kicker", "section"})


class EventFinder:
    """Callable: a document and its readings in, the document with its events out."""

    def __init__(self, pack: Pack, judges: Judges | None = None) -> None:
        self._matcher = Matcher(pack.frames, arms=pack.references.arms)
        self._status = StatusReader(pack.status)
        self._proposing = Proposing(self._status, pack.references.private_sectors)
        self._judge = judges.acts if judges is not None else None
        self._context = judges.context if judges is not None else None
        self._at = pack.judging.thresholds
        self._acting = pack.judging.acting
        self._negating = pack.judging.negating
        self._disposing = Disposing(pack.judging, judges.acts.types if judges is not None else ())
        self._speech = SpeechReader(pack.speech)
        self._colouring = Colouring(pack)
        self._private = pack.references.private_sectors
        self._landing = Landing(pack)
        self._turning = Turning(pack.status)
        self._repetitions = Repetitions(pack.same_acts)
        self._writing = Writing(pack)

    def __call__(self, document: Document, readings: Sequence[Reading]) -> Coded:
        """The events of the document, in the order of their triggers, and the candidates dropped."""
        (coded,) = self.several([Read(document=document, readings=tuple(readings))])
        return coded

    def several(self, reads: Sequence[Read]) -> list[Coded]:
        """The events of several documents: each as if it were alone, but judged together, which is faster."""
        return [
            replace(
                self._writing(read.document, *self._told(read.document, read.readings, disposed)),
                leads=self._writing(read.document, self._leads(read.document, disposed), ()).events,
                sentences=tuple((reading.sentence.start, reading.sentence.end) for reading in read.readings),
                named=tuple(_named(read.readings)),
            )
            for read, disposed in zip(reads, self._disposed(reads), strict=True)
        ]

    def told(self, document: Document, readings: Sequence[Reading]) -> tuple[list[Draft], Misfits]:
        """The drafts of a document before they are written, those dropped among them; and what does not fit."""
        (disposed,) = self._disposed([Read(document=document, readings=tuple(readings))])
        return self._told(document, readings, disposed)

    def drafts(self, document: Document, readings: Sequence[Reading]) -> tuple[list[Draft], Misfits]:
        """What each sentence by itself tells, the sides that it leaves open not yet filled; and what does not fit."""
        (disposed,) = self._disposed([Read(document=document, readings=tuple(readings))])
        return self._by_sentence(document, readings, disposed)

    def _told(
        self, document: Document, readings: Sequence[Reading], disposed: Sequence[tuple[Reading, Disposed]]
    ) -> tuple[list[Draft], Misfits]:
        drafts, misfits = self._by_sentence(document, readings, disposed)
        if self._context is not None:
            self._context(readings, drafts, least=self._at.context)
        drafts += self._repetitions(readings, drafts, lambda reading, again: self._colouring(document, reading, again))
        link_lists(readings, drafts)
        return drafts, misfits

    def _leads(self, document: Document, disposed: Sequence[tuple[Reading, Disposed]]) -> list[Draft]:
        """What may be an act besides: read like the others, and apart from them, so that it changes none."""
        drafts: list[Draft] = []
        for reading, standing in disposed:
            drafts += self._sentence(document, reading, standing.leads, drafts) if standing.leads else []
        return drafts

    def _by_sentence(
        self, document: Document, readings: Sequence[Reading], disposed: Sequence[tuple[Reading, Disposed]]
    ) -> tuple[list[Draft], Misfits]:
        drafts: list[Draft] = []
        misfits: Misfits = []
        for reading, standing in disposed:
            found = self._sentence(document, reading, standing.matches, drafts)
            if reading.sentence.tokens[-1].text == "?":
                drop_questions(found)
            drafts += found
            misfits += [(reading, misfit) for misfit in standing.misfits]
        tie_quotations(readings, drafts, self._speech)
        return drafts, misfits

    def _disposed(self, reads: Sequence[Read]) -> list[list[tuple[Reading, Disposed]]]:
        """For each sentence of each document what stands of its matches; by frames alone where there is no judge."""
        matched = [[self._matched(read.document, one) for one in read.readings if _is_read(one)] for read in reads]
        if self._judge is None:
            return [
                [(reading, Disposed(matches=fit, misfits=unfit)) for reading, fit, unfit in each] for each in matched
            ]
        proposed = [
            [(reading, self._proposing(reading, fit, unfit)) for reading, fit, unfit in each] for each in matched
        ]
        verdicts = iter(self._judge([one for each in proposed for one in each]))
        return [
            [
                (reading, self._disposing(reading, fit, unfit, proposals, next(verdicts)))
                for (reading, fit, unfit), (_, proposals) in zip(each, own, strict=True)
            ]
            for each, own in zip(matched, proposed, strict=True)
        ]

    def _matched(self, document: Document, reading: Reading) -> tuple[Reading, list[Match], list[Misfit]]:
        matches, misfits = self._matcher(reading)
        if self._judge is not None:
            reading = with_unlisted(document, reading, self._acting)
        return reading, matches, misfits

    def _sentence(
        self, document: Document, reading: Reading, matches: Sequence[Match], before: Sequence[Draft]
    ) -> list[Draft]:
        drafts = [self._draft(reading, match) for match in matches]
        gather_pictured(reading, drafts)
        merge_doers(drafts)
        merge_means(drafts)
        drop_called_off(drafts)
        fill_from_canceller(drafts)
        self._turning(drafts)
        link_packages(drafts)
        link_contents(drafts)
        drop_unfilled(drafts)
        drop_private(drafts, self._private)
        drop_occasions(drafts)
        cancel_by_pronoun(reading, drafts, before, self._status)
        self._say(reading, drafts)
        link_causes(drafts)
        self._colouring(document, reading, drafts)
        self._landing(drafts)
        return drafts

    def _draft(self, reading: Reading, match: Match) -> Draft:
        standing = self._status(reading, match.clause)
        draft = Draft(
            reading=reading,
            clause=match.clause,
            frame=match.frame,
            variant=match.variant,
            tokens=match.tokens,
            actors=list(match.actors),
            recipients=list(match.recipients),
            status=_status_of(reading, match, standing.status),
            cue=standing.cue,
            hearsay=standing.hearsay,
            dropped=standing.left_out,
            waits=match.lacking is not None,
            verdict=match.verdict,
        )
        if match.verdict is not None:
            hear(draft, match.verdict, self._at)
        if draft.status == "negated" and draft.frame in self._negating:
            draft.status, draft.cue = "occurred", None
        for participant in draft.participants:
            because = _because(reading, participant)
            draft.steps.append(f"'{participant.text}' is {participant.id}" + (f": {because}" if because else ""))
        return draft

    def _say(self, reading: Reading, drafts: Iterable[Draft]) -> None:
        """Who says so: the saying above the act, unless an act of speech has already claimed it."""
        for draft in drafts:
            if draft.said_by:
                continue
            saying = self._speech(reading, draft.clause)
            if saying is not None and saying.verb not in draft.tokens:
                draft.said_by = list(saying.speakers)
                draft.addressees = list(saying.addressees)


def _is_read(reading: Reading) -> bool:
    return reading.sentence.kind not in _UNREAD


def _status_of(reading: Reading, match: Match, status: Status) -> Status:
    """The frame's own status where the words say nothing; and what a speaker says that he will do is pledged."""
    if status == "occurred":
        return match.frame.status
    is_bound = status == "planned" and match.frame.type not in _MEETINGS and binds_speaker(reading, match.clause)
    return "pledged" if is_bound else status


def _because(reading: Reading, participant: Participant) -> str | None:
    """How the words that name the participant were understood; of several mentions there the one of the same words."""
    place = (participant.start, participant.end)
    there = [m for m in reading.mentions.values() if any(one.start == place[0] for one in m.participants)]
    same = [m for m in there if any((one.start, one.end) == place for one in m.participants)]
    return next((mention.because for mention in (*same, *there)), None)


def _named(readings: Sequence[Reading]) -> Iterator[Named]:
    """Who is named, in the order of the text."""
    for reading in readings:
        for head in sorted(reading.mentions):
            mention = reading.mentions[head]
            yield Named(
                ids=tuple(one.id for one in mention.participants),
                start=min(one.start for one in mention.participants),
                end=max(one.end for one in mention.participants),
                rule=mention.rule,
                score=mention.score,
            )
