"""Takes the drafts of a sentence, gives which of them a word belongs to."""

from collections.abc import Mapping, Sequence

from dragoman.events.draft import Draft
from dragoman.records.reading import Reading

# Verbs that tell no act themselves, so that their date is that of the act beside them.
EMPTY_VERBS = frozenset({
    "be", "become", "begin", "start", "continue", "remain", "go", "take", "open", "resume", "follow", "end", "conclude",
    "occur", "happen", "last", "close", "come",
})  # fmt: skip


def holder_of(reading: Reading, head: int, drafts: Sequence[Draft]) -> Draft | None:
    """The act to which words that hang on `head` belong: the one told there, or by the nearest clause above."""
    by_head = {draft.clause.head: draft for draft in drafts if draft.dropped is None}
    index = head
    tokens = reading.sentence.tokens
    while True:
        told = _told_at(reading, index, by_head)
        if told is not None:
            return told
        clause = reading.clauses.get(index)
        if clause is not None and clause.lemma in EMPTY_VERBS:
            return _told_below(reading, index, by_head)
        if (clause is not None and clause.kind == "verb") or tokens[index].head == index:
            return None
        index = tokens[index].head


def promise_above(reading: Reading, head: int, drafts: Sequence[Draft]) -> Draft | None:
    """Of "promised to draw up a strategy within a year": the promise, when no frame knows what is promised."""
    index = head
    while index not in reading.clauses and reading.sentence.tokens[index].head != index:
        index = reading.sentence.tokens[index].head
    clause = reading.clauses.get(index)
    if clause is None or clause.governed_as != "content":
        return None
    return next((d for d in drafts if d.clause.head == clause.governor and d.frame.content is not None), None)


def own_tokens(reading: Reading, draft: Draft, drafts: Sequence[Draft]) -> set[int]:
    """The tokens below an act's clause that do not belong to another act further in."""
    others = {other.clause.head for other in drafts if other is not draft}
    light = draft.clause.governor if draft.clause.governed_as == "light" else None
    verbs = {clause.head for clause in reading.clauses.values() if clause.kind == "verb"} - {light}
    found: set[int] = set()
    open_ = [draft.clause.head] if light is None else [draft.clause.head, light]
    while open_:
        index = open_.pop()
        if index not in found:
            found.add(index)
            open_ += [child for child in reading.sentence.children[index] if child not in others | verbs]
    return found


def leads_to(reading: Reading, index: int, draft: Draft) -> bool:
    """Of "became the first … to attend": the word "first" stands above the act that it tells of."""
    noun = reading.sentence.tokens[index].head
    if noun == draft.clause.head:
        return True
    verb = reading.sentence.tokens[noun].head
    above = {"noun", "relative", "purpose", "content"}
    return draft.clause.governor in {noun, verb} and draft.clause.governed_as in above


def _told_at(reading: Reading, index: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """The act that a word tells: as its head, as its light verb, or as a word of its phrase."""
    if index in by_head:
        return by_head[index]
    drafts = by_head.values()
    light = next((d for d in drafts if d.clause.governed_as == "light" and d.clause.governor == index), None)
    if light is not None:
        return light
    is_adjective = reading.sentence.tokens[index].tag == "JJ"
    return next((d for d in drafts if index in d.tokens and not is_adjective), None)


def _told_below(reading: Reading, verb: int, by_head: Mapping[int, Draft]) -> Draft | None:
    """The act that an empty verb tells of: "on 3 May he became the first to visit", "the visit was on 3 May"."""
    sentence = reading.sentence
    for child in sentence.children[verb]:
        clauses = [inner for inner in sentence.children[child] if sentence.tokens[inner].relation in {"acl", "relcl"}]
        found = next((by_head[index] for index in (child, *clauses) if index in by_head), None)
        if found is not None:
            return found
    return None
