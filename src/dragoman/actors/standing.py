"""Whether a name stands for those who act or for a place: "Vienna said" and "met in Vienna", "the Vienna talks"."""

from collections.abc import Container

from dragoman.records.sentence import Sentence, Token

_WHERE = frozenset({"in", "at", "near", "outside", "inside", "around", "across", "throughout", "into", "through"})
_DIRECTIONS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_INNER = frozenset({"compound", "amod", "nmod"})


def is_venue(sentence: Sentence, token: Token, occasions: Container[str]) -> bool:
    """Whether a town's name only says where: behind "in" or "near", or before a noun for an occasion ("talks")."""
    tokens = sentence.tokens
    if sentence.kind == "dateline":
        return True
    while token.relation == "conj" and token.head != token.index:  # "in Oslo and Geneva"
        token = tokens[token.head]
    above = tokens[token.head]
    if token.relation == "pobj":
        return above.lemma.lower() in _WHERE or _is_on_ground(sentence, above)
    if token.relation in _INNER or token.relation == "poss":
        return above.lemma.lower() in occasions
    return False


def _is_on_ground(sentence: Sentence, preposition: Token) -> bool:
    """ "on the outskirts of Paris", "west of Kyiv": behind "of" below a word that tells a place itself."""
    above = sentence.tokens[preposition.head]
    if preposition.lemma != "of":
        return False
    if above.lemma.lower() in _DIRECTIONS:
        return True
    return above.relation == "pobj" and sentence.tokens[above.head].lemma in _WHERE | {"on", "to"}
