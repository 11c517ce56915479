"""Takes a Sentence and the grammar's words, answers what hangs on what, and which words stand for others."""

from dragoman.knowledge.grammar import Grammar
from dragoman.records.clause import Argument
from dragoman.records.sentence import Sentence, Token

_NO_CLAUSE = frozenset({"aux", "auxpass", "amod", "compound", "case", "prep"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})


class Tree:
    """One parsed sentence, to be asked about its tokens by their indices."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.children = sentence.children
        self.grammar = grammar

    def below(self, index: int, relation: str) -> list[int]:
        """The tokens that hang on a token in this relation."""
        return self.sentence.below(index, relation)

    def ancestors(self, index: int) -> list[int]:
        """The tokens above a token, the nearest first, the root last."""
        return list(self.sentence.above(index))

    def depth(self, index: int) -> int:
        """How many tokens stand above a token."""
        return len(self.ancestors(index))

    def conjuncts(self, head: int) -> list[int]:
        """What is coordinate with a token and comes behind it, in order."""
        found: list[int] = []
        for child in self.below(head, "conj"):
            found += [child, *self.conjuncts(child)]
        return found

    def is_verb(self, token: Token) -> bool:
        """Whether the token is a verb that tells something of its own."""
        return token.tag.startswith("VB") and token.relation not in _NO_CLAUSE

    def verb_at_or_above(self, index: int) -> int | None:
        """The nearest verb, the token itself included."""
        return next((each for each in (index, *self.ancestors(index)) if self.is_verb(self.tokens[each])), None)

    def expand(self, role: str, head: int, *, near: bool = True) -> list[Argument]:
        """One argument for each conjunct, looking through "a series of"."""
        heads = [head, *self.conjuncts(head)]
        return [Argument(role=role, head=self._through(index), near=near) for index in heads]

    def resolved(self, index: int, below: int) -> int:
        """The antecedent of a relative pronoun in the clause of `below`; any other token is itself."""
        token = self.tokens[index]
        if token.lemma not in _RELATIVE or not token.tag.startswith(("W", "IN", "DT")):
            return index
        for up in (below, *self.ancestors(below)):
            if self.tokens[up].relation == "relcl":
                return self.tokens[up].head
        return index

    def _through(self, index: int) -> int:
        """Of "a series of talks": the talks."""
        if self.tokens[index].lemma not in self.grammar.transparent_nouns:
            return index
        return next(
            (
                inner
                for child in self.below(index, "prep")
                if self.tokens[child].lemma == "of"
                for inner in self.below(child, "pobj")
            ),
            index,
        )
