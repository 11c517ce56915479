"""Takes the drafts of a sentence, ties each act of speech to the acts that it is about."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from dragoman.events.draft import Draft
from dragoman.events.linking.acts import acts_at
from dragoman.events.matching.naming import Naming
from dragoman.knowledge.frames import Content
from dragoman.records.event import Status
from dragoman.records.participant import Participant

_DEPTH = 4
# Statuses that the inner act has of its own accord and keeps: what is asked not to be done is not asked for.
_KEPT: frozenset[Status] = frozenset({"negated", "cancelled"})


def link_contents(drafts: list[Draft]) -> None:
    """Tie each act of speech to the acts that it is about, and settle who does those and with what status."""
    by_head = {draft.clause.head: draft for draft in drafts}
    for speech in drafts:
        if speech.frame.content is not None:
            _tie_all(speech, speech.frame.content, by_head)
    for speech in drafts:
        inner = [draft for draft in drafts if draft.content_of is speech]
        if speech.frame.content is not None:
            _address(speech, speech.frame.content, inner)
            _keep(speech, speech.frame.content, inner)


# The acts that a speech is about.


def _tie_all(speech: Draft, content: Content, by_head: Mapping[int, Draft]) -> None:
    inner = [by_head[head] for head in _content_heads(speech, content, by_head)]
    for draft in inner:
        if draft is not speech and draft.content_of is None and draft.part_of is None:
            _tie(speech, content, draft)


def _content_heads(speech: Draft, content: Content, by_head: Mapping[int, Draft]) -> Iterator[int]:
    """The heads of the clauses and nouns in the content's roles, through carriers and lists."""
    for head in (*_heads(speech, content), *_items(speech)):
        yield from acts_at(speech.reading, head, by_head, depth=_DEPTH)


def _heads(speech: Draft, content: Content) -> list[int]:
    return [argument.head for argument in speech.clause.arguments if argument.role in content.roles]


def _items(speech: Draft) -> list[int]:
    """The items of a list that hangs on the speech: "promised: to …, to …"."""
    head = speech.clause.head
    clauses = speech.reading.clauses.values()
    return [c.head for c in clauses if c.governed_as == "item" and c.governor == head and c.head != head]


def _tie(speech: Draft, content: Content, draft: Draft) -> None:
    draft.content_of = speech
    if draft.status not in _KEPT:
        draft.status = _combined(speech, content.status)
        draft.cue = (speech.clause.head, speech.clause.head)
    draft.steps.append(f"content of '{speech.frame.id}': status {draft.status}")
    doers = speech.recipients if content.by == "recipient" else speech.actors
    if not draft.actors and doers:
        draft.actors = _without(doers, draft.recipients)
    elif _invites_itself(draft, doers):
        draft.actors = list(doers)
    if content.by == "actor" and not draft.recipients and not draft.frame.reciprocal:
        draft.recipients = _without(speech.recipients, draft.actors)
    if content.status in {"occurred", "negated"}:
        draft.said_by = list(speech.actors)
        draft.addressees = []


def _combined(speech: Draft, status: Status) -> Status:
    """A promise that is not made promises nothing."""
    if speech.status in _KEPT and status in {"pledged", "planned"}:
        return "negated"
    return status


# Who is asked.


def _address(speech: Draft, content: Content, inner: Collection[Draft]) -> None:
    """Whoever a request concerns is asked, when it names nobody else: "called for an upgrade of its ties with NATO"."""
    if content.by != "recipient" or speech.recipients:
        return
    concerned = [p for draft in inner for p in draft.participants]
    others = _without(concerned, speech.actors)
    if not others:
        named = Naming(speech.reading).inside([*_heads(speech, content), *_items(speech)])
        others = _without(named, speech.actors)
    speech.recipients = others[:1]
    for draft in inner:
        if not draft.actors or _invites_itself(draft, speech.recipients):
            draft.actors = _without(speech.recipients, draft.recipients) or draft.actors


def _invites_itself(draft: Draft, doers: Iterable[Participant]) -> bool:
    """Nobody invites himself: when the one who asks is among those to be invited, those asked are to do it."""
    actors = {participant.id for participant in draft.actors}
    is_both = bool(actors & {participant.id for participant in draft.recipients})
    return is_both and any(participant.id not in actors for participant in doers)


def _without(participants: Iterable[Participant], others: Iterable[Participant]) -> list[Participant]:
    ids = {participant.id for participant in others}
    return [participant for participant in participants if participant.id not in ids]


# Which of the two is kept.


def _keep(speech: Draft, content: Content, inner: Collection[Draft]) -> None:
    """Of a promise of one act the act is kept, of a threat the threat: as the frame says."""
    if content.keep == "speech":
        for draft in inner:
            draft.dropped = f"it is the content of '{speech.frame.id}', which stands for both"
    elif content.keep == "content" and len(inner) == 1 and speech.dropped is None:
        (kept,) = inner
        kept.content_of = speech.content_of
        if not kept.recipients and not kept.frame.reciprocal:
            kept.recipients = _without(speech.recipients, kept.actors)
        kept.actors = kept.actors or list(speech.actors)
        if speech.status in _KEPT:
            kept.status, kept.cue = speech.status, speech.cue
        speech.dropped = f"its content '{kept.frame.id}' stands for both"
