"""Salience: takes the mentions of sentences, gives those whom one may point back to, the likeliest first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dragoman.actors.references.joining import Joined, joined_in
from dragoman.records.participant import Mention, Participant, Rule
from dragoman.records.sentence import Sentence, Token

# Who acts is spoken of: by the place in the sentence, and less with each sentence that has passed since.
_MAIN_SUBJECT = 2.0
SUBJECT = 1.8
_OBJECT = 1.4
_OBLIQUE = 1.0
INSIDE = 0.6
_PER_SENTENCE = 1.2
_BESIDE = 0.05  # "India, its largest creditor": the name comes first
_SAME_PLACE = 0.5  # a subject points back to a subject
_OWN_VERB = 0.4  # "Ukraine closed its airspace": the verb's own subject

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "dative", "attr", "oprd"})
_INNER = frozenset({"poss", "compound", "amod", "nmod", "nummod"})
_CLIMBING = frozenset({"conj", "appos"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Participants named together before: in which sentence, by which token, and how much they were spoken of there.

    `several` says that more than one is meant, `joined` that they were named in one breath ("A and B").
    """

    participants: tuple[Participant, ...]
    sentence: int
    head: int
    weight: float
    several: bool
    joined: bool
    rule: Rule


def seen_in(sentence: Sentence, mentions: Sequence[Mention]) -> list[Seen]:
    """Those whom a sentence names, each by itself, then those named in one breath."""
    found = [_seen(sentence, mention) for mention in mentions]
    return found + [_seen_together(sentence, group) for group in joined_in(sentence, mentions)]


def ranked(before: Iterable[Seen], sentence: Sentence, at: Token) -> list[Seen]:
    """Those seen before the token `at`, the likeliest to be pointed back to first."""
    is_subject = at.relation in SUBJECTS
    doers = _doers(sentence, at)
    return sorted(
        before,
        key=lambda one: (_score(one, sentence, subject=is_subject, doers=doers), one.sentence, one.head),
        reverse=True,
    )


def _doers(sentence: Sentence, at: Token) -> frozenset[int]:
    """The subjects of the verb below which a possessor stands."""
    if at.relation != "poss":
        return frozenset()
    above = sentence.tokens[at.head]
    while above.head != above.index and not above.tag.startswith("VB"):
        above = sentence.tokens[above.head]
    # "the Swedes lifted an embargo and tightened their laws": of joined verbs the first has the subject
    while not sentence.below(above.index, *SUBJECTS) and above.relation == "conj" and above.head != above.index:
        above = sentence.tokens[above.head]
    return frozenset(sentence.below(above.index, *SUBJECTS))


def _score(one: Seen, sentence: Sentence, *, subject: bool, doers: frozenset[int]) -> float:
    score = one.weight - _PER_SENTENCE * (sentence.index - one.sentence)
    if one.sentence == sentence.index and one.head in doers:
        score += _OWN_VERB
    return score + (_SAME_PLACE if subject and one.weight >= SUBJECT else 0.0)


def _seen(sentence: Sentence, mention: Mention) -> Seen:
    token = sentence.tokens[mention.head]
    several = len(mention.participants) > 1 or token.tag in {"NNS", "NNPS"} or _is_population(mention.participants)
    return Seen(
        participants=mention.participants,
        sentence=sentence.index,
        head=mention.head,
        weight=_weight(sentence, token),
        several=several,
        joined=False,
        rule=mention.rule,
    )


def _seen_together(sentence: Sentence, group: Joined) -> Seen:
    return Seen(
        participants=group.participants,
        sentence=sentence.index,
        head=group.head,
        weight=_weight(sentence, sentence.tokens[group.head]),
        several=True,
        joined=True,
        rule="sides",
    )


def _is_population(participants: Sequence[Participant]) -> bool:
    return any(one.kind == "population" for one in participants)


def _weight(sentence: Sentence, token: Token) -> float:
    """By its place in the sentence; what is joined to another or set beside it has the other's place."""
    tokens = sentence.tokens
    beside = _BESIDE if token.relation == "appos" else 0.0
    while token.relation in _CLIMBING and token.head != token.index:
        token = tokens[token.head]
    if token.relation in SUBJECTS:
        verb = tokens[token.head]
        return (_MAIN_SUBJECT if verb.head == verb.index else SUBJECT) - beside
    if token.relation in _OBJECTS or token.head == token.index:
        return _OBJECT
    if token.relation == "pobj" and tokens[token.head].relation == "agent":
        return _OBJECT
    return INSIDE if token.relation in _INNER else _OBLIQUE
