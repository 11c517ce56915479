"""Weighing: takes signs and the weights of a pack, gives a probability."""

from collections.abc import Mapping
from math import exp

Signs = Mapping[str, float]


def weighed(signs: Signs, weights: Signs) -> float:
    """The logistic sum of the signs by their weights, 0 … 1; signs without a weight count nothing."""
    total = sum(weights.get(name, 0.0) * value for name, value in signs.items())
    return round(1 / (1 + exp(-max(-50.0, min(50.0, total)))), 4)
