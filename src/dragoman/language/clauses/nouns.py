"""Takes a Tree and the clauses of its verbs, gives the clauses of the nouns that tell acts.

"Japan's visit to Madrid", "talks between A and B", "an attack by rebels on B".
"""

from collections.abc import Iterator, Mapping

from dragoman.language.clauses.governors import Governor
from dragoman.language.clauses.tree import Tree
from dragoman.records.clause import Argument, Clause

_MODIFIERS = frozenset({"amod", "compound", "nmod", "npadvmod"})
_SHARED = frozenset({"doer", "modifier", "between", "with"})
_NOT_LENT = frozenset({"done-to", "particle", "complement"})
_LENT_IN_PART = frozenset({"doer", "with", "to"})
_NEGATORS = frozenset({"no", "neither", "never", "not"})


def noun_clauses(tree: Tree, verbs: Mapping[int, Clause]) -> Iterator[Clause]:
    """One clause for each noun that some frame takes for an act."""
    for token in tree.tokens:
        if (
            token.tag.startswith("NN")
            and token.lemma.lower() in tree.grammar.act_nouns
            and token.relation != "compound"
        ):
            yield _clause(tree, verbs, token.index)


def _clause(tree: Tree, verbs: Mapping[int, Clause], head: int) -> Clause:
    top = _first_conjunct(tree, head)
    arguments = [*_own_arguments(tree, head)]
    arguments += _lent_by_relatives(tree, verbs, head, arguments)
    if top != head:
        arguments += _shared(tree, top, arguments)
    auxiliaries = tuple(child for child in tree.children[head] if tree.tokens[child].lemma in _NEGATORS)
    verb, role = _verb_and_role(tree, verbs, top)
    governor, governed_as = (verb.head, role) if verb is not None else _noun_above(tree, top)
    if verb is not None and role == "done-to" and verb.lemma in tree.grammar.light_verbs:
        arguments += _lent(verb, head, arguments)
        if verb.lemma not in tree.grammar.half_light_verbs:
            auxiliaries += verb.auxiliaries
        governed_as = "light"
    elif verb is not None and role == "done-to" and verb.lemma in tree.grammar.lending_verbs:
        arguments += [argument for argument in _lent(verb, head, arguments) if argument.role in _LENT_IN_PART]
    elif verb is not None and verb.lemma == "be" and role == "complement":
        auxiliaries += verb.auxiliaries  # "there were no talks", "there will be a meeting"
    return Clause(
        head=head,
        lemma=tree.tokens[head].lemma.lower(),
        kind="noun",
        arguments=tuple(arguments),
        auxiliaries=auxiliaries,
        governor=governor,
        governed_as=governed_as,
    )


def _first_conjunct(tree: Tree, head: int) -> int:
    while tree.tokens[head].relation == "conj" and tree.tokens[tree.tokens[head].head].tag.startswith("NN"):
        head = tree.tokens[head].head
    return head


# What the noun's own words say.


def _own_arguments(tree: Tree, head: int) -> Iterator[Argument]:
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.relation == "poss":
            yield from tree.expand("doer", child)
        elif token.relation in _MODIFIERS:
            yield from tree.expand("modifier", child)
        elif token.relation in {"prep", "agent"}:
            yield from _behind_preposition(tree, child)
        elif token.relation == "acl" and any(tree.tokens[inner].tag == "TO" for inner in tree.children[child]):
            yield Argument(role="content", head=child)
        elif token.relation == "acl" and token.tag == "VBG" and token.lemma == "involve":
            for inner in tree.below(child, "dobj"):
                yield from tree.expand("between", inner)


def _behind_preposition(tree: Tree, preposition: int) -> Iterator[Argument]:
    word = tree.tokens[preposition].text.lower()
    role = "doer" if word == "by" else "between" if word in tree.grammar.between_words else word
    for child in tree.children[preposition]:
        relation = tree.tokens[child].relation
        if relation == "pobj":
            yield from tree.expand(role, child)
        elif relation == "pcomp":
            yield Argument(role=role, head=child)
        elif relation == "prep":
            for inner in _behind_preposition(tree, child):
                yield Argument(role=f"{word} {inner.role}", head=inner.head)


def _shared(tree: Tree, first: int, own: list[Argument]) -> list[Argument]:
    """What the first of two coordinate nouns says for both: "Japan's visit and talks"."""
    free = _SHARED - {argument.role for argument in own}
    return [
        Argument(role=argument.role, head=argument.head, near=False)
        for argument in _own_arguments(tree, first)
        if argument.role in free
    ]


# The word that the noun leans on.


def _verb_and_role(tree: Tree, verbs: Mapping[int, Clause], head: int) -> tuple[Clause | None, str | None]:
    """The verb clause in which the noun fills a role, and which."""
    for index in tree.ancestors(head):
        verb = verbs.get(index)
        if verb is not None:
            roles = [argument.role for argument in verb.arguments if argument.head == head and argument.near]
            return verb, roles[0] if roles else _outer_role(tree, verb, head)
        token = tree.tokens[index]
        if token.tag.startswith(("NN", "PRP")) and token.lemma not in tree.grammar.transparent_nouns:
            break
    return None, None


def _outer_role(tree: Tree, verb: Clause, head: int) -> str | None:
    """The role of a noun that stands behind "a series of"."""
    above = tree.tokens[tree.tokens[head].head]
    if above.relation != "prep":
        return tree.tokens[head].relation
    return next((each.role for each in verb.arguments if each.head in {above.head, head}), above.lemma)


def _lent(verb: Clause, head: int, own: list[Argument]) -> list[Argument]:
    """The light verb's subject and its prepositional phrases."""
    told = not {argument.role for argument in own}.isdisjoint({"doer", "between"})
    return [
        Argument(role=argument.role, head=argument.head, near=False)
        for argument in verb.arguments
        if argument.head != head and argument.role not in _NOT_LENT and not (told and argument.role == "doer")
    ]


def _lent_by_relatives(tree: Tree, verbs: Mapping[int, Clause], head: int, own: list[Argument]) -> Iterator[Argument]:
    """ "a request that Kyiv has made": what the light verb of a relative clause says of the noun, its object."""
    for child in tree.below(head, "relcl"):
        verb = verbs.get(child)
        if verb is not None and verb.lemma in tree.grammar.light_verbs and head in verb.heads("done-to"):
            yield from _lent(verb, head, own)


def _noun_above(tree: Tree, head: int) -> Governor:
    """Of "plans for a meeting": the plans, and "for"."""
    above = tree.tokens[tree.tokens[head].head]
    if above.index == head:
        return None, None
    if above.relation in {"prep", "agent"} or above.tag in {"IN", "TO"}:
        return above.head, above.lemma
    return above.index, tree.tokens[head].relation
