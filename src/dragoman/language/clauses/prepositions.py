"""Takes a preposition that hangs on a verb, gives what stands behind it, each by the preposition's word."""

from dragoman.language.clauses.tree import Tree
from dragoman.records.clause import Argument


def behind_preposition(tree: Tree, preposition: int) -> list[Argument]:
    """The arguments behind a preposition; those behind the "by" of a passive have the role "agent"."""
    token = tree.tokens[preposition]
    role = "agent" if token.relation == "agent" else token.text.lower()
    # "because of", "due to": one preposition of two words
    second = next((c for c in tree.below(preposition, "pcomp") if tree.tokens[c].tag in {"IN", "TO"}), None)
    if second is not None:
        role = f"{role} {tree.tokens[second].text.lower()}"
    found: list[Argument] = []
    for child in tree.children[preposition]:
        relation = tree.tokens[child].relation
        if relation == "pobj":
            found += tree.expand(role, tree.resolved(child, preposition))
        elif child == second:
            found += _renamed(behind_preposition(tree, child), role)
        elif relation == "pcomp":
            verbs = [child, *(other for other in tree.conjuncts(child) if tree.is_verb(tree.tokens[other]))]
            found += [Argument(role=role, head=verb) for verb in verbs]
        elif relation == "prep":
            found += [
                Argument(role=f"{role} {inner.role}", head=inner.head, near=inner.near)
                for inner in behind_preposition(tree, child)
            ]
    return found


def _renamed(arguments: list[Argument], role: str) -> list[Argument]:
    return [Argument(role=role, head=argument.head, near=argument.near) for argument in arguments]
