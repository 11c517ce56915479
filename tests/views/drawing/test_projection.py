from math import radians, sin

import pytest

from dragoman.views.drawing.projection import HEIGHT, MIDDLE, NORTH, SOUTH, WIDTH, project


def test_the_middle_of_the_map_is_in_central_europe_and_north_is_up():
    assert project(MIDDLE, 0)[0] == pytest.approx(WIDTH / 2)
    assert project(MIDDLE, NORTH)[1] == pytest.approx(0)
    assert project(MIDDLE, SOUTH)[1] == pytest.approx(HEIGHT, abs=0.1)


def test_the_map_is_cut_in_the_bering_strait_so_that_russia_is_whole():
    wrangel, nome = project(-179.5, 71.2), project(-165.4, 64.5)
    assert wrangel[0] > WIDTH / 2 > nome[0]


@pytest.mark.parametrize(("south", "north"), [(0, 10), (30, 40), (60, 70)])
def test_equal_areas_are_drawn_equal(south, north):
    """A field of ten degrees by a thin strip covers as much of the map for its area as one at the equator."""

    def drawn(low, high):
        corners = [project(20, low), project(30, low), project(30, high), project(20, high)]
        turned = [*corners[1:], corners[0]]
        return abs(sum(x * v - u * y for (x, y), (u, v) in zip(corners, turned, strict=True))) / 2

    def earth(low, high):
        return sin(radians(high)) - sin(radians(low))

    strips = [(south + 0.1 * at, south + 0.1 * (at + 1)) for at in range(round((north - south) * 10))]
    assert sum(drawn(*one) for one in strips) / sum(earth(*one) for one in strips) == pytest.approx(
        drawn(0, 0.1) / earth(0, 0.1), rel=0.01
    )
