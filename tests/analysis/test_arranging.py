from itertools import combinations
from math import dist, hypot

from dragoman.analysis.arranging import arranged, loosened, spread

TIES = [
    ("FRA", "DEU", 30),
    ("DEU", "POL", 4),
    ("POL", "UKR", 9),
    ("JPN", "KOR", 2),
    ("KOR", "USA", 5),
    ("USA", "DEU", 7),
]


def test_the_same_ties_give_the_same_picture_in_whatever_order_they_come():
    assert arranged(TIES) == arranged(reversed(TIES))


def test_everybody_lies_in_the_square_and_the_outermost_on_its_edges():
    points = arranged(TIES).values()
    for axis in zip(*points, strict=True):
        assert (min(axis), max(axis)) == (0.0, 1.0)


def test_whoever_deals_with_each_other_lies_nearer_than_strangers():
    places = arranged(TIES)
    assert dist(places["FRA"], places["DEU"]) < dist(places["FRA"], places["JPN"])


def test_parties_that_no_way_joins_are_drawn_all_the_same():
    assert set(arranged([("FRA", "DEU", 1), ("NER", "MLI", 1)])) == {"FRA", "DEU", "NER", "MLI"}


def test_one_party_alone_and_nobody_at_all_are_pictures_too():
    assert arranged([("SDN", "SDN", 3)]) == {"SDN": (0.5, 0.5)}
    assert arranged([]) == {}


def test_loosening_draws_the_middle_apart_and_keeps_directions():
    places = {"a": (0.0, 0.0), "b": (1.0, 1.0), "c": (0.5, 0.5), "d": (0.52, 0.5), "e": (0.5, 0.53)}
    looser = loosened(places)
    assert dist(looser["c"], looser["d"]) > dist(places["c"], places["d"])
    assert looser["d"][1] == looser["c"][1]


def test_marks_that_would_lie_over_one_another_are_moved_apart():
    sizes = dict.fromkeys("abcd", 10.0)
    apart = spread({"a": (0, 0), "b": (0, 0), "c": (1, 1), "d": (300, 300)}, sizes)
    assert all(hypot(u - x, v - y) > 19.9 for (x, y), (u, v) in combinations(apart.values(), 2))
    assert apart["d"] == (300, 300)
