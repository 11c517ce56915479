"""Takes a word of a sentence, gives the acts that it tells or carries: "begin to withdraw", "the release of"."""

from collections.abc import Container, Iterator

from dragoman.records.reading import Reading

# Words that point back to an act told before.
POINTERS = frozenset({"it", "they", "them", "this", "these", "that", "those", "which", "talks"})
# Verbs that only carry another act, so that what is asked or promised is that one: "agreed to begin withdrawing".
_CARRIERS = frozenset(
    {"be", "begin", "start", "continue", "keep", "resume", "help", "proceed", "go", "try", "seek", "work", "consider"}
)
_GOING_ON = frozenset({"on", "with"})  # "go on helping"
_PREPOSITIONS = frozenset({"of", "to", "for", "in", "on", "by"})


def acts_at(reading: Reading, head: int, told: Container[int], *, depth: int) -> Iterator[int]:
    """The act at a head if one is told there, else those up to `depth` steps below that the word carries."""
    if head in told:
        yield head
    elif depth:
        for inner in _carried(reading, head):
            if inner != head:
                yield from acts_at(reading, inner, told, depth=depth - 1)


def _is_verb(reading: Reading, head: int) -> bool:
    return head in reading.clauses and reading.clauses[head].kind == "verb"


def _carried(reading: Reading, head: int) -> list[int]:
    clause = reading.clauses.get(head)
    if clause is not None and clause.kind == "verb":
        carries = clause.lemma in _CARRIERS
        roles = {"done-to", "complement", "of"} | ({"content"} if carries else set())
        return [
            argument.head
            for argument in clause.arguments
            if argument.role in roles or (carries and argument.role in _GOING_ON and _is_verb(reading, argument.head))
        ]
    tokens, children = reading.sentence.tokens, reading.sentence.children
    below: list[int] = []
    for child in children[head]:
        token = tokens[child]
        if token.relation == "prep" and token.lemma in _PREPOSITIONS:
            below += [inner for inner in children[child] if tokens[inner].relation in {"pobj", "pcomp"}]
        elif token.relation in {"conj", "acl", "relcl"}:
            below.append(child)
    return below
