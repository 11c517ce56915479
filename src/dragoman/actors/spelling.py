"""Near spellings: whether two names may be one, written differently: "Zelenskiy" and "Zelensky"."""

from functools import lru_cache

from rapidfuzz import fuzz

from dragoman.knowledge.spellings import without_accents

_NEAR = 78  # of 100, for a surname: "Qaddafi" and "Gaddafi" reach 86, "Shevardnadze" and "Saakashvili" 43


def is_spelling_of(name: str, known: str) -> bool:
    """Whether a name (a surname or a whole one) may be another spelling of a known person's name."""
    last = _plain(name).rsplit(maxsplit=1)[-1:]
    if not last:
        return False
    return any(fuzz.ratio(last[0], word) >= _NEAR for word in _plain(known).split())


@lru_cache(maxsize=4096)
def _plain(name: str) -> str:
    return without_accents(name).lower().replace("-", " ").replace("'", "")
