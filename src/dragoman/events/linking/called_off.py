"""Takes the drafts of a sentence and those before, settles what became of acts that a verb calls off."""

from collections.abc import Iterator, Sequence

from dragoman.events.draft import Draft
from dragoman.events.linking.acts import POINTERS
from dragoman.events.standing.status import StatusReader
from dragoman.records.reading import Reading

_CAN_BE_CALLED_OFF = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT", "AID", "PROTEST"})
_AHEAD = frozenset({"possible", "planned", "requested", "pledged", "occurred"})
_REACH = 2  # sentences


def cancel_by_pronoun(reading: Reading, drafts: Sequence[Draft], before: Sequence[Draft], status: StatusReader) -> None:
    """ "There had been talk of a meeting, but this was scrapped": the meeting is cancelled."""
    for verb, pointer in _called_off(reading, status):
        act = _last_plan(reading, [*before, *(d for d in drafts if d.clause.head < pointer)])
        if act is not None:
            act.status, act.cue, act.cue_in = "cancelled", (verb, verb), reading
            act.steps.append(f"'{reading.sentence.tokens[pointer].text}' points back to it: cancelled")


def fill_from_canceller(drafts: Sequence[Draft]) -> None:
    """Who calls off "a visit by Sweden's minister" is its other side, when the words name one side only."""
    for draft in drafts:
        clause = draft.clause
        verb = draft.reading.clauses.get(clause.governor) if clause.governor is not None else None
        if draft.status != "cancelled" or clause.kind != "noun" or verb is None or verb.kind != "verb":
            continue
        named = {participant.id for participant in draft.participants}
        cancellers = [
            participant
            for head in verb.heads("doer")
            if head in draft.reading.mentions
            for participant in draft.reading.mentions[head].participants
            if participant.id not in named
        ]
        if cancellers and not draft.recipients:
            draft.recipients = cancellers
            draft.steps.append("the other side called it off")


def drop_called_off(drafts: Sequence[Draft]) -> None:
    """ "suspended trade talks": where the verb tells of their end, the talks are not told again as cancelled."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None and draft.frame.content is None}
    for draft in drafts:
        if draft.status != "cancelled" or draft.clause.kind != "noun" or draft.clause.governor is None:
            continue
        verb = by_head.get(draft.clause.governor)
        if verb is not None and verb.clause.kind == "verb":
            draft.dropped = f"'{verb.frame.id}' tells that it was called off"


def _called_off(reading: Reading, status: StatusReader) -> Iterator[tuple[int, int]]:
    """Each verb that calls something off, and the pronoun that says what."""
    for clause in reading.clauses.values():
        if clause.kind == "verb" and status.calls_off(reading, clause):
            for head in clause.heads("done-to"):
                if reading.sentence.tokens[head].text.lower() in POINTERS:
                    yield clause.head, head


def _last_plan(reading: Reading, drafts: Sequence[Draft]) -> Draft | None:
    """The last act that may be called off, told in this sentence or shortly before."""
    for draft in reversed(drafts):
        is_near = reading.sentence.index - draft.reading.sentence.index <= _REACH
        is_open = draft.type in _CAN_BE_CALLED_OFF and draft.status in _AHEAD and draft.dropped is None
        if is_near and is_open and len(draft.participants) > 1:
            return draft
    return None
