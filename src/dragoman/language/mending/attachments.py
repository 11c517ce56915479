"""Takes a Sentence, gives corrections of what phrases and clauses hang on: the act, not the place beside it."""

from collections.abc import Iterator

from dragoman.language.mending.correction import Correction
from dragoman.records.sentence import Sentence

_RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})


def second_that(sentence: Sentence) -> Iterator[Correction]:
    """ "demanded that they hand over people whom … and that they lift …": the second "that" goes with the first."""
    for verb in sentence.tokens:
        if verb.relation != "conj" or not verb.tag.startswith("VB") or not _has_that(sentence, verb.index):
            continue
        above = sentence.tokens[verb.head]
        while above.head != above.index and not _has_that(sentence, above.index):
            above = sentence.tokens[above.head]
        if above.index != verb.head and _has_that(sentence, above.index):
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


def agent_of_noun(sentence: Sentence) -> Iterator[Correction]:
    """ "hosting a visit by the president": an active verb has no agent; "by" belongs to its object."""
    for token in sentence.tokens:
        verb = token.head
        if token.relation != "agent" or sentence.tokens[verb].tag == "VBN" or sentence.below(verb, "auxpass"):
            continue
        objects = sentence.below(verb, "dobj")
        if objects and objects[-1] < token.index:
            yield Correction(token=token.index, head=objects[-1], relation="prep")


def _has_that(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].lemma == "that" for child in sentence.below(verb, "mark"))
