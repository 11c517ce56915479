"""Takes a draft, gives its evidence: the clause that tells the act, as a whole phrase that can be quoted.

A clause begins with its own subject, also one that it shares with a clause before it or that stands above a relative
clause, never within a noun phrase; it ends before the next clause with a subject of its own: of "Training began, and
Oslo promised shells" the second act is quoted as "Oslo promised shells". What somebody is asked or accused to do is
quoted with the asking ("Kyiv urged Oslo to send shells"). A noun that names somebody who takes part is quoted by itself
("Russia's invasion"), any other with the clause that it stands in ("Moscow rejects the charge").
"""

from collections.abc import Iterator

from dragoman.events.draft import Draft
from dragoman.records.document import Document
from dragoman.records.reading import Reading
from dragoman.records.sentence import Sentence, Token
from dragoman.records.span import Span

_SUBJECTS = frozenset({"doer", "done-to"})
_OWN_SUBJECTS = ("nsubj", "nsubjpass", "expl")
_OF_NOUNS = frozenset({"relcl", "acl"})
_IN_PHRASE = frozenset({"poss", "compound", "amod", "nmod", "det", "nummod", "appos", "conj"})
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_BESIDE = frozenset({"parataxis", "ccomp", "dep"})  # clauses beside the act's, where a mark divides them
_UNFINISHED = frozenset({"VB", "VBG", "VBN"})
_RELATIVE = frozenset({"WDT", "WP"})
_DIVIDING = frozenset({";", ":"})
_JOINTS = frozenset({"cc", "preconj"})
_MARKS = frozenset({",", ";", ":", "-", "–", "—"})


def evidence_of(document: Document, draft: Draft) -> Span:
    """The words of the act's clause, from the beginning of a phrase to the end of one."""
    tokens = draft.reading.sentence.tokens
    first, last = _extent(draft.reading, _teller(draft))
    return document.span(tokens[min(first, *draft.tokens)].start, tokens[max(last, *draft.tokens)].end)


def _teller(draft: Draft) -> int:
    """The word whose clause tells the act: its own, or the verb above a noun that leaves out who takes part."""
    head, sentence = draft.clause.head, draft.reading.sentence
    if draft.clause.kind == "verb" or _stands_alone(draft):
        return head
    return next((above for above in sentence.above(head) if sentence.tokens[above].tag.startswith("VB")), head)


def _stands_alone(draft: Draft) -> bool:
    """Whether a noun's own phrase names somebody who takes part, and nothing is told by the words around it."""
    sentence = draft.reading.sentence
    phrase = sentence.subtree(draft.clause.head)
    start, end = sentence.tokens[phrase[0]].start, sentence.tokens[phrase[-1]].end
    named = {one.id for one in draft.participants if start <= one.start and one.end <= end}
    outside = draft.cue is not None and draft.cue_in is None and draft.cue[0] not in phrase
    lent = any(not argument.near for argument in draft.clause.arguments)  # "Japan imposed sanctions on Iran"
    return bool(named) and not lent and not outside


def _extent(reading: Reading, head: int) -> tuple[int, int]:
    """The first and the last token of the clause at `head`, its subject included, clauses beside it left out."""
    sentence = reading.sentence
    beside = {token for child in _clauses_beside(sentence, head) for token in sentence.subtree(child)}
    own = [token for token in sentence.subtree(head) if token not in beside]
    first = max((token + 1 for token in beside if token < head), default=own[0])
    last = min((token - 1 for token in beside if token > head), default=own[-1])
    first, last = _trimmed(sentence, max(first, own[0]), min(last, own[-1]), head)
    return min(first, head, *_beginnings(reading, head)), last


def _clauses_beside(sentence: Sentence, head: int) -> Iterator[int]:
    """The clauses that hang on that at `head` without being a part of it: coordinate, or behind a semicolon.

    A second verb of the same subject goes on with the clause: "met the two and invited both".
    """
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        if token.relation == "conj" and _is_verb(token):
            if sentence.below(child, *_OWN_SUBJECTS):
                yield child
        elif token.relation in _BESIDE and _is_divided(sentence, head, child):
            yield child


def _is_divided(sentence: Sentence, one: int, other: int) -> bool:
    between = sentence.tokens[min(one, other) + 1 : max(one, other)]
    return any(token.text in _DIVIDING for token in between)


def _trimmed(sentence: Sentence, first: int, last: int, head: int) -> tuple[int, int]:
    """The extent without what only joins it to its neighbours: commas, "and", "that", "where"."""
    tokens = sentence.tokens
    while first < head and _joins(sentence, first, head):
        first += 1
    while last > head and (tokens[last].relation in _JOINTS or tokens[last].text in _MARKS):
        last -= 1
    return first, last


def _joins(sentence: Sentence, index: int, head: int) -> bool:
    """Whether a token at the beginning of the clause at `head` is no part of what it tells."""
    token = sentence.tokens[index]
    if sentence.tokens[head].relation == "relcl" and token.head != head:  # "in which", "for whom"
        return token.tag in _RELATIVE and sentence.tokens[token.head].relation == "prep"
    if sentence.tokens[head].relation == "relcl" and token.relation == "prep":
        return any(sentence.tokens[child].tag in _RELATIVE for child in sentence.children[index])
    return (
        token.relation in _JOINTS
        or token.text in _MARKS
        or (token.relation == "mark" and token.lemma == "that")
        or (token.tag == "WRB" and sentence.tokens[head].relation == "relcl")
    )


def _beginnings(reading: Reading, head: int) -> Iterator[int]:
    """Where the phrases begin that the clause at `head` begins with: of its subjects, else of the clause above."""
    sentence = reading.sentence
    clause = reading.clauses.get(head)
    subjects = [each.head for each in clause.arguments if each.role in _SUBJECTS] if clause is not None else []
    if not subjects and sentence.tokens[head].relation in _OF_NOUNS:
        subjects = [sentence.tokens[head].head]
    yield from (_beginning(sentence, subject) for subject in subjects)
    if sentence.tokens[head].relation not in _OF_NOUNS and (
        any(_is_object_above(sentence, subject, head) for subject in subjects)
        or (not subjects and sentence.tokens[head].tag in _UNFINISHED)
    ):
        yield from _beginning_above(reading, head)


def _beginning_above(reading: Reading, head: int) -> Iterator[int]:
    """Where the clause above begins, if it stands in front: "Kyiv urged Oslo" before "to send shells"."""
    tokens = reading.sentence.tokens
    verb = next((above for above in reading.sentence.above(head) if tokens[above].tag.startswith("VB")), None)
    if verb is not None and verb < head:
        yield _extent(reading, verb)[0]


def _is_object_above(sentence: Sentence, word: int, head: int) -> bool:
    """Whether the clause above has for its object who does what the clause at `head` tells."""
    return word < head and sentence.tokens[word].relation in _OBJECTS and head not in sentence.above(word)


def _beginning(sentence: Sentence, word: int) -> int:
    """Where the noun phrase begins in which a word stands: of "leaders" in "the allied leaders", at "the"."""
    tokens = sentence.tokens
    while tokens[word].head != word:
        above = tokens[tokens[word].head]
        if tokens[word].relation in _IN_PHRASE and not _is_verb(above) and not _is_divided(sentence, word, above.index):
            word = above.index
        elif above.relation == "prep" and not _is_verb(tokens[above.head]):
            word = above.head
        else:
            break
    return sentence.subtree(word)[0]


def _is_verb(token: Token) -> bool:
    return token.tag.startswith(("VB", "MD"))
