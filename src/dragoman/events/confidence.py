"""Takes a finished draft, gives how sure the record is, from 0 to 1.

Where the learned judge was asked, its probabilities and what the words leave open are weighed by the pack's
`confidence:` weights. These were fitted on documents that the judge had not seen: of records marked 0.7 to 0.8 seven in
ten are right in type, sides and status (docs/explanation/two-readings.md has the table). By grammar alone the
weights are set by hand: they order records, and are not calibrated.
"""

from collections.abc import Mapping
from math import exp, log

from dragoman.events.draft import Draft

_BASE = 0.8
_WITHOUT_ACTOR = -0.15
_WITHOUT_RECIPIENT = -0.1
_HEARSAY = -0.15
_POINTED_BACK = -0.1
_NOUN = -0.05
_LONG_PHRASE = 0.05
_LEAST = 0.02  # nothing is certain, and nothing that is written down is impossible


def confidence_of(draft: Draft, weights: Mapping[str, float]) -> float:
    """How sure the record is."""
    signs = signs_of(draft)
    if signs is None:
        return _by_hand(draft)
    score = weights["always"] + sum(weights[name] * value for name, value in signs.items())
    return round(min(max(1 / (1 + exp(-score)), _LEAST), 1 - _LEAST), 2)


def signs_of(draft: Draft) -> dict[str, float] | None:
    """What speaks for and against a judged draft, by the names of the weights; None where no judge was asked."""
    verdict = draft.verdict
    if verdict is None:
        return None
    return {
        "act": _log_odds(verdict.act),
        "type": _log_odds(verdict.types.get(draft.type, 0.0)),
        "status": _log_odds(verdict.statuses[draft.status]),
        "actor": _log_odds(_share(draft, 1)),
        "recipient": _log_odds(_share(draft, 2)),
        "framed": float(not draft.frame.id.startswith("judged-")),
        "long_phrase": float(len(draft.tokens) > 1),
        "noun": float(draft.clause.kind == "noun"),
        "no_actor": float(not draft.actors),
        "no_recipient": float(not draft.recipients),
        "from_context": float(bool(draft.inferred)),
        "hearsay": float(draft.hearsay),
        "content": float(draft.content_of is not None),
    }


def _share(draft: Draft, place: int) -> float:
    """The judge's largest share among those on a side; 0.5 where the side is empty or was filled from elsewhere."""
    verdict = draft.verdict
    side = draft.actors if place == 1 else draft.recipients
    if verdict is None or not side:
        return 0.5
    starts = {one.start for one in side}
    shares = [
        verdict.sides[head][place]
        for head, mention in draft.reading.mentions.items()
        if head in verdict.sides and any(one.start in starts for one in mention.participants)
    ]
    return max(shares, default=0.5)


def _log_odds(share: float) -> float:
    share = min(max(share, _LEAST), 1 - _LEAST)
    return log(share / (1 - share))


def _by_hand(draft: Draft) -> float:
    value = _BASE
    value += _LONG_PHRASE if len(draft.tokens) > 1 else 0
    value += _NOUN if draft.clause.kind == "noun" else 0
    value += _WITHOUT_ACTOR if not draft.actors else 0
    value += _WITHOUT_RECIPIENT if not draft.recipients and not draft.frame.reciprocal else 0
    value += _HEARSAY if draft.hearsay else 0
    if draft.points_back or any("pronoun" in step or "as before" in step for step in draft.steps):
        value += _POINTED_BACK
    return round(min(max(value, 0.05), 0.95), 2)
