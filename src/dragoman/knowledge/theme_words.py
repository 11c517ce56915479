"""Takes a pack's themes.yaml, gives ThemeWords: the themes of what texts say of an actor, and how words judge."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import Field

from dragoman.errors import PackError
from dragoman.knowledge.phrases import Phrases, pattern_of
from dragoman.knowledge.quantity_words import QuantityWords, read_quantity_words
from dragoman.knowledge.rows import Shape, read_yaml
from dragoman.knowledge.word_lists import WordList, WordSet, beginning


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording(Phrases):
    """Phrases with a name. `weight` is the tone of a theme, or how strongly words of the ladder judge."""

    name: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ThemeWords:
    """The words of themes.yaml; the file says what each is for.

    `themes` bear the names of themes and their tones, `ladder` the strengths of words that judge, `asked` and `hedged`
    how firmly something is asked and how open it is left. `common` are beginnings of words, `parts` ids of territories
    with those of their states; `quantities` are those of the pack.
    """

    themes: tuple[Wording, ...]
    ladder: tuple[Wording, ...]
    asked: tuple[Wording, ...]
    hedged: tuple[Wording, ...]
    intensifiers: Wording
    softeners: Wording
    calling: Wording
    regarding: Wording
    pointing: Wording
    parts: dict[str, str]
    negations: Wording
    asking: Wording
    enumerating: Wording
    listing: Wording
    not_enumerating: Wording
    joining: Wording
    verbs: Wording
    telling: frozenset[str]
    saying: Wording
    common: frozenset[str]
    quantities: QuantityWords


def read_theme_words(folder: Path) -> ThemeWords:
    """The words of the folder's themes.yaml.

    Raises:
        PackError: the file is faulty, or its quantities.yaml is.
    """
    shape = read_yaml(folder / "themes.yaml", _ThemesFile)
    _check_once(shape)
    return ThemeWords(
        themes=tuple(wording(name, theme.words, theme.tone) for name, theme in shape.themes.items()),
        ladder=_rungs(shape.ladder),
        asked=_rungs(shape.asked),
        hedged=_rungs(shape.hedged),
        intensifiers=wording("intensifiers", shape.intensifiers),
        softeners=wording("softeners", shape.softeners),
        calling=wording("calling", shape.calling),
        regarding=wording("regarding", shape.regarding),
        pointing=wording("pointing", shape.pointing),
        parts=shape.parts,
        negations=wording("negations", shape.negations),
        asking=wording("asking", shape.asking),
        enumerating=wording("enumerating", shape.enumerating),
        listing=wording("listing", shape.listing),
        not_enumerating=wording("not_enumerating", shape.not_enumerating),
        joining=wording("joining", shape.joining),
        verbs=wording("verbs", {*shape.verb_forms, *(form for verb in shape.verbs for form in forms_of(verb))}),
        telling=shape.telling,
        saying=wording("saying", shape.saying),
        common=frozenset(map(beginning, shape.common)),
        quantities=read_quantity_words(folder),
    )


def wording(name: str, phrases: Iterable[str], weight: float = 0.0) -> Wording:
    """The phrases under their name."""
    return Wording(name=name, pattern=pattern_of(phrases), weight=weight)


def forms_of(verb: str) -> tuple[str, str, str]:
    """A regular verb as it stands behind "they", "it", and of the past.

    >>> forms_of("deny"), forms_of("push"), forms_of("use")
    (('deny', 'denies', 'denied'), ('push', 'pushes', 'pushed'), ('use', 'uses', 'used'))
    """
    if verb.endswith("y") and verb[-2:-1] not in set("aeiou"):
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied"
    hisses = verb.endswith(("s", "sh", "ch", "x", "z", "o"))
    return verb, verb + ("es" if hisses else "s"), verb + ("d" if verb.endswith("e") else "ed")


def _rungs(rungs: Iterable["_Rung"]) -> tuple[Wording, ...]:
    return tuple(wording(str(rung.strength), rung.words, rung.strength) for rung in rungs)


def _check_once(shape: "_ThemesFile") -> None:
    """A phrase stands on one rung of a ladder only, since it can be strong in one way only."""
    ladders = {"ladder": shape.ladder, "asked": shape.asked, "hedged": shape.hedged}
    faults = [
        f"themes.yaml: {name}: '{word}' stands on {count} rungs; keep it on one of them"
        for name, ladder in ladders.items()
        for word, count in Counter(word for rung in ladder for word in set(rung.words)).items()
        if count > 1
    ]
    if faults:
        raise PackError("\n".join(faults))


_Strength = Annotated[float, Field(ge=-3, le=3)]


class _Theme(Shape):
    tone: _Strength
    words: WordList


class _Rung(Shape):
    strength: _Strength
    words: WordList


class _ThemesFile(Shape):
    """themes.yaml."""

    themes: dict[str, _Theme]
    ladder: list[_Rung]
    asked: list[_Rung]
    hedged: list[_Rung]
    intensifiers: WordList
    softeners: WordList
    calling: WordList
    regarding: WordList
    pointing: WordList
    parts: dict[str, str]
    negations: WordList
    asking: WordList
    enumerating: WordList
    listing: WordList
    not_enumerating: WordList
    joining: WordList
    verbs: WordList
    verb_forms: WordList
    telling: WordSet
    saying: WordList
    common: WordList
