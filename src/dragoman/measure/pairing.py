"""Pairs: takes which left things may go with which right things, and gives a largest one-to-one pairing."""

from collections.abc import Sequence


def pair(choices: Sequence[Sequence[int]]) -> dict[int, int]:
    """A largest one-to-one pairing; `choices[left]` are the rights that `left` may take.

    >>> pair([[0, 1], [0]])
    {0: 1, 1: 0}
    """
    owner: dict[int, int] = {}

    def place(left: int, tried: set[int]) -> bool:
        for right in choices[left]:
            if right in tried:
                continue
            tried.add(right)
            if right not in owner or place(owner[right], tried):
                owner[right] = left
                return True
        return False

    for left in range(len(choices)):
        place(left, set())
    return dict(sorted((left, right) for right, left in owner.items()))
