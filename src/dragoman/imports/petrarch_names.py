"""PETRARCH's names: takes KOFI_ANNAN_ or ABU_SAYYAF_GROUP_(ASG)_; gives them as newspapers write them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from dragoman.imports.names import cleaned
from dragoman.knowledge.world import World

_IN_BRACKETS = re.compile(r"\(([^()]*)\)")
_LONGEST_ACRONYM = 5  # letters: (ETA), (PIRA), (IAAA); a longer word in brackets explains the name


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling:
    """Gives names in capitals their small letters, by words that stay small, by acronyms, and by the book."""

    world: World
    small_words: frozenset[str]
    acronyms: frozenset[str]

    def of(self, raw: Iterable[str]) -> tuple[str, ...]:
        """The names of one entry, each once, in order; what stands in brackets is a name of its own or none."""
        written = list(dict.fromkeys(one for text in raw for one in _apart(text) if one))
        initials = {_initials(text) for text in written} | {_initials(text, self.small_words) for text in written}
        spelled = [one for text in written for one in (self._spelled(text, initials), *_doubtful(text))]
        return tuple(dict.fromkeys(spelled))

    def _spelled(self, text: str, initials: set[str]) -> str:
        if text != text.upper():
            return text
        known = self.world.find(text)
        if len(known) == 1 and (known[0].start, known[0].end) == (0, len(text)) and known[0].names:
            return known[0].names[0].text
        words = text.split()
        if len(words) == 1 and (text in initials or _is_acronym(text)):
            return text
        first, *others = words
        small = [word.lower() if word.lower() in self.small_words else self._word(word) for word in others]
        return " ".join([self._word(first), *small])

    def _word(self, word: str) -> str:
        """A word with small letters behind its first: Al-Qassam, O'Brien, People's, McDonald."""
        if word.lower() in self.acronyms or re.fullmatch(r"(?:[A-Z]\.)+[A-Z]?", word):
            return word
        return "-".join(_capitalised(part) for part in word.split("-"))


def _apart(raw: str) -> list[str]:
    """The name without what stands in brackets, and the acronyms that do."""
    text = raw.replace("_", " ")
    inside = [cleaned(found) for found in _IN_BRACKETS.findall(text)]
    acronyms = [one for one in inside if " " not in one and len(one) <= _LONGEST_ACRONYM]
    return [cleaned(_IN_BRACKETS.sub(" ", text)), *acronyms]


def _initials(text: str, small_words: Iterable[str] = ()) -> str:
    small = set(small_words)
    return "".join(word[0] for word in re.split(r"[\s-]+", text) if word and word.lower() not in small)


def _is_acronym(word: str) -> bool:
    """Whether a word alone is one: it is short, or has no vowel, or has full stops."""
    return len(word) <= 3 or "." in word or re.search(r"[AEIOUY]", word) is None


def _doubtful(text: str) -> list[str]:
    """The name as it stands, where nobody can tell whether it is an acronym: UNSG or Unsg."""
    return [text] if text.isupper() and text.isalpha() and len(text) == 4 else []


def _capitalised(word: str) -> str:
    if re.match(r"[OD]'[A-Z]{2}", word):
        return word[:2] + word[2:].capitalize()
    if re.match(r"MC[A-Z]{3}", word):
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
