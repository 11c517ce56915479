"""Arranging: takes ties, gives where their parties lie in a picture: those who deal with each other near each other.

The same ties give the same picture: nothing is left to chance. The method is that of Kamada and Kawai (1989), which
keeps the distance of two parties near the number of steps between them; a tie of many acts is a shorter step.
"""

from collections.abc import Iterable, Mapping
from math import hypot, log10
from statistics import median

import networkx as nx

Point = tuple[float, float]
FAR = 0.6  # times the largest distance: how far apart those are that no tie joins


def arranged(ties: Iterable[tuple[str, str, int]]) -> Mapping[str, Point]:
    """Where each party lies, in a square from 0 to 1. A tie is two parties and how many acts lie between them."""
    graph: nx.Graph[str] = nx.Graph()
    ordered = sorted(ties)
    graph.add_nodes_from(sorted({party for one, other, _ in ordered for party in (one, other)}))
    for one, other, number in ordered:
        graph.add_edge(one, other, number=number + graph.get_edge_data(one, other, {"number": 0})["number"])
    for _, _, attributes in graph.edges(data=True):
        attributes["length"] = 1 / (1 + 0.5 * log10(attributes["number"]))
    if len(graph) < 2:
        return dict.fromkeys(graph, (0.5, 0.5))
    places = nx.kamada_kawai_layout(graph, dist=_distances(graph), pos=nx.circular_layout(graph))
    return _squared({party: (float(x), float(y)) for party, (x, y) in places.items()})


def loosened(places: Mapping[str, Point], *, power: float = 0.6) -> Mapping[str, Point]:
    """The same in the same square, those in the middle drawn apart and those outside moved in, in the same directions.

    Whoever deals with many lies in the middle, where otherwise most lie over one another while the corners are empty.
    """
    if len(places) < 3:
        return places
    middle = (median(x for x, _ in places.values()), median(y for _, y in places.values()))
    away = {party: (x - middle[0], y - middle[1]) for party, (x, y) in places.items()}
    farthest = max(hypot(*step) for step in away.values()) or 1.0
    factors = {party: (hypot(*step) / farthest) ** (power - 1) if any(step) else 1.0 for party, step in away.items()}
    return _squared({party: (x * factors[party], y * factors[party]) for party, (x, y) in away.items()})


def spread(places: Mapping[str, Point], sizes: Mapping[str, float], *, rounds: int = 60) -> dict[str, Point]:
    """The places, those moved apart that would lie over one another; `sizes` are the radii, in the same units."""
    found = dict(places)
    parties = sorted(found)
    for _ in range(rounds):
        moved = False
        for at, one in enumerate(parties):
            for other in parties[at + 1 :]:
                moved |= _push(found, one, other, sizes[one] + sizes[other])
        if not moved:
            break
    return found


def _push(places: dict[str, Point], one: str, other: str, least: float) -> bool:
    """Moves two apart, each half of what is missing; whether anything was missing."""
    (x, y), (u, v) = places[one], places[other]
    distance = hypot(u - x, v - y)
    if distance >= least:
        return False
    across, up = ((u - x) / distance, (v - y) / distance) if distance else (1.0, 0.0)
    half = (least - distance) / 2 + 1e-9
    places[one], places[other] = (x - across * half, y - up * half), (u + across * half, v + up * half)
    return True


def _distances(graph: "nx.Graph[str]") -> dict[str, dict[str, float]]:
    """How far apart any two are to lie."""
    found: dict[str, dict[str, float]] = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    largest = max((length for own in found.values() for length in own.values()), default=1.0)
    return {one: {other: found[one].get(other, FAR * largest) for other in graph} for one in graph}


def _squared(places: Mapping[str, Point]) -> dict[str, Point]:
    """Stretched so that the outermost lie on the edges of the square."""
    (left, right), (low, high) = ((min(axis), max(axis)) for axis in zip(*places.values(), strict=True))
    return {
        party: ((x - left) / (right - left) if right > left else 0.5, (y - low) / (high - low) if high > low else 0.5)
        for party, (x, y) in places.items()
    }
