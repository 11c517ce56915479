"""Takes a Sentence, gives corrections of which noun is the subject or the object of which verb."""

from collections.abc import Iterator

from dragoman.language.mending.correction import Correction
from dragoman.records.sentence import Sentence, Token


def subject_after_verb(sentence: Sentence) -> Iterator[Correction]:
    """ "The document mentioned China": two subjects, one of them after the verb; the second is the object."""
    for token in sentence.tokens:
        verb = sentence.tokens[token.head]
        if token.relation != "nsubj" or verb.index > token.index or not verb.tag.startswith("VB"):
            continue
        if any(other < verb.index for other in sentence.below(verb.index, "nsubj")):
            yield Correction(token=token.index, head=verb.index, relation="dobj")


def subject_lost_to_list(sentence: Sentence) -> Iterator[Correction]:
    """ "… discussed the threat and Poland reiterated": the noun before a verb without a subject is its subject."""
    for verb in sentence.tokens:
        if verb.tag not in {"VBD", "VBZ", "VBP"} or verb.relation != "conj":
            continue
        if sentence.below(verb.index, "nsubj", "nsubjpass", "expl"):
            continue
        noun = _phrase_before(sentence, verb)
        if noun is not None and noun.relation in {"conj", "appos"} and noun.index > verb.head:
            yield Correction(token=noun.index, head=verb.index, relation="nsubj")


def object_before_participle(sentence: Sentence) -> Iterator[Correction]:
    """ "granted asylum to officers holed up in …": the noun is the object of "to", the participle tells of it."""
    for verb in sentence.tokens:
        if verb.tag not in {"VBN", "VBD"} or verb.relation not in {"advcl", "ccomp", "pcomp", "conj"}:
            continue
        subjects = [child for child in sentence.below(verb.index, "nsubj") if child < verb.index]
        if subjects != [verb.index - 1] or sentence.below(verb.index, "aux", "auxpass", "mark"):
            continue
        first = min(sentence.subtree(subjects[0]))
        before = sentence.tokens[first - 1] if first else None
        if before is not None and before.relation in {"prep", "dative"} and not sentence.children[before.index]:
            yield Correction(token=subjects[0], head=before.index, relation="pobj")
            yield Correction(token=verb.index, head=subjects[0], relation="acl")


def subject_before_gerund(sentence: Sentence) -> Iterator[Correction]:
    """ "talks about Kishida having a meeting", "an agreement with Japan settling a dispute"."""
    for verb in sentence.tokens:
        if verb.tag != "VBG":
            continue
        if verb.relation == "pcomp":
            yield from _object_read_as_subject(sentence, verb)
        elif verb.relation == "acl" and not sentence.below(verb.index, "nsubj", "nsubjpass"):
            noun = _phrase_before(sentence, verb)
            if noun is not None and noun.relation == "pobj" and noun.head > verb.head:
                yield Correction(token=verb.index, head=noun.index, relation="acl")


def verdict_adjective(sentence: Sentence) -> Iterator[Correction]:
    """ "A ruling holding the firm liable drew protest": the adjective is the gerund's verdict, not the root."""
    for adjective in sentence.tokens:
        if adjective.tag != "JJ" or sentence.below(adjective.index, "cop", "auxpass", "aux"):
            continue
        subjects, verbs = sentence.below(adjective.index, "nsubj"), sentence.below(adjective.index, "conj", "dep")
        if not subjects or not verbs or not sentence.tokens[verbs[0]].tag.startswith("VB"):
            continue
        gerund = _gerund_before(sentence, adjective, subjects[0])
        if gerund is None:
            continue
        above = adjective.head if adjective.head != adjective.index else verbs[0]
        yield Correction(token=verbs[0], head=above, relation=adjective.relation)
        yield Correction(token=subjects[0], head=verbs[0], relation="nsubj")
        yield Correction(token=adjective.index, head=gerund, relation="oprd")
        return


def _object_read_as_subject(sentence: Sentence, verb: Token) -> Iterator[Correction]:
    """After a noun's "with" the name is the object, the gerund tells of the noun: "a pact with Japan settling …"."""
    preposition = sentence.tokens[verb.head]
    above = sentence.tokens[preposition.head]
    if preposition.lemma != "with" or not above.tag.startswith("NN") or above.relation not in {"dobj", "nsubj", "pobj"}:
        return
    subjects = sentence.below(verb.index, "nsubj")
    if len(subjects) == 1 and subjects[0] < verb.index:
        yield Correction(token=subjects[0], head=preposition.index, relation="pobj")
        yield Correction(token=verb.index, head=above.index, relation="acl")


def _gerund_before(sentence: Sentence, adjective: Token, subject: int) -> int | None:
    """The participle below `subject` whose object ends right before the adjective."""
    noun = _phrase_before(sentence, adjective)
    if noun is None or noun.relation != "dobj" or sentence.tokens[noun.head].tag not in {"VBG", "VBN", "VBD"}:
        return None
    return noun.head if noun.head in sentence.subtree(subject) else None


def _phrase_before(sentence: Sentence, token: Token) -> Token | None:
    """The head noun of the phrase whose last word stands right before the token."""
    end = token.index - 1
    if end < 0:
        return None
    noun = sentence.tokens[end]
    if not noun.tag.startswith("NN"):
        return None
    while noun.relation in {"compound", "nmod", "amod", "poss"} and noun.index < noun.head <= end:
        noun = sentence.tokens[noun.head]
    return noun
