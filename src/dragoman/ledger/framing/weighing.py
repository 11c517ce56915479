"""Weighing: takes two passages that say the same, gives whether the later one is stronger or weaker, and why.

What counts is how sharply they judge, how firmly they ask, how much they hedge, and their figures and days.
"""

from collections.abc import Iterator

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.comparison import Change
from dragoman.ledger.framing.figures import day_change, figure_change
from dragoman.ledger.framing.judging import Judgement, asked_in
from dragoman.ledger.framing.passages import Passage

_NEARLY = 0.6  # from here on they are one sentence, in which a word that judges came or went …
_SHARP = 1.5  # … if that is at least so strong
_STEP = 0.25  # from here on one is stronger than the other
_FIGURE, _DAY = 0.75, 0.25  # how much a figure that grew counts, and a day that was brought forward


def weigh(one: Passage, other: Passage, score: float, words: ThemeWords) -> tuple[Change, str]:
    """What changed from one to the other, and the words in which it did."""
    if one.plain == other.plain:
        return "same", "the same words"
    found = [change for change in _differences(one, other, score, words) if change[0]]
    step = sum(size for size, _ in found)
    if abs(step) < _STEP:
        return "reworded", "other words, as strong" if found else "other words, none of which judges"
    told = max(((size, why) for size, why in found if size * step > 0), key=lambda each: abs(each[0]))[1]
    return ("stronger" if step > 0 else "weaker"), told


def _differences(one: Passage, other: Passage, score: float, words: ThemeWords) -> Iterator[tuple[float, str]]:
    """Each difference: above zero where the later passage is stronger, and the words of both."""
    yield _judged(one, other, score)
    yield _asked(one.text, other.text, words)
    yield _hedged(one.text, other.text, words)
    sign, told = figure_change(one.text, other.text, words.quantities)
    yield sign * _FIGURE, told
    sign, told = day_change(one.text, other.text)
    yield sign * _DAY, told


def _judged(one: Passage, other: Passage, score: float) -> tuple[float, str]:
    """By the words that judge. Where only one passage has any, they must be sharp and the passages one sentence."""
    was, is_ = one.apart, other.apart
    if not (was.words or is_.words):
        return 0.0, ""
    one_sided = bool(was.words) != bool(is_.words)
    if one_sided and (score < _NEARLY or max(abs(each.strength) for each in (was, is_) if each.words) < _SHARP):
        return 0.0, ""
    calls = one.calls and other.calls
    before, after = _sharpness(
        *((each.hostile if calls else 0.0) or (each.strength if each.words else 0.0) for each in (was, is_))
    )
    return after - before, f"{_told(was)} → {_told(is_)}"


def _sharpness(was: float, is_: float) -> tuple[float, float]:
    """Both as numbers of which the greater is the stronger: sizes, but friendly ones below zero if the signs differ."""
    return (-was, -is_) if was * is_ < 0 else (abs(was), abs(is_))


def _told(judgement: Judgement) -> str:
    return ", ".join(judgement.words[:2]) or f"no judgement ({judgement.strength:+g})"


def _asked(one: str, other: str, words: ThemeWords) -> tuple[float, str]:
    """By the words that ask, where both passages ask."""
    was, is_ = asked_in(one, words), asked_in(other, words)
    return (0.0, "") if was is None or is_ is None else (is_[0] - was[0], f"{was[1]} → {is_[1]}")


def _hedged(one: str, other: str, words: ThemeWords) -> tuple[float, str]:
    """By the words that leave open whether something will be."""
    was, is_ = _hedge(one, words), _hedge(other, words)
    return is_[0] - was[0], f"{was[1]} → {is_[1]}"


def _hedge(text: str, words: ThemeWords) -> tuple[float, str]:
    """The strongest hedge of a passage: below zero, the more it leaves open."""
    found = ((rung.weight, match[0].lower()) for rung in words.hedged for match in rung.all(text))
    return min(found, key=lambda one: one[0], default=(0.0, "no hedge"))
