"""A choice among several, each with its signs: takes coded ones, gives the weights of the signs, and held-out shares.

A conditional logit: the share of an option is the exponent of its weighted signs over the sum of those of all options.
"""

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

FOLDS = 5
_CLOSED = -1e9


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """The signs of each option, and which options are right, in the passage `passage`."""

    passage: str
    options: Sequence[dict[str, float]]
    right: frozenset[int]


def fitted(choices: Sequence[Choice], names: Sequence[str], shrinking: float) -> Tensor:
    """The weights of the signs `names`; choices in which none or all are right tell nothing."""
    return _fitted(_Table([one for one in choices if 0 < len(one.right) < len(one.options)], names), shrinking)


def held_out(choices: Sequence[Choice], names: Sequence[str], shrinking: float) -> list[Tensor]:
    """The shares of each choice's options, by weights fitted on the passages of the other folds."""
    folds = [zlib.crc32(one.passage.encode()) % FOLDS for one in choices]
    weights = [
        fitted([one for one, own in zip(choices, folds, strict=True) if own != fold], names, shrinking)
        for fold in range(FOLDS)
    ]
    return [shares(one, names, weights[fold]) for one, fold in zip(choices, folds, strict=True)]


def shares(choice: Choice, names: Sequence[str], weights: Tensor) -> Tensor:
    """How likely each option is."""
    return torch.softmax(_rows(choice, names) @ weights, 0)


def _rows(choice: Choice, names: Sequence[str]) -> Tensor:
    return torch.tensor([[own.get(name, 0.0) for name in names] for own in choice.options]).reshape(-1, len(names))


class _Table:
    """All choices in one: the signs, and what shuts out missing options and those that are not right."""

    def __init__(self, choices: Sequence[Choice], names: Sequence[str]) -> None:
        longest = max(len(one.options) for one in choices)
        self.rows = torch.zeros((len(choices), longest, len(names)))
        self.closed = torch.full((len(choices), longest), _CLOSED)
        self.wrong = torch.full((len(choices), longest), _CLOSED)
        for number, one in enumerate(choices):
            self.rows[number, : len(one.options)] = _rows(one, names)
            self.closed[number, : len(one.options)] = 0
            self.wrong[number, list(one.right)] = 0


def _fitted(table: _Table, shrinking: float) -> Tensor:
    weights = torch.zeros(table.rows.shape[-1], requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def closure() -> Tensor:
        optimizer.zero_grad()
        scores = table.rows @ weights
        of_right = torch.logsumexp(scores + table.wrong, 1)
        loss = (torch.logsumexp(scores + table.closed, 1) - of_right).mean() + shrinking * (weights**2).sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach()
