"""Who speaks through a text that is somebody's own: takes a sentence and the cast, gives the author, and who asks.

"Statement by the President", "Press conference, Ministry of Foreign Affairs", "Hua Chunying: We …", "A: We …".
What such a text says with "we" is its author's, until a question ("Q:") or another name before a colon.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.knowledge.references import References
from dragoman.records.participant import Mention, Participant
from dragoman.records.sentence import Sentence

_LONGEST_LABEL = 6  # words before the colon
_TITLES = frozenset({"headline", "heading", "kicker", "section", "standfirst", "body"})
_VERBS = ("VBD", "VBZ", "VBP", "MD")
_OFFICES_OF = frozenset({"by", "of", "for"})  # "by the Spokesperson for the Secretary-General", but not "on Iran"
_OPENING = 2  # sentences in which a title may stand


@dataclass(frozen=True, slots=True, kw_only=True)
class Author:
    """Whose words they are, and whether just now somebody else asks."""

    participants: tuple[Participant, ...] = ()
    is_asked: bool = False


class Authors:
    """Callable: a sentence, its mentions and the author so far in, the author then out."""

    def __init__(self, references: References) -> None:
        self._askers = references.askers
        self._answerers = references.answerers
        self._own_texts = references.own_texts

    def __call__(self, sentence: Sentence, found: Mapping[int, Mention], before: Author) -> Author:
        """The author from this sentence on."""
        colon = _label_end(sentence)
        if colon is not None:
            label = sentence.text(0, colon - 1).lower().rstrip(".")
            if label in self._askers:
                return Author(participants=before.participants, is_asked=True)
            if label in self._answerers:
                return Author(participants=before.participants)
            named = _acting(mention for head, mention in found.items() if head == colon - 1)
            if named:
                return Author(participants=named)
            # A name that no list knows asks, where an author is known who answers: an agency, a journalist.
            return Author(participants=before.participants, is_asked=True) if before.participants else before
        if not before.participants and self._is_title(sentence):
            return _named_in(sentence, found)
        return before

    def _is_title(self, sentence: Sentence) -> bool:
        """Whether it heads a text of somebody's own: no verb, and a word for such a text among its first."""
        if sentence.index >= _OPENING or sentence.kind not in _TITLES:
            return False
        words = [token.lemma.lower() for token in sentence.tokens]
        is_own = any(word in self._own_texts for word in words)
        return is_own and not any(token.tag in _VERBS for token in sentence.tokens)


def _named_in(sentence: Sentence, found: Mapping[int, Mention]) -> Author:
    """Who stands behind "by" in a title, even if it is not known who; without it whoever is named first."""
    by = [token.index for token in sentence.tokens if token.text.lower() == "by"]
    if not by:
        return Author(participants=_acting(found.values()))
    behind = [head for head in sorted(found) if head > by[0] and _preposition(sentence, found[head]) in _OFFICES_OF]
    named = _acting(found[head] for head in behind)
    return Author(participants=named, is_asked=not named)


def _preposition(sentence: Sentence, mention: Mention) -> str:
    """The word before a mention and its article."""
    before = [token for token in sentence.tokens[: mention.first] if token.tag not in {"DT", "PRP$"}]
    return before[-1].text.lower() if before else ""


def _label_end(sentence: Sentence) -> int | None:
    """Where the colon stands of "Hua Chunying:" or "Q:" at the beginning of a sentence."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens[: _LONGEST_LABEL + 1]):
        if token.text == ":":
            return index if 0 < index < len(tokens) - 1 else None
        if token.tag.startswith(_VERBS) or not (token.text[:1].isalnum() or token.text in {".", "-", "’", "'"}):
            return None
    return None


def _acting(mentions: Iterable[Mention]) -> tuple[Participant, ...]:
    """The first of them that is or acts for a state or an organisation."""
    for mention in mentions:
        if all(one.kind in {"state", "igo"} or one.office for one in mention.participants):
            return mention.participants
    return ()
