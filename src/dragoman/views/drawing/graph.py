"""Graph: takes a network, gives its picture: where each party and each tie is drawn, how large, and of which kind.

A tie is an arc that bends to the right of its way, so that the two ways between a pair lie side by side; its width
tells the number of acts. Its colour and its dashes tell both whether cooperation or conflict prevails.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, hypot, sin, sqrt
from typing import Literal

from dragoman.analysis.arranging import arranged, loosened, spread
from dragoman.desk.networks import Member, Network, Tie
from dragoman.views.drawing.labels import Label, Mark, labelled

Kind = Literal["cooperation", "conflict", "both"]
WIDTH, HEIGHT, MARGIN = 820.0, 640.0, 46.0
SMALL, LARGE = 4.0, 17.0  # radii
THIN, THICK = 0.8, 6.0  # widths of ties
PREVAILS = 2 / 3  # share of the acts from which on one is said to prevail
TIES = 100  # that are drawn, but for the strongest one of each party, which always is
BEND = 0.14  # of its length: how far an arc leaves the straight line
ROOM = 11.0  # units between two parties
_COOPERATION = frozenset({"verbal_cooperation", "material_cooperation"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A party: where it lies, how large, and where its name stands, if there is room for it."""

    member: Member
    name: str
    x: float
    y: float
    radius: float
    label: Label | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A tie: its arc and the head of its arrow as paths, how wide it is, and what prevails."""

    tie: Tie
    arc: str
    head: str
    width: float
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """The drawn part of a network, the weakest ties first, so that the strongest lie on top."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]


def picture(network: Network, *, parties: int, name: Callable[[str], str]) -> Picture:
    """The parties with the most acts, and the strongest ties between them; `name` tells how a party is called."""
    members = network.members[:parties]
    ties = drawn_ties(network.ties, frozenset(one.id for one in members))
    sizes = _sizes(members)
    places = _places(ties, members, sizes)
    marks = [Mark(name=name(one.id), x=places[one.id][0], y=places[one.id][1], radius=sizes[one.id]) for one in members]
    labels = labelled(marks, width=WIDTH, height=HEIGHT)
    most = max((tie.number for tie in ties), default=1)
    return Picture(
        width=WIDTH,
        height=HEIGHT,
        nodes=tuple(
            Node(
                member=member, name=mark.name, x=round(mark.x, 1), y=round(mark.y, 1), radius=round(mark.radius, 1),
                label=label,
            )
            for member, mark, label in zip(members, marks, labels, strict=True)
        ),
        lines=tuple(_line(tie, places, sizes, most) for tie in reversed(ties)),
    )  # fmt: skip


def kind_of(tie: Tie) -> Kind:
    """What prevails among the acts of a tie: two in three are cooperation or conflict, or it is both."""
    cooperation = sum(number for quad, number in tie.quads.items() if quad in _COOPERATION) / tie.number
    return "cooperation" if cooperation >= PREVAILS else "conflict" if cooperation <= 1 - PREVAILS else "both"


def drawn_ties(ties: Sequence[Tie], among: frozenset[str]) -> tuple[Tie, ...]:
    """The strongest ties between these parties, the strongest first, and that of each party."""
    own = [tie for tie in ties if tie.actor in among and tie.recipient in among]
    strongest: dict[str, Tie] = {}
    for tie in own:
        strongest.setdefault(tie.actor, tie)
        strongest.setdefault(tie.recipient, tie)
    kept = {(tie.actor, tie.recipient) for tie in (*own[:TIES], *strongest.values())}
    return tuple(tie for tie in own if (tie.actor, tie.recipient) in kept)


def _sizes(members: Sequence[Member]) -> Mapping[str, float]:
    most = max((one.both for one in members), default=1)
    return {one.id: SMALL + (LARGE - SMALL) * sqrt(one.both / most) for one in members}


def _places(
    ties: Sequence[Tie], members: Sequence[Member], sizes: Mapping[str, float]
) -> Mapping[str, tuple[float, float]]:
    """Where each lies in the picture; whoever has no tie to the others that are drawn lies in a row below."""
    square = loosened(arranged((tie.actor, tie.recipient, tie.number) for tie in ties))
    alone = [one.id for one in members if one.id not in square]
    floor = HEIGHT - MARGIN - (30 if alone else 0)
    found = {id_: (MARGIN + x * (WIDTH - 2 * MARGIN), MARGIN + y * (floor - MARGIN)) for id_, (x, y) in square.items()}
    found = spread(found, {id_: sizes[id_] + ROOM for id_ in found})
    found = {id_: (_within(x, WIDTH, sizes[id_]), _within(y, HEIGHT, sizes[id_])) for id_, (x, y) in found.items()}
    step = (WIDTH - 2 * MARGIN) / max(len(alone), 1)
    return found | {id_: (MARGIN + step * (at + 0.5), HEIGHT - MARGIN / 2) for at, id_ in enumerate(alone)}


def _within(at: float, end: float, radius: float) -> float:
    return min(max(at, radius + 2), end - radius - 2)


def _line(tie: Tie, places: Mapping[str, tuple[float, float]], sizes: Mapping[str, float], most: int) -> Line:
    width = THIN + (THICK - THIN) * sqrt(tie.number / most)
    (x, y), (u, v) = places[tie.actor], places[tie.recipient]
    distance = hypot(u - x, v - y) or 1.0
    middle = ((x + u) / 2 - (v - y) * BEND, (y + v) / 2 + (u - x) * BEND)
    start = _toward((x, y), middle, sizes[tie.actor])
    tip = _toward((u, v), middle, sizes[tie.recipient] + 1)
    long = min(5 + 1.6 * width, distance / 3)
    end = _toward(tip, middle, long * 0.8)
    arc = f"M{start[0]:.1f},{start[1]:.1f}Q{middle[0]:.1f},{middle[1]:.1f} {end[0]:.1f},{end[1]:.1f}"
    return Line(tie=tie, arc=arc, head=_head(tip, middle, long), width=round(width, 1), kind=kind_of(tie))


def _toward(point: tuple[float, float], other: tuple[float, float], steps: float) -> tuple[float, float]:
    angle = atan2(other[1] - point[1], other[0] - point[0])
    return point[0] + steps * cos(angle), point[1] + steps * sin(angle)


def _head(tip: tuple[float, float], middle: tuple[float, float], long: float) -> str:
    """The head of an arrow that comes from the middle."""
    angle = atan2(middle[1] - tip[1], middle[0] - tip[0])
    ends = [(tip[0] + long * cos(angle + turn), tip[1] + long * sin(angle + turn)) for turn in (0.42, -0.42)]
    return "M" + "L".join(f"{x:.1f},{y:.1f}" for x, y in (tip, *ends)) + "Z"
