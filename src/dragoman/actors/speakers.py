"""Who says "we" in a sentence: takes the mentions found in it, gives whoever speaks."""

from collections.abc import Container, Iterable, Mapping

from dragoman.actors.cast import Cast
from dragoman.actors.references.pronouns import is_first_person
from dragoman.actors.references.salience import SUBJECTS
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence, Token


def speaker_of(
    sentence: Sentence, found: Mapping[int, Mention], cast: Cast, verbs: Container[str]
) -> tuple[Participant, ...]:
    """Whose own text it is; else the subject of a verb of saying (`verbs`), whoever spoke last or wrote the text."""
    if sentence.kind == "quotation":
        return cast.speaker
    introduced = introduced_by_we(sentence, found.values())
    if introduced:
        return introduced
    if cast.author.is_asked or cast.author.participants:
        return () if cast.author.is_asked else cast.author.participants
    for token in sentence.tokens:
        if token.tag.startswith("VB") and token.lemma in verbs:
            subjects = [child for child in sentence.children[token.index] if sentence.tokens[child].relation == "nsubj"]
            said = tuple(one for child in subjects if child in found for one in found[child].participants)
            if said and not all(is_first_person(sentence.tokens[child]) for child in subjects):
                return said
    return cast.speaker or _writer(sentence, found)


def belongs_to_speaker(sentence: Sentence, token: Token) -> bool:
    """Whether it is "we", "our", or "soldiers" in "our soldiers": known only once the speaker is."""
    return is_first_person(token) or any(
        is_first_person(sentence.tokens[child]) for child in sentence.children[token.index]
    )


def introduced_by_we(sentence: Sentence, mentions: Iterable[Mention]) -> tuple[Participant, ...]:
    """ "We, the leaders of A and B, met": those who say "we" say who they are."""
    for mention in mentions:
        token = sentence.tokens[mention.head]
        if token.relation == "appos" and is_first_person(sentence.tokens[token.head]):
            return mention.participants
    return ()


def introduced_alone(sentence: Sentence, mentions: Iterable[Mention]) -> tuple[Participant, ...]:
    """ "The Security Council," on a line of its own: what is listed below it, that body does."""
    tokens = sentence.tokens
    if tokens[-1].text not in {",", ":"} or any(token.tag.startswith(("VB", "MD")) for token in tokens):
        return ()
    for mention in mentions:
        token = tokens[mention.head]
        if token.head == token.index and all(
            participant.kind in {"state", "igo"} for participant in mention.participants
        ):
            return mention.participants
    return ()


def _writer(sentence: Sentence, found: Mapping[int, Mention]) -> tuple[Participant, ...]:
    """Governments or organisations that a text begins with as its subject: in statements "we" is their own voice."""
    for mention in found.values():
        if sentence.tokens[mention.head].relation in SUBJECTS and _voices(mention):
            joined = [other for other in found.values() if _is_joined_to(sentence, other.head, mention.head)]
            return tuple(one for each in (mention, *joined) for one in _voices(each))
    return ()


def _voices(mention: Mention) -> tuple[Participant, ...]:
    """The first state or organisation that the mention means."""
    return tuple(participant for participant in mention.participants if participant.kind in {"state", "igo"})[:1]


def _is_joined_to(sentence: Sentence, other: int, head: int) -> bool:
    """Whether "and" joins a word to the head: of "Peru and Chile" the second to the first."""
    while sentence.tokens[other].relation == "conj" and other != head:
        other = sentence.tokens[other].head
        if other == head:
            return True
    return False
