"""Takes a Sentence and the clauses of its verbs, gives the clauses of the nouns that tell acts."""

from collections.abc import Iterator, Mapping

from dragoman.knowledge.grammar import Grammar
from dragoman.records.clause import Argument, Clause
from dragoman.records.sentence import Sentence

_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod", "poss"})


class NounClauses:
    """The act nouns of one sentence: "Japan's visit to Madrid", "talks between A and B", "an attack by rebels on B"."""

    def __init__(self, sentence: Sentence, grammar: Grammar, verbs: Mapping[int, Clause]) -> None:
        self._tokens = sentence.tokens
        self._children = sentence.children
        self._grammar = grammar
        self._verbs = verbs

    def clauses(self) -> Iterator[Clause]:
        """One clause for each noun that some frame takes for an act."""
        for token in self._tokens:
            if (
                token.tag.startswith("NN")
                and token.lemma.lower() in self._grammar.act_nouns
                and token.relation != "compound"
            ):
                yield self._clause(token.index)

    def _clause(self, head: int) -> Clause:
        arguments = [*self._own_arguments(head)]
        top = self._first_conjunct(head)
        if top != head:
            arguments += self._shared(top, arguments)
        verb, role = self._verb_role(top)
        auxiliaries = tuple(
            child for child in self._children[head] if self._tokens[child].lemma in {"no", "neither", "never", "not"}
        )
        governor, governed_as = (verb.head, role) if verb else self._noun_above(top)
        if verb is not None and self._lends(verb, role):
            arguments += self._lent(verb, head, arguments)
            if verb.lemma not in self._grammar.half_light_verbs:
                auxiliaries += verb.auxiliaries
            governor, governed_as = verb.head, "light"
        elif verb is not None and role == "done-to" and verb.lemma in self._grammar.lending_verbs:
            arguments += [a for a in self._lent(verb, head, arguments) if a.role in {"doer", "with", "to"}]
        elif verb is not None and verb.lemma == "be" and role == "complement":
            auxiliaries += verb.auxiliaries  # "there were no talks", "there will be a meeting"
        return Clause(
            head=head,
            lemma=self._tokens[head].lemma.lower(),
            kind="noun",
            arguments=tuple(arguments),
            auxiliaries=auxiliaries,
            governor=governor,
            governed_as=governed_as,
        )

    def _own_arguments(self, head: int) -> Iterator[Argument]:
        for child in self._children[head]:
            token = self._tokens[child]
            if token.relation == "poss":
                yield from self._expand("doer", child)
            elif token.relation in _MODIFIERS:
                yield from self._expand("modifier", child)
            elif token.relation in {"prep", "agent"}:
                yield from self._of_preposition(child)
            elif token.relation == "acl" and self._is_infinitive(child):
                yield Argument(role="content", head=child)
            elif token.relation == "acl" and token.tag == "VBG" and token.lemma == "involve":
                for inner in self._children[child]:
                    if self._tokens[inner].relation == "dobj":
                        yield from self._expand("between", inner)

    def _of_preposition(self, preposition: int) -> Iterator[Argument]:
        word = self._tokens[preposition].text.lower()
        role = "doer" if word == "by" else "between" if word in self._grammar.between_words else word
        for child in self._children[preposition]:
            token = self._tokens[child]
            if token.relation == "pobj":
                yield from self._expand(role, child)
            elif token.relation == "pcomp":
                yield Argument(role=role, head=child)
            elif token.relation == "prep":
                for inner in self._of_preposition(child):
                    yield Argument(role=f"{word} {inner.role}", head=inner.head)

    def _shared(self, first: int, own: list[Argument]) -> list[Argument]:
        """What the first of two coordinate nouns says for both: "Japan's visit and talks"."""
        roles = {argument.role for argument in own}
        return [
            Argument(role=argument.role, head=argument.head, near=False)
            for argument in self._own_arguments(first)
            if argument.role not in roles and argument.role in {"doer", "modifier", "between", "with"}
        ]

    # The verb that the noun leans on.

    def _verb_role(self, head: int) -> tuple[Clause | None, str | None]:
        """The verb clause in which the noun fills a role, and which."""
        index = head
        while self._tokens[index].head != index:
            index = self._tokens[index].head
            verb = self._verbs.get(index)
            if verb is not None:
                roles = [a.role for a in verb.arguments if a.head == head and a.near]
                outer = self._outer_role(verb, head)
                return verb, roles[0] if roles else outer
            if (
                self._tokens[index].tag.startswith(("NN", "PRP"))
                and self._tokens[index].lemma not in self._grammar.transparent_nouns
            ):
                return None, None
        return None, None

    def _outer_role(self, verb: Clause, head: int) -> str | None:
        """The role of a noun that stands behind "a series of"."""
        above = self._tokens[head].head
        if self._tokens[above].relation == "prep":
            word = self._tokens[above].lemma
            up = self._tokens[above].head
            roles = [a.role for a in verb.arguments if a.head in {up, head}]
            return roles[0] if roles else word
        return self._tokens[head].relation

    def _lends(self, verb: Clause, role: str | None) -> bool:
        return role == "done-to" and verb.lemma in self._grammar.light_verbs

    def _lent(self, verb: Clause, head: int, own: list[Argument]) -> list[Argument]:
        """The light verb's subject and its prepositional phrases."""
        taken = {argument.role for argument in own}
        return [
            Argument(role=argument.role, head=argument.head, near=False)
            for argument in verb.arguments
            if argument.head != head
            and argument.role not in {"done-to", "particle", "complement"}
            and (argument.role != "doer" or not taken & {"doer", "between"})
        ]

    def _noun_above(self, head: int) -> tuple[int | None, str | None]:
        """Of "plans for a meeting": the plans, and "for"."""
        above = self._tokens[head].head
        if above == head:
            return None, None
        token = self._tokens[above]
        if token.relation in {"prep", "agent"} or token.tag in {"IN", "TO"}:
            return token.head, token.lemma
        return above, self._tokens[head].relation

    # Small questions about tokens.

    def _first_conjunct(self, head: int) -> int:
        while self._tokens[head].relation == "conj" and self._tokens[self._tokens[head].head].tag.startswith("NN"):
            head = self._tokens[head].head
        return head

    def _is_infinitive(self, head: int) -> bool:
        return any(self._tokens[child].tag == "TO" for child in self._children[head])

    def _expand(self, role: str, head: int) -> Iterator[Argument]:
        yield Argument(role=role, head=self._through(head))
        for child in self._children[head]:
            if self._tokens[child].relation == "conj":
                yield from self._expand(role, child)

    def _through(self, index: int) -> int:
        if self._tokens[index].lemma not in self._grammar.transparent_nouns:
            return index
        for child in self._children[index]:
            if self._tokens[child].relation == "prep" and self._tokens[child].lemma == "of":
                for inner in self._children[child]:
                    if self._tokens[inner].relation == "pobj":
                        return inner
        return index
