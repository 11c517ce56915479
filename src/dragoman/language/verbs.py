"""Takes a Sentence, gives the clauses of its verbs."""

from dataclasses import replace

from dragoman.knowledge.grammar import Grammar
from dragoman.records.clause import Argument, Clause
from dragoman.records.sentence import Sentence, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
_OBJECTS = frozenset({"dobj", "obj"})
_CONTENT = frozenset({"ccomp", "xcomp"})
_RELATIVE = frozenset({"who", "whom", "which", "that"})
_SIDES = frozenset({"with", "to", "on", "against", "from", "between", "over", "about", "toward", "towards", "for"})
_OPENERS = {"if": "condition", "unless": "condition", "because": "reason", "since": "reason", "after": "after"}


class VerbClauses:
    """The verbs of one sentence; `clauses()` gives a clause for each, keyed by its token."""

    def __init__(self, sentence: Sentence, grammar: Grammar) -> None:
        self._sentence = sentence
        self._tokens = sentence.tokens
        self._children = sentence.children
        self._grammar = grammar
        self._subjects: dict[int, list[int]] = {}
        self._near: dict[int, bool] = {}

    def clauses(self) -> dict[int, Clause]:
        """One clause for each verb that is not an auxiliary."""
        verbs = [token.index for token in self._tokens if self._is_verb(token)]
        done: dict[int, Clause] = {}
        for head in sorted(verbs, key=self._depth):
            done[head] = self._clause(head, done)
        return done

    # What a clause is made of, most general first.

    def _clause(self, head: int, done: dict[int, Clause]) -> Clause:
        token = self._tokens[head]
        passive = self._is_passive(token)
        governor, governed_as = self._governor(head)
        arguments = self._own_arguments(head)
        subjects = [argument for argument in arguments if argument.role == "subject"]
        rest = [argument for argument in arguments if argument.role != "subject"]
        if not subjects and not self._children_in(head, "expl"):
            subjects = self._borrowed_subjects(head, governor, governed_as, done)
        subject_role = "done-to" if passive else "doer"
        if passive and any(argument.role == "done-to" for argument in rest):
            subject_role = "to"  # "Ukraine was given tanks": the subject is the one given to
        filled = [Argument(role=subject_role, head=subject.head, near=subject.near) for subject in subjects]
        rest += self._shared_objects(head, rest, passive=passive)
        rest += self._of_objects(filled + rest)
        agent_role = "doer" if passive else "by"
        rest = [replace(argument, role=agent_role) if argument.role == "agent" else argument for argument in rest]
        return Clause(
            head=head,
            lemma=token.lemma,
            kind="verb",
            arguments=tuple(filled + rest),
            auxiliaries=self._auxiliaries(head, done),
            governor=governor,
            governed_as=governed_as,
            passive=passive,
        )

    def _own_arguments(self, head: int) -> list[Argument]:
        found: list[Argument] = []
        for child in self._children[head]:
            token = self._tokens[child]
            relation = token.relation
            if relation in _SUBJECTS:
                found += self._expand("subject", self._resolved(child, head))
            elif relation in _OBJECTS:
                found += self._expand("done-to", self._resolved(child, head))
            elif relation in {"dative", "iobj"} and not self._children_in(child, "pobj"):
                found += self._expand("to", child)
            elif relation in {"prep", "agent", "dative"}:
                found += self._of_preposition(child)
            elif relation in _CONTENT or (relation == "advcl" and self._is_promised(head, child)):
                found += self._content(child)
            elif relation == "prt":
                found.append(Argument(role="particle", head=child))
            elif relation in {"acomp", "attr", "oprd"}:
                found += self._expand("complement", child)
                if relation == "acomp":
                    found += self._below_adjective(child)
        if not any(argument.role == "done-to" for argument in found):
            found += self._gap(head, found)
        return found

    def _content(self, child: int) -> list[Argument]:
        """A clause said or asked for; of "urged NATO to act", parsed as one, the one urged is done-to as well."""
        found = [Argument(role="content", head=child)]
        found += [
            Argument(role="content", head=other)
            for other in self._conjuncts(child)
            if self._is_verb(self._tokens[other])
        ]
        if self._is_infinitive(child):
            for subject in self._children_in(child, "nsubj"):
                found += self._expand("done-to", self._resolved(subject, child), near=False)
        return found

    def _is_promised(self, head: int, child: int) -> bool:
        """ "threatened in October to expel envoys": what is read as a purpose is what is threatened."""
        if self._tokens[head].lemma not in self._grammar.subject_control or not self._is_infinitive(child):
            return False
        return not any(self._tokens[other].relation in {"dobj", *_CONTENT} for other in self._children[head])

    def _below_adjective(self, adjective: int) -> list[Argument]:
        """What hangs on the adjective of "is ready to act", "was critical of": as if it hung on the verb."""
        found: list[Argument] = []
        for child in self._children[adjective]:
            relation = self._tokens[child].relation
            if relation == "prep":
                found += self._of_preposition(child)
            elif relation in _CONTENT:
                found += self._content(child)
        return found

    def _of_preposition(self, preposition: int) -> list[Argument]:
        token = self._tokens[preposition]
        role = "agent" if token.relation == "agent" else token.text.lower()
        second = next((c for c in self._children_in(preposition, "pcomp") if self._tokens[c].tag in {"IN", "TO"}), None)
        if second is not None:  # "because of", "due to": one preposition of two words
            role = f"{role} {self._tokens[second].text.lower()}"
        found: list[Argument] = []
        for child in self._children[preposition]:
            token = self._tokens[child]
            if token.relation == "pobj":
                found += self._expand(role, self._resolved(child, preposition))
            elif child == second:
                found += [replace(inner, role=role) for inner in self._of_preposition(child)]
            elif token.relation == "pcomp":
                found.append(Argument(role=role, head=child))
                found += [
                    Argument(role=role, head=other)
                    for other in self._conjuncts(child)
                    if self._is_verb(self._tokens[other])
                ]
            elif token.relation == "prep":
                found += [
                    Argument(role=f"{role} {inner.role}", head=inner.head, near=inner.near)
                    for inner in self._of_preposition(child)
                ]
        return found

    def _gap(self, head: int, found: list[Argument]) -> list[Argument]:
        """The object that a relative clause has lost: "the sanctions that Japan imposed", "the talks he left"."""
        token = self._tokens[head]
        if token.relation != "relcl" or self._is_passive(token):
            return []
        if any(argument.role in {"content", "complement"} for argument in found):
            return []
        has_relative_subject = any(argument.role == "subject" and argument.head == token.head for argument in found)
        if has_relative_subject or not any(argument.role == "subject" for argument in found):
            return []
        if any(self._tokens[child].tag.startswith("W") for child in self._sentence.subtree(head)):
            return []
        return [Argument(role="done-to", head=token.head, near=False)]

    # Whose act it is, when the clause itself does not say.

    def _borrowed_subjects(
        self, head: int, governor: int | None, governed_as: str | None, done: dict[int, Clause]
    ) -> list[Argument]:
        token = self._tokens[head]
        if token.relation == "relcl" or (token.relation == "acl" and not self._is_infinitive(head)):
            return self._expand("subject", token.head, near=False)
        above = done.get(governor) if governor is not None else None
        if above is None:
            return self._noun_subjects(head, done)
        if token.relation in {"acl"} or governed_as == "noun":
            return self._noun_subjects(head, done)
        return [
            Argument(role="subject", head=index, near=False) for index in self._controllers(head, above, governed_as)
        ]

    def _controllers(self, head: int, above: Clause, governed_as: str | None) -> list[int]:
        """The tokens of the clause above that do what the clause at `head` tells."""
        if governed_as == "coordinate":
            surface = above.heads("done-to") if above.passive else above.heads("doer")
            return surface
        doers = above.heads("doer")
        objects = above.heads("done-to") or above.heads("on") or above.heads("to")
        if governed_as in {"content", "item"}:
            if above.passive:
                return above.heads("done-to")
            if objects and above.lemma not in self._grammar.subject_control and governed_as == "content":
                return [*objects] if self._is_infinitive(self._first_of(head)) else doers
            asked = above.heads("for") if self._is_infinitive(self._first_of(head)) else []
            return asked or doers
        if governed_as in self._grammar.object_gerunds and above.heads("done-to"):
            return above.heads("done-to")
        if above.passive and governed_as not in {"purpose"}:
            return above.heads("done-to")
        return doers

    def _noun_subjects(self, head: int, done: dict[int, Clause]) -> list[Argument]:
        """Of "Japan's decision to enact", "a commitment to defend": the possessor, else who does what the noun hangs on."""
        noun = self._noun_above(head)
        if noun is None:
            return []
        owners = [child for child in self._children[noun] if self._tokens[child].relation == "poss"]
        if not owners and self._tokens[noun].relation == "conj":
            owners = [
                child for child in self._children[self._tokens[noun].head] if self._tokens[child].relation == "poss"
            ]
        if owners:
            return [argument for owner in owners for argument in self._expand("subject", owner, near=False)]
        makers = [
            inner
            for child in self._children[noun]
            if self._tokens[child].relation in {"prep", "agent"} and self._tokens[child].lemma in {"by", "from"}
            for inner in self._of_preposition(child)
        ]
        if makers:
            return [Argument(role="subject", head=maker.head, near=False) for maker in makers]
        modifiers = [
            child
            for child in self._children[noun]
            if self._tokens[child].relation in {"amod", "compound", "nmod"} and self._tokens[child].text[:1].isupper()
        ]
        if modifiers:
            return [Argument(role="subject", head=modifiers[0], near=False)]
        above = done.get(self._tokens[noun].head)
        if above is None or noun not in above.heads("done-to") + above.heads("complement"):
            return []
        return [Argument(role="subject", head=index, near=False) for index in above.heads("doer")]

    def _noun_above(self, head: int) -> int | None:
        above = self._tokens[head].head
        if self._tokens[above].relation in {"prep", "agent"} or self._tokens[above].tag in {"IN", "TO"}:
            above = self._tokens[above].head
        return above if self._tokens[above].tag.startswith(("NN", "PRP")) and above != head else None

    def _shared_objects(self, head: int, rest: list[Argument], *, passive: bool) -> list[Argument]:
        """Of "condemned and sanctioned Iran": the first verb has the second's object."""
        if passive or any(argument.role in {"done-to", "content", "complement"} for argument in rest):
            return []
        after = [child for child in self._children[head] if self._tokens[child].relation == "conj" and child > head]
        if not after or any(
            self._tokens[child].relation == "prep" and child < after[0]
            for child in self._children[head]
            if child > head
        ):
            return []
        other = after[0]
        if other - head > 3 or self._children_in(other, "nsubj"):
            return []
        return [
            argument
            for child in self._children[other]
            if self._tokens[child].relation in _OBJECTS
            for argument in self._expand("done-to", child, near=False)
        ]

    def _of_objects(self, arguments: list[Argument]) -> list[Argument]:
        """Of "signed an agreement with Fiji" the parser may hang "with" on the noun: the verb has it too."""
        taken = {argument.role for argument in arguments}
        found: list[Argument] = []
        for argument in arguments:
            token = self._tokens[argument.head]
            if argument.role != "done-to" or token.tag not in {"NN", "NNS"}:
                continue
            for child in self._children[argument.head]:
                if self._tokens[child].relation == "prep" and self._tokens[child].text.lower() in _SIDES - taken:
                    found += [replace(inner, near=False) for inner in self._of_preposition(child)]
        return found

    # How the clause hangs on the rest.

    def _governor(self, head: int) -> tuple[int | None, str | None]:
        token = self._tokens[head]
        relation = token.relation
        if token.head == head:
            return None, None
        listed = self._list_head(head)
        if listed is not None:
            return listed, "item"
        above = self._tokens[token.head]
        if relation in _CONTENT:
            return self._verb_at_or_above(token.head), "content"
        if relation == "conj":
            return self._coordinated(token)
        if relation == "relcl":
            return token.head, "relative"
        if relation == "acl":
            return token.head, "noun"
        if relation == "pcomp" or above.relation == "prep":
            up = self._tokens[above.head]
            while up.relation == "prep" and up.head != up.index:  # "including through attacking ships"
                up = self._tokens[up.head]
            return (up.index, above.lemma) if self._is_verb(up) else (self._verb_at_or_above(up.index), "noun")
        if relation == "advcl" and self._is_promised(token.head, head):
            return token.head, "content"
        if relation == "advcl":
            return self._verb_at_or_above(token.head), self._adverbial(head)
        return self._verb_at_or_above(token.head), relation

    def _coordinated(self, token: Token) -> tuple[int | None, str | None]:
        """A second verb shares the first one's governor, unless it brings a subject of its own and no governor is shared."""
        first = token.head
        above, governed_as = self._governor(first)
        if governed_as in {"content", "item", "condition", "purpose", "noun"} and above is not None:
            return above, governed_as
        if governed_as in self._grammar.object_gerunds or governed_as in {"by", "after", "before", "in", "without"}:
            return above, governed_as
        return first, "coordinate"

    def _adverbial(self, head: int) -> str:
        for child in self._children[head]:
            token = self._tokens[child]
            if token.relation == "mark" and token.lemma in _OPENERS:
                return _OPENERS[token.lemma]
            if token.relation == "aux" and token.tag == "TO":
                return "purpose"
        return "adverbial"

    def _list_head(self, head: int) -> int | None:
        """The verb or noun that a list introduced by "including" or "such as" hangs on, if `head` is an item of it."""
        opener = self._list_opener(head)
        if opener is None:
            return None
        above = self._tokens[opener].head
        if self._is_verb(self._tokens[above]):
            return above
        return self._verb_at_or_above(above)

    def _list_opener(self, head: int) -> int | None:
        token = self._tokens[head]
        if token.tag != "VBG":
            return None
        seen = {head}
        while token.relation in {"conj", "advcl", "pcomp", "dep"}:
            above = self._tokens[token.head]
            if above.lemma in {"include", "including"} and above.relation in {"prep", "acl", "advcl"}:
                return above.index
            if above.index in seen or above.tag != "VBG":
                return self._opener_before(head, above) if token.relation in {"advcl", "conj"} else None
            seen.add(above.index)
            token = above
        return None

    def _opener_before(self, head: int, above: Token) -> int | None:
        """A list whose later items the parser hung on the main verb: "imposed …, including banning …; freezing …"."""
        openers = [
            child
            for child in self._children[above.index]
            if self._tokens[child].lemma in {"include", "including"} and child < head
        ]
        openers += [
            token.index
            for token in self._tokens[above.index + 1 : head]
            if token.lemma in {"include", "including"}
            and token.relation == "prep"
            and self._tokens[token.head].head == above.index
        ]
        separated = any(token.text in {",", ";"} for token in self._tokens[max(0, head - 2) : head])
        return openers[0] if openers and separated else None

    def _auxiliaries(self, head: int, done: dict[int, Clause]) -> tuple[int, ...]:
        own = tuple(
            child
            for child in self._children[head]
            if self._tokens[child].relation in {"aux", "auxpass", "neg", "advmod", "preconj"}
        )
        token = self._tokens[head]
        bare = not any(self._tokens[child].relation in {"aux", "auxpass"} for child in own)
        if (
            token.relation == "conj"
            and bare
            and not self._has_subject(head)
            and token.head in done
            and token.tag in {"VB", "VBN", "VBG"}
        ):
            return tuple(dict.fromkeys((*done[token.head].auxiliaries, *own)))
        return own

    # Small questions about tokens.

    def _is_verb(self, token: Token) -> bool:
        return token.tag.startswith("VB") and token.relation not in {
            "aux",
            "auxpass",
            "amod",
            "compound",
            "case",
            "prep",
        }

    def _is_passive(self, token: Token) -> bool:
        below = [self._tokens[child] for child in self._children[token.index]]
        if any(child.relation in {"auxpass", "nsubjpass", "csubjpass"} for child in below):
            return True
        if token.tag != "VBN" or any(child.relation == "aux" for child in below):
            return token.tag == "VBN" and token.relation == "conj" and self._shares_passive(token, below)
        return (
            token.relation in {"acl", "advcl", "ccomp", "ROOT", "conj", "relcl", "oprd"}
            and not any(child.relation == "nsubj" for child in below)
            and (token.relation != "conj" or self._shares_passive(token, below))
        )

    def _shares_passive(self, token: Token, below: list[Token]) -> bool:
        own = any(child.relation in {"nsubj", "dobj"} for child in below)
        return not own and self._tokens[token.head].tag == "VBN" and self._is_passive(self._tokens[token.head])

    def _is_infinitive(self, head: int) -> bool:
        return any(
            self._tokens[child].tag == "TO" for child in self._children[head] if self._tokens[child].relation == "aux"
        )

    def _first_of(self, head: int) -> int:
        """The first of coordinate verbs: "to end the violence and withdraw" is infinitive throughout."""
        while self._tokens[head].relation == "conj" and self._is_verb(self._tokens[self._tokens[head].head]):
            head = self._tokens[head].head
        return head

    def _has_subject(self, head: int) -> bool:
        return any(self._tokens[child].relation in _SUBJECTS for child in self._children[head])

    def _resolved(self, index: int, below: int) -> int:
        """The antecedent of a relative pronoun; any other token is itself."""
        token = self._tokens[index]
        if token.lemma not in _RELATIVE or not token.tag.startswith(("W", "IN", "DT")):
            return index
        for up in (below, *self._ancestors(below)):
            if self._tokens[up].relation == "relcl":
                return self._tokens[up].head
        return index

    def _expand(self, role: str, head: int, *, near: bool = True) -> list[Argument]:
        """One argument for each conjunct, looking through "a series of"."""
        heads = [head, *self._conjuncts(head)]
        return [Argument(role=role, head=self._through(index), near=near) for index in heads]

    def _conjuncts(self, head: int) -> list[int]:
        found: list[int] = []
        for child in self._children[head]:
            if self._tokens[child].relation == "conj":
                found += [child, *self._conjuncts(child)]
        return found

    def _through(self, index: int) -> int:
        if self._tokens[index].lemma not in self._grammar.transparent_nouns:
            return index
        for child in self._children[index]:
            if self._tokens[child].relation == "prep" and self._tokens[child].lemma == "of":
                return next(iter(self._children_in(child, "pobj")), index)
        return index

    def _children_in(self, index: int, relation: str) -> list[int]:
        return [child for child in self._children[index] if self._tokens[child].relation == relation]

    def _verb_at_or_above(self, index: int) -> int | None:
        for candidate in (index, *self._ancestors(index)):
            if self._is_verb(self._tokens[candidate]):
                return candidate
        return None

    def _ancestors(self, index: int) -> list[int]:
        found: list[int] = []
        while self._tokens[index].head != index:
            index = self._tokens[index].head
            found.append(index)
        return found

    def _depth(self, index: int) -> int:
        return len(self._ancestors(index))
