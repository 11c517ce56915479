"""Differing: takes the events of two codings, releases or files, gives what is new, gone and changed."""

from dragoman.differing.comparing import Compared, compare, differ, differ_in_order
from dragoman.differing.difference import Change, Count, Difference, Turn

__all__ = ["Change", "Compared", "Count", "Difference", "Turn", "compare", "differ", "differ_in_order"]
