"""Takes a Sentence, gives it with the parser's known slips mended. Most sentences come back untouched."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from dragoman.language.mending.attachments import (
    agent_of_noun,
    between_after_place,
    first_to_do,
    list_read_as_apposition,
    listed_to_do,
    listed_without_to,
    second_that,
)
from dragoman.language.mending.correction import Correction
from dragoman.language.mending.subjects import (
    object_before_participle,
    subject_after_verb,
    subject_before_gerund,
    subject_lost_to_list,
    verdict_adjective,
)
from dragoman.records.sentence import Sentence, children_of

# A rule looks only at order and grammar, never at particular words of a text. Where two mend one word, the later wins.
RULES: tuple[Callable[[Sentence], Iterator[Correction]], ...] = (
    second_that,
    list_read_as_apposition,
    between_after_place,
    object_before_participle,
    first_to_do,
    listed_to_do,
    listed_without_to,
    subject_after_verb,
    subject_lost_to_list,
    agent_of_noun,
    subject_before_gerund,
    verdict_adjective,
)


def mended(sentence: Sentence) -> Sentence:
    """The sentence itself, or a copy whose heads and relations are put right."""
    corrections = {correction.token: correction for rule in RULES for correction in rule(sentence)}
    if not corrections or _has_cycle(sentence, corrections):
        return sentence
    tokens = tuple(
        replace(token, head=corrections[token.index].head, relation=corrections[token.index].relation)
        if token.index in corrections
        else token
        for token in sentence.tokens
    )
    return replace(sentence, tokens=tokens, children=children_of(tokens))


def _has_cycle(sentence: Sentence, corrections: Mapping[int, Correction]) -> bool:
    """Whether the corrections would leave a word hanging on itself by way of others."""
    heads = [token.head for token in sentence.tokens]
    for correction in corrections.values():
        heads[correction.token] = correction.head
    for start in range(len(heads)):
        index, steps = start, 0
        while heads[index] != index:
            index, steps = heads[index], steps + 1
            if steps > len(heads):
                return True
    return False
