"""Takes a verb of a Tree, gives what its own words say of its act; who does it is still its "subject" or "agent"."""

from dragoman.language.clauses.prepositions import behind_preposition
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verb_forms import CONTENT, OBJECTS, SUBJECTS, is_infinitive, is_passive, is_promised
from dragoman.records.clause import Argument

_RECEIVERS = frozenset({"dative", "iobj"})
_PREPOSITIONS = frozenset({"prep", "agent", "dative"})
_COMPLEMENTS = frozenset({"acomp", "attr", "oprd"})


def own_arguments(tree: Tree, head: int) -> list[Argument]:
    """The arguments that hang on the verb itself, and the object that a relative clause has lost."""
    found = [argument for child in tree.children[head] for argument in _told_by(tree, head, child)]
    if not any(argument.role == "done-to" for argument in found):
        found += _gap(tree, head, found)
    return found


def _told_by(tree: Tree, head: int, child: int) -> list[Argument]:
    relation = tree.tokens[child].relation
    if relation in SUBJECTS:
        return tree.expand("subject", tree.resolved(child, head))
    if relation in OBJECTS:
        return tree.expand("done-to", tree.resolved(child, head))
    if relation in _RECEIVERS and not tree.below(child, "pobj"):
        return tree.expand("to", child)
    if relation in _PREPOSITIONS:
        return behind_preposition(tree, child)
    if relation in CONTENT or (relation == "advcl" and is_promised(tree, head, child)):
        return _content(tree, child)
    if relation == "prt":
        return [Argument(role="particle", head=child)]
    return _complement(tree, child) if relation in _COMPLEMENTS else []


def _content(tree: Tree, child: int) -> list[Argument]:
    """A clause said or asked for; of "urged NATO to act", parsed as one, the one urged is done-to as well."""
    verbs = [child, *(other for other in tree.conjuncts(child) if tree.is_verb(tree.tokens[other]))]
    found = [Argument(role="content", head=verb) for verb in verbs]
    if is_infinitive(tree, child):
        for subject in tree.below(child, "nsubj"):
            found += tree.expand("done-to", tree.resolved(subject, child), near=False)
    return found


def _complement(tree: Tree, child: int) -> list[Argument]:
    """The adjective of "is ready to act", "was critical of", and what hangs on it, as if it hung on the verb."""
    found = tree.expand("complement", child)
    if tree.tokens[child].relation != "acomp":
        return found
    for inner in tree.children[child]:
        relation = tree.tokens[inner].relation
        if relation == "prep":
            found += behind_preposition(tree, inner)
        elif relation in CONTENT:
            found += _content(tree, inner)
    return found


def _gap(tree: Tree, head: int, found: list[Argument]) -> list[Argument]:
    """The object that a relative clause has lost: "the sanctions that Japan imposed", "the talks he left"."""
    token = tree.tokens[head]
    if token.relation != "relcl" or is_passive(tree, head):
        return []
    subjects = [argument.head for argument in found if argument.role == "subject"]
    complete = any(argument.role in {"content", "complement"} for argument in found)
    if complete or not subjects or token.head in subjects:
        return []
    if any(tree.tokens[index].tag.startswith("W") for index in tree.sentence.subtree(head)):
        return []
    return [Argument(role="done-to", head=token.head, near=False)]
