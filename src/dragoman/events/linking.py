"""Takes the drafts of a sentence, ties them: contents to acts of speech, items to packages, acts to stated causes."""

from collections.abc import Iterable, Iterator

from dragoman.events.draft import Draft
from dragoman.events.filling import Filling
from dragoman.records.clause import Clause
from dragoman.records.event import LinkKind, Status
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_DEPTH = 4
# Statuses that the inner act has of its own accord and keeps: what is asked not to be done is not asked for.
_KEPT: frozenset[Status] = frozenset({"negated", "cancelled"})
# Verbs that only carry another act, so that what is asked or promised is that one: "agreed to begin withdrawing".
_CARRIERS = frozenset(
    {"be", "begin", "start", "continue", "keep", "resume", "help", "proceed", "go", "try", "seek", "work", "consider"}
)
_LINK_ROLES: dict[str, LinkKind] = {
    "because of": "because_of",
    "due to": "because_of",
    "over": "because_of",
    "following": "because_of",
    "in response to": "in_response_to",
    "despite": "despite",
}


def link_contents(drafts: list[Draft]) -> None:
    """Tie each act of speech to the acts that it is about, and settle who does those and with what status."""
    by_head = {draft.clause.head: draft for draft in drafts}
    for speech in drafts:
        content = speech.frame.content
        if content is None:
            continue
        inner = [
            by_head[head] for head in _content_heads(speech, by_head) if head in by_head and by_head[head] is not speech
        ]
        for draft in inner:
            if draft.content_of is None and draft.part_of is None:
                _tie(speech, draft)
    for speech in drafts:
        inner = [draft for draft in drafts if draft.content_of is speech]
        _address(speech, inner)
        _keep(speech, inner)


def _tie(speech: Draft, draft: Draft) -> None:
    content = speech.frame.content
    if content is None:
        return
    draft.content_of = speech
    if draft.status not in _KEPT:
        draft.status = _combined(speech, content.status)
        draft.cue = (speech.clause.head, speech.clause.head)
    draft.steps.append(f"content of '{speech.frame.id}': status {draft.status}")
    doers = speech.recipients if content.by == "recipient" else speech.actors
    if not draft.actors and doers:
        draft.actors = [p for p in doers if p.id not in {q.id for q in draft.recipients}]
    elif _invites_itself(draft, doers):
        draft.actors = list(doers)
    if content.by == "actor" and not draft.recipients and not draft.frame.reciprocal:
        draft.recipients = [p for p in speech.recipients if p.id not in {q.id for q in draft.actors}]
    if content.status in {"occurred", "negated"}:
        draft.said_by = list(speech.actors)
        draft.addressees = []


def _address(speech: Draft, inner: list[Draft]) -> None:
    """Whoever a request concerns is asked, when it names nobody else: "called for an upgrade of its ties with NATO"."""
    content = speech.frame.content
    if content is None or content.by != "recipient" or speech.recipients:
        return
    own = {participant.id for participant in speech.actors}
    concerned = [p for draft in inner for p in draft.participants if p.id not in own]
    if not concerned:
        heads = [argument.head for argument in speech.clause.arguments if argument.role in content.roles]
        heads += [
            c.head
            for c in speech.reading.clauses.values()
            if c.governed_as == "item" and c.governor == speech.clause.head
        ]
        concerned = [p for p in Filling(speech.reading).inside(heads) if p.id not in own]
    speech.recipients = concerned[:1]
    for draft in inner:
        if not draft.actors or _invites_itself(draft, speech.recipients):
            draft.actors = [
                p for p in speech.recipients if p.id not in {q.id for q in draft.recipients}
            ] or draft.actors


def _combined(speech: Draft, status: Status) -> Status:
    """A promise not made promises nothing: the inner act of a denied or possible act of speech is no more than possible."""
    if speech.status in {"negated", "cancelled"} and status in {"pledged", "planned"}:
        return "negated"
    return status


def _invites_itself(draft: Draft, doers: Iterable[Participant]) -> bool:
    """Nobody invites himself: when the one who asks is among those to be invited, those asked are to do it."""
    actors = {participant.id for participant in draft.actors}
    return bool(actors & {participant.id for participant in draft.recipients}) and any(
        p.id not in actors for p in doers
    )


def _keep(speech: Draft, inner: list[Draft]) -> None:
    """Of a promise of one act the act is kept, of a threat the threat: as the frame says."""
    content = speech.frame.content
    if content is None or not inner:
        return
    if content.keep == "speech":
        for draft in inner:
            draft.dropped = f"it is the content of '{speech.frame.id}', which stands for both"
    elif content.keep == "content" and len(inner) == 1 and speech.dropped is None:
        kept = inner[0]
        kept.content_of = speech.content_of
        if not kept.recipients and not kept.frame.reciprocal:
            kept.recipients = [p for p in speech.recipients if p.id not in {q.id for q in kept.actors}]
        kept.actors = kept.actors or list(speech.actors)
        if speech.status in _KEPT:
            kept.status, kept.cue = speech.status, speech.cue
        speech.dropped = f"its content '{kept.frame.id}' stands for both"


def _content_heads(speech: Draft, by_head: dict[int, Draft]) -> Iterator[int]:
    """The heads of the clauses and nouns in the content's roles, through carriers and lists."""
    content = speech.frame.content
    if content is None:
        return
    clause = speech.clause
    roles = set(content.roles)
    for argument in clause.arguments:
        if argument.role in roles:
            yield from _acts_at(speech.reading, argument.head, by_head, _DEPTH)
    for other in speech.reading.clauses.values():
        if other.governed_as == "item" and other.governor == clause.head and other.head != clause.head:
            yield from _acts_at(speech.reading, other.head, by_head, _DEPTH)


def _acts_at(reading: Reading, head: int, by_head: dict[int, Draft], depth: int) -> Iterator[int]:
    """The act at a head, or those that it carries: "begin to withdraw", "the release of", "have talks"."""
    if head in by_head:
        yield head
        return
    if depth == 0:
        return
    clause = reading.clauses.get(head)
    below: list[int] = []
    if clause is not None and clause.kind == "verb":
        roles = {"done-to", "complement", "of"} | ({"content"} if clause.lemma in _CARRIERS else set())
        below = [a.head for a in clause.arguments if a.role in roles]
    else:
        for child in reading.sentence.children[head]:
            token = reading.sentence.tokens[child]
            if token.relation == "prep" and token.lemma in {"of", "to", "for", "in", "on", "by"}:
                below += [
                    inner
                    for inner in reading.sentence.children[child]
                    if reading.sentence.tokens[inner].relation in {"pobj", "pcomp"}
                ]
            elif token.relation in {"conj", "acl", "relcl"}:
                below.append(child)
    for inner in below:
        if inner != head:
            yield from _acts_at(reading, inner, by_head, depth - 1)


def link_packages(drafts: list[Draft]) -> None:
    """Tie the items of a list to the act that they are parts of: "imposed sanctions, including banning …"."""
    for draft in drafts:
        clause = draft.clause
        if clause.governed_as == "light" and clause.governor in draft.reading.clauses:
            clause = draft.reading.clauses[clause.governor]
        if clause.governed_as != "item" or clause.governor is None or draft.content_of is not None:
            continue
        package = _package(drafts, draft, clause)
        if package is not None:
            draft.part_of = package
            draft.steps.append(f"item of '{package.frame.id}'")
            if package.actors and not draft.actors:
                draft.actors = list(package.actors)
            # What an item hits is aimed at the package's target too: "freezing the assets of 70 individuals".
            draft.recipients += [p for p in package.recipients if p.id not in {q.id for q in draft.recipients}]
            if draft.status == "occurred":
                draft.status, draft.cue = package.status, package.cue


def _package(drafts: list[Draft], draft: Draft, clause: Clause) -> Draft | None:
    for other in drafts:
        if other is draft or other.clause.governed_as == "item" or other.frame.content is not None:
            continue
        if other.clause.head == clause.governor or (
            other.clause.governor == clause.governor and other.clause.governed_as == "light"
        ):
            return other
    return None


def merge_doers(drafts: list[Draft]) -> None:
    """ "US attacks have killed eight": the noun and the verb tell one act; the verb keeps it, with the noun's sides."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.clause.kind == "noun"}
    for draft in drafts:
        if draft.clause.kind != "verb":
            continue
        for head in draft.clause.heads("doer"):
            other = by_head.get(head)
            if other is None or other.dropped is not None:
                continue
            if not draft.actors or draft.actors == other.recipients:
                draft.actors = list(other.actors)
            if other.type == draft.type:
                draft.recipients = draft.recipients or list(other.recipients)
                other.dropped = f"'{draft.frame.id}' tells the same act"


def merge_means(drafts: list[Draft]) -> None:
    """ "was killed in an American drone strike": the noun names the means of the same act; the verb keeps it."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.clause.kind == "noun"}
    for draft in drafts:
        if draft.clause.kind != "verb" or draft.dropped is not None:
            continue
        for role in ("in", "by", "with", "during"):
            for head in draft.clause.heads(role):
                other = by_head.get(head)
                if other is None or other.type != draft.type or other.dropped is not None:
                    continue
                draft.actors = draft.actors or list(other.actors)
                draft.recipients = draft.recipients or list(other.recipients)
                other.dropped = f"'{draft.frame.id}' tells the same act"


def drop_called_off(drafts: list[Draft]) -> None:
    """ "suspended trade talks": where the verb's frame tells of the end of the talks, they are not told again as cancelled."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None and draft.frame.content is None}
    for draft in drafts:
        verb = by_head.get(draft.clause.governor) if draft.clause.governor is not None else None
        if (
            draft.status == "cancelled"
            and draft.clause.kind == "noun"
            and verb is not None
            and verb.clause.kind == "verb"
        ):
            draft.dropped = f"'{verb.frame.id}' tells that it was called off"


def link_causes(drafts: list[Draft]) -> None:
    """Tie acts whose connection the sentence states: "in response to", "because of", "followed by", "despite", "after"."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None}
    for draft in by_head.values():
        for argument in draft.clause.arguments:
            kind = _LINK_ROLES.get(argument.role)
            if (
                kind is None
                and argument.role == "in"
                and draft.reading.sentence.tokens[argument.head].lemma in {"response", "retaliation"}
            ):
                kind = "in_response_to"
            if kind is None or not argument.near:
                continue
            for head in _acts_at(draft.reading, argument.head, by_head, 3):
                if by_head[head] is not draft:
                    draft.links.append((kind, by_head[head], (argument.head, argument.head)))
    _link_chains(list(by_head.values()), by_head)


def _link_chains(drafts: list[Draft], by_head: dict[int, Draft]) -> None:
    """ "A sparked B, followed by C": verbs that carry no act themselves but tie two."""
    readings = {id(draft.reading): draft.reading for draft in drafts}
    for reading in readings.values():
        for clause in reading.clauses.values():
            if clause.kind != "verb" or clause.head in by_head:
                continue
            kind: LinkKind | None = (
                "because_of"
                if clause.lemma in {"spark", "trigger", "prompt", "cause", "provoke", "draw", "lead"}
                else None
            )
            if clause.lemma == "follow":
                kind = "followed_by"
            if kind is None:
                continue
            causes = [
                by_head[h] for a in clause.arguments if a.role == "doer" for h in _acts_at(reading, a.head, by_head, 3)
            ]
            effects = [
                by_head[h]
                for a in clause.arguments
                if a.role in {"done-to", "to"}
                for h in _acts_at(reading, a.head, by_head, 3)
            ]
            for cause in causes:
                for effect in effects:
                    if cause is not effect:
                        if not effect.recipients and not effect.frame.reciprocal:
                            effect.recipients = [p for p in cause.actors if p.id not in {q.id for q in effect.actors}]
                        first, second = (cause, effect) if kind == "because_of" else (effect, cause)
                        target = (second, first) if kind == "because_of" else (first, second)
                        target[0].links.append((kind, target[1], (clause.head, clause.head)))
