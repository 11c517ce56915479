from math import comb

import pytest

from dragoman.analysis.counts import Edge
from dragoman.analysis.movers import movers
from dragoman.errors import QuestionError


def edge(actor, recipient, number, quad="verbal_conflict"):
    return Edge(actor=actor, recipient=recipient, quad=quad, number=number)


BEFORE = [edge("RUS", "UKR", 10), edge("USA", "JPN", 50), edge("FRA", "DEU", 8), edge("EST", "RUS", 1)]
AFTER = [edge("RUS", "UKR", 90), edge("USA", "JPN", 52), edge("FRA", "DEU", 2), edge("LVA", "RUS", 3)]


def test_the_largest_change_of_rate_comes_first():
    found = movers(BEFORE, AFTER, read_before=1000, read_after=1000)
    assert [one.actor for one in found.movers] == ["RUS", "FRA", "LVA", "USA", "EST"]
    assert (found.movers[0].before, found.movers[0].after, found.movers[0].change) == (10, 90, 80.0)
    assert found.tested == 5


def test_what_more_reading_explains_is_no_move():
    (only,) = movers([edge("USA", "JPN", 50)], [edge("USA", "JPN", 150)], read_before=100, read_after=300).movers
    assert (only.change, only.ratio, only.p) == (0.0, 1.0, 1.0)


def test_the_test_is_exact():
    # Ten acts, all in the second of two equal periods: the two ends of a coin thrown ten times.
    (only,) = movers([], [edge("LVA", "RUS", 10)], read_before=500, read_after=500).movers
    assert only.p == pytest.approx(2 / 2**10)
    # With a quarter of the reading in the second: all outcomes that are no likelier than what was seen.
    (only,) = movers([edge("A", "B", 2)], [edge("A", "B", 3)], read_before=300, read_after=100).movers
    chances = [comb(5, n) * 0.25**n * 0.75 ** (5 - n) for n in range(6)]
    assert only.p == pytest.approx(sum(chance for chance in chances if chance <= chances[3]))


def test_q_values_are_over_all_dyads_also_those_not_shown():
    everything = movers(BEFORE, AFTER, read_before=1000, read_after=1000, top=None).movers
    (first,) = movers(BEFORE, AFTER, read_before=1000, read_after=1000, top=1).movers
    assert first == everything[0]
    ordered = sorted(everything, key=lambda one: one.p)
    by_hand = [one.p * len(ordered) / rank for rank, one in enumerate(ordered, start=1)]
    assert [one.q for one in ordered] == pytest.approx([min(1, *by_hand[n:], 1) for n in range(len(by_hand))])


def test_the_quads_of_a_dyad_are_added_up():
    (only,) = movers(
        [edge("A", "B", 1), edge("A", "B", 2, "verbal_cooperation")], [], read_before=9, read_after=9
    ).movers
    assert (only.before, only.after) == (3, 0)


def test_what_is_new_has_no_ratio():
    (only,) = movers([], [edge("LVA", "RUS", 3)], read_before=1000, read_after=1000).movers
    assert (only.ratio, only.rate_before, only.rate_after) == (None, 0.0, 3.0)


def test_rare_dyads_may_be_left_out():
    assert movers(BEFORE, AFTER, read_before=1000, read_after=1000, at_least=10).tested == 3


def test_nothing_in_both_periods_is_no_mover():
    assert movers([], [], read_before=5, read_after=5).movers == ()
    assert movers([edge("A", "B", 0)], [], read_before=5, read_after=5).tested == 0


def test_the_result_names_its_test():
    assert "binomial" in movers([], [], read_before=5, read_after=5).test


@pytest.mark.parametrize(("before", "after"), [(0, 5), (5, 0), (0, 0)])
def test_a_period_without_documents_cannot_be_compared(before, after):
    with pytest.raises(QuestionError, match=f"documents read are {before} before and {after} after"):
        movers(BEFORE, AFTER, read_before=before, read_after=after)
