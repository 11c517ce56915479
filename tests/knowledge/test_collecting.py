"""The search for garbage is put off, or passes over what stays; what is garbage later is found all the same."""

import gc
import weakref

from dragoman.knowledge.collecting import settle, uncollected


class Knot:
    """Something that holds itself: it goes only when it is looked for."""

    def __init__(self):
        self.own = self


def test_nothing_is_collected_meanwhile_and_afterwards_as_before():
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_is_there_is_passed_over_and_what_comes_later_is_not():
    try:
        settle()
        assert gc.get_freeze_count() > 10_000
        later = weakref.ref(Knot())
        gc.collect()
        assert later() is None
    finally:
        gc.unfreeze()
