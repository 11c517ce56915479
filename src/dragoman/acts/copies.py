"""Copies: takes texts, gives what tells reprints: a few prints under which they are found, and how much they share.

A reprint has most runs of five words of the shorter text. Prints are a sample of their hashes (Broder, "On the
resemblance and containment of documents", 1997): a longer text takes a sparser sample, which lies within the denser one
of a shorter text, so that a text and a part of it have prints in common.
"""

import re
from hashlib import blake2b
from itertools import accumulate
from struct import unpack

_WORD = re.compile(r"\w+")
_RUN = 5  # words
_PRINTS = 16  # about as many prints a text has
_FEWEST = 8  # runs: a shorter text is like too many others
REPRINT = 0.5  # of the shorter text's runs that a reprint has; other reports of one act share a twentieth at most


def runs_of(text: str) -> frozenset[int]:
    """The hashes of all runs of five words, whatever their capitals and punctuation."""
    words = [word.encode() for word in _WORD.findall(text.casefold())]
    number = len(words) - _RUN + 1
    if number < 1:
        return frozenset()
    joined = b" ".join(words)  # once: each run is a slice of it
    starts = list(accumulate((len(word) + 1 for word in words), initial=0))
    ends = starts[_RUN:]
    hashes = [blake2b(joined[at : end - 1], digest_size=8).digest() for at, end in zip(starts, ends, strict=False)]
    return frozenset(unpack(f">{number}q", b"".join(hashes)))


def prints_of(runs: frozenset[int]) -> frozenset[int]:
    """The prints of a text, by its runs."""
    sparse = 1
    while len(runs) / sparse > _PRINTS:
        sparse *= 2
    # texts of half and of twice the length have these among theirs
    return frozenset(run for run in runs if run % sparse == 0)


def shared_share(one: frozenset[int], other: frozenset[int]) -> float:
    """The share of the shorter text's runs that the other has too."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= _FEWEST else float(one == other and shorter > 0)
