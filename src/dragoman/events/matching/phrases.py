"""Takes a clause and the phrase of a frame, gives the tokens of the phrase, if all its words stand in the clause."""

from calendar import day_name, month_abbr, month_name
from collections.abc import Iterable, Iterator

from dragoman.records.clause import Clause
from dragoman.records.reading import Reading
from dragoman.records.sentence import Token

_DATES = frozenset({*month_name, *month_abbr, *day_name} - {""})
_OTHER_CLAUSES = frozenset({"nsubj", "conj", "relcl", "advcl", "ccomp", "parataxis"})
_ANYWHERE = -1  # the token of a preposition, whose place does not matter


def phrase_tokens(reading: Reading, clause: Clause, phrase: tuple[str, ...]) -> tuple[int, ...] | None:
    """The tokens of the phrase: its trigger, and each further word among arguments, prepositions or modifiers."""
    matched = [clause.head]
    words = phrase[1:] if clause.kind == "verb" else phrase[:-1]
    if clause.kind == "verb" and phrase[0] == "be" and clause.lemma != "be":
        words = phrase[2:]
    open_ = list(words)
    while open_:  # a modifier is found only once its noun is: "launch cyber command"
        found = {
            word: token for word in open_ if (token := _word_at(reading, clause, word, phrase, matched)) is not None
        }
        if not found:
            return None
        matched += [token for token in found.values() if token != _ANYWHERE]
        open_ = [word for word in open_ if word not in found]
    return tuple(sorted(set(matched)))


def is_date(token: Token) -> bool:
    """Whether a word is a date: "called him in March" does not call anybody in."""
    return token.tag == "CD" or (token.tag == "NNP" and token.text in _DATES)


def _word_at(
    reading: Reading, clause: Clause, word: str, phrase: tuple[str, ...], matched: Iterable[int]
) -> int | None:
    """The token of one word of a phrase, among what belongs to the clause and the tokens matched before."""
    places = (
        _as_argument(reading, clause, word, phrase),
        _below_matched(reading, word, matched),
        _inside_object(reading, clause, word),
    )
    found = next((index for place in places for index in place), None)
    return _ANYWHERE if found is None and _is_preposition(reading, clause, word) else found


def _as_argument(reading: Reading, clause: Clause, word: str, phrase: tuple[str, ...]) -> Iterator[int]:
    # A noun of the phrase is the object, unless the phrase has a preposition for it: "resort to force".
    holders = {"done-to", "complement", *phrase} - {"doer"}
    for argument in clause.arguments:
        token = reading.sentence.tokens[argument.head]
        if argument.role == "particle" and token.text.lower() == word:
            yield token.index
        if argument.role in holders and word in {token.lemma.lower(), token.text.lower()}:
            yield token.index


def _below_matched(reading: Reading, word: str, matched: Iterable[int]) -> Iterator[int]:
    for index in matched:
        for child in reading.sentence.children[index]:
            token = reading.sentence.tokens[child]
            if word in {token.lemma.lower(), token.text.lower()} and token.relation not in _OTHER_CLAUSES:
                yield child


def _inside_object(reading: Reading, clause: Clause, word: str) -> Iterator[int]:
    """Of "areas of concern", "acts of aggression": one step further in."""
    tokens, children = reading.sentence.tokens, reading.sentence.children
    for head in clause.heads("done-to"):
        for preposition in children[head]:
            if tokens[preposition].relation == "prep" and tokens[preposition].lemma == "of":
                yield from (child for child in children[preposition] if tokens[child].lemma.lower() == word)


def _is_preposition(reading: Reading, clause: Clause, word: str) -> bool:
    """Whether the word introduces an argument; but "called him in March" does not call anybody in."""
    return any(
        (a.role == word or a.role.startswith(f"{word} ")) and not is_date(reading.sentence.tokens[a.head])
        for a in clause.arguments
    )
