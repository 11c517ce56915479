"""Takes a verb's arguments, gives those it shares: the object of the next verb, the sides of its own object."""

from dragoman.language.clauses.prepositions import behind_preposition
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verb_forms import OBJECTS
from dragoman.records.clause import Argument

_SIDES = frozenset({"with", "to", "on", "against", "from", "between", "over", "about", "toward", "towards", "for"})


def shared_objects(tree: Tree, head: int, rest: list[Argument], *, passive: bool) -> list[Argument]:
    """Of "condemned and sanctioned Iran": the first verb has the second's object."""
    if passive or any(argument.role in {"done-to", "content", "complement"} for argument in rest):
        return []
    after = [child for child in tree.below(head, "conj") if child > head]
    # Not far behind, and nothing between them that completes the first: "met in Rome and sanctioned Iran".
    if not after or after[0] - head > 3 or any(head < child < after[0] for child in tree.below(head, "prep")):
        return []
    if tree.below(after[0], "nsubj"):
        return []
    return [
        argument
        for child in tree.children[after[0]]
        if tree.tokens[child].relation in OBJECTS
        for argument in tree.expand("done-to", child, near=False)
    ]


def objects_sides(tree: Tree, arguments: list[Argument]) -> list[Argument]:
    """Of "signed an agreement with Fiji" the parser may hang "with" on the noun: the verb has it too."""
    free = _SIDES - {argument.role for argument in arguments}
    objects = [
        each.head for each in arguments if each.role == "done-to" and tree.tokens[each.head].tag in {"NN", "NNS"}
    ]
    return [
        Argument(role=inner.role, head=inner.head, near=False)
        for noun in objects
        for child in tree.below(noun, "prep")
        if tree.tokens[child].text.lower() in free
        for inner in behind_preposition(tree, child)
    ]
