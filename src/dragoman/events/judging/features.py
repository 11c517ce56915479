"""Takes a clause with what the frames make of it, and the mentions of its sentence; gives the judge's features.

A feature is a place in a row of zeros and ones. The order is part of the weights: it changes only with a new training.
"""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from dragoman.events.judging.proposal import Proposal
from dragoman.records.clause import Clause
from dragoman.records.event import Status
from dragoman.records.participant import Mention
from dragoman.records.reading import Reading

Floats = NDArray[np.float32]

STATUSES: tuple[Status, ...] = (
    "occurred",
    "planned",
    "pledged",
    "requested",
    "threatened",
    "possible",
    "cancelled",
    "negated",
)

_GOVERNED = (
    "content", "purpose", "condition", "relative", "coordinate", "light", "item", "adverbial", "noun", "done-to",
    "doer", "complement", "of", "for", "in", "on", "to", "after", "with", "against", "over", "by", "at", "from",
    "about",
)  # fmt: skip
_TAGS = ("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "NN", "NNS", "NNP", "JJ")
_PARTS = ("headline", "standfirst", "caption", "body", "quotation", "heading")
_MODALS = ("will", "would", "may", "might", "could", "can", "should", "must", "shall", "not", "be", "have", "do")
_ROLES = (
    "doer", "done-to", "modifier", "between", "content", "complement", "with", "to", "on", "against", "for", "from",
    "of", "in", "at", "by", "over", "about", "into", "toward", "as", "after", "than", "other", "nothing",
)  # fmt: skip
_RULES = (
    "name", "adjective", "capital", "venue", "body", "people", "person", "title", "office", "noun", "unknown",
    "description", "collective", "pronoun", "possessive", "issuer", "short", "set", "unlisted",
)  # fmt: skip
KINDS = ("state", "igo", "group", "organisation", "person", "population")
_SECTORS = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "REB", "UAF", "PRM", "CVL", "OPP", "BUS", "JRN", "PTY", "REF")
_RELATIONS = (
    "nsubj", "nsubjpass", "dobj", "pobj", "poss", "amod", "compound", "conj", "appos", "agent", "dative", "nmod",
)  # fmt: skip
_DISTANCES = (1, 2, 4, 7, 12, 20)
_STRAIGHT = 6  # steps that are looked up the tree


class Features:
    """Makes the rows of features; `types` are the types that the judge knows, in its order."""

    def __init__(self, types: Sequence[str]) -> None:
        self._types = {name: place for place, name in enumerate(types)}
        self.of_act = _width_of_act(types)
        self.of_side = _width_of_side()

    def act(self, reading: Reading, proposal: Proposal) -> Floats:
        """What is known of the act: the frames' own reading, and the grammar around the word. Shape: (of_act,)."""
        row = _Row(self.of_act)
        clause = proposal.clause
        tokens = reading.sentence.tokens
        row.one_of(self._types, proposal.type)
        row.some_of(self._types, proposal.passed_over)
        row.flags(
            proposal.type is not None,
            proposal.waits,
            proposal.is_wide,
            proposal.words > 1,
            proposal.is_reciprocal,
            proposal.hearsay,
            proposal.left_out,
            bool(proposal.actors),
            bool(proposal.recipients),
            clause.kind == "noun",
            clause.passive,
            bool(clause.heads("doer")),
            bool(clause.heads("done-to")),
            bool(clause.heads("content")),
            any(head in reading.mentions for head in clause.heads("doer")),
            any(head in reading.mentions for head in clause.heads("done-to")),
            tokens[-1].text == "?",
            tokens[clause.head].text[:1].isupper(),
            tokens[clause.head].head == clause.head,
        )
        row.one_of(_PLACES[STATUSES], proposal.status)
        row.one_of(_PLACES[_GOVERNED], clause.governed_as)
        row.one_of(_PLACES[_TAGS], tokens[clause.head].tag)
        row.one_of(_PLACES[_PARTS], reading.sentence.kind)
        row.some_of(_PLACES[_MODALS], (tokens[index].lemma.lower() for index in clause.auxiliaries))
        return row.values

    def sides(self, reading: Reading, proposal: Proposal, mentions: Sequence[Mention]) -> Floats:
        """What is known of each mention's part in the act. Shape: (mentions, of_side)."""
        roles = _roles_of(proposal.clause)
        below = set(reading.sentence.subtree(proposal.clause.head))
        rows = [self._side(reading, proposal, mention, roles, below) for mention in mentions]
        return np.stack(rows) if rows else np.zeros((0, self.of_side), np.float32)

    def _side(
        self, reading: Reading, proposal: Proposal, mention: Mention, roles: Mapping[int, str], below: set[int]
    ) -> Floats:
        row = _Row(self.of_side)
        clause = proposal.clause
        tokens = reading.sentence.tokens
        token = tokens[mention.head]
        inner = _above_with_role(reading, mention.head, roles)
        places = {(one.start, one.end) for one in mention.participants}
        ids = {one.id for one in mention.participants}
        governing = reading.clauses.get(clause.governor) if clause.governor is not None else None
        row.one_of(_PLACES[_ROLES], _known_role(roles.get(mention.head, "nothing")))
        row.one_of(_PLACES[_ROLES], _known_role(inner))
        row.one_of(_PLACES[_RULES], mention.rule)
        row.one_of(_PLACES[KINDS], mention.participants[0].kind)
        row.one_of(_PLACES[_SECTORS], mention.participants[0].sector)
        row.one_of(_PLACES[_RELATIONS], token.relation)
        distance = abs(mention.head - clause.head)
        row.flags(
            *(distance > step for step in _DISTANCES),
            mention.head < clause.head,
            mention.head in below,
            any((p.start, p.end) in places for p in proposal.actors),
            any((p.start, p.end) in places for p in proposal.recipients),
            any(p.id in ids for p in proposal.actors),
            any(p.id in ids for p in proposal.recipients),
            bool(proposal.actors),
            bool(proposal.recipients),
            proposal.type is not None,
            proposal.is_reciprocal,
            governing is not None and mention.head in governing.heads("doer"),
            governing is not None and mention.head in governing.heads("done-to"),
            tokens[token.head].index == clause.head,
            clause.kind == "noun",
            clause.passive,
            len(mention.participants) > 1,
            mention.participants[0].country is not None,
        )
        return row.values


class _Row:
    """A row of zeros in which ones are set from left to right."""

    def __init__(self, length: int) -> None:
        self.values = np.zeros(length, np.float32)
        self._at = 0

    def one_of(self, places: Mapping[str, int], name: str | None) -> None:
        self.some_of(places, () if name is None else (name,))

    def some_of(self, places: Mapping[str, int], names: Iterable[str]) -> None:
        for name in names:
            if name in places:
                self.values[self._at + places[name]] = 1.0
        self._at += len(places)

    def flags(self, *flags: bool) -> None:
        for flag in flags:
            if flag:
                self.values[self._at] = 1.0
            self._at += 1


_FLAGS_OF_ACT = 19
_FLAGS_OF_SIDE = len(_DISTANCES) + 17
_PLACES = {
    names: {name: place for place, name in enumerate(dict.fromkeys(names))}
    for names in (STATUSES, _GOVERNED, _TAGS, _PARTS, _MODALS, _ROLES, _RULES, KINDS, _SECTORS, _RELATIONS)
}


def _width_of_act(types: Sequence[str]) -> int:
    named = sum(len(_PLACES[names]) for names in (STATUSES, _GOVERNED, _TAGS, _PARTS, _MODALS))
    return 2 * len(types) + _FLAGS_OF_ACT + named


def _width_of_side() -> int:
    named = sum(len(_PLACES[names]) for names in (_RULES, KINDS, _SECTORS, _RELATIONS))
    return 2 * len(_PLACES[_ROLES]) + named + _FLAGS_OF_SIDE


def _roles_of(clause: Clause) -> dict[int, str]:
    """The role that each head token fills in the clause; what stands near it comes first."""
    roles: dict[int, str] = {}
    for near in (True, False):
        for argument in clause.arguments:
            if argument.near == near:
                roles.setdefault(argument.head, argument.role)
    return roles


def _above_with_role(reading: Reading, head: int, roles: Mapping[int, str]) -> str:
    """The role of the nearest word above a mention that fills one: in whose phrase it stands."""
    tokens = reading.sentence.tokens
    current = tokens[head].head
    for _ in range(_STRAIGHT):
        if current in roles:
            return roles[current]
        if tokens[current].head == current:
            break
        current = tokens[current].head
    return "nothing"


def _known_role(role: str) -> str:
    first = role.split(" ", 1)[0]
    return first if first in _PLACES[_ROLES] else "other"
