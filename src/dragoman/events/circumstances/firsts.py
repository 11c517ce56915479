"""Takes a sentence, gives what it tells as a first: "the first Finnish president to address the Council"."""

from collections.abc import Iterator

from dragoman.records.document import Document
from dragoman.records.sentence import Sentence, Token
from dragoman.records.span import Span

# Behind "first" they make a name, a rank, a part or a mere number of the order, not a first.
_NOT_FIRSTS = frozenset({
    "quarter", "half", "lady", "vice", "deputy", "secretary", "minister", "name", "place", "step", "day", "week",
    "month", "year", "floor", "reading", "instance", "glance", "aid", "amendment", "person", "hand", "degree", "world",
    "round", "phase", "stage", "part", "two", "three", "four", "five", "few", "several", "of", "and", "or", "sight",
    "class", "line", "tranche", "strike", "responder", "principle", "priority", "point", "paragraph", "article",
})  # fmt: skip
_RANKS = frozenset({
    "lady", "vice", "deputy", "secretary", "and", "or", "of", "two", "three", "four", "five", "few", "several",
})  # fmt: skip
_BEFORE_NOUN = frozenset({"amod", "nmod", "compound", "npadvmod", "advmod", "nummod"})
_CLAUSES_OF_FIRST = frozenset({"relcl", "acl", "prep", "xcomp", "advcl", "ccomp"})
_FIRSTS = frozenset({"first", "first-ever"})
_TIMES = frozenset({"year", "month", "week", "day", "decade", "century", "history"})


def find_firsts(document: Document, sentence: Sentence) -> list[tuple[int, Span]]:
    """Each first of the sentence: the token of the word "first", and the words that tell it."""
    return list(_firsts(document, sentence))


def _firsts(document: Document, sentence: Sentence) -> Iterator[tuple[int, Span]]:
    tokens = sentence.tokens
    for token in tokens:
        if token.text.lower() not in _FIRSTS:
            continue
        noun = _noun(sentence, token)
        if noun is None or not _is_first(sentence, token, noun):
            continue
        first, last = _extent(sentence, token, noun)
        yield token.index, document.span(tokens[first].start, tokens[last].end)


def _noun(sentence: Sentence, first: Token) -> Token | None:
    """The noun that "first" is said of; "first" itself in "the first since 2011"."""
    head = sentence.tokens[first.head]
    if first.relation in _BEFORE_NOUN and head.index > first.index:
        while head.relation in _BEFORE_NOUN and not head.tag.startswith("NN") and head.head > head.index:
            head = sentence.tokens[head.head]  # "first-ever meeting", "first in-person meeting"
        return head if head.tag.startswith("NN") else None
    return first if first.relation not in {"advmod", "npadvmod"} else None


def _is_first(sentence: Sentence, first: Token, noun: Token) -> bool:
    tokens = sentence.tokens
    after = _lower(sentence, first.index + 1)
    if noun is first:
        # "the first since 2011", "the first to recognize": nothing but "the" before, and what it is the first of behind
        return _lower(sentence, first.index - 1) in {"the", "its", "their"} and after in {"since", "in", "to", "ever"}
    if noun.lemma.lower() == "time":
        return True
    if tokens[first.index + 1].lemma.lower() in _NOT_FIRSTS and after != "ever":
        return tokens[first.index + 1].index != noun.index and _tells(sentence, noun) and after not in _RANKS
    return noun.lemma.lower() not in _NOT_FIRSTS or _tells(sentence, noun)


def _tells(sentence: Sentence, noun: Token) -> bool:
    """Whether the noun goes on to say of what it is the first: "the first minister to visit"."""
    children = sentence.children[noun.index]
    return any(child > noun.index and sentence.tokens[child].relation in {"relcl", "acl"} for child in children)


def _extent(sentence: Sentence, first: Token, noun: Token) -> tuple[int, int]:
    """From "for the" or "the" to the end of what it is the first of."""
    begin = first.index
    while begin and (sentence.tokens[begin - 1].tag in {"DT", "PRP$", "POS"} or _lower(sentence, begin - 1) == "very"):
        begin -= 1
    if noun.lemma.lower() == "time" and _lower(sentence, begin - 1) == "for":
        begin -= 1
    last = noun.index
    for child in sentence.children[noun.index]:
        is_clause = child > last and sentence.tokens[child].relation in _CLAUSES_OF_FIRST
        if is_clause and _is_close(sentence, last, child):
            last = max(sentence.subtree(child))
    last = _with_time(sentence, _with_infinitive(sentence, noun, last))
    while last > noun.index and sentence.tokens[last].tag in {",", ".", ":", "''", "``"}:
        last -= 1
    return begin, last


def _is_close(sentence: Sentence, last: int, child: int) -> bool:
    """Whether no comma stands between: "the first visit, which …" ends before it."""
    begin = min(sentence.subtree(child))
    return begin > last and all(sentence.tokens[at].tag not in {",", ":"} for at in range(last + 1, begin + 1))


def _with_infinitive(sentence: Sentence, noun: Token, last: int) -> int:
    """As in "became the first country to ratify it", where the parser hangs the infinitive on the verb."""
    if last != noun.index or _lower(sentence, last + 1) != "to":
        return last
    verb = sentence.tokens[sentence.tokens[last + 1].head]
    if verb.tag != "VB" or verb.head != noun.head:
        return last
    return max(sentence.subtree(verb.index))


def _with_time(sentence: Sentence, last: int) -> int:
    """With "ever", "in five years", "since 2011" right behind, wherever the parser hangs them."""
    after = last + 1
    if _lower(sentence, after) == "ever":
        return after
    if _lower(sentence, after) not in {"in", "since"}:
        return last
    below = sentence.subtree(after)
    end = max(below)
    is_time = any(sentence.tokens[at].lemma.lower() in _TIMES or sentence.tokens[at].tag == "CD" for at in below)
    return end if min(below) == after and (is_time or _lower(sentence, after) == "since") else last


def _lower(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at].text.lower() if 0 <= at < len(sentence.tokens) else ""
