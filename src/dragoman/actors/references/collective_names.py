"""Collective names that a text gives: "A, B and C – collectively referred to as the “Asia-Pacific partners”"."""

from collections.abc import Sequence

from dragoman.actors.cast import Cast
from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Resolved
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence

_GIVING = frozenset({"refer", "know", "call", "dub"})
_MEMBERS = frozenset({"conj", "dobj", "pobj"})
_OPENING = frozenset({"“", '"', "‘"})
_CLOSING = frozenset({"”", '"', "’"})


def given_before(phrase: Phrase, cast: Cast) -> Resolved | None:
    """The members of a collective name that the text has given before."""
    words = _plain(" ".join(token.text for token in phrase.words if token.tag not in {"DT", "PRP$"}))
    members = cast.groups.get(words)
    because = f"collective name '{words}'"
    return Resolved(participants=members, rule="collective", because=because) if members else None


def given_in(sentence: Sentence, mentions: Sequence[Mention]) -> dict[str, tuple[Participant, ...]]:
    """The collective name that the sentence gives, if it does, and those named before it as its members."""
    if not any(token.lemma in _GIVING and token.tag == "VBN" for token in sentence.tokens):
        return {}
    for token in sentence.tokens:
        if token.lemma == "collectively":
            name = _quoted_behind(sentence, token.index)
            before = [mention for mention in mentions if mention.head < token.index]
            named = [m for m in before if sentence.tokens[m.head].relation in {"nsubj", *_MEMBERS}]
            if name is not None and len(named) > 1:
                members = [m for m in named if sentence.tokens[m.head].relation in _MEMBERS]
                return {name: tuple(one for mention in members for one in mention.participants)}
    return {}


def _quoted_behind(sentence: Sentence, index: int) -> str | None:
    """The first words in quotation marks behind a token."""
    marks = [token for token in sentence.tokens if token.index > index]
    opened = next((mark.index for mark in marks if mark.text in _OPENING), None)
    if opened is None:
        return None
    closed = next((mark.index for mark in marks if mark.index > opened and mark.text in _CLOSING), None)
    if closed is None:
        return None
    return _plain(" ".join(token.text for token in sentence.tokens[opened + 1 : closed]).strip(" ,"))


def _plain(name: str) -> str:
    """The name as it is compared: in lower case, its hyphens without the blanks that part tokens."""
    return name.lower().replace(" - ", "-")
