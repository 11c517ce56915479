"""Signs: what stands for statuses, quad classes and days in every view. No sign is a colour alone."""

from collections.abc import Mapping

from dragoman.ledger.framing.comparison import Change
from dragoman.records.event import Quad, Status
from dragoman.records.span import Precision

STATUS: Mapping[Status, str] = {
    "occurred": "●",
    "planned": "▷",
    "pledged": "◇",
    "requested": "?",
    "threatened": "!",
    "possible": "~",
    "cancelled": "×",
    "negated": "¬",
}

STATUS_MEANINGS: Mapping[Status, str] = {
    "occurred": "It happened.",
    "planned": "It is fixed for later.",
    "pledged": "It was promised.",
    "requested": "It was asked of somebody; the asking itself occurred.",
    "threatened": "It was threatened.",
    "possible": "It may come, or may have come.",
    "cancelled": "It was fixed and will not take place.",
    "negated": "It did not happen.",
}
"""What each status says of an act."""

CHANGES: Mapping[Change, str] = {
    "new": "+", "gone": "−", "stronger": "▲", "weaker": "▽", "reworded": "~", "same": "=",
}  # fmt: skip
"""What became of a passage from one text to another."""

CONTENT, ITEM, AGAIN = "↳", "·", "="
"""How an event hangs on the one above it: as what is said in it, as a part of it, as the same told again."""


def quad_words(quad: Quad) -> str:
    """The quad class as words."""
    return quad.replace("_", " ")


def days(start: str, end: str, precision: Precision) -> str:
    """Two ISO days as exact as they are meant: 2022, 2022-03, 2022-03-21…27."""
    if precision == "month" and start[:7] == end[:7]:
        return start[:7]
    if precision == "year" and start[:4] == end[:4]:
        return start[:4]
    return _range(start, end)


def _range(start: str, end: str) -> str:
    """Two days without saying year and month twice: 2022-03-21…27."""
    if start == end:
        return start
    shared = 8 if start[:7] == end[:7] else 5 if start[:4] == end[:4] else 0
    return f"{start}…{end[shared:]}"


def in_100(share: float) -> str:
    """How likely something is, in words: of 0.4 "40 in 100"."""
    return f"{100 * share:.0f} in 100"
