"""Takes a verb without a subject of its own, gives whose act it is: by control, coordination, or the noun above it."""

from collections.abc import Mapping

from dragoman.language.clauses.governors import Governor
from dragoman.language.clauses.prepositions import behind_preposition
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verb_forms import first_of, is_infinitive
from dragoman.records.clause import Argument, Clause

_MODIFIERS = frozenset({"amod", "compound", "nmod"})


def borrowed_subjects(tree: Tree, head: int, governor: Governor, done: Mapping[int, Clause]) -> list[Argument]:
    """The subjects of the verb at `head`, taken from the clauses above, which are `done`."""
    relation = tree.tokens[head].relation
    if relation == "relcl" or (relation == "acl" and not is_infinitive(tree, head)):
        return tree.expand("subject", tree.tokens[head].head, near=False)
    index, governed_as = governor
    above = done.get(index) if index is not None else None
    if above is None or relation == "acl" or governed_as == "noun":
        return _subjects_of_noun(tree, head, done)
    return _far(_controllers(tree, head, above, governed_as))


def _controllers(tree: Tree, head: int, above: Clause, governed_as: str | None) -> list[int]:
    """The tokens of the clause above that do what the clause at `head` tells."""
    surface = above.heads("done-to" if above.passive else "doer")
    if governed_as == "coordinate":
        return surface
    if governed_as in {"content", "item"}:
        return surface if above.passive else _undertaking(tree, head, above, governed_as)
    if governed_as in tree.grammar.object_gerunds and above.heads("done-to"):
        return above.heads("done-to")
    return above.heads("doer") if governed_as == "purpose" else surface


def _undertaking(tree: Tree, head: int, above: Clause, governed_as: str | None) -> list[int]:
    """Who is to do what is said: "Japan promised NATO to act" and "Japan urged NATO to act" differ."""
    doers = above.heads("doer")
    if not is_infinitive(tree, first_of(tree, head)):
        return doers
    asked = above.heads("done-to") or above.heads("on") or above.heads("to")
    if governed_as == "content" and asked and above.lemma not in tree.grammar.subject_control:
        return asked
    return above.heads("for") or doers


def _subjects_of_noun(tree: Tree, head: int, done: Mapping[int, Clause]) -> list[Argument]:
    """Of "Japan's decision to enact": the possessor, the maker or the nation; else who does what the noun hangs on."""
    noun = _noun_above(tree, head)
    if noun is None:
        first = _noun_above(tree, first_of(tree, head))
        return _far(_asked_for(tree, first, done)) if first is not None else []
    owners = _owners(tree, noun)
    if owners:
        return [argument for owner in owners for argument in tree.expand("subject", owner, near=False)]
    makers = _makers(tree, noun) or _nations(tree, noun)[:1]
    if makers:
        return _far(makers)
    asked = _asked_for(tree, noun, done)
    if asked:
        return _far(asked)
    above = done.get(tree.tokens[noun].head)
    if above is None or noun not in above.heads("done-to") + above.heads("complement"):
        return []
    return _far(above.heads("doer"))


def _asked_for(tree: Tree, noun: int, done: Mapping[int, Clause]) -> list[int]:
    """ "asked Oslo for two things: to lend …", "thanked Oslo for its efforts to end …": the verb's object."""
    preposition = tree.tokens[tree.tokens[noun].head]
    above = done.get(preposition.head) if preposition.lemma == "for" else None
    return above.heads("done-to") if above is not None and not above.passive else []


def _noun_above(tree: Tree, head: int) -> int | None:
    above = tree.tokens[head].head
    if tree.tokens[above].relation in {"prep", "agent"} or tree.tokens[above].tag in {"IN", "TO"}:
        above = tree.tokens[above].head
    return above if tree.tokens[above].tag.startswith(("NN", "PRP")) and above != head else None


def _owners(tree: Tree, noun: int) -> list[int]:
    """The possessors of a noun, or of the noun that it is coordinate with."""
    owners = tree.below(noun, "poss")
    if not owners and tree.tokens[noun].relation == "conj":
        return tree.below(tree.tokens[noun].head, "poss")
    return owners


def _makers(tree: Tree, noun: int) -> list[int]:
    """Of "a pledge by Japan", "an order from Kyiv": Japan, Kyiv."""
    return [
        inner.head
        for child in tree.children[noun]
        if tree.tokens[child].relation in {"prep", "agent"} and tree.tokens[child].lemma in {"by", "from"}
        for inner in behind_preposition(tree, child)
    ]


def _nations(tree: Tree, noun: int) -> list[int]:
    """Of "the Japanese decision": "Japanese", and any other name before the noun."""
    return [
        child
        for child in tree.children[noun]
        if tree.tokens[child].relation in _MODIFIERS and tree.tokens[child].text[:1].isupper()
    ]


def _far(heads: list[int]) -> list[Argument]:
    return [Argument(role="subject", head=head, near=False) for head in heads]
