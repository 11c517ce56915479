"""Takes the readings and drafts of a document, ties the items of lists to the act that introduces them.

"imposed sanctions on Iran:" above bullets, letters or numbers; "…: it froze …; it banned …"; "…, including a ban on …".
"""

from collections import defaultdict
from collections.abc import Sequence

from dragoman.events.draft import Draft
from dragoman.events.linking.packages import tie
from dragoman.records.reading import Reading
from dragoman.records.sentence import Sentence

# Acts that come in packages, and the types that their items may have.
_ITEMS = {
    "SANCTION": frozenset({"SANCTION", "COERCE", "REJECT"}),
    "COERCE": frozenset({"COERCE", "SANCTION"}),
    "AID": frozenset({"AID", "COOPERATE", "MOBILIZE"}),
    "AGREE": frozenset({"AID", "COOPERATE", "AGREE", "SUPPORT"}),
    "COOPERATE": frozenset({"COOPERATE", "AID", "SUPPORT", "MOBILIZE"}),
    "MOBILIZE": frozenset({"MOBILIZE"}),
    "CONCEDE": frozenset({"CONCEDE", "RETREAT"}),
}
_BULLETS = frozenset({"-", "–", "—", "•", "*", "·", "▪"})
_OPENERS = frozenset({"include", "including", "like"})
_UP = frozenset({"conj", "pobj", "dobj", "appos", "prep"})
_LONGEST_MARK = 4  # characters of "viii"


def link_lists(readings: Sequence[Reading], drafts: Sequence[Draft]) -> None:
    """Tie each item to the act above its list, before the colon, or before "including"."""
    told: defaultdict[int, list[Draft]] = defaultdict(list)
    for draft in drafts:
        if draft.dropped is None:
            told[draft.reading.sentence.index].append(draft)
    package: Draft | None = None
    for reading in readings:
        sentence, inside = reading.sentence, told[reading.sentence.index]
        if package is not None and _is_item(sentence):
            _tie_all(package, inside)
            continue
        package = None
        colon = _colon(sentence)
        for draft in inside:
            before = [d for d in inside if d.clause.head < (_opener(sentence, draft) or 0)]
            _tie_all(_package(before), [draft])
        if colon is not None:
            whole = _package([draft for draft in inside if draft.clause.head < colon])
            _tie_all(whole, [draft for draft in inside if draft.clause.head > colon])
            package = whole if colon == len(sentence.tokens) - 1 else None


def _tie_all(package: Draft | None, items: Sequence[Draft]) -> None:
    if package is None:
        return
    heads = {draft.clause.head for draft in items}
    for draft in items:
        is_free = draft.part_of is None and draft.content_of is None and not draft.historical and draft is not package
        is_inner = draft.clause.governor in heads and draft.clause.governed_as not in {"coordinate", "light"}
        if is_free and not is_inner and draft.type in _ITEMS[package.type] and _has_its_doers(package, draft):
            tie(package, draft)
            draft.date = draft.date or package.date


def _has_its_doers(package: Draft, draft: Draft) -> bool:
    """Whether an item is done by those who do the whole, as far as both are named."""
    doers = {participant.id for participant in package.actors}
    return not doers or all(participant.id in doers for participant in draft.actors)


def _package(drafts: Sequence[Draft]) -> Draft | None:
    """The act that introduces a list: the last one before it; of a noun that points back, the act that it means."""
    found = [draft for draft in drafts if draft.type in _ITEMS and draft.part_of is None]
    return (found[-1].same_as or found[-1]) if found else None


def _colon(sentence: Sentence) -> int | None:
    return next((token.index for token in sentence.tokens if token.text == ":"), None)


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence begins with a bullet, a letter or a number: "(a) …", "2. …"."""
    first, second, third = (*(token.text for token in sentence.tokens[:3]), "", "", "")[:3]
    if first in _BULLETS or (first == "(" and third == ")"):
        return True
    is_short = len(first) <= _LONGEST_MARK and first.isalnum()
    return (is_short and second in {".", ")"}) or (
        first[:-1].isalnum() and first[-1:] in {".", ")"} and len(first) <= 3
    )


def _opener(sentence: Sentence, draft: Draft) -> int | None:
    """The "including" on which the noun of an item hangs."""
    if draft.clause.kind != "noun":
        return None
    token = sentence.tokens[draft.clause.head]
    while token.relation in _UP:
        token = sentence.tokens[token.head]
        if token.lemma.lower() in _OPENERS:
            return token.index if token.relation in {"prep", "acl"} else None
    return None
