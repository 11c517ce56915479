"""Takes the words of a date expression, gives what it hangs on: the verb or noun that it dates."""

from dragoman.events.dates.meanings import Current, Weekday
from dragoman.events.dates.reading.words import Read, Words
from dragoman.records.sentence import Token

_ATTRIBUTES = frozenset({"compound", "nummod", "nmod", "amod", "poss"})
_PREPOSITIONS = frozenset({"IN", "TO"})
_DASHES = frozenset({"-", "–", "—", "--"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_UNIQUE = frozenset({"first", "only"})  # and superlatives: "the first meeting in five years" looks back
_DEEPEST = 40


def governor(words: Words, first: int, last: int) -> int:
    """The verb or noun on which the expression hangs, seen through prepositions, names and other times."""
    above = words.tokens[_root(words, first, last).head]
    for _ in range(_DEEPEST):
        is_name = above.tag.startswith("NNP") and words.at(first) != "of"
        is_time = words.at(above.index) in words.calendar.units or first <= above.index <= last
        if above.head == above.index or not (above.tag in _PREPOSITIONS or is_name or is_time):
            break
        above = words.tokens[above.head]
    return above.index


def noun_dated(words: Words, at: int, read: Read, introduced: str) -> int | None:
    """The noun right behind of which the date is an attribute."""
    after = read.last + 1
    if after >= len(words.small):
        return None
    if words.at(after) in _DASHES and words.tokens[after].start > words.tokens[read.last].end:
        return None  # the date of a dateline: "Feb 26 - The minister …"
    root = _root(words, at, read.last)
    noun = words.tokens[root.head]
    if words.at(after) in _POSSESSIVE and words.tokens[after].tag == "POS":
        return noun.index if noun.index > after else None
    if noun.index <= read.last or root.relation not in _ATTRIBUTES or not noun.tag.startswith("NN"):
        return None
    # "On Tuesday President Biden …": the parser takes the day for a part of the name.
    if isinstance(read.meaning, (Weekday, Current)) and (introduced or noun.tag.startswith("NNP")):
        return None
    return None if words.at(after) == "," and read.sure and introduced else noun.index


def is_sure_before_noun(words: Words, at: int) -> bool:
    """Whether a bare year or month before a noun is one: "the 2014 accord", not "Flight 2014"."""
    before = words.tokens[at - 1] if at else None
    if words.at(at) in words.calendar.doubtful:
        return before is not None and before.tag in {"DT", "POS", "PRP$"}
    return before is None or before.tag not in {"NN", "NNP", "$", "CD", "#"}


def is_agent(words: Words, at: int, begin: int) -> bool:
    """Whether the preposition at `begin` makes of a doubtful month a person: "opposed by May"."""
    return words.at(at) in words.calendar.doubtful and words.tokens[begin].relation == "agent"


def follows_unique(words: Words, at: int) -> bool:
    """Whether "first", "only" or a superlative went before, with no "will" or "has" since."""
    for index in range(at - 1, -1, -1):
        if words.at(index) in _UNIQUE or words.tokens[index].tag in {"JJS", "RBS"}:
            return words.at(index) != "least"
        if words.tokens[index].tag == "MD" or words.at(index) in {"has", "have"}:
            return False
    return False


def _root(words: Words, first: int, last: int) -> Token:
    """The token of the expression that hangs on a token outside it; the first one, where the parse breaks it up."""
    for token in words.tokens[first : last + 1]:
        if not first <= token.head <= last or token.head == token.index:
            return token
    return words.tokens[first]
