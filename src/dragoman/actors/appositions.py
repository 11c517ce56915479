"""Takes the mentions of a sentence, ties names to the offices beside them: "Javad Zarif, Iran's foreign minister"."""

from collections.abc import Container, Mapping
from dataclasses import replace

from dragoman.actors.naming import named_at
from dragoman.records.participant import Mention, Participant, Rule
from dragoman.records.sentence import Sentence

_COMMON: Container[Rule] = frozenset({"noun", "context", "description", "short", "sides"})
_PROPER: Container[Rule] = frozenset({"name", "person", "unknown"})


def tie_appositions(sentence: Sentence, found: Mapping[int, Mention]) -> dict[int, Mention]:
    """Give each name the state and office of the phrase beside it, and each office the name; the pair counts once."""
    tied = dict(found)
    for token in sentence.tokens:
        if token.relation == "appos" and token.index in tied and token.head in tied:
            tied[token.head], tied[token.index] = _tied(tied[token.head], tied[token.index])
    return tied


def _tied(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    """A mention and the one set beside it, both of the same participant if they are."""
    if len(one.participants) != 1 or len(other.participants) != 1:
        return one, other
    named, beside = one.participants[0], other.participants[0]
    if named.person and named.country and other.rule == "context":
        return one, replace(other, participants=(named_at(named, beside),))
    if one.rule in _COMMON and other.rule in _PROPER:
        return replace(one, participants=(named_at(beside, named),)), other
    joined = _joined(named, beside)
    if joined is None:
        return one, other
    return (
        replace(one, participants=(joined,), because=f"{one.because}; beside it {other.because}"),
        replace(other, participants=(named_at(joined, beside),)),
    )


def _joined(one: Participant, other: Participant) -> Participant | None:
    """The participant that a name and an office make together, named where the first is; None if they are two."""
    if one.kind == "person" and one.country is None and one.person is None and other.person and other.country:
        return named_at(other, one)
    if _is_unplaced_person(one) and other.office and other.country:
        return named_at(replace(other, person=one.person), one)
    if _is_unplaced_person(other) and one.office and one.country:
        return replace(one, person=other.person)
    if one.id == other.id and one.person and not other.person:
        return replace(one, office=one.office or other.office)
    if one.id == other.id and other.person and not one.person:
        return replace(one, person=other.person, office=one.office or other.office)
    return None


def _is_unplaced_person(participant: Participant) -> bool:
    return participant.kind == "person" and participant.country is None and participant.person is not None
