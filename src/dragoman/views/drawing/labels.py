"""Labels: takes marks with their names, gives where the names stand so that none lies over another name or a mark."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

Anchor = Literal["start", "middle", "end"]
SIZE = 12.0  # units: how large the letters are
WIDTH = 0.58  # of its size: how wide a letter is, somewhat more than in the usual sans
GAP = 3.0
_NARROW, _WIDE = frozenset("iljtfrI.,'- "), frozenset("MWmw")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A round mark and its name."""

    name: str
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Where a name stands: the point at which its line begins, ends or has its middle."""

    x: float
    y: float
    anchor: Anchor


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def labelled(
    marks: Sequence[Mark], *, width: float, height: float, size: float = SIZE, over: Sequence[Mark] | None = None
) -> tuple[Label | None, ...]:
    """A label for each mark, those that come first before the others; None where there is no room for it.

    A name stands right of its mark, left, below or above, and within the picture; that of a mark without a size on it.
    `over` are the marks that it may not cover, all that are named where none are given.
    """
    taken = [_around(mark) for mark in (marks if over is None else over)]
    found: list[Label | None] = []
    for mark in marks:
        own = _around(mark)
        others = [one for one in taken if one != own]
        fit = next(
            (
                (label, box)
                for label, box in _choices(mark, size)
                if box.left >= 0 and box.right <= width and box.top >= 0 and box.bottom <= height
                if not any(box.meets(one) for one in others)
            ),
            None,
        )
        found.append(fit[0] if fit else None)
        taken += [fit[1]] if fit else []
    return tuple(found)


def text_width(text: str, size: float = SIZE) -> float:
    """About how wide a text is."""
    letters = sum(0.3 if one in _NARROW else 0.9 if one in _WIDE else WIDTH for one in text)
    return letters * size


def _around(mark: Mark) -> _Box:
    return _Box(mark.x - mark.radius, mark.y - mark.radius, mark.x + mark.radius, mark.y + mark.radius)


def _choices(mark: Mark, size: float) -> Iterator[tuple[Label, _Box]]:
    long, off = text_width(mark.name, size), mark.radius + GAP
    middle = mark.y + 0.35 * size
    if not mark.radius:
        yield Label(x=mark.x, y=middle, anchor="middle"), _line(mark.x - long / 2, middle, long, size)
    yield from (
        (Label(x=mark.x + off, y=middle, anchor="start"), _line(mark.x + off, middle, long, size)),
        (Label(x=mark.x - off, y=middle, anchor="end"), _line(mark.x - off - long, middle, long, size)),
    )
    for base in (mark.y + off + 0.8 * size, mark.y - off - 0.1 * size):
        yield Label(x=mark.x, y=base, anchor="middle"), _line(mark.x - long / 2, base, long, size)


def _line(left: float, base: float, long: float, size: float) -> _Box:
    return _Box(left - 1, base - 0.8 * size, left + long + 1, base + 0.25 * size)
