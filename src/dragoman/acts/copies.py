"""Copies: takes texts, gives what tells reprints: a few prints under which they are found, and how much they share.

A reprint has most runs of five words of the shorter text. Prints are a sample of their hashes (Broder, "On the
resemblance and containment of documents", 1997): a longer text takes a sparser sample, which lies within the denser one
of a shorter text, so that a text and a part of it have prints in common.
"""

import re
from hashlib import blake2b

_WORD = re.compile(r"\w+")
_RUN = 5  # words
_PRINTS = 16  # about as many prints a text has
_FEWEST = 8  # runs: a shorter text is like too many others
REPRINT = 0.5  # of the shorter text's runs that a reprint has; other reports of one act share a twentieth at most


def runs_of(text: str) -> frozenset[int]:
    """The hashes of all runs of five words, whatever their capitals and punctuation."""
    words = _WORD.findall(text.casefold())
    return frozenset(
        int.from_bytes(blake2b(" ".join(words[at : at + _RUN]).encode(), digest_size=8).digest(), signed=True)
        for at in range(max(len(words) - _RUN + 1, 0))
    )


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
