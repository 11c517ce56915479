"""Takes those who are counted, gives what befell them: killed, wounded, arrested. Deaths and injuries are apart."""

from dragoman.events.magnitudes.figures import Figure
from dragoman.events.magnitudes.unit import Unit
from dragoman.events.magnitudes.words import Words
from dragoman.records.sentence import Token

_OBJECTS = frozenset({"nsubjpass", "dobj"})
_UP = frozenset({"conj", "pobj", "prep", "appos"})
_FARTHEST = 6


def fate_of(words: Words, noun: int, last: int) -> str | None:
    """What the verb, or a word right behind, says of a noun that is counted: "killed 12 people", "two people dead"."""
    behind = words.quantities.befallen.get(words.at(last + 1))
    if behind is not None and not _is_noun(words, last + 2):
        return behind
    return _by_verb(words, words.tokens[noun])


def befallen(words: Words, figure: Figure) -> Unit | None:
    """As in "five dead and a score injured"."""
    after = figure.last + 1
    fate = words.quantities.befallen.get(words.at(after))
    if fate is None or _is_noun(words, after + 1):
        return None
    return Unit(figure.last, after, fate)


def bare(words: Words, figure: Figure) -> Unit | None:
    """As in "24 were killed", "injuring ten", "the death toll rose to 250"."""
    token = words.tokens[figure.last]
    fate = _by_verb(words, token, reach=1) or _by_toll(words, token)
    return Unit(figure.last, figure.last, fate) if fate is not None else None


def _by_verb(words: Words, token: Token, *, reach: int = _FARTHEST) -> str | None:
    """What the verb does to whom it takes as its object, or to those listed with him."""
    for _ in range(reach):
        verb = words.tokens[token.head]
        fate = words.quantities.suffered.get(verb.lemma.lower())
        if fate is not None and _is_hit(words, token, verb):
            return fate
        if token.relation not in _UP or (token.relation == "prep" and token.lemma.lower() != "of"):
            return None
        token = verb
    return None


def _is_hit(words: Words, token: Token, verb: Token) -> bool:
    if token.relation in _OBJECTS:
        return True
    is_alone = all(other.head != verb.index or other.relation != "dobj" for other in words.tokens)
    return token.relation == "nsubj" and is_alone and verb.tag in {"VBN", "VBD", "VBP", "VB", "VBG"}


def _by_toll(words: Words, token: Token) -> str | None:
    preposition = words.tokens[token.head]
    if token.relation != "pobj" or preposition.lemma.lower() not in {"to", "at"}:
        return None
    subjects = [other for other in words.tokens if other.head == preposition.head and other.relation == "nsubj"]
    return next((fate for one in subjects if (fate := words.quantities.tolls.get(one.lemma.lower()))), None)


def _is_noun(words: Words, at: int) -> bool:
    return at < len(words.tokens) and words.tokens[at].tag in {"NN", "NNS", "NNP", "NNPS"}
