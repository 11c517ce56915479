"""Buckets: takes who asks, tells whether it is too soon: a bucket of requests for each, which fills again by time."""

import math
from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from time import monotonic

REMEMBERED = 10_000  # who asked last; whoever is forgotten has a full bucket again


class Buckets:
    """So many requests a minute for each; who has not asked for a while may ask a sixth of them at once.

    >>> buckets = Buckets(6, clock=lambda: 0.0)
    >>> buckets.wait("anna"), buckets.wait("anna")
    (0, 10)
    """

    def __init__(self, a_minute: int, *, clock: Callable[[], float] = monotonic) -> None:
        self._rate = a_minute / 60
        self._size = max(1.0, a_minute / 6)
        self._clock = clock
        self._lock = Lock()
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()

    def wait(self, who: str) -> int:
        """Takes one request out; 0 where there was one, else the seconds until there will be."""
        now = self._clock()
        with self._lock:
            left, then = self._left.pop(who, (self._size, now))
            left = min(self._size, left + (now - then) * self._rate)
            self._left[who] = (left - 1 if left >= 1 else left, now)
            if len(self._left) > REMEMBERED:
                self._left.popitem(last=False)
        return 0 if left >= 1 else math.ceil((1 - left) / self._rate)
