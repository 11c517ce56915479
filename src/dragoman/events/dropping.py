"""Takes drafts, marks those that are no events after all, each with the reason."""

from collections.abc import Iterable

from dragoman.events.draft import Draft
from dragoman.events.matching.sides import lacking
from dragoman.records.participant import Participant

_TOLD = frozenset({"light", "done-to", "doer", "complement", "content", None})


def drop_unfilled(drafts: Iterable[Draft]) -> None:
    """Drop what waited for an act of speech to name its sides, and was told of by none."""
    for draft in drafts:
        if draft.waits and draft.dropped is None:
            draft.dropped = lacking(draft.frame, draft.actors, draft.recipients)
        if draft.clause.governed_as == "condition" and not draft.actors and draft.dropped is None:
            draft.dropped = "a condition in which nobody acts"


def drop_private(drafts: Iterable[Draft], private: frozenset[str]) -> None:
    """Drop what only firms and private persons do to each other: one side at least of an event is political."""
    for draft in drafts:
        if draft.dropped is None and all(_is_private(p, private) for p in draft.participants):
            draft.dropped = "nobody political takes part"


def drop_occasions(drafts: Iterable[Draft]) -> None:
    """Drop meetings named only as an occasion: "on the eve of the alliance's summit"."""
    for draft in drafts:
        alone = draft.frame.reciprocal and len(draft.participants) < 2
        if alone and draft.clause.kind == "noun" and draft.clause.governed_as not in _TOLD and draft.dropped is None:
            draft.dropped = "an occasion, named with one side only"


def drop_questions(drafts: Iterable[Draft]) -> None:
    """Drop what a question asks."""
    for draft in drafts:
        draft.dropped = draft.dropped or "asked, not told"


def _is_private(participant: Participant, private: frozenset[str]) -> bool:
    if participant.sector in private:
        return True
    return participant.kind == "person" and participant.sector is None and participant.country is None
