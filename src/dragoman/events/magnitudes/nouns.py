"""Takes a figure, gives the noun that it counts, and the name under which the text counts it."""

from dragoman.events.magnitudes.figures import Figure
from dragoman.events.magnitudes.words import Words

_NOUNS = frozenset({"NN", "NNS", "NNPS"})
_BEFORE_NOUN = frozenset({"nummod", "compound", "quantmod", "nmod"})
_NAME_TAGS = frozenset({"NN", "NNS", "NNP", "CD", "HYPH"})
_PARTS_OF_NAME = frozenset({"compound", "nmod", "amod", "nummod", "punct", "poss", "case"})
_LONGEST_PHRASE = 6


def noun_of(words: Words, figure: Figure, after: int) -> int | None:
    """The noun counted by a figure, which lies before the token `after`."""
    if figure.vague and words.at(after) == "of":
        return _noun_from(words, after + 1)
    token = words.tokens[figure.last]
    head = words.tokens[token.head]
    if head.index > figure.last and head.tag in _NOUNS and token.relation in _BEFORE_NOUN:
        return head.index if _reaches(words, after, head.index) else None
    return _noun_from(words, after)


def last_of_list(words: Words, noun: int) -> int:
    """The last token of "individuals and organizations": a bare noun right behind is counted too."""
    second = noun + 2
    if words.at(noun + 1) not in {"and", "or"} or second >= len(words.small):
        return noun
    token = words.tokens[second]
    bare = token.relation == "conj" and token.head == noun and token.tag == "NNS"
    return second if bare and words.at(second) not in words.quantities.plurals else noun


def name_of(words: Words, after: int, noun: int, last: int) -> str:
    """The noun with the names before it, as it stands in the text: "Leopard 2 tanks", but "diplomats"."""
    first = noun
    while first - 1 >= after and _is_of_name(words, first - 1, noun):
        first -= 1
    while words.tokens[first].tag == "CD":
        first += 1
    return words.document.text[words.tokens[first].start : words.tokens[last].end].replace("\n", " ")


def _noun_from(words: Words, at: int) -> int | None:
    """The head of the noun phrase that begins at a token: the last noun in an unbroken run of its words."""
    found = None
    for token in words.tokens[at : at + _LONGEST_PHRASE]:
        if token.tag in _NOUNS:
            found = token.index
        elif not (token.tag in {"JJ", "NNP", "VBN", "HYPH"} or (token.index == at and token.tag == "DT")):
            break
    if found is None or (words.tokens[found].tag == "NN" and words.at(found) not in words.quantities.crowds):
        return None
    return found


def _reaches(words: Words, after: int, noun: int) -> bool:
    """Whether nothing but the noun's own attributes stands between the figure and the noun."""
    return all(token.tag not in {"VBD", "VBZ", "VBP", "IN", ",", ":"} for token in words.tokens[after:noun])


def _is_of_name(words: Words, at: int, noun: int) -> bool:
    token = words.tokens[at]
    return at <= token.head <= noun and token.relation in _PARTS_OF_NAME and token.tag in _NAME_TAGS
