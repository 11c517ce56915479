from math import log

import numpy as np
import pytest

from dragoman.analysis.changes import changes
from dragoman.analysis.counts import Count, Read
from dragoman.analysis.series import series
from dragoman.analysis.splitting import Method, splits
from dragoman.errors import QuestionError

TESTS = ["permutation", "bootstrap"]


def by_month(numbers, read=None):
    days = [f"{2020 + n // 12}-{n % 12 + 1:02}-15" for n in range(len(numbers))]
    return series(
        [Count(day=day, number=int(number)) for day, number in zip(days, numbers, strict=True)],
        [Read(day=day, documents=int(one)) for day, one in zip(days, read or [1000] * len(days), strict=True)],
        first="2020-01-01",
    )


STEADY = [10, 12, 9, 11, 8, 13, 10, 9, 12, 11, 10, 9]
RISEN = [*STEADY, *(4 * number for number in STEADY)]


@pytest.mark.parametrize("test", TESTS)
def test_a_rise_is_found_where_it_is(test):
    found = changes(by_month(RISEN), method=Method(test=test))
    (change,) = found.changes
    assert (change.bucket, change.first) == ("2021-01", "2021-01-01")
    assert change.after == pytest.approx(4 * change.before)
    assert change.p < 0.01
    assert [(one.first, one.last, one.buckets) for one in found.segments] == [
        ("2020-01-01", "2020-12-31", 12), ("2021-01-01", "2021-12-15", 12),
    ]  # fmt: skip


@pytest.mark.parametrize("test", TESTS)
def test_a_rise_and_a_fall_are_two_changes(test):
    found = changes(by_month([*RISEN, *STEADY]), method=Method(test=test))
    assert [one.bucket for one in found.changes] == ["2021-01", "2022-01"]
    assert len(found.segments) == 3


@pytest.mark.parametrize("test", TESTS)
def test_what_more_reading_explains_is_no_change(test):
    found = changes(by_month(RISEN, [1000] * 12 + [4000] * 12), method=Method(test=test))
    assert found.changes == ()
    assert found.segments[0].per_thousand == pytest.approx(124 / 12)


def test_the_statistic_is_the_likelihood_ratio():
    number, read = np.array([2.0, 0.0, 8.0, 9.0]), np.array([100.0, 300.0, 200.0, 100.0])
    ((split),) = splits(number, read, Method(test="bootstrap", shortest=2))
    expected = 2 * log(2 / 400) + 17 * log(17 / 300) - 19 * log(19 / 700)
    assert (split.place, split.log_likelihood_ratio) == (2, pytest.approx(expected))


def test_the_same_seed_gives_the_same_and_is_told():
    one, other = (changes(by_month(RISEN), method=Method(test="permutation", seed=7)) for _ in range(2))
    assert one == other
    assert (one.method.seed, one.method.draws) == (7, 999)
    assert one.test.startswith("permutation of the buckets")


@pytest.mark.parametrize("test", TESTS)
def test_segments_are_never_shorter_than_told(test):
    numbers = [1, 2] * 6 + [90] * 8 + [1, 2] * 6
    assert len(changes(by_month(numbers), method=Method(test=test, shortest=4)).segments) == 3
    longer = changes(by_month(numbers), method=Method(test=test, shortest=10)).segments
    assert min(one.buckets for one in longer) >= 10


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize("numbers", [[], [5], [0] * 24, [5, 50], [7] * 24], ids=str)
def test_what_is_empty_short_or_level_has_no_change(numbers, test):
    found = changes(by_month(numbers), method=Method(test=test))
    assert found.changes == ()
    assert len(found.segments) == min(1, len(numbers))


def test_months_without_documents_are_passed_over():
    read = [1000] * 10 + [0] * 4 + [1000] * 10
    found = changes(by_month(RISEN, read))
    assert found.gaps == 4
    assert [one.bucket for one in found.changes] == ["2021-03"]
    assert sum(one.buckets for one in found.segments) == 20


def test_a_series_of_gaps_has_no_segments():
    found = changes(by_month(STEADY, [0] * 12))
    assert (found.changes, found.segments, found.gaps) == ((), (), 12)


def test_draws_in_portions_are_all_made(monkeypatch):
    whole = changes(by_month(RISEN))
    monkeypatch.setattr("dragoman.analysis.splitting._PORTION", 100)
    assert changes(by_month(RISEN)).changes[0].p == whole.changes[0].p == 0.001


def false_alarms(test, counted, generator):
    """In how many of 100 series of one rate, each of 30 buckets, a change is found."""
    alarms = 0
    for _ in range(100):
        read = generator.integers(200, 2000, size=30).astype(float)
        alarms += bool(splits(counted(read).astype(float), read, Method(test=test, draws=199)))
    return alarms


@pytest.mark.parametrize("test", TESTS)
def test_one_poisson_rate_seldom_seems_to_change(test):
    generator = np.random.default_rng(11)
    assert false_alarms(test, lambda read: generator.poisson(0.01 * read), generator) <= 4


def test_clumped_counts_of_one_rate_seldom_seem_to_change():
    generator = np.random.default_rng(12)

    def clumped(read):
        return generator.negative_binomial(2, 2 / (2 + 0.01 * read))

    assert false_alarms("permutation", clumped, generator) <= 4
    assert false_alarms("bootstrap", clumped, generator) > 50  # which is why it is not what is done unasked


@pytest.mark.parametrize(
    ("method", "fault"),
    [
        (Method(draws=99), "99 draws give no p-value under 0.01"),
        (Method(shortest=0), "a segment of 0 buckets is none"),
    ],
)
def test_a_method_that_cannot_work_is_refused(method, fault):
    with pytest.raises(QuestionError, match=fault):
        changes(by_month(STEADY), method=method)


def poisson_cost(rupture, number, read):
    """What `ruptures` asks of a cost: minus the largest Poisson log-likelihood of a stretch, but for constants."""

    class Cost(rupture.base.BaseCost):
        model, min_size = "", 1

        def fit(self, signal):
            self.signal = signal
            return self

        def error(self, start, end):
            total = number[start:end].sum()
            return 0.0 if total == 0 else -total * np.log(total / read[start:end].sum())

    return Cost()


@pytest.mark.parametrize("seed", range(8))
def test_places_are_those_that_ruptures_finds(seed):
    rupture = pytest.importorskip("ruptures")
    generator = np.random.default_rng(seed)
    rates = np.repeat(generator.choice([0.002, 0.01, 0.03], size=5), 12)
    read = generator.integers(200, 2000, size=60).astype(float)
    number = generator.poisson(rates * read).astype(float)
    found = [split.place for split in splits(number, read, Method(test="bootstrap"))]
    # Theirs searches all segmentations of so many changes for the likeliest, ours one split after the other.
    search = rupture.Dynp(custom_cost=poisson_cost(rupture, number, read), min_size=4, jump=1).fit(number)
    assert found == search.predict(n_bkps=len(found))[:-1]
