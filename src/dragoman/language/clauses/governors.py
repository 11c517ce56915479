"""Takes a verb of a Tree, gives the word that its clause depends on, and how: as content, as purpose, as condition."""

from dragoman.language.clauses.lists import list_governor
from dragoman.language.clauses.tree import Tree
from dragoman.language.clauses.verb_forms import CONTENT, is_promised
from dragoman.records.sentence import Token

Governor = tuple[int | None, str | None]  # `governor` and `governed_as` of a Clause

_OF_NOUNS = {"relcl": "relative", "acl": "noun"}
_OPENERS = {"if": "condition", "unless": "condition", "because": "reason", "since": "reason", "after": "after"}
_SHARED = frozenset({"content", "item", "condition", "purpose", "noun"})
_SHARED_PREPOSITIONS = frozenset({"by", "after", "before", "in", "without"})


def governor_of(tree: Tree, head: int) -> Governor:
    """The token that the verb's clause depends on and how; neither for the sentence's main verb."""
    token = tree.tokens[head]
    if token.head == head:
        return None, None
    listed = list_governor(tree, head)
    return (listed, "item") if listed is not None else _by_relation(tree, token)


def _by_relation(tree: Tree, token: Token) -> Governor:
    above = tree.tokens[token.head]
    if token.relation in CONTENT:
        return tree.verb_at_or_above(above.index), "content"
    if token.relation == "conj":
        return _coordinated(tree, above.index)
    if token.relation in _OF_NOUNS:
        return above.index, _OF_NOUNS[token.relation]
    if token.relation == "pcomp" or above.relation == "prep":
        return _over_preposition(tree, above)
    if token.relation != "advcl":
        return tree.verb_at_or_above(above.index), token.relation
    if is_promised(tree, above.index, token.index):
        return above.index, "content"
    return tree.verb_at_or_above(above.index), _adverbial(tree, token.index)


def _coordinated(tree: Tree, first: int) -> Governor:
    """A second verb shares the governor of the first one, if that is a governor that can be shared."""
    above, governed_as = governor_of(tree, first)
    if governed_as in _SHARED and above is not None:
        return above, governed_as
    if governed_as in tree.grammar.object_gerunds or governed_as in _SHARED_PREPOSITIONS:
        return above, governed_as
    return first, "coordinate"


def _over_preposition(tree: Tree, preposition: Token) -> Governor:
    up = tree.tokens[preposition.head]
    while up.relation == "prep" and up.head != up.index:  # "including through attacking ships"
        up = tree.tokens[up.head]
    return (up.index, preposition.lemma) if tree.is_verb(up) else (tree.verb_at_or_above(up.index), "noun")


def _adverbial(tree: Tree, head: int) -> str:
    for child in tree.children[head]:
        token = tree.tokens[child]
        if token.relation == "mark" and token.lemma in _OPENERS:
            return _OPENERS[token.lemma]
        if token.relation == "aux" and token.tag == "TO":
            return "purpose"
    return "adverbial"
