"""Takes a word of a sentence, gives the verbs above it and whoever does what they tell."""

from dragoman.actors.references.salience import SUBJECTS
from dragoman.records.sentence import Sentence, Token

_OBJECTS = frozenset({"dobj", "dative"})
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
    # What seems to hang on a relative clause often hangs on the main one: parsers take the nearer.
    is_told = with_subject.head != with_subject.index and above.tag.startswith("VB") and above.relation != "relcl"
    return doers_of(sentence, above) if is_told else frozenset()


def objects_above(sentence: Sentence, verb: Token) -> frozenset[int]:
    """The heads of the objects of that verb: "Chile" in "Peru asked Chile to …"."""
    above = verb_above(sentence, _with_subject(sentence, verb))
    return frozenset(sentence.below(above.index, *_OBJECTS)) if above.index != verb.index else frozenset()


def _with_subject(sentence: Sentence, verb: Token) -> Token:
    while not sentence.below(verb.index, *SUBJECTS) and verb.relation in _SHARING and verb.head != verb.index:
        verb = sentence.tokens[verb.head]
    return verb
