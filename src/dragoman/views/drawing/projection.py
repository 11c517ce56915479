"""Projection: takes degrees, gives where they lie on the map: Equal Earth, so that equal shades are equal land.

Equal Earth is that of Bojan Šavrič, Tom Patterson and Bernhard Jenny (2018). Its middle is 11° east, so that the map
is cut in the Bering Strait and no state is parted; it ends in the far south, where nobody lives.
"""

from math import asin, cos, radians, sin, sqrt

MIDDLE = 11.0  # degrees east
WIDTH = 1000.0
NORTH, SOUTH = 84.0, -56.5  # degrees between which the map lies
_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


def project(longitude: float, latitude: float) -> tuple[float, float]:
    """Where a point lies: from the left and from the top, on a map 1000 wide."""
    across, up = _equal_earth((longitude - MIDDLE + 180) % 360 - 180, latitude)
    return across * _SCALE + WIDTH / 2, (_TOP - up) * _SCALE


def project_turned(longitude: float, latitude: float) -> tuple[float, float]:
    """The same of a longitude that is already counted from the middle, -180 and 180 being the two edges."""
    across, up = _equal_earth(longitude, latitude)
    return across * _SCALE + WIDTH / 2, (_TOP - up) * _SCALE


def _equal_earth(longitude: float, latitude: float) -> tuple[float, float]:
    angle = asin(_M * sin(radians(latitude)))
    square = angle * angle
    sixth = square**3
    slope = _A[0] + 3 * _A[1] * square + sixth * (7 * _A[2] + 9 * _A[3] * square)
    across = radians(longitude) * cos(angle) / (_M * slope)
    return across, angle * (_A[0] + _A[1] * square + sixth * (_A[2] + _A[3] * square))


_SCALE = WIDTH / (2 * _equal_earth(180, 0)[0])
_TOP = _equal_earth(0, NORTH)[1]
HEIGHT = round((_TOP - _equal_earth(0, SOUTH)[1]) * _SCALE, 1)
