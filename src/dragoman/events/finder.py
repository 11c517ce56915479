"""EventFinder: takes the readings of a document's sentences, gives the events that the document reports.

Sentence by sentence: match frames, settle status, tie contents and packages, call off what was planned before. Then
through the whole document: block quotations and repetitions. Last, every draft becomes an Event.
"""

from collections.abc import Iterable, Sequence

from dragoman.events.circumstances.colouring import Colouring
from dragoman.events.circumstances.landing import Landing
from dragoman.events.draft import Draft
from dragoman.events.dropping import drop_occasions, drop_private, drop_questions, drop_unfilled
from dragoman.events.linking.called_off import cancel_by_pronoun, drop_called_off, fill_from_canceller
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
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_MEETINGS = frozenset({"CONSULT"})  # a meeting to come is planned, whoever tells of it
_UNREAD = frozenset({"credit", "byline", "boilerplate", "kicker", "section"})


class EventFinder:
    """Callable: a document and its readings in, the document with its events out."""

    def __init__(self, pack: Pack) -> None:
        self._matcher = Matcher(pack.frames, arms=pack.references.arms)
        self._status = StatusReader(pack.status)
        self._speech = SpeechReader(pack.speech)
        self._colouring = Colouring(pack)
        self._private = pack.references.private_sectors
        self._landing = Landing(pack)
        self._turning = Turning(pack.status)
        self._repetitions = Repetitions(pack.same_acts)
        self._writing = Writing(pack)

    def __call__(self, document: Document, readings: Sequence[Reading]) -> Coded:
        """The events of the document, in the order of their triggers, and the candidates dropped."""
        drafts: list[Draft] = []
        misfits: list[tuple[Reading, Misfit]] = []
        for reading in readings:
            if reading.sentence.kind in _UNREAD:
                continue
            found, unfit = self._sentence(document, reading, drafts)
            if reading.sentence.tokens[-1].text == "?":
                drop_questions(found)
            drafts += found
            misfits += [(reading, misfit) for misfit in unfit]
        tie_quotations(readings, drafts, self._speech)
        drafts += self._repetitions(readings, drafts, lambda reading, again: self._colouring(document, reading, again))
        link_lists(readings, drafts)
        return self._writing(document, drafts, misfits)

    def _sentence(
        self, document: Document, reading: Reading, before: Sequence[Draft]
    ) -> tuple[list[Draft], list[Misfit]]:
        matches, misfits = self._matcher(reading)
        drafts = [self._draft(reading, match) for match in matches]
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
        return drafts, misfits

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
        )
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
