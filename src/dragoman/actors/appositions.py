"""Takes the mentions of a sentence, ties names to the offices set beside them: "Javad Zarif, Iran's foreign minister"."""

from dataclasses import replace

from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence


def tie_appositions(sentence: Sentence, found: dict[int, Mention]) -> None:
    """Give each name the state and office of the phrase beside it, and each office the name; the pair counts once."""
    for token in sentence.tokens:
        if token.relation != "appos" or token.index not in found or token.head not in found:
            continue
        one, other = found[token.head], found[token.index]
        if len(one.participants) != 1 or len(other.participants) != 1:
            continue
        if one.participants[0].person and one.participants[0].country and "spoken of" in other.because:
            found[token.index] = replace(other, participants=(_at(one.participants[0], other.participants[0]),))
            continue
        if one.because.startswith("'") and other.because.startswith("name of"):
            found[token.head] = replace(one, participants=(_at(other.participants[0], one.participants[0]),))
            continue
        joined = _joined(one.participants[0], other.participants[0])
        if joined is not None:
            found[token.head] = replace(
                one, participants=(joined,), because=f"{one.because}; beside it {other.because}"
            )
            found[token.index] = replace(other, participants=(_at(joined, other.participants[0]),))


def _joined(one: Participant, other: Participant) -> Participant | None:
    """The participant that a name and an office make together, or None if they are two."""
    if one.kind == "person" and one.country is None and one.person is None and other.person and other.country:
        return _at(other, one)
    if _is_unplaced_person(one) and other.office and other.country:
        return _in_office(one, other)
    if _is_unplaced_person(other) and one.office and one.country:
        return replace(_in_office(other, one), text=one.text, start=one.start, end=one.end)
    if one.id == other.id and one.person and not other.person:
        return replace(one, office=one.office or other.office)
    if one.id == other.id and other.person and not one.person:
        return replace(one, person=other.person, office=one.office or other.office)
    return None


def _is_unplaced_person(participant: Participant) -> bool:
    return participant.kind == "person" and participant.country is None and participant.person is not None


def _in_office(named: Participant, official: Participant) -> Participant:
    return replace(official, person=named.person, text=named.text, start=named.start, end=named.end)


def _at(participant: Participant, place: Participant) -> Participant:
    return replace(participant, text=place.text, start=place.start, end=place.end)
