"""Lighting: takes a text and where in it words stand that matter, gives it as pieces that are lit or not."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

_TOKENS = re.compile(r"\w+(?:[’'.,-]\w+)*|\s+|[^\w\s]")
_COMMON = 0.2  # two passages with a smaller share of words in common are told in other words altogether
Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some characters, and whether they are lit."""

    text: str
    lit: bool


def lit(text: str, stretches: Iterable[Stretch]) -> tuple[Piece, ...]:
    """The text in pieces; what lies outside of it is left out of account.

    >>> [piece.text for piece in lit("a red rose", [(2, 5)])]
    ['a ', 'red', ' rose']
    """
    return tuple(piece for piece in _pieces(text, sorted(stretches)) if piece.text)


def differing(one: str, other: str) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Two passages, in each those words lit that the other has not; nothing, where they have hardly one in common.

    >>> one, other = differing("A grave concern to us.", "A concern to all.")
    >>> [piece.text for piece in (*one, *other) if piece.lit]
    ['grave', 'us', 'all']
    """
    tokens, others = ([match for match in _TOKENS.finditer(text) if match[0].strip()] for text in (one, other))
    words, other_words = ([match[0].casefold() for match in each] for each in (tokens, others))
    matcher = SequenceMatcher(None, words, other_words, autojunk=False)
    if matcher.ratio() < _COMMON:
        return lit(one, ()), lit(other, ())
    changed = [code for code in matcher.get_opcodes() if code[0] != "equal"]
    return (
        lit(one, [_stretch(tokens, first, last) for _, first, last, _, _ in changed if first < last]),
        lit(other, [_stretch(others, first, last) for _, _, _, first, last in changed if first < last]),
    )


def _pieces(text: str, stretches: Iterable[Stretch]) -> Iterator[Piece]:
    at = 0
    for start, end in stretches:
        first, last = max(start, at), min(end, len(text))
        if first >= last:
            continue
        yield Piece(text=text[at:first], lit=False)
        yield Piece(text=text[first:last], lit=True)
        at = last
    yield Piece(text=text[at:], lit=False)


def _stretch(tokens: list[re.Match[str]], first: int, last: int) -> Stretch:
    return tokens[first].start(), tokens[last - 1].end()
