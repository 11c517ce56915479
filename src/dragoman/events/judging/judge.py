"""Judge: takes the proposals of sentences, gives a Verdict on each: is it an act, of which type and status, by whom.

Two small networks of one hidden layer on top of the encoder's vectors and the features; plain NumPy. How they are
trained, and on what, is told in `training/`.
"""

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np

from dragoman.events.judging.features import STATUSES, Features, Floats
from dragoman.events.judging.proposal import Proposal
from dragoman.events.judging.verdict import Verdict
from dragoman.records.participant import Mention
from dragoman.records.reading import Reading
from dragoman.records.sentence import Sentence

Encode = Callable[[Sequence[Sentence]], list[Floats]]


class Judge:
    """Callable: readings with their proposals in, for each reading its verdicts by head token out."""

    def __init__(self, folder: Path, encode: Encode) -> None:
        with np.load(folder / "heads.npz") as kept:
            self._types = tuple(str(name) for name in kept["types"])
            self._weights = {name: kept[name].astype(np.float32) for name in kept.files if name != "types"}
        self._features = Features(self._types)
        self._encode = encode

    @property
    def types(self) -> tuple[str, ...]:
        """The types that it knows; of others it says nothing."""
        return self._types

    def __call__(self, readings: Sequence[tuple[Reading, Sequence[Proposal]]]) -> list[dict[int, Verdict]]:
        """For each reading the verdicts on its proposals, by the head token of the proposal's clause."""
        asked = [reading.sentence for reading, proposals in readings if proposals]
        vectors = iter(self._encode(asked) if asked else ())
        return [
            self._sentence(reading, proposals, next(vectors)) if proposals else {} for reading, proposals in readings
        ]

    def _sentence(self, reading: Reading, proposals: Sequence[Proposal], words: Floats) -> dict[int, Verdict]:
        mentions = sorted(reading.mentions.values(), key=lambda mention: mention.head)
        heads = [proposal.clause.head for proposal in proposals]
        features = np.stack([self._features.act(reading, proposal) for proposal in proposals])
        types, statuses = self._acts(words[heads], features)
        return {
            head: Verdict(
                act=1.0 - float(types[row, 0]),
                types=dict(zip(self._types, _shares(types[row, 1:]), strict=True)),
                statuses={status: float(share) for status, share in zip(STATUSES, statuses[row], strict=True)},
                sides=self._sides(reading, proposals[row], mentions, words, features[row]),
            )
            for row, head in enumerate(heads)
        }

    def _acts(self, words: Floats, features: Floats) -> tuple[Floats, Floats]:
        hidden = self._dense("act_word", words) + features @ self._weights["act_features_weight"].T
        hidden = np.maximum(hidden, 0.0)
        return _softmax(self._dense("types", hidden)), _softmax(self._dense("statuses", hidden))

    def _sides(
        self, reading: Reading, proposal: Proposal, mentions: Sequence[Mention], words: Floats, act: Floats
    ) -> dict[int, tuple[float, float, float]]:
        if not mentions:
            return {}
        heads = [mention.head for mention in mentions]
        act_word = words[proposal.clause.head]
        pairs = np.tanh(self._dense("pair_act", act_word)) * np.tanh(self._dense("pair_mention", words[heads]))
        hidden = (
            self._dense("side_act", act_word)
            + pairs @ self._weights["side_pair_weight"].T
            + words[heads] @ self._weights["side_mention_weight"].T
            + self._features.sides(reading, proposal, mentions) @ self._weights["side_features_weight"].T
            + act @ self._weights["side_act_features_weight"].T
        )
        shares = _softmax(self._dense("sides", np.maximum(hidden, 0.0)))
        return {head: (float(a), float(b), float(c)) for head, (a, b, c) in zip(heads, shares, strict=True)}

    def _dense(self, name: str, values: Floats) -> Floats:
        product: Floats = values @ self._weights[f"{name}_weight"].T + self._weights[f"{name}_bias"]
        return product


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def _shares(values: Floats) -> list[float]:
    total = float(values.sum()) or 1.0
    return [float(value) / total for value in values]
