import re

import networkx as nx
import pytest

from dragoman.analysis.counts import Edge
from dragoman.analysis.network import network, write_gexf, write_graphml

WRITERS = {"graphml": write_graphml, "gexf": write_gexf}


def edge(actor, recipient, number, quad="verbal_cooperation", goldstein=1.0):
    return Edge(actor=actor, recipient=recipient, quad=quad, number=number, goldstein=number * goldstein)


EDGES = [
    edge("USA", "RUS", 3, "material_conflict", -8.0),
    edge("JPN", "NATO", 4),
    edge("USA", "RUS", 1),
    edge("RUS", "USA", 2, "verbal_conflict", -4.0),
    edge("müller & söhne", "müller & söhne", 1),
]


def test_acts_of_all_quads_are_one_edge():
    edge_ = network(EDGES).edges["USA", "RUS"]
    assert edge_ == {
        "number": 4, "weight": 4, "goldstein": -23.0, "goldstein_mean": -5.75, "verbal_cooperation": 1,
        "material_cooperation": 0, "verbal_conflict": 0, "material_conflict": 3,
    }  # fmt: skip


def test_a_node_tells_how_many_and_by_how_many_acts():
    assert network([*EDGES, edge("USA", "JPN", 1)]).nodes["USA"] == {
        "degree_out": 2, "degree_in": 1, "strength_out": 5, "strength_in": 2,
    }  # fmt: skip


def test_whoever_acts_toward_itself_counts_both_ways():
    assert network([edge("SDN", "SDN", 2)]).nodes["SDN"] == {
        "degree_out": 1, "degree_in": 1, "strength_out": 2, "strength_in": 2,
    }  # fmt: skip


def test_no_edges_are_an_empty_network():
    assert nx.is_empty(network([]))


def test_an_edge_of_no_acts_has_no_mean():
    assert network([edge("USA", "RUS", 0)]).edges["USA", "RUS"]["goldstein_mean"] == 0.0


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_file_is_the_same_whatever_came_first(tmp_path, suffix):
    write = WRITERS[suffix]
    write(network(EDGES), tmp_path / "one")
    write(network(reversed(EDGES)), tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()
    assert re.search(rb"\d{4}-\d\d-\d\d", (tmp_path / "one").read_bytes()) is None


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_file_is_read_back(tmp_path, suffix):
    graph, path = network(EDGES), tmp_path / f"network.{suffix}"
    WRITERS[suffix](graph, path)
    read = {"graphml": nx.read_graphml, "gexf": nx.read_gexf}[suffix](path)
    assert sorted(read.nodes) == sorted(graph.nodes)
    for actor, recipient, told in graph.edges(data=True):
        assert told.items() <= read.edges[actor, recipient].items()
    for node, told in graph.nodes(data=True):
        assert told.items() <= read.nodes[node].items()


def test_an_empty_network_is_written_too(tmp_path):
    write_graphml(network([]), tmp_path / "empty.graphml")
    assert nx.is_empty(nx.read_graphml(tmp_path / "empty.graphml"))
