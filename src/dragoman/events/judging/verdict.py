"""Verdict: what the learned judge makes of one proposal."""

from dataclasses import dataclass

from dragoman.records.event import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the judge makes of one proposal: probabilities, each set adding up to one.

    `act` is the probability that it is an act at all; `types` and `statuses` are those of each type and status given
    that it is one; `sides` are (nobody, actor, recipient) for each mention of the sentence by its head token.
    """

    act: float
    types: dict[str, float]
    statuses: dict[Status, float]
    sides: dict[int, tuple[float, float, float]]

    @property
    def type(self) -> str:
        """The most likely type."""
        return max(self.types, key=self.types.__getitem__)

    @property
    def status(self) -> Status:
        """The most likely status."""
        return max(self.statuses, key=self.statuses.__getitem__)
