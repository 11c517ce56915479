"""Takes a verb of a Tree, says which form it has: passive, infinitive, with a subject of its own, promising."""

from dragoman.language.clauses.tree import Tree

CONTENT = frozenset({"ccomp", "xcomp"})
SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
OBJECTS = frozenset({"dobj", "obj"})
_PASSIVE_PARTS = frozenset({"auxpass", "nsubjpass", "csubjpass"})
_PARTICIPLES = frozenset({"acl", "advcl", "ccomp", "ROOT", "relcl", "oprd"})


def is_passive(tree: Tree, head: int) -> bool:
    """Whether the verb tells of what was done to its subject: "was sanctioned", "sanctions *imposed* on"."""
    token = tree.tokens[head]
    below = {tree.tokens[child].relation for child in tree.children[head]}
    if below & _PASSIVE_PARTS:
        return True
    if token.tag != "VBN":
        return False
    if token.relation == "conj":
        return _shares_passive(tree, head, below)
    return token.relation in _PARTICIPLES and not below & {"aux", "nsubj"}


def is_infinitive(tree: Tree, head: int) -> bool:
    """Whether the verb has its "to"."""
    return any(tree.tokens[child].tag == "TO" for child in tree.below(head, "aux"))


def has_subject(tree: Tree, head: int) -> bool:
    """Whether the verb has a subject of its own."""
    return any(tree.tokens[child].relation in SUBJECTS for child in tree.children[head])


def first_of(tree: Tree, head: int) -> int:
    """The first of coordinate verbs: "to end the violence and withdraw" is infinitive throughout."""
    while tree.tokens[head].relation == "conj" and tree.is_verb(tree.tokens[tree.tokens[head].head]):
        head = tree.tokens[head].head
    return head


def is_promised(tree: Tree, head: int, below: int) -> bool:
    """ "threatened in October to expel envoys": what is read as a purpose is what is threatened."""
    if tree.tokens[head].lemma not in tree.grammar.subject_control or not is_infinitive(tree, below):
        return False
    return not any(tree.tokens[other].relation in {"dobj", *CONTENT} for other in tree.children[head])


def _shares_passive(tree: Tree, head: int, below: set[str]) -> bool:
    """ "was tried and convicted": the second participle is as passive as the first."""
    above = tree.tokens[head].head
    return not below & {"nsubj", "dobj"} and tree.tokens[above].tag == "VBN" and is_passive(tree, above)
