"""Near spellings: whether two names may be one, written differently: "Zelenskiy" and "Zelensky"."""

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

from dragoman.knowledge.spellings import without_accents

_SLIP = 90  # of 100, for a whole name: "Afganistan" and "Afghanistan" reach 95, "Columbia" and "Colombia" 88
_NEAR = 78  # of 100, for a surname: "Qaddafi" and "Gaddafi" reach 86, "Shevardnadze" and "Saakashvili" 43


class Spellings:
    """A set of names; answers which of them a word nearly is."""

    def __init__(self, names: Iterable[str], *, least: float = _SLIP) -> None:
        self._names = {_plain(name): name for name in names}
        self._plain = list(self._names)
        self._least = least

    def nearest(self, word: str) -> str | None:
        """The name that the word is but for a letter or two; None if there is none, or two are as near."""
        found = process.extract(_plain(word), self._plain, scorer=fuzz.ratio, score_cutoff=self._least, limit=2)
        if not found or (len(found) > 1 and found[0][1] == found[1][1]):
            return None
        return self._names[found[0][0]]


def is_spelling_of(name: str, known: str) -> bool:
    """Whether a name (a surname or a whole one) may be another spelling of a known person's name."""
    last = _plain(name).rsplit(maxsplit=1)[-1:]
    if not last:
        return False
    return any(fuzz.ratio(last[0], word) >= _NEAR for word in _plain(known).split())


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return without_accents(name).lower().replace("-", " ").replace("'", "")
