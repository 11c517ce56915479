"""Takes the mentions of one act, gives the fullest of them the lead, and what only the others tell; steps say so."""

from collections.abc import Iterable, Sequence

from dragoman.events.draft import Draft
from dragoman.records.participant import Participant
from dragoman.records.span import Magnitude, Span

FRONT = frozenset({"headline", "standfirst", "caption"})
_EXACT = frozenset({"city", "site"})
_MOST_FIGURES = 3


def gather(mentions: Sequence[Draft]) -> Draft:
    """The leading mention: the others point at it, and it has what they tell besides."""
    lead = max(mentions, key=_fullness)  # of equals the first
    for other in mentions:
        if other is not lead:
            other.same_as = lead
            other.steps.append(f"tells again what '{_words(lead)}' tells")
            _fill(lead, other)
    _say(lead, mentions)
    return lead


def _fullness(draft: Draft) -> float:
    """How much a mention tells: sides count most; what stands before the body, or only points back, never leads it."""
    value = -100.0 if draft.reading.sentence.kind in FRONT else 0.0
    value -= 50 if draft.points_back else 0
    value += 3 * min(2, len({participant.id for participant in draft.participants}))
    value += 2 if draft.date is not None and draft.date.start else 0
    value += 1 if draft.due is not None else 0
    if draft.place is not None:
        value += 2 if draft.place.precision in _EXACT else 1
    value += min(_MOST_FIGURES, len(draft.magnitudes)) + min(1, len(draft.firsts))
    return value - (0.5 if draft.clause.kind == "noun" else 0)


def _fill(lead: Draft, other: Draft) -> None:
    """What the leading mention leaves open and the other one says."""
    told: list[str] = []
    if not lead.actors and other.actors and not lead.frame.reciprocal and not other.frame.reciprocal:
        lead.actors = _not_among(other.actors, lead.recipients)
        told += ["actors"] if lead.actors else []
    if not lead.recipients and other.recipients and not lead.frame.reciprocal and not other.frame.reciprocal:
        lead.recipients = _not_among(other.recipients, lead.actors)
        told += ["recipients"] if lead.recipients else []
    if other.date is not None and other.date.start and (lead.date is None or not lead.date.start):
        lead.date = other.date
        told.append("date")
    if lead.due is None and other.due is not None:
        lead.due = other.due
        told.append("due")
    if lead.place is None and other.place is not None:
        lead.place = other.place
        told.append("place")
    if lead.mode is None and other.mode is not None and lead.turned is None:
        lead.told_mode = other.mode
        told.append("mode")
    told += _fill_lists(lead, other)
    if told:
        lead.steps.append(f"{', '.join(told)} from '{_words(other)}' in sentence {other.reading.sentence.index + 1}")


def _not_among(ones: Iterable[Participant], others: Iterable[Participant]) -> list[Participant]:
    """Those who are not the others: a state's court and its former president are two, although of one state."""
    known = {(other.id, other.sector, other.person) for other in others}
    return [one for one in ones if (one.id, one.sector, one.person) not in known]


def _fill_lists(lead: Draft, other: Draft) -> list[str]:
    magnitudes = [one for one in other.magnitudes if not _counted(one, lead.magnitudes)]
    firsts = [one for one in other.firsts if not _told(one, lead.firsts)]
    contexts = [one for one in _contexts(other) if one not in _contexts(lead)]
    lead.magnitudes += magnitudes
    lead.firsts += firsts
    lead.contexts = (*lead.contexts, *contexts)
    found = (("magnitudes", magnitudes), ("firsts", firsts), ("contexts", contexts))
    return [name for name, new in found if new]


def _say(lead: Draft, mentions: Sequence[Draft]) -> None:
    """Who says so is told once, at the first telling in the body; what the outlet tells itself there stays its own."""
    body = [draft for draft in mentions if draft.reading.sentence.kind not in FRONT and not draft.points_back]
    first = min(body, key=lambda draft: (draft.reading.sentence.index, draft.clause.head), default=None)
    if first is not None and first is not lead and first.said_by and not lead.said_by:
        lead.said_by = list(first.said_by)
        lead.steps.append(f"said_by from '{_words(first)}' in sentence {first.reading.sentence.index + 1}")


def _counted(magnitude: Magnitude, known: Iterable[Magnitude]) -> bool:
    return any(
        one.unit == magnitude.unit and (one.low, one.best, one.high) == (magnitude.low, magnitude.best, magnitude.high)
        for one in known
    )


def _told(first: Span, known: Iterable[Span]) -> bool:
    return any(first.overlaps(one) or first.text.casefold() == one.text.casefold() for one in known)


def _contexts(draft: Draft) -> tuple[str, ...]:
    return (*draft.frame.contexts, *(draft.variant.contexts if draft.variant else ()), *draft.contexts)


def _words(draft: Draft) -> str:
    return draft.reading.sentence.tokens[draft.clause.head].text
