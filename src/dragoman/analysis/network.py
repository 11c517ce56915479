"""Takes edges, gives the network of who acts toward whom; and writes it for Gephi and other readers of networks."""

import re
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import get_args

import networkx as nx

from dragoman.analysis.counts import Edge
from dragoman.records.event import Quad

# The one thing in a GEXF file that would change from day to day.
_DAY = re.compile(r'(?<=<meta) lastmodifieddate="[^"]*"')


def network(edges: Iterable[Edge]) -> "nx.DiGraph[str]":
    """A node for each party, an edge from each actor to each of its recipients, in the order of their ids.

    An edge has `number` (of acts), `weight` (the same: what readers of networks look for), `goldstein` (the sum) and
    `goldstein_mean`, and the number of acts of each quad class under its name. A node has `degree_out` (toward how
    many it acts), `degree_in` (how many act toward it), `strength_out` and `strength_in` (by how many acts). Acts of a
    party toward itself are an edge to itself and count both ways.
    """
    dyads = defaultdict[tuple[str, str], list[Edge]](list)
    for edge in edges:
        dyads[edge.actor, edge.recipient].append(edge)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(sorted({party for dyad in dyads for party in dyad}))
    for (actor, recipient), rows in sorted(dyads.items()):
        graph.add_edge(actor, recipient, **_added(rows))
    for node, attributes in graph.nodes(data=True):
        out = [int(edge["number"]) for edge in graph.succ[node].values()]
        into = [int(edge["number"]) for edge in graph.pred[node].values()]
        attributes.update(degree_out=len(out), degree_in=len(into), strength_out=sum(out), strength_in=sum(into))
    return graph


def _added(rows: list[Edge]) -> dict[str, int | float]:
    number, goldstein = sum(row.number for row in rows), sum(row.goldstein for row in rows)
    quads = {quad: sum(row.number for row in rows if row.quad == quad) for quad in get_args(Quad)}
    mean = goldstein / number if number else 0.0
    return {"number": number, "weight": number, "goldstein": float(goldstein), "goldstein_mean": mean, **quads}


def write_graphml(graph: "nx.DiGraph[str]", path: Path) -> None:
    """Writes the network as GraphML. The same network gives the same file."""
    path.write_text(graphml(graph), encoding="utf-8", newline="\n")


def write_gexf(graph: "nx.DiGraph[str]", path: Path) -> None:
    """Writes the network as GEXF 1.2, Gephi's own format. The same network gives the same file on any day."""
    path.write_text(gexf(graph), encoding="utf-8", newline="\n")


def graphml(graph: "nx.DiGraph[str]") -> str:
    """The network as GraphML."""
    return _document(nx.generate_graphml(graph))


def gexf(graph: "nx.DiGraph[str]") -> str:
    """The network as GEXF 1.2."""
    return _document(_DAY.sub("", line) for line in nx.generate_gexf(graph))


def _document(lines: Iterable[str]) -> str:
    return "\n".join(['<?xml version="1.0" encoding="utf-8"?>', *lines]) + "\n"
