"""Takes the drafts of a sentence, makes one of a verb and a noun that tell the same act."""

from collections.abc import Iterable, Mapping, Sequence

from dragoman.events.draft import Draft

_MEANS = ("in", "by", "with", "during")


def merge_doers(drafts: Sequence[Draft]) -> None:
    """ "US attacks have killed eight": the noun and the verb tell one act; the verb keeps it, with the noun's sides."""
    by_head = _nouns(drafts)
    for draft in drafts:
        if draft.clause.kind == "verb":
            for other in _at(by_head, draft.clause.heads("doer")):
                if not draft.actors or draft.actors == other.recipients:
                    draft.actors = list(other.actors)
                if other.type == draft.type:
                    _merge(draft, other)


def merge_means(drafts: Sequence[Draft]) -> None:
    """ "was killed in an American drone strike": the noun names the means of the same act; the verb keeps it."""
    by_head = _nouns(drafts)
    for draft in drafts:
        if draft.clause.kind == "verb" and draft.dropped is None:
            heads = [head for role in _MEANS for head in draft.clause.heads(role)]
            for other in _at(by_head, heads):
                if other.type == draft.type:
                    draft.actors = draft.actors or list(other.actors)
                    _merge(draft, other)


def _nouns(drafts: Iterable[Draft]) -> dict[int, Draft]:
    return {draft.clause.head: draft for draft in drafts if draft.clause.kind == "noun"}


def _at(by_head: Mapping[int, Draft], heads: Iterable[int]) -> Iterable[Draft]:
    return (by_head[head] for head in heads if head in by_head and by_head[head].dropped is None)


def _merge(draft: Draft, other: Draft) -> None:
    draft.recipients = draft.recipients or list(other.recipients)
    other.dropped = f"'{draft.frame.id}' tells the same act"
