"""What statistics are made of: small rows as a store counts them. Days are ISO days."""

from dataclasses import dataclass

from dragoman.records.event import Quad


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many acts are dated to a day, and the sum of their Goldstein values."""

    day: str
    number: int
    goldstein: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """How many documents that were published on a day have been read, with or without acts in them."""

    day: str
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """How many acts of one quad class an actor did toward a recipient, and the sum of their Goldstein values."""

    actor: str
    recipient: str
    quad: Quad
    number: int
    goldstein: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One act of a type by an actor toward a recipient on a day. `act` is its id."""

    day: str
    actor: str
    recipient: str
    type: str
    act: str
