"""Buckets: so many requests a minute for each, some of them at once."""

from dragoman.views.api import buckets as buckets_room
from dragoman.views.api.buckets import Buckets


class Clock:
    now = 0.0

    def __call__(self):
        return self.now


def test_a_bucket_is_empty_after_so_many_and_fills_again_by_time():
    clock = Clock()
    buckets = Buckets(60, clock=clock)
    assert [buckets.wait("anna") for _ in range(11)] == [0] * 10 + [1]
    clock.now = 2.0
    assert [buckets.wait("anna") for _ in range(3)] == [0, 0, 1]


def test_each_has_a_bucket_of_their_own():
    buckets = Buckets(6, clock=Clock())
    assert (buckets.wait("anna"), buckets.wait("bob"), buckets.wait("anna")) == (0, 0, 10)


def test_a_bucket_never_holds_more_than_its_size():
    clock = Clock()
    buckets = Buckets(60, clock=clock)
    buckets.wait("anna")
    clock.now = 10_000.0
    assert [buckets.wait("anna") for _ in range(11)].count(0) == 10


def test_who_asked_long_ago_is_forgotten(monkeypatch):
    monkeypatch.setattr(buckets_room, "REMEMBERED", 2)
    buckets = Buckets(6, clock=Clock())
    for name in ("anna", "bob", "carl"):
        buckets.wait(name)
    assert buckets.wait("anna") == 0
