"""Judging: takes a passage, gives the themes on which it touches and how friendly or hostile its words are."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from dragoman.knowledge.theme_words import ThemeWords, Wording

_STEP = 0.5  # what an intensifier adds, and a softener takes
_FURTHER = 0.15  # what each further word of the same sign adds
_WINDOW = 24  # characters before a word, within which an intensifier is meant for it
_BEHIND = 48  # characters behind it, for "condemn in the strongest terms"
_DENIED = 40  # characters before a word, within which a negation is meant for it
_MOST = 3
_DENIAL = -1.0  # "no partner" is as hostile as that; "no threat" is neither
_BORDER = re.compile(r"[,;:–—]|\b(?:but|and|while)\b")


@dataclass(frozen=True, slots=True)
class Judgement:
    """`themes`, the one with the most words first; `words` that judge, the strongest first.

    `strength` below zero is hostile, above it friendly: -3 … 3, and beyond where several words come together. Where no
    word judges it is the tone of the first theme. `hostile` is that of the most hostile word, 0 where none is: "a
    partner and a rival" is not what "a partner" is.
    """

    themes: tuple[str, ...]
    strength: float
    words: tuple[str, ...]
    hostile: float = 0.0

    @property
    def theme(self) -> str | None:
        """The one with the most words."""
        return next(iter(self.themes), None)

    @property
    def says(self) -> bool:
        """Whether anything is said at all: on some theme, or by a word that judges."""
        return bool(self.themes or self.words)

    @property
    def intensity(self) -> int:
        """The strength as a whole number: halves go away from zero."""
        return min(_MOST, int(abs(self.strength) + _STEP)) * (1 if self.strength > 0 else -1)


def judge(text: str, words: ThemeWords, *, asks: bool = True) -> Judgement:
    """What the passage says: on what, and how strongly; with or without words that ask something of somebody."""
    themes = themes_in(text, words)
    told = [one for one in _standing(text, words, words.ladder) if asks or not _asks(one.words, words)]
    if not told:
        tone = next((theme.weight for theme in words.themes if themes and theme.name == themes[0]), 0.0)
        return Judgement(themes=themes, strength=tone, words=())
    ranked = sorted(told, key=lambda one: (-abs(one.strength), one.start))
    strongest = ranked[0]
    further = sum(one.strength * strongest.strength > 0 for one in ranked[1:])
    strength = strongest.strength + (_FURTHER * further if strongest.strength > 0 else -_FURTHER * further)
    return Judgement(
        themes=themes,
        strength=strength,
        words=tuple(dict.fromkeys(one.words for one in ranked)),
        hostile=min(0.0, *(one.strength for one in ranked)),
    )


def asked_in(text: str, words: ThemeWords) -> tuple[float, str] | None:
    """How firmly the passage asks something of somebody, and in which words; None where it does not."""
    told = _standing(text, words, words.asked)
    return max(((one.strength, one.words) for one in told), key=lambda one: abs(one[0]), default=None)


def _asks(told: str, words: ThemeWords) -> bool:
    return any(rung.within(told) for rung in words.asked)


def themes_in(text: str, words: ThemeWords) -> tuple[str, ...]:
    """The themes of the passage, the one with the most words first."""
    found = {theme.name: sum(len(match[0]) for match in theme.all(text)) for theme in words.themes}
    order = {theme.name: place for place, theme in enumerate(words.themes)}
    return tuple(sorted((name for name, told in found.items() if told), key=lambda name: (-found[name], order[name])))


def without_judging(text: str, words: ThemeWords) -> str:
    """The passage with blanks for the words that judge and those that make them stronger or weaker."""
    wordings = (*words.ladder, words.intensifiers, words.softeners)
    for match in (match for wording in wordings for match in wording.all(text)):
        text = text[: match.start()] + " " * len(match[0]) + text[match.end() :]
    return text


@dataclass(frozen=True, slots=True)
class _Told:
    start: int
    strength: float
    words: str


def _standing(text: str, words: ThemeWords, ladder: Sequence[Wording]) -> Iterator[_Told]:
    """The words of a ladder, each as strong as it stands there."""
    for start, end, strength in _longest(
        (match.start(), match.end(), rung.weight) for rung in ladder for match in rung.all(text)
    ):
        before = text[max(0, start - _WINDOW) : start]
        denied = _BORDER.split(text[max(0, start - _DENIED) : start])[-1]
        wished = strength > 0 and words.asking.within(text[:start])
        not_so = words.negations.within(denied)
        if not_so or wished or strength == 0:
            yield _Told(start, _DENIAL if not_so and strength > 0 else 0.0, _as_told(text, start, end))
            continue
        more = [
            *words.intensifiers.all(_BORDER.split(before)[-1]),
            *words.intensifiers.all(_BORDER.split(text[end : end + _BEHIND])[0]),
        ]
        less = list(words.softeners.all(_BORDER.split(before)[-1]))
        step = _STEP * (min(len(more), 2) - min(len(less), 1))
        size = max(_STEP / 2, abs(strength) + step)
        first = start - len(before) + before.rindex(more[0][0]) if more and more[0][0] in before else start
        yield _Told(start, size if strength > 0 else -size, _as_told(text, first, end))


def _longest(found: Iterable[tuple[int, int, float]]) -> list[tuple[int, int, float]]:
    """The stretches without those that share characters with a longer one."""
    kept: list[tuple[int, int, float]] = []
    for one in sorted(found, key=lambda one: (one[0] - one[1], one[0])):
        if not any(one[0] < other[1] and other[0] < one[1] for other in kept):
            kept.append(one)
    return sorted(kept)


def _as_told(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split()).lower()
