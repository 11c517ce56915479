"""Takes a finished draft, gives how sure the record is, from 0 to 1.

The weights are set by hand: they order records by how much the words leave open, and are not calibrated on data yet.
"""

from dragoman.events.draft import Draft

_BASE = 0.8
_WITHOUT_ACTOR = -0.15
_WITHOUT_RECIPIENT = -0.1
_HEARSAY = -0.15
_POINTED_BACK = -0.1
_NOUN = -0.05
_LONG_PHRASE = 0.05


def confidence_of(draft: Draft) -> float:
    """How sure the record is."""
    value = _BASE
    value += _LONG_PHRASE if len(draft.tokens) > 1 else 0
    value += _NOUN if draft.clause.kind == "noun" else 0
    value += _WITHOUT_ACTOR if not draft.actors else 0
    value += _WITHOUT_RECIPIENT if not draft.recipients and not draft.frame.reciprocal else 0
    value += _HEARSAY if draft.hearsay else 0
    if draft.points_back or any("pronoun" in step or "as before" in step for step in draft.steps):
        value += _POINTED_BACK
    return round(min(max(value, 0.05), 0.95), 2)
