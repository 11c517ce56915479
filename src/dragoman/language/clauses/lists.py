"""Takes a gerund, gives the verb that its list hangs on: "imposed sanctions, including banning …; freezing …"."""

from dragoman.language.clauses.tree import Tree
from dragoman.records.sentence import Token

_OPENERS = frozenset({"include", "including"})


def list_governor(tree: Tree, head: int) -> int | None:
    """The verb over the word that a list introduced by "including" hangs on, if `head` is an item of such a list."""
    opener = _opener(tree, head)
    return None if opener is None else tree.verb_at_or_above(tree.tokens[opener].head)


def _opener(tree: Tree, head: int) -> int | None:
    """The "including" that is found by going up from item to item."""
    token = tree.tokens[head]
    if token.tag != "VBG":
        return None
    seen = {head}
    while token.relation in {"conj", "advcl", "pcomp", "dep"}:
        above = tree.tokens[token.head]
        if above.lemma in _OPENERS and above.relation in {"prep", "acl", "advcl"}:
            return above.index
        if above.index in seen or above.tag != "VBG":
            return _opener_before(tree, head, above) if token.relation in {"advcl", "conj"} else None
        seen.add(above.index)
        token = above
    return None


def _opener_before(tree: Tree, head: int, above: Token) -> int | None:
    """A list whose later items the parser hung on the main verb: "imposed …, including banning …; freezing …"."""
    openers = [child for child in tree.children[above.index] if tree.tokens[child].lemma in _OPENERS and child < head]
    openers += [
        token.index
        for token in tree.tokens[above.index + 1 : head]
        if token.lemma in _OPENERS and token.relation == "prep" and tree.tokens[token.head].head == above.index
    ]
    separated = any(token.text in {",", ";"} for token in tree.tokens[max(0, head - 2) : head])
    return openers[0] if openers and separated else None
