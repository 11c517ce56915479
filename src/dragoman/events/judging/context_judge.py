"""ContextJudge: takes the drafts of a document, fills the sides that their own sentences leave open, where it is sure.

A small network of one hidden layer scores each candidate of `Context`; plain NumPy, weights as data.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from dragoman.events.draft import Draft
from dragoman.events.judging.context import Candidate, Context, Open, open_sides
from dragoman.events.judging.features import Floats
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_PEOPLE = "CVL"
_ARMED = frozenset({"COP", "MIL"})
_MARGIN = 0.2  # by which another has to be likelier than the one whom the words were taken to mean


class ContextJudge:
    """Callable: readings and drafts of a document in; the drafts' open sides are filled in place."""

    def __init__(self, folder: Path, types: Sequence[str]) -> None:
        with np.load(folder / "context.npz") as kept:
            self._weights = {name: kept[name].astype(np.float32) for name in kept.files}
        self._types = tuple(types)

    def __call__(self, readings: Sequence[Reading], drafts: Sequence[Draft], *, least: float) -> None:
        """Fill each open side with the likeliest of those named before, if its share is `least` or more.

        Whoever fills a doubtful side goes only for one whose share is larger by `_MARGIN`.
        """
        context = Context(readings, drafts, self._types)
        for draft in drafts:
            for open_ in open_sides(draft):
                candidates = context.candidates(draft, open_)
                if not candidates:
                    continue
                shares = self._shares(np.stack([candidate.features for candidate in candidates]))
                best = int(shares.argmax())
                if shares[best] >= max(least, _share_of_current(open_, candidates, shares)):
                    _fill(draft, open_, candidates[best].participant, float(shares[best]))

    def _shares(self, features: Floats) -> Floats:
        """The probability of each candidate. Shape: (candidates,)."""
        hidden = np.maximum(features @ self._weights["inner_weight"].T + self._weights["inner_bias"], 0.0)
        scores = hidden @ self._weights["outer_weight"].T + self._weights["outer_bias"]
        shares: Floats = 1.0 / (1.0 + np.exp(-scores[:, 0]))
        return shares


def _share_of_current(open_: Open, candidates: Sequence[Candidate], shares: Floats) -> float:
    """What another has to reach: the share of whoever fills the side now and a margin; nothing where nobody does."""
    if open_.current is None:
        return 0.0
    own = [
        float(share) for one, share in zip(candidates, shares, strict=True) if one.participant.id == open_.current.id
    ]
    return (own[0] if own else 0.0) + _MARGIN


def as_people(one: Participant, current: Participant) -> Participant:
    """People stay people, be it known of which state they are: "thousands of people" are not its police."""
    if current.sector != _PEOPLE or one.kind != "state" or one.sector not in _ARMED:
        return one
    return replace(current, id=one.id, name=one.name, country=one.country)


def _fill(draft: Draft, open_: Open, one: Participant, share: float) -> None:
    side = draft.actors if open_.side == "actor" else draft.recipients
    if open_.current is None:
        draft.steps.append(f"{open_.side} {one.id}: named before, and the likeliest here ({share:.2f})")
    else:
        told = f"'{open_.current.text}' is rather {one.id} ({share:.2f}) than {open_.current.id}"
        draft.steps.append(f"{open_.side} {one.id}: {told}")
        side.clear()
        one = as_people(one, open_.current)
    side.append(one)
    draft.inferred.append((open_.side, share))
