"""EventFinder: takes the readings of a document's sentences, gives the events that the document reports.

Sentence by sentence: match frames, settle status, tie contents and packages. Then through the whole document: acts that a
later sentence calls off, block quotations, repetitions. Last, every draft becomes an Event.
"""

from collections.abc import Iterable, Sequence

from dragoman.events.act_references import cancel_by_pronoun, tie_repetitions
from dragoman.events.colouring import Colouring
from dragoman.events.draft import Draft
from dragoman.events.landing import Landing
from dragoman.events.linking import drop_called_off, link_causes, link_contents, link_packages, merge_doers, merge_means
from dragoman.events.matching import Match, Matcher, Misfit, lacking
from dragoman.events.quoting import tie_quotations
from dragoman.events.speech import SpeechReader
from dragoman.events.status import StatusReader
from dragoman.events.turning import Turning
from dragoman.events.writing import Writing
from dragoman.knowledge.pack import Pack
from dragoman.records.document import Document
from dragoman.records.event import Coded
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading


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
        self._writing = Writing(pack)

    def __call__(self, document: Document, readings: Sequence[Reading]) -> Coded:
        """The events of the document, in the order of their triggers, and the candidates dropped."""
        drafts: list[Draft] = []
        misfits: list[tuple[Reading, Misfit]] = []
        for reading in readings:
            if reading.sentence.kind in {"credit", "byline", "boilerplate", "kicker", "section"}:
                continue
            found, unfit = self._sentence(document, reading, drafts)
            if reading.sentence.tokens[-1].text == "?":
                _drop_questions(found)
            drafts += found
            misfits += [(reading, misfit) for misfit in unfit]
        tie_quotations(document, readings, drafts, self._speech)
        tie_repetitions(document, drafts)
        return self._writing(document, drafts, misfits)

    def _sentence(
        self, document: Document, reading: Reading, before: Sequence[Draft]
    ) -> tuple[list[Draft], list[Misfit]]:
        matches, misfits = self._matcher(reading)
        drafts = [self._draft(reading, match) for match in matches]
        merge_doers(drafts)
        merge_means(drafts)
        drop_called_off(drafts)
        self._turning(drafts)
        link_packages(drafts)
        link_contents(drafts)
        _drop_unfilled(drafts)
        _drop_private(drafts, self._private)
        _drop_occasions(drafts)
        cancel_by_pronoun(reading, drafts, before, self._status)
        self._say(reading, drafts)
        link_causes(drafts)
        self._colouring(document, reading, drafts, before)
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
            status=match.frame.status if standing.status == "occurred" else standing.status,
            cue=standing.cue,
            hearsay=standing.hearsay,
            dropped=standing.left_out,
            waits=match.lacking is not None,
        )
        for participant in draft.participants:
            because = _because(reading, participant.start)
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


def _drop_questions(drafts: Iterable[Draft]) -> None:
    for draft in drafts:
        draft.dropped = draft.dropped or "asked, not told"


def _drop_occasions(drafts: Iterable[Draft]) -> None:
    """Drop meetings named only as an occasion: "on the eve of the alliance's summit"."""
    told = {"light", "done-to", "doer", "complement", "content", None}
    for draft in drafts:
        alone = draft.frame.reciprocal and len(draft.participants) < 2
        if alone and draft.clause.kind == "noun" and draft.clause.governed_as not in told and draft.dropped is None:
            draft.dropped = "an occasion, named with one side only"


def _drop_private(drafts: Iterable[Draft], private: frozenset[str]) -> None:
    """Drop what only firms and private persons do to each other: an event has a political actor on one side at least."""
    for draft in drafts:
        if draft.dropped is None and all(_is_private(p, private) for p in draft.participants):
            draft.dropped = "nobody political takes part"


def _is_private(participant: Participant, private: frozenset[str]) -> bool:
    if participant.sector in private:
        return True
    return participant.kind == "person" and participant.sector is None and participant.country is None


def _drop_unfilled(drafts: Iterable[Draft]) -> None:
    """Drop what waited for an act of speech to name its sides, and was told of by none."""
    for draft in drafts:
        if draft.waits and draft.dropped is None:
            draft.dropped = lacking(draft.frame, draft.actors, draft.recipients)
        if draft.clause.governed_as == "condition" and not draft.actors and draft.dropped is None:
            draft.dropped = "a condition in which nobody acts"


def _because(reading: Reading, start: int) -> str | None:
    for mention in reading.mentions.values():
        if any(participant.start == start for participant in mention.participants):
            return mention.because
    return None
