"""Networks: who acts toward whom among the acts that a question asks for: ties, parties, who is between others."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, get_args

from dragoman.desk.asking import number_of
from dragoman.questions import write_question
from dragoman.records.event import Quad
from dragoman.records.question import Question
from dragoman.store import Store, answering

if TYPE_CHECKING:
    import networkx as nx

    from dragoman.analysis.counts import Edge

BROKERS = 150  # parties, those with the most acts, among which one looks for the ways that lead over each


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """How many acts of each quad class an actor does toward a recipient, and the mean of their Goldstein values."""

    actor: str
    recipient: str
    number: int
    goldstein: float
    quads: Mapping[Quad, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A party by its id: how many acts go from it (`toward` others) and come `back`, and with how many it deals.

    `between` is its betweenness: on which share of the shortest ways between two others it lies, from 0 to 1; None
    where the network is too large and the party has few acts.
    """

    id: str
    toward: int
    back: int
    partners: int
    between: float | None

    @property
    def both(self) -> int:
        """All acts in which it is one side."""
        return self.toward + self.back


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The network of a question: of how many acts it is; parties and ties, those with the most acts first.

    An act of a party toward itself is no tie between two, and is left out.
    """

    question: str
    number: int
    members: tuple[Member, ...]
    ties: tuple[Tie, ...]


def network(store: Store, question: Question) -> Network:
    """Who acts toward whom, and how often."""
    with store.reading() as connection:
        edges = answering.edges(connection, question)
    ties = _ties(one for one in edges if one.actor != one.recipient)
    return Network(
        question=write_question(question), number=number_of(store, question), members=_members(ties), ties=ties
    )


def graph_of(network: Network) -> "nx.DiGraph[str]":
    """The network as the library of networks has it, with the same figures: what is written as GraphML and GEXF."""
    from dragoman.analysis.counts import Edge  # noqa: PLC0415 - as in `asking`
    from dragoman.analysis.network import network as drawn  # noqa: PLC0415

    return drawn(
        Edge(actor=tie.actor, recipient=tie.recipient, quad=quad, number=number, goldstein=tie.goldstein * number)
        for tie in network.ties
        for quad, number in tie.quads.items()
    )


def _ties(edges: "Iterable[Edge]") -> tuple[Tie, ...]:
    quads = defaultdict[tuple[str, str], Counter[Quad]](Counter)
    goldstein = Counter[tuple[str, str]]()
    for edge in edges:
        quads[edge.actor, edge.recipient][edge.quad] += edge.number
        goldstein[edge.actor, edge.recipient] += edge.goldstein  # type: ignore[assignment]  # sums, not counts
    found = (
        Tie(
            actor=actor,
            recipient=recipient,
            number=own.total(),
            goldstein=round(goldstein[actor, recipient] / own.total(), 2),
            quads={quad: own[quad] for quad in get_args(Quad) if own[quad]},
        )
        for (actor, recipient), own in quads.items()
    )
    return tuple(sorted(found, key=lambda tie: (-tie.number, tie.actor, tie.recipient)))


def _members(ties: tuple[Tie, ...]) -> tuple[Member, ...]:
    toward, back = Counter[str](), Counter[str]()
    partners = defaultdict[str, set[str]](set)
    for tie in ties:
        toward[tie.actor] += tie.number
        back[tie.recipient] += tie.number
        partners[tie.actor].add(tie.recipient)
        partners[tie.recipient].add(tie.actor)
    ordered = sorted(partners, key=lambda id_: (-toward[id_] - back[id_], id_))
    between = _between(ties, frozenset(ordered[:BROKERS]))
    return tuple(
        Member(id=id_, toward=toward[id_], back=back[id_], partners=len(partners[id_]), between=between.get(id_))
        for id_ in ordered
    )


def _between(ties: tuple[Tie, ...], among: frozenset[str]) -> dict[str, float]:
    """The betweenness of each, whichever way the acts go."""
    import networkx as nx  # noqa: PLC0415 - as in `asking`

    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(among))
    graph.add_edges_from((tie.actor, tie.recipient) for tie in ties if {tie.actor, tie.recipient} <= among)
    return {id_: round(float(share), 4) for id_, share in nx.betweenness_centrality(graph).items()}
