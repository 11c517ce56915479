"""Takes the drafts of a sentence, ties acts whose connection it states: "in response to", "followed by", "sparked"."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.events.draft import Draft
from dragoman.events.linking.acts import acts_at
from dragoman.records.clause import Argument, Clause
from dragoman.records.event import LinkKind
from dragoman.records.reading import Reading

_DEPTH = 3
_LINK_ROLES: dict[str, LinkKind] = {
    "because of": "because_of",
    "due to": "because_of",
    "over": "because_of",
    "following": "because_of",
    "in response to": "in_response_to",
    "despite": "despite",
}
_ANSWERS = frozenset({"response", "retaliation"})
# Verbs that carry no act themselves but tie two: "A sparked B, followed by C".
_LINK_VERBS: dict[str, LinkKind] = {
    **dict.fromkeys(("spark", "trigger", "prompt", "cause", "provoke", "draw", "lead"), "because_of"),
    "follow": "followed_by",
}


def link_causes(drafts: Iterable[Draft]) -> None:
    """Tie acts whose connection the sentence states."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None}
    for draft in by_head.values():
        for argument in draft.clause.arguments:
            kind = _kind(draft.reading, argument)
            if kind is None or not argument.near:
                continue
            for other in _acts(draft.reading, [argument.head], by_head):
                if other is not draft:
                    draft.links.append((kind, other, (argument.head, argument.head)))
    readings = {id(draft.reading): draft.reading for draft in by_head.values()}
    for reading in readings.values():
        _link_chains(reading, by_head)


def _kind(reading: Reading, argument: Argument) -> LinkKind | None:
    if argument.role == "in" and reading.sentence.tokens[argument.head].lemma in _ANSWERS:
        return "in_response_to"
    return _LINK_ROLES.get(argument.role)


def _acts(reading: Reading, heads: Iterable[int], by_head: Mapping[int, Draft]) -> list[Draft]:
    return [by_head[act] for head in heads for act in acts_at(reading, head, by_head, depth=_DEPTH)]


def _link_chains(reading: Reading, by_head: Mapping[int, Draft]) -> None:
    for clause in reading.clauses.values():
        kind = _LINK_VERBS.get(clause.lemma)
        if clause.kind != "verb" or clause.head in by_head or kind is None:
            continue
        firsts = _acts(reading, clause.heads("doer"), by_head)
        effects = [argument.head for argument in clause.arguments if argument.role in {"done-to", "to"}]
        _link_pairs(clause, kind, firsts, _acts(reading, effects, by_head))


def _link_pairs(clause: Clause, kind: LinkKind, causes: Sequence[Draft], effects: Sequence[Draft]) -> None:
    """Tie each cause to each effect; an effect that names nobody hits who did the cause."""
    for cause in causes:
        for effect in effects:
            if cause is effect:
                continue
            if not effect.recipients and not effect.frame.reciprocal:
                own = {participant.id for participant in effect.actors}
                effect.recipients = [participant for participant in cause.actors if participant.id not in own]
            effect.links.append((kind, cause, (clause.head, clause.head)))
