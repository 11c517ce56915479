"""Steps: takes numbers, gives up to five steps with round bounds, by which a map is shaded."""

from collections.abc import Iterable
from dataclasses import dataclass

STEPS = 5
_ROUND = (1, 2, 5)
_SHADES = {1: (3,), 2: (2, 4), 3: (1, 3, 5), 4: (1, 2, 4, 5), 5: (1, 2, 3, 4, 5)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """Numbers from `least` to `most`, both included; `shade` is 1 for the fewest and 5 for the most."""

    least: int
    most: int
    shade: int


def steps(numbers: Iterable[int]) -> tuple[Step, ...]:
    """Steps that grow by about the same factor, from 1 to the largest number; none where there is no number."""
    most = max(numbers, default=0)
    if most < 1:
        return ()
    bounds = [1]
    factor = most ** (1 / STEPS)
    for step in range(1, STEPS):
        if (bound := _rounded(factor**step)) > bounds[-1] and bound <= most:
            bounds.append(bound)
    ends = [*(bound - 1 for bound in bounds[1:]), most]
    shades = _SHADES[len(bounds)]
    return tuple(
        Step(least=least, most=end, shade=shade) for least, end, shade in zip(bounds, ends, shades, strict=True)
    )


def step_of(number: int, among: Iterable[Step]) -> Step | None:
    """The step in which the number lies."""
    return next((one for one in among if one.least <= number <= one.most), None)


def _rounded(number: float) -> int:
    """The next 1, 2, 5, 10, 20, 50 … from the number on."""
    size = 1
    while True:
        for one in _ROUND:
            if one * size >= number:
                return one * size
        size *= 10
