"""Takes the drafts of a document, ties those that tell an act again to the draft that told it."""

from collections.abc import Iterable, Sequence

from dragoman.events.draft import Draft
from dragoman.events.linking.acts import POINTERS
from dragoman.records.participant import Participant

_BODY = frozenset({"body", "quotation", "heading"})
_FRONT = frozenset({"headline", "standfirst", "caption"})
_DEFINITE = frozenset({"the", "this", "these", "those"})


def tie_repetitions(drafts: Sequence[Draft]) -> None:
    """Tie what headline, standfirst and caption tell to the body, and "this was …" to the act before it."""
    kept = [draft for draft in drafts if draft.dropped is None]
    body = [draft for draft in kept if draft.reading.sentence.kind in _BODY]
    for draft in kept:
        if draft.reading.sentence.kind in _FRONT:
            again = (*body, *_earlier(draft, kept))
            draft.same_as = next((other for other in again if _same_act(draft, other)), None)
        elif _points_back(draft):
            alike = [other for other in reversed(_earlier(draft, kept)) if _same_act(draft, other)]
            alike.sort(key=lambda other: other.clause.lemma != draft.clause.lemma)  # "the meeting" is a meeting
            if alike:
                draft.same_as = alike[0]
                alike[0].firsts += draft.firsts


def _earlier(draft: Draft, drafts: Iterable[Draft]) -> list[Draft]:
    index = draft.reading.sentence.index
    return [other for other in drafts if other.reading.sentence.index < index and other.same_as is None]


def _same_act(one: Draft, other: Draft) -> bool:
    """Whether two drafts may tell one act: type, day and sides go together, and both or neither occurred."""
    if one.type != other.type or (one.status == "occurred") != (other.status == "occurred"):
        return False
    if one.date and other.date and one.date.start and other.date.start and one.date.start != other.date.start:
        return False
    mine, theirs = _ids(one.participants), _ids(other.participants)
    if not mine or not theirs:
        return False
    if one.frame.reciprocal or other.frame.reciprocal:
        return mine <= theirs or theirs <= mine
    return _agree(one.actors, other.actors) and _agree(one.recipients, other.recipients)


def _agree(ones: Iterable[Participant], others: Iterable[Participant]) -> bool:
    """Whether a side has somebody in common, or is left open by one of the two."""
    mine, theirs = _ids(ones), _ids(others)
    return not mine or not theirs or bool(mine & theirs)


def _ids(participants: Iterable[Participant]) -> set[str]:
    return {participant.id for participant in participants}


def _points_back(draft: Draft) -> bool:
    """A noun act said of "this": "this was the first meeting …", or one that "the meeting", "the visit" names again."""
    if draft.clause.kind != "noun":
        return False
    sentence = draft.reading.sentence
    tokens = sentence.tokens
    token = tokens[draft.clause.head]
    above = draft.reading.clauses.get(token.head)
    if above is not None and above.lemma == "be" and token.index in above.heads("complement"):
        return any(tokens[head].text.lower() in POINTERS for head in above.heads("doer"))
    determiners = {tokens[child].lemma for child in sentence.children[token.index] if tokens[child].relation == "det"}
    return bool(determiners & _DEFINITE) and draft.clause.governed_as != "light"
