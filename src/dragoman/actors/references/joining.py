"""Takes the mentions of a sentence, gives those named in one breath: "A, B and C", "A met with B"."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Participants named in one breath, by the head of the first of them."""

    head: int
    participants: tuple[Participant, ...]


def joined_in(sentence: Sentence, mentions: Sequence[Mention]) -> tuple[Joined, ...]:
    """Those named in one breath, and the several whom one phrase means ("the two leaders")."""
    chains = _chains(sentence, mentions)
    groups = [(head, _each_once(participants)) for head, participants in chains.items()]
    groups += [
        (one, _each_once((*chains[one], *chains[other])))
        for one in chains
        for other in chains
        if _meets(sentence, one, other)
    ]
    return tuple(Joined(head=head, participants=group) for head, group in groups if len(group) > 1)


def _chains(sentence: Sentence, mentions: Sequence[Mention]) -> dict[int, list[Participant]]:
    """By the head of the first of them, those who are joined by "and" and commas."""
    heads = {mention.head for mention in mentions}
    chains: dict[int, list[Participant]] = {}
    for mention in mentions:
        first = mention.head
        while sentence.tokens[first].relation == "conj" and sentence.tokens[first].head in heads:
            first = sentence.tokens[first].head
        chains.setdefault(first, []).extend(mention.participants)
    return chains


def _each_once(participants: Iterable[Participant]) -> tuple[Participant, ...]:
    return tuple({participant.id: participant for participant in participants}.values())


def _meets(sentence: Sentence, one: int, other: int) -> bool:
    """Whether the first does something "with" the second: "A met with B", "A held talks with B"."""
    tokens = sentence.tokens
    preposition = tokens[tokens[other].head]
    if tokens[one].relation != "nsubj" or preposition.lemma != "with" or preposition.relation != "prep":
        return False
    above = tokens[preposition.head]
    return tokens[one].head in {above.index, above.head if above.relation == "dobj" else above.index}
