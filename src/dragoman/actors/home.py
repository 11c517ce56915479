"""Whose "the army", "the president", "the embassy" is that the text leaves unsaid, if what it tells is plain enough."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.actors.phrases import Phrase
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant

_LONG = 3  # times that another state is named
_OFTEN = 0.6  # … of the times that this one is
_ENOUGH = 1.5
_MARGIN = 0.7
_FADING = 0.6  # of its weight left with each sentence that has passed
_ONLY = 2.0
_MAIN = 0.6
_DATELINE = 1.5
_VENUE = 0.8


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A state taken from the text around, and how plainly the text tells it (0 … 1)."""

    country: str
    score: float


def home_of(phrase: Phrase, setting: Setting) -> Home | None:
    """The state that acts around the phrase, if no other comes near it."""
    weights: dict[str, float] = defaultdict(float)
    cast = setting.cast
    for country, weight in _around(phrase, setting):
        weights[country] = max(weights[country], weight)
    for told, weight in (
        (cast.only_country, _ONLY),
        (cast.main_country, _MAIN),
        (cast.dateline, _DATELINE),
        (cast.venue if cast.venue != cast.dateline else None, _VENUE),
    ):
        if told is not None:
            weights[told] += weight
    first, second = (*sorted(weights.items(), key=lambda item: (-item[1], item[0])), ("", 0.0), ("", 0.0))[:2]
    if first[1] < _ENOUGH or first[1] - second[1] < _MARGIN or _is_contested(first[0], cast.counts):
        return None
    return Home(country=first[0], score=min(0.9, 0.5 + (first[1] - second[1]) / 5))


def _is_contested(country: str, counts: Mapping[str, int]) -> bool:
    """Whether a longer text speaks of another state about as often: "the junta" may then be either's."""
    others = max((times for other, times in counts.items() if other != country), default=0)
    return others >= _LONG and others >= _OFTEN * counts.get(country, 0)


def sender_of(phrase: Phrase, setting: Setting, missions: Iterable[str]) -> Participant | None:
    """Whose embassy or envoy was spoken of before: "the ambassador" after "the Chinese embassy"."""
    if phrase.head.lemma.lower() not in missions:
        return None
    known = {**setting.cast.offices, **setting.cast.bodies}
    for word in reversed(known):
        if word.rsplit(maxsplit=1)[-1] in missions and known[word].kind == "state":
            return known[word]
    found = [setting.found[index] for index in sorted(setting.found, reverse=True)]
    before = [m.participants[0] for m in found if m.alias and m.alias.rsplit(maxsplit=1)[-1] in missions]
    return next((one for one in before if one.kind == "state"), None)


def _around(phrase: Phrase, setting: Setting) -> Iterable[tuple[str, float]]:
    """The states that act in the sentences before and in this one, with their weights."""
    for seen in setting.before(phrase):
        if seen.joined or len(seen.participants) > 1 or seen.rule == "venue":
            continue
        one = seen.participants[0]
        country = one.id if one.kind == "state" else one.country
        if country is not None:
            yield country, seen.weight * _FADING ** (phrase.sentence.index - seen.sentence)
