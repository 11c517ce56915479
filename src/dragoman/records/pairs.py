"""Pairs: takes an act, gives who acts toward whom, two at a time: what event data and comparisons are made of."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import combinations, product

from dragoman.records.act import Act, Party


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Who acts, and toward whom; None where nobody is named. `mutual` says that it is as true the other way round."""

    actor: Party | None
    recipient: Party | None
    mutual: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What tells this pair from all others of its act."""
        return (*_key(self.actor), *_key(self.recipient))


def pairs_of(act: Act, reciprocal: Collection[str]) -> tuple[Pair, ...]:
    """A pair for each actor and each recipient, in order, each once; none for an act without anybody.

    `reciprocal` are types ("CONSULT") and modes ("RETREAT-ceasefire") of acts that several do with each other: where
    such an act names actors only, each two of them are a pair. With any other act each actor stands alone.
    """
    found: dict[tuple[str, ...], Pair] = {}
    for pair in _paired(act, reciprocal):
        found.setdefault(pair.key, pair)
    return tuple(found.values())


def _paired(act: Act, reciprocal: Collection[str]) -> Iterator[Pair]:
    mutual = _mutual(act) if act.type in reciprocal or f"{act.type}-{act.mode}" in reciprocal else []
    if act.actors and act.recipients:
        for actor, recipient in product(act.actors, act.recipients):
            yield Pair(actor=actor, recipient=recipient)
    elif mutual and not act.recipients:
        yield from mutual
    else:
        for actor in act.actors:
            yield Pair(actor=actor, recipient=None)
        for recipient in act.recipients:
            yield Pair(actor=None, recipient=recipient)


def _mutual(act: Act) -> list[Pair]:
    """Each two actors, but for two officials of one side: these meet others, not each other."""
    return [
        Pair(actor=one, recipient=other, mutual=True)
        for one, other in combinations(act.actors, 2)
        if (one.id, one.sector) != (other.id, other.sector)
    ]


def _key(party: Party | None) -> tuple[str, ...]:
    return ("",) * 4 if party is None else (party.id, party.sector or "", party.person or "", party.office or "")
