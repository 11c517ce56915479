"""Takes a Sentence, gives corrections of what phrases and clauses hang on: the act, not the place beside it."""

from collections.abc import Collection, Iterable, Iterator

from dragoman.language.mending.correction import Correction
from dragoman.records.sentence import Sentence, Token

_CLAUSES = frozenset({"xcomp", "ccomp", "conj", "dep", "advcl"})
_RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})


def second_that(sentence: Sentence) -> Iterator[Correction]:
    """ "demanded that they hand over people whom … and that they lift …": the second "that" goes with the first."""
    for verb in sentence.tokens:
        listed = verb.relation == "conj" or (verb.relation == "ccomp" and _has_that_behind_comma(sentence, verb.index))
        if not listed or not verb.tag.startswith("VB") or not _has_that(sentence, verb.index):
            continue
        above = sentence.tokens[verb.head]
        while above.head != above.index and not _has_that(sentence, above.index):
            above = sentence.tokens[above.head]
        if _has_that(sentence, above.index) and (above.index != verb.head or verb.relation != "conj"):
            yield Correction(token=verb.index, head=above.index, relation="conj")


def list_read_as_apposition(sentence: Sentence) -> Iterator[Correction]:
    """ "Mali, Niger and Chad": the second name of a list is no apposition to the first."""
    for token in sentence.tokens:
        if token.relation != "appos" or not token.tag.startswith("NNP"):
            continue
        if not sentence.tokens[token.head].tag.startswith("NNP"):
            continue
        if any(sentence.tokens[child].tag.startswith("NNP") for child in sentence.below(token.index, "conj")):
            yield Correction(token=token.index, head=token.head, relation="conj")


def between_after_place(sentence: Sentence) -> Iterator[Correction]:
    """ "the talks in Istanbul between A and B": the two sides belong to the talks, not to the place."""
    for token in sentence.tokens:
        if token.lemma != "between" or token.relation != "prep":
            continue
        place = sentence.tokens[token.head]
        preposition = sentence.tokens[place.head]
        noun = sentence.tokens[preposition.head]
        if place.relation == "pobj" and preposition.lemma in {"in", "at", "near"} and noun.tag.startswith("NN"):
            yield Correction(token=token.index, head=noun.index, relation="prep")


def first_to_do(sentence: Sentence) -> Iterator[Correction]:
    """ "became the first president to visit": the infinitive tells of the noun, it is no purpose."""
    for verb in sentence.tokens:
        if verb.relation not in {"advcl", "xcomp"} or verb.tag != "VB":
            continue
        if sentence.tokens[verb.head].lemma not in {"be", "become", "remain"}:
            continue
        for noun in sentence.below(verb.head, "attr"):
            ranked = any(sentence.tokens[inner].lemma in _RANKS for inner in sentence.children[noun])
            if ranked and noun < verb.index:
                yield Correction(token=verb.index, head=noun, relation="acl")


def listed_to_do(sentence: Sentence) -> Iterator[Correction]:
    """ "asked it to free the crew, to lift the ban and to talk": the second is no purpose of the first."""
    infinitives = _infinitives(sentence)
    last = [index for index, to in infinitives.items() if to and sentence.tokens[to - 1].text in {"and", "or"}]
    led_to = _above(sentence, last)
    for index in led_to & infinitives.keys():
        verb, to = sentence.tokens[index], infinitives[index]
        if verb.relation == "conj" or not to or sentence.tokens[to - 1].text != ",":
            continue
        first = _infinitive_before(sentence, verb, infinitives)
        if first is not None:
            yield Correction(token=index, head=first, relation="conj")


def listed_without_to(sentence: Sentence) -> Iterator[Correction]:
    """ "asked it to free the crew, lift the ban and talk": what is listed after an infinitive is one, too."""
    bare = [verb for verb in sentence.tokens if _is_bare(sentence, verb)]
    infinitives = _infinitives(sentence) if bare else {}
    for verb in bare:
        first = _infinitive_before(sentence, verb, infinitives)
        if first is not None and first != verb.head:
            yield Correction(token=verb.index, head=first, relation="conj")


def agent_of_noun(sentence: Sentence) -> Iterator[Correction]:
    """ "hosting a visit by the president": an active verb has no agent; "by" belongs to its object."""
    for token in sentence.tokens:
        verb = token.head
        if token.relation != "agent" or sentence.tokens[verb].tag == "VBN" or sentence.below(verb, "auxpass"):
            continue
        objects = sentence.below(verb, "dobj")
        if objects and objects[-1] < token.index:
            yield Correction(token=token.index, head=objects[-1], relation="prep")


def _has_that_behind_comma(sentence: Sentence, verb: int) -> bool:
    marks = [child for child in sentence.below(verb, "mark") if sentence.tokens[child].lemma == "that"]
    return any(sentence.tokens[mark - 1].text == "," for mark in marks if mark)


def _has_that(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].lemma == "that" for child in sentence.below(verb, "mark"))


def _infinitives(sentence: Sentence) -> dict[int, int]:
    """The infinitives of a sentence, and where the "to" of each stands."""
    found = ((token.index, sentence.to_of(token.index)) for token in sentence.tokens)
    return {index: to for index, to in found if to is not None}


def _is_bare(sentence: Sentence, verb: Token) -> bool:
    """Whether a verb behind a comma or "and" has neither "to" nor subject of its own: "to free the crew, lift …"."""
    if verb.tag != "VB" or verb.relation not in _CLAUSES or sentence.below(verb.index, "aux", "nsubj", "mark"):
        return False
    return verb.index > 0 and sentence.tokens[verb.index - 1].text in {",", "and", "or"}


def _infinitive_before(sentence: Sentence, verb: Token, infinitives: Collection[int]) -> int | None:
    """The infinitive on which a verb hangs, or the last one before it that hangs on the same word."""
    if verb.head in infinitives:
        return verb.head if verb.head < verb.index else None
    beside = [child for child in sentence.children[verb.head] if child in infinitives and child < verb.index]
    return max(beside, default=None)


def _above(sentence: Sentence, words: Iterable[int]) -> set[int]:
    """All words on which one of these hangs, at whatever remove."""
    found: set[int] = set()
    for index in words:
        above = sentence.tokens[index].head
        while above not in found:
            found.add(above)
            above = sentence.tokens[above].head
    return found
