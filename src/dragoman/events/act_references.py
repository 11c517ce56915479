"""Acts that are pointed back to: "these were scrapped", "this was the first meeting in five years", headline and body."""

from collections.abc import Sequence

from dragoman.events.draft import Draft
from dragoman.events.status import StatusReader
from dragoman.records.document import Document
from dragoman.records.reading import Reading

_POINTERS = frozenset({"it", "they", "them", "this", "these", "that", "those", "which", "talks"})
_CAN_BE_CALLED_OFF = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID", "PROTEST"})
_AHEAD = frozenset({"possible", "planned", "requested", "pledged", "occurred"})
_REACH = 2  # sentences


def cancel_by_pronoun(reading: Reading, drafts: Sequence[Draft], before: Sequence[Draft], status: StatusReader) -> None:
    """ "There had been talk of a meeting, but this was scrapped": the meeting is cancelled."""
    tokens = reading.sentence.tokens
    for clause in reading.clauses.values():
        if clause.kind != "verb":
            continue
        calling_off = status.calls_off(reading, clause)
        if not calling_off:
            continue
        for head in clause.heads("done-to"):
            if tokens[head].text.lower() not in _POINTERS:
                continue
            act = _last_plan(reading, [d for d in drafts if d.clause.head < head], before)
            if act is not None:
                act.status, act.cue, act.cue_in = "cancelled", (clause.head, clause.head), reading
                act.steps.append(f"'{tokens[head].text}' points back to it: cancelled")


def _last_plan(reading: Reading, here: Sequence[Draft], before: Sequence[Draft]) -> Draft | None:
    near = [d for d in before if reading.sentence.index - d.reading.sentence.index <= _REACH]
    for draft in reversed([*near, *here]):
        if (
            draft.type in _CAN_BE_CALLED_OFF
            and draft.status in _AHEAD
            and draft.dropped is None
            and len(draft.participants) > 1
        ):
            return draft
    return None


def tie_repetitions(document: Document, drafts: Sequence[Draft]) -> None:
    """Tie what headline, standfirst and caption tell to the same act in the body, and "this was …" to the act before it."""
    kept = [draft for draft in drafts if draft.dropped is None]
    body = [draft for draft in kept if draft.reading.sentence.kind in {"body", "quotation", "heading"}]
    for draft in kept:
        if draft.reading.sentence.kind in {"headline", "standfirst", "caption"}:
            draft.same_as = next((other for other in body if _same_act(draft, other)), None)
            if draft.same_as is None:
                earlier = [
                    d for d in kept if d.reading.sentence.index < draft.reading.sentence.index and d.same_as is None
                ]
                draft.same_as = next((other for other in earlier if _same_act(draft, other)), None)
        elif _points_back(draft):
            earlier = [d for d in kept if d.reading.sentence.index < draft.reading.sentence.index and d.same_as is None]
            alike = [other for other in reversed(earlier) if _same_act(draft, other)]
            alike.sort(key=lambda other: other.clause.lemma != draft.clause.lemma)  # "the meeting" is a meeting
            if alike:
                draft.same_as = alike[0]
                alike[0].firsts += draft.firsts


def _same_act(one: Draft, other: Draft) -> bool:
    if one.type != other.type or (one.status == "occurred") != (other.status == "occurred"):
        return False
    if one.date and other.date and one.date.start and other.date.start and one.date.start != other.date.start:
        return False
    mine = {participant.id for participant in one.participants}
    theirs = {participant.id for participant in other.participants}
    if not mine or not theirs:
        return False
    if one.frame.reciprocal or other.frame.reciprocal:
        return mine <= theirs or theirs <= mine
    actors = {p.id for p in one.actors} & {p.id for p in other.actors} or not one.actors or not other.actors
    recipients = (
        {p.id for p in one.recipients} & {p.id for p in other.recipients} or not one.recipients or not other.recipients
    )
    return bool(actors and recipients)


def _points_back(draft: Draft) -> bool:
    """A noun act said of "this": "this was the first meeting …", or one that "the meeting", "the visit" names again."""
    if draft.clause.kind != "noun":
        return False
    tokens = draft.reading.sentence.tokens
    token = tokens[draft.clause.head]
    above = draft.reading.clauses.get(token.head)
    if above is not None and above.lemma == "be" and token.index in above.heads("complement"):
        return any(tokens[head].text.lower() in _POINTERS for head in above.heads("doer"))
    determiners = [
        tokens[child].lemma for child in draft.reading.sentence.children[token.index] if tokens[child].relation == "det"
    ]
    return (
        any(word in {"the", "this", "these", "those"} for word in determiners) and draft.clause.governed_as != "light"
    )
