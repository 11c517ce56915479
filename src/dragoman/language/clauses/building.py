"""Takes a Sentence, gives its Clauses, of verbs and of act nouns.

What is undone on the way:

passive                   "Iran was sanctioned by the EU"            doer EU, done-to Iran
coordination              "met and thanked", "Japan and Korea"       shared subjects and objects, one argument each
control and raising       "called on NATO to invite Japan"           the doer of the inviting is NATO
relative, participial     "sanctions imposed on Iran"                done-to of the imposing is the sanctions
gerunds                   "accused Iran of arming rebels"            the doer of the arming is Iran
light verbs               "held a meeting with", "paid a visit to"   the noun is the act, the verb lends the rest
nouns                     "Japan's decision to enact restrictions"   possessor is doer
long lists                "steps, including upgrading …; inviting …" each item hangs on the list's head
"""

from dragoman.knowledge.grammar import Grammar
from dragoman.language.clauses.nouns import noun_clauses
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verbs import verb_clauses
from dragoman.records.clause import Clause
from dragoman.records.sentence import Sentence


class ClauseBuilder:
    """Callable: a sentence in, its clauses out, in the order of their heads."""

    def __init__(self, grammar: Grammar) -> None:
        self._grammar = grammar

    def __call__(self, sentence: Sentence) -> tuple[Clause, ...]:
        """The clauses of one sentence, verbs and act nouns."""
        tree = Tree(sentence, self._grammar)
        verbs = verb_clauses(tree)
        return tuple(sorted((*verbs.values(), *noun_clauses(tree, verbs)), key=lambda clause: clause.head))
