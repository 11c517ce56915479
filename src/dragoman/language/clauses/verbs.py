"""Takes a Tree, gives the clauses of its verbs."""

from collections.abc import Mapping
from dataclasses import replace

from dragoman.language.clauses.arguments import own_arguments
from dragoman.language.clauses.governors import Governor, governor_of
from dragoman.language.clauses.objects import objects_sides, shared_objects
from dragoman.language.clauses.subjects import borrowed_subjects
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verb_forms import has_subject, is_passive
from dragoman.records.clause import Argument, Clause

_AUXILIARIES = frozenset({"aux", "auxpass", "neg", "advmod", "preconj"})


def verb_clauses(tree: Tree) -> dict[int, Clause]:
    """One clause for each verb that is not an auxiliary, by its token."""
    verbs = [token.index for token in tree.tokens if tree.is_verb(token)]
    done: dict[int, Clause] = {}
    for head in sorted(verbs, key=tree.depth):  # from above: a clause borrows from those that it hangs on
        done[head] = _clause(tree, head, done)
    return done


def _clause(tree: Tree, head: int, done: Mapping[int, Clause]) -> Clause:
    passive = is_passive(tree, head)
    governor = governor_of(tree, head)
    return Clause(
        head=head,
        lemma=tree.tokens[head].lemma,
        kind="verb",
        arguments=tuple(_arguments(tree, head, governor, done, passive=passive)),
        auxiliaries=_auxiliaries(tree, head, done),
        governor=governor[0],
        governed_as=governor[1],
        passive=passive,
    )


def _arguments(
    tree: Tree, head: int, governor: Governor, done: Mapping[int, Clause], *, passive: bool
) -> list[Argument]:
    own = own_arguments(tree, head)
    subjects = [argument for argument in own if argument.role == "subject"]
    rest = [argument for argument in own if argument.role != "subject"]
    if not subjects and not tree.below(head, "expl"):
        subjects = borrowed_subjects(tree, head, governor, done)
    subject_role = "done-to" if passive else "doer"
    if passive and any(argument.role == "done-to" for argument in rest):
        subject_role = "to"  # "Ukraine was given tanks": the subject is the one given to
    filled = [replace(subject, role=subject_role) for subject in subjects]
    rest += shared_objects(tree, head, rest, passive=passive)
    rest += objects_sides(tree, filled + rest)
    agent_role = "doer" if passive else "by"
    return filled + [replace(argument, role=agent_role) if argument.role == "agent" else argument for argument in rest]


def _auxiliaries(tree: Tree, head: int, done: Mapping[int, Clause]) -> tuple[int, ...]:
    """The verb's own auxiliaries, and those it shares with the verb before: "will meet and thank"."""
    token = tree.tokens[head]
    own = tuple(child for child in tree.children[head] if tree.tokens[child].relation in _AUXILIARIES)
    bare = not any(tree.tokens[child].relation in {"aux", "auxpass"} for child in own) and not has_subject(tree, head)
    if token.relation == "conj" and bare and token.head in done and token.tag in {"VB", "VBN", "VBG"}:
        return tuple(dict.fromkeys((*done[token.head].auxiliaries, *own)))
    return own
