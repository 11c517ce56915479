"""Comparing: takes what two texts say of actors, gives it side by side: new, gone, stronger, weaker, same, reworded."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linear_sum_assignment

from dragoman.knowledge.theme_words import ThemeWords
from dragoman.ledger.framing.comparison import Aligned, Change, Comparison
from dragoman.ledger.framing.judging import Judgement, judge, without_judging
from dragoman.ledger.parties import ids
from dragoman.ledger.words_of import stems_of, subject_of
from dragoman.records.entry import Entry

_WORDS, _THEMES = 0.6, 0.4  # how much words and themes count for the likeness of two passages
_SAME_THEME = 0.8  # at least so much do themes count where the first is the same
_TURNED = 0.7  # so much less where one is friendly and one hostile
_CALLED = 0.35  # so much more alike are two that say what the actor is: a partner, a threat
_HELD_BESIDE = 0.25  # … and of one beside it in the same sentence
_WE = re.compile(r"we\b", re.IGNORECASE)
_JOINED = 12  # characters between two clauses of one sentence
_HELD = 0.6  # from here on the words of one passage are held in another
_LEAST = 0.27  # from here on two passages say the same
_NEARLY = 0.45  # from here on they are one sentence, in which a word that judges came or went …
_SHARP = 1.5  # … if that is at least so strong
_STEP = 0.25  # from here on one judges more strongly than the other


def compare(earlier: Sequence[Entry], later: Sequence[Entry], words: ThemeWords) -> Comparison:
    """The framings of two texts, or of two editions of one, each beside the one that says the same.

    They are paired by themes and words, one to one, so that all together are as alike as can be. Only passages on an
    actor in common are paired.
    """
    before, after = ([_Read.of(entry, words) for entry in entries] for entries in (earlier, later))
    rare = _rareness([*before, *after])
    likeness = np.array([[_likeness(one, other, rare) for other in after] for one in before]).reshape(
        len(before), len(after)
    )
    rows, columns = linear_sum_assignment(likeness, maximize=True)
    pairs = {
        int(column): int(row) for row, column in zip(rows, columns, strict=True) if likeness[row, column] >= _LEAST
    }
    aligned = [
        _aligned(before[pairs[place]], one, float(likeness[pairs[place], place]))
        if place in pairs
        else _added(place, before, after, pairs)
        for place, one in enumerate(after)
    ]
    back = {row: column for column, row in pairs.items()}
    gone = [(row, _taken(row, before, after, back)) for row in range(len(before)) if row not in back]
    return Comparison(aligned=tuple(_in_order(aligned, gone, pairs)))


_OWNED = re.compile(r"[’']s$|^(?:its|their|this|these)$", re.IGNORECASE)  # not the actor, but something of it
_SMALL = frozenset({"the", "of", "and", "also"})  # words within a name


@dataclass(frozen=True, slots=True, kw_only=True)
class _Read:
    """A framing with what its words say.

    `stems` are of words that tell what it is about, `every` has those that judge too; `calls`: it says what the actor
    is.
    """

    entry: Entry
    judgement: Judgement
    stems: frozenset[str]
    every: frozenset[str]
    about: frozenset[str]
    calls: bool

    @classmethod
    def of(cls, entry: Entry, words: ThemeWords) -> "_Read":
        text = entry.what.text
        named = stems_of(party.name for party in (*entry.about, *entry.by))
        stems, every = (subject_of([told], words.common, named).stems for told in (without_judging(text, words), text))
        judgement = judge(text, words)
        calls = bool(judgement.words) and _says_what_it_is(text, words)
        return cls(entry=entry, judgement=judgement, stems=stems, every=every, about=ids(entry.about), calls=calls)


def _says_what_it_is(text: str, words: ThemeWords) -> bool:
    """Whether it says what the actor is: "Russia is a threat", "we regard it as a partner"."""
    if words.regarding.within(text) and re.search(r"\bas\b", text):
        return True
    verb = next(words.calling.all(text), None)
    subject = re.findall(r"[\w’'-]+", text[: verb.start()]) if verb else []
    return (
        bool(subject)
        and all(word[0].isupper() or word in _SMALL for word in subject)
        and not _OWNED.search(subject[-1])
    )


_Reads = Sequence[_Read]
_Numbers = NDArray[np.float64]


def _rareness(passages: Iterable[_Read]) -> Mapping[str, float]:
    """How much each word tells: the more, the fewer passages have it."""
    read = list(passages)
    counted = Counter(stem for one in read for stem in one.every)
    return {stem: log(1 + len(read) / count) for stem, count in counted.items()}


def _likeness(one: _Read, other: _Read, rare: Mapping[str, float]) -> float:
    """0 … 1: nothing in common, the same words. Who is spoken of must be, in part, the same."""
    if not one.about & other.about:
        return 0.0
    if _plain(one) == _plain(other):
        return 1.0
    shared = max(_share(one.stems, other.stems, rare), _share(one.every, other.every, rare))
    if shared == 0 and not (one.calls and other.calls):
        return 0.0
    if not one.judgement.themes and not other.judgement.themes:
        return _turned(one, other, shared)
    themes = _share(frozenset(one.judgement.themes), frozenset(other.judgement.themes), {})
    if one.judgement.theme is not None and one.judgement.theme == other.judgement.theme:
        themes = max(themes, _SAME_THEME)
    likeness = _WORDS * shared + _THEMES * themes
    if one.calls and other.calls:
        return min(1.0, likeness + _CALLED)
    return _turned(one, other, likeness)


def _turned(one: _Read, other: _Read, likeness: float) -> float:
    """Less where one is friendly and one hostile."""
    return likeness * (_TURNED if one.judgement.strength * other.judgement.strength < 0 else 1.0)


def _share(one: frozenset[str], other: frozenset[str], weights: Mapping[str, float]) -> float:
    """Twice what they share of what both have."""
    both = sum(weights.get(each, 1.0) for each in one & other)
    all_ = sum(weights.get(each, 1.0) for each in one) + sum(weights.get(each, 1.0) for each in other)
    return 2 * both / all_ if all_ else 0.0


def _plain(read: _Read) -> str:
    """Its words without marks, capitals and white space."""
    return " ".join(re.findall(r"\w+", read.entry.what.text.casefold()))


def _added(place: int, before: _Reads, after: _Reads, pairs: Mapping[int, int]) -> Aligned:
    """A passage of the later text that has none for itself: new, unless its words were told with another one before."""
    held = next((row for column, row in pairs.items() if _holds(before[row], after, column, place)), None)
    return _alone(after[place], "new") if held is None else _part(before[held], after[place])


def _taken(row: int, before: _Reads, after: _Reads, back: Mapping[int, int]) -> Aligned:
    """A passage of the earlier text that has none for itself: gone, unless its words are told with another one now."""
    held = next((column for other, column in back.items() if _holds(after[column], before, other, row)), None)
    return _alone(before[row], "gone") if held is None else _part(before[row], after[held])


def _holds(whole: _Read, reads: _Reads, paired: int, place: int) -> bool:
    """Whether a passage, paired with another one of the text, holds what stands at `place` there, too.

    It does if it has most of the words; of a clause beside the paired one some, and none of "we act so" if that says
    nothing by itself.
    """
    part = reads[place]
    shared = len(whole.stems & part.stems)
    if not whole.about & part.about:
        return False
    if abs(paired - place) == 1 and _one_sentence(reads[paired], part):
        empty = not part.judgement.says and _WE.match(part.entry.what.text) is not None
        return empty or shared >= _HELD_BESIDE * max(1, len(part.stems))
    return shared > 1 and shared >= _HELD * len(part.stems)


def _one_sentence(one: _Read, other: _Read) -> bool:
    first, second = sorted([one.entry.what, other.entry.what], key=lambda what: what.start)
    return 0 <= second.start - first.end <= _JOINED and second.text[:1].islower()


def _part(one: _Read, other: _Read) -> Aligned:
    """Two passages of which one holds the words of the other."""
    theme = other.judgement.theme or one.judgement.theme
    why = "told in one clause there, in several here, or the other way round"
    return Aligned(change="reworded", theme=theme, earlier=one.entry, later=other.entry, why=why, score=_HELD)


def _aligned(one: _Read, other: _Read, score: float) -> Aligned:
    change, why = _change(one, other, score)
    theme = other.judgement.theme or one.judgement.theme
    return Aligned(change=change, theme=theme, earlier=one.entry, later=other.entry, why=why, score=round(score, 3))


def _alone(read: _Read, change: Change) -> Aligned:
    theme = read.judgement.theme
    entry = read.entry
    why = f"{'nothing like it before' if change == 'new' else 'nothing like it any more'}: {theme or 'no theme'}"
    return Aligned(
        change=change,
        theme=theme,
        earlier=entry if change == "gone" else None,
        later=entry if change == "new" else None,
        why=why,
        score=0.0,
    )


def _change(one: _Read, other: _Read, score: float) -> tuple[Change, str]:
    """What changed from one to the other, and the words in which it did."""
    if _plain(one) == _plain(other):
        return "same", "the same words"
    was, is_ = one.judgement, other.judgement
    one_sided = bool(was.words) != bool(is_.words)
    if not (was.words or is_.words):
        return "reworded", "other words, none of which judges"
    if one_sided and (score < _NEARLY or max(abs(each.strength) for each in (was, is_) if each.words) < _SHARP):
        return "reworded", "other words; the one or the other does not judge"
    calls = one.calls and other.calls
    before, after = _sharpness(
        *((each.hostile if calls else 0.0) or (each.strength if each.words else 0.0) for each in (was, is_))
    )
    told = f"{_told(was)} → {_told(is_)}"
    if after - before >= _STEP:
        return "stronger", told
    if before - after >= _STEP:
        return "weaker", told
    return "reworded", "other words, as strong"


def _sharpness(was: float, is_: float) -> tuple[float, float]:
    """Both as numbers of which the greater is the stronger: sizes, but friendly ones below zero if the signs differ."""
    return (-was, -is_) if was * is_ < 0 else (abs(was), abs(is_))


def _told(judgement: Judgement) -> str:
    return ", ".join(judgement.words[:2]) or f"no judgement ({judgement.strength:+g})"


def _in_order(
    aligned: Sequence[Aligned], gone: Iterable[tuple[int, Aligned]], pairs: Mapping[int, int]
) -> list[Aligned]:
    """What is gone stands behind what followed its neighbour before."""
    at = {row: place for place, row in pairs.items()}
    placed = [((place, 0, 0), one) for place, one in enumerate(aligned)]
    for row, one in gone:
        neighbour = max((at[before] for before in at if before < row), default=-1)
        placed.append(((neighbour, 1, row), one))
    return [one for _, one in sorted(placed, key=lambda each: each[0])]
