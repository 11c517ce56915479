"""Takes a Sentence, gives it with the parser's known slips mended; each rule is a function and says what it mends.

A rule looks only at order and grammar, never at particular words of a text. Most sentences come back untouched.
"""

from collections.abc import Callable
from dataclasses import replace

from dragoman.records.sentence import Sentence, Token

Heads = list[tuple[int, str]]  # for each token: its head and its relation
_RANKS = frozenset({"first", "second", "third", "last", "only", "latest"})
Rule = Callable[[Sentence, Heads], bool]


def mended(sentence: Sentence) -> Sentence:
    """The sentence itself, or a copy whose heads and relations are put right."""
    heads: Heads = [(token.head, token.relation) for token in sentence.tokens]
    changed = [rule(sentence, heads) for rule in RULES]
    if not any(changed) or _has_cycle(heads):
        return sentence
    tokens = tuple(
        replace(token, head=head, relation=relation)
        for token, (head, relation) in zip(sentence.tokens, heads, strict=True)
    )
    children: list[list[int]] = [[] for _ in tokens]
    for token in tokens:
        if token.head != token.index:
            children[token.head].append(token.index)
    return replace(sentence, tokens=tokens, children=tuple(tuple(below) for below in children))


def subject_after_verb(sentence: Sentence, heads: Heads) -> bool:
    """ "The document mentioned China": two subjects, one of them after the verb; the second is the object."""
    changed = False
    for token in sentence.tokens:
        if (
            token.relation != "nsubj"
            or token.head > token.index
            or not sentence.tokens[token.head].tag.startswith("VB")
        ):
            continue
        siblings = [sentence.tokens[child] for child in sentence.children[token.head]]
        if any(other.relation == "nsubj" and other.index < token.head for other in siblings):
            heads[token.index] = (token.head, "dobj")
            changed = True
    return changed


def subject_lost_to_list(sentence: Sentence, heads: Heads) -> bool:
    """ "… discussed the threat and the United States reiterated": the noun right before a verb without a subject is its subject."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag not in {"VBD", "VBZ", "VBP"} or verb.relation != "conj" or verb.index == 0:
            continue
        if any(
            sentence.tokens[child].relation in {"nsubj", "nsubjpass", "expl"} for child in sentence.children[verb.index]
        ):
            continue
        noun = _phrase_ending_at(sentence, verb.index - 1)
        if noun is not None and noun.relation in {"conj", "appos"} and noun.index > verb.head:
            heads[noun.index] = (verb.index, "nsubj")
            changed = True
    return changed


def agent_of_noun(sentence: Sentence, heads: Heads) -> bool:
    """ "hosting a visit by the president": an active verb has no agent; "by" belongs to its object."""
    changed = False
    for token in sentence.tokens:
        if token.relation != "agent" or _is_passive(sentence, token.head):
            continue
        objects = [child for child in sentence.children[token.head] if sentence.tokens[child].relation == "dobj"]
        if objects and objects[-1] < token.index:
            heads[token.index] = (objects[-1], "prep")
            changed = True
    return changed


def subject_before_gerund(sentence: Sentence, heads: Heads) -> bool:
    """ "talks about Kishida having a meeting", "an agreement with Japan settling a dispute"."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag != "VBG" or verb.index == 0:
            continue
        if verb.relation == "pcomp":
            changed |= _object_read_as_subject(sentence, heads, verb)
        elif verb.relation == "acl":
            noun = _phrase_ending_at(sentence, verb.index - 1)
            if (
                noun is not None
                and noun.relation == "pobj"
                and noun.head > verb.head
                and not _has_subject(sentence, verb.index)
            ):
                heads[verb.index] = (noun.index, "acl")
                changed = True
    return changed


def _object_read_as_subject(sentence: Sentence, heads: Heads, verb: Token) -> bool:
    """ "an agreement with Japan settling …": after a noun's "with", the name is the object, the gerund tells of the noun."""
    preposition = sentence.tokens[verb.head]
    above = sentence.tokens[preposition.head]
    if preposition.lemma != "with" or not above.tag.startswith("NN") or above.relation not in {"dobj", "nsubj", "pobj"}:
        return False
    subjects = [child for child in sentence.children[verb.index] if sentence.tokens[child].relation == "nsubj"]
    if len(subjects) != 1 or subjects[0] > verb.index:
        return False
    heads[subjects[0]] = (preposition.index, "pobj")
    heads[verb.index] = (above.index, "acl")
    return True


def verdict_adjective(sentence: Sentence, heads: Heads) -> bool:
    """ "A ruling holding the firm liable drew protest": the adjective is the gerund's verdict, not the sentence's root."""
    for adjective in sentence.tokens:
        if adjective.tag != "JJ" or any(
            sentence.tokens[child].relation in {"cop", "auxpass", "aux"} for child in sentence.children[adjective.index]
        ):
            continue
        subjects = [child for child in sentence.children[adjective.index] if sentence.tokens[child].relation == "nsubj"]
        verbs = [child for child in sentence.children[adjective.index] if sentence.tokens[child].relation == "conj"]
        if not subjects or not verbs or not sentence.tokens[verbs[0]].tag.startswith("VB"):
            continue
        gerund = _gerund_whose_object_ends_at(sentence, adjective.index - 1, subjects[0])
        if gerund is None:
            continue
        _, relation = heads[adjective.index]
        above = adjective.head if adjective.head != adjective.index else verbs[0]
        heads[verbs[0]] = (above, relation)
        heads[subjects[0]] = (verbs[0], "nsubj")
        heads[adjective.index] = (gerund, "oprd")
        return True
    return False


def first_to_do(sentence: Sentence, heads: Heads) -> bool:
    """ "became the first president to visit": the infinitive tells of the noun, it is no purpose."""
    changed = False
    for verb in sentence.tokens:
        if verb.relation not in {"advcl", "xcomp"} or verb.tag != "VB":
            continue
        above = sentence.tokens[verb.head]
        if above.lemma not in {"be", "become", "remain"}:
            continue
        for child in sentence.children[above.index]:
            noun = sentence.tokens[child]
            ranked = any(sentence.tokens[inner].lemma in _RANKS for inner in sentence.children[child])
            if noun.relation == "attr" and ranked and noun.index < verb.index:
                heads[verb.index] = (noun.index, "acl")
                changed = True
    return changed


def between_after_place(sentence: Sentence, heads: Heads) -> bool:
    """ "the talks in Istanbul between A and B": the two sides belong to the talks, not to the place."""
    changed = False
    for token in sentence.tokens:
        if token.lemma != "between" or token.relation != "prep":
            continue
        place = sentence.tokens[token.head]
        preposition = sentence.tokens[place.head]
        noun = sentence.tokens[preposition.head]
        if place.relation == "pobj" and preposition.lemma in {"in", "at", "near"} and noun.tag.startswith("NN"):
            heads[token.index] = (noun.index, "prep")
            changed = True
    return changed


def object_before_participle(sentence: Sentence, heads: Heads) -> bool:
    """ "granted asylum to five officers holed up in …": a noun right behind "to" is its object; the participle tells of it."""
    changed = False
    for verb in sentence.tokens:
        if verb.tag not in {"VBN", "VBD"} or verb.relation not in {"advcl", "ccomp", "pcomp", "conj"}:
            continue
        below = [sentence.tokens[child] for child in sentence.children[verb.index]]
        subjects = [child for child in below if child.relation == "nsubj" and child.index < verb.index]
        if len(subjects) != 1 or any(child.relation in {"aux", "auxpass", "mark"} for child in below):
            continue
        subject = subjects[0]
        first = min(sentence.subtree(subject.index))
        before = sentence.tokens[first - 1] if first else None
        if (
            before is not None
            and before.relation in {"prep", "dative"}
            and not sentence.children[before.index]
            and verb.index == subject.index + 1
        ):
            heads[subject.index] = (before.index, "pobj")
            heads[verb.index] = (subject.index, "acl")
            changed = True
    return changed


def list_read_as_apposition(sentence: Sentence, heads: Heads) -> bool:
    """ "Mali, Niger and Chad": the second name of a list is no apposition to the first."""
    changed = False
    for token in sentence.tokens:
        if (
            token.relation != "appos"
            or not token.tag.startswith("NNP")
            or not sentence.tokens[token.head].tag.startswith("NNP")
        ):
            continue
        below = [sentence.tokens[child] for child in sentence.children[token.index]]
        if any(child.relation == "conj" and child.tag.startswith("NNP") for child in below):
            heads[token.index] = (token.head, "conj")
            changed = True
    return changed


def second_that(sentence: Sentence, heads: Heads) -> bool:
    """ "demanded that they hand over people whom … and that they lift …": the second "that" goes with the first."""
    changed = False
    for verb in sentence.tokens:
        if verb.relation != "conj" or not verb.tag.startswith("VB") or not _has_that(sentence, verb.index):
            continue
        above = sentence.tokens[verb.head]
        while above.head != above.index and not _has_that(sentence, above.index):
            above = sentence.tokens[above.head]
        if above.index != verb.head and _has_that(sentence, above.index):
            heads[verb.index] = (above.index, "conj")
            changed = True
    return changed


RULES: tuple[Rule, ...] = (
    second_that,
    list_read_as_apposition,
    between_after_place,
    object_before_participle,
    first_to_do,
    subject_after_verb,
    subject_lost_to_list,
    agent_of_noun,
    subject_before_gerund,
    verdict_adjective,
)


# Small questions about the parse.


def _phrase_ending_at(sentence: Sentence, index: int) -> Token | None:
    """The head noun of the phrase whose last word stands at `index`."""
    if index < 0:
        return None
    token = sentence.tokens[index]
    if not token.tag.startswith("NN"):
        return None
    while token.relation in {"compound", "nmod", "amod", "poss"} and token.head > token.index and token.head <= index:
        token = sentence.tokens[token.head]
    return token


def _gerund_whose_object_ends_at(sentence: Sentence, index: int, subject: int) -> int | None:
    noun = _phrase_ending_at(sentence, index)
    if noun is None or noun.relation != "dobj" or sentence.tokens[noun.head].tag not in {"VBG", "VBN", "VBD"}:
        return None
    return noun.head if noun.head in sentence.subtree(subject) else None


def _is_passive(sentence: Sentence, verb: int) -> bool:
    token = sentence.tokens[verb]
    return token.tag == "VBN" or any(sentence.tokens[child].relation == "auxpass" for child in sentence.children[verb])


def _has_subject(sentence: Sentence, verb: int) -> bool:
    return any(sentence.tokens[child].relation in {"nsubj", "nsubjpass"} for child in sentence.children[verb])


def _has_that(sentence: Sentence, verb: int) -> bool:
    return any(
        sentence.tokens[child].lemma == "that" and sentence.tokens[child].relation == "mark"
        for child in sentence.children[verb]
    )


def _has_cycle(heads: Heads) -> bool:
    for start in range(len(heads)):
        index, steps = start, 0
        while heads[index][0] != index:
            index = heads[index][0]
            steps += 1
            if steps > len(heads):
                return True
    return False
