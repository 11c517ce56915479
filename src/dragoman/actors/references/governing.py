"""Takes a word of a sentence, gives the verbs above it and whoever does what they tell."""

from dragoman.actors.references.salience import SUBJECTS
from dragoman.records.sentence import Sentence, Token

_SHARING = frozenset({"conj", "xcomp"})  # "came and asked", "began to ask": the subject stands at the first verb


def verb_above(sentence: Sentence, token: Token) -> Token:
    """The nearest verb above the token; the root where none is."""
    above = sentence.tokens[token.head]
    while above.head != above.index and not above.tag.startswith("VB"):
        above = sentence.tokens[above.head]
    return above


def doers_of(sentence: Sentence, verb: Token) -> frozenset[int]:
    """The heads of the verb's subjects; of a relative clause what it tells of is one too."""
    with_subject = _with_subject(sentence, verb)
    subjects = sentence.below(with_subject.index, *SUBJECTS)
    return frozenset([*subjects, with_subject.head] if with_subject.relation == "relcl" else subjects)


def doers_above(sentence: Sentence, verb: Token) -> frozenset[int]:
    """The heads of the subjects of the verb on which the clause hangs: "Peru" in "Peru said that the army …"."""
    with_subject = _with_subject(sentence, verb)
    above = verb_above(sentence, with_subject)
    is_root = with_subject.head == with_subject.index
    return frozenset() if is_root or not above.tag.startswith("VB") else doers_of(sentence, above)


def _with_subject(sentence: Sentence, verb: Token) -> Token:
    while not sentence.below(verb.index, *SUBJECTS) and verb.relation in _SHARING and verb.head != verb.index:
        verb = sentence.tokens[verb.head]
    return verb
