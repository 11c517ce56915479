"""Takes the mentions of a sentence, ties names to the offices beside them: "Javad Zarif, Iran's foreign minister"."""

from collections.abc import Container, Mapping
from dataclasses import replace

from dragoman.actors.naming import named_at
from dragoman.records.participant import Kind, Mention, Participant, Rule
from dragoman.records.sentence import Sentence

_COMMON: Container[Rule] = frozenset({"noun", "description", "short", "sides"})
_KINDS: Mapping[Kind, Kind] = {"population": "organisation"}  # "the Sunrise Union, a union of miners"
_MANY: Container[Kind] = frozenset({"population", "person"})
_PROPER: Container[Rule] = frozenset({"name", "person", "unknown"})


def tie_appositions(sentence: Sentence, found: Mapping[int, Mention]) -> dict[int, Mention]:
    """Give each name the state and office of the phrase beside it, and each office the name; the pair counts once."""
    tied = {**found, **_shared_out(sentence, found)}
    for token in sentence.tokens:
        if token.relation == "appos" and token.index in tied and token.head in tied:
            tied[token.head], tied[token.index] = _tied(tied[token.head], tied[token.index])
    return tied


def _shared_out(sentence: Sentence, found: Mapping[int, Mention]) -> dict[int, Mention]:
    """ "Evans and Alatas, foreign ministers of Australia and Indonesia": each of the persons gets an office."""
    shared: dict[int, Mention] = {}
    for index, mention in found.items():
        token = sentence.tokens[index]
        offices = mention.participants
        if token.relation != "appos" or (len(offices) < 2 and token.tag != "NNS"):
            continue
        last = next((head for head in (token.head, sentence.tokens[token.head].head) if head in found), None)
        chain = _chain(sentence, last, found) if last is not None else []
        people = [found[head] for head in chain if head < index]
        if len(offices) == 1 and len(people) > 1 and mention.rule == "office":
            offices = offices * len(people)  # "A and B, its envoys"
        if len(people) == len(offices) and all(len(one.participants) == 1 for one in people):
            for head, person, office in zip(chain, people, offices, strict=True):
                named = person.participants[0]
                if named.person and (named.id != office.id or named.kind == "person"):
                    joined = named_at(replace(office, person=named.person), named)
                    because = f"{person.because}; {mention.because}"
                    shared[head] = replace(person, participants=(joined,), because=because)
    return shared


def _chain(sentence: Sentence, last: int, found: Mapping[int, Mention]) -> list[int]:
    """The heads joined by "and" and commas with a token, in order."""
    first = last
    while sentence.tokens[first].relation == "conj" and sentence.tokens[first].head in found:
        first = sentence.tokens[first].head
    heads, open_ = [], [first]
    while open_:
        current = open_.pop()
        heads.append(current)
        open_ += [child for child in sentence.below(current, "conj") if child in found]
    return sorted(heads)


def _tied(one: Mention, other: Mention) -> tuple[Mention, Mention]:
    """A mention and the one set beside it, both of the same participant if they are."""
    if len(one.participants) != 1 or len(other.participants) != 1:
        return one, other
    named, beside = one.participants[0], other.participants[0]
    if named.person and named.country and other.rule == "context":
        return one, replace(other, participants=(named_at(named, beside),))
    if one.rule in _COMMON and other.rule in _PROPER:
        return replace(one, participants=(named_at(beside, named),)), other
    if one.rule == "unknown" and other.rule == "noun" and beside.kind in {"organisation", "group", "population"}:
        body = replace(beside, id=named.id, name=named.name, kind=_KINDS.get(beside.kind, beside.kind))
        return replace(one, participants=(named_at(body, named),)), replace(other, participants=(body,))
    if named.person and named.kind in {"state", "igo"} and beside.kind == "person" and beside.person is None:
        return one, replace(other, participants=(named_at(named, beside),))  # "ElBaradei, the Egyptian lawyer"
    if one.rule in _PROPER and named.kind in {"state", "igo"} and other.rule in _COMMON and beside.kind not in _MANY:
        return one, replace(other, participants=(named_at(named, beside),))  # "India, the island's largest creditor"
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
    private = _private(one, other)
    if private is not None:
        return private
    if _is_unplaced_person(one) and other.office and other.country:
        return named_at(replace(other, person=one.person), one)
    if _is_unplaced_person(other) and one.office and one.country:
        return replace(one, person=other.person)
    if one.person and other.office and other.person is None and one.id != other.id and other.kind in {"state", "igo"}:
        return named_at(replace(other, person=one.person), one)  # the text knows better: "Oshima, the UN coordinator"
    if one.id == other.id and bool(one.person) != bool(other.person):
        return replace(one, person=one.person or other.person, office=one.office or other.office)
    return None


def _private(one: Participant, other: Participant) -> Participant | None:
    """A name and what its bearer is, where that is no office: "Jamal Khashoggi, a Saudi journalist"."""
    if _is_unplaced_person(one) and other.kind == "person" and other.person is None:
        return replace(one, country=other.country, sector=other.sector or one.sector)
    if _is_unplaced_person(other) and one.kind == "person" and one.person is None:
        return named_at(replace(other, country=one.country, sector=one.sector or other.sector), one)
    return None


def _is_unplaced_person(participant: Participant) -> bool:
    return participant.kind == "person" and participant.country is None and participant.person is not None
