"""Whose "the army", "the president", "the embassy" is that the text leaves unsaid, if what it tells is plain enough.

Each state spoken of is weighed by a few signs; the weights stand in references.yaml and are fitted by
`training/homes.py` on coded passages.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.salience import SUBJECT
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant

Signs = Mapping[str, float]

_LEAST = 0.5  # how likely a state has to be
_SAYING = frozenset({"say", "announce", "report", "add", "state", "confirm", "tell"})
_TIMES = 1.5  # as likely as the next it has to be
_FADING = 0.6  # of its weight left with each sentence that has passed


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A state taken from the text around, and how plainly the text tells it (0 … 1)."""

    country: str
    score: float


def home_of(phrase: Phrase, setting: Setting, sector: str | None, weights: Signs) -> Home | None:
    """The state of whose `sector` the phrase speaks, if one is likelier than not."""
    signs = signs_of_homes(phrase, setting, sector)
    odds = {country: exp(_score(own, weights)) for country, own in signs.items()}
    nobody = exp(_score(signs_of_nobody(phrase, sector), weights))
    first, second = (*sorted(odds.items(), key=lambda item: (-item[1], item[0])), ("", 0.0), ("", 0.0))[:2]
    share = first[1] / (nobody + sum(odds.values()))
    if share < _LEAST or first[1] < _TIMES * second[1]:
        return None
    return Home(country=first[0], score=round(share, 2))


def signs_of_homes(phrase: Phrase, setting: Setting, sector: str | None) -> dict[str, dict[str, float]]:
    """For each state that the text speaks of the signs that it is meant, by the names of the weights."""
    cast = setting.cast
    here = phrase.sentence.index
    speaks = _speaks(phrase)
    signs: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for seen in setting.before(phrase):
        if seen.joined or len(seen.participants) > 1:
            continue
        one = seen.participants[0]
        country = one.id if one.kind == "state" else one.country
        if country is None:
            continue
        own = signs[country]
        weight = seen.weight * _FADING ** (here - seen.sentence)
        name = "at" if seen.rule == "venue" else "near"
        own[name] = max(own[name], weight)
        if seen.sentence == here:
            own["here"] = 1.0
            # "Peru protested, the ministry said" is no sign against Peru; "Peru attacked the army" is.
            own["subject"] = max(own["subject"], float(seen.weight >= SUBJECT and not speaks))
        own["before"] = max(own["before"], float(seen.sentence == here - 1))
        if sector is not None and one.sector == sector and seen.rule != "venue":
            own["same_sector"] = max(own["same_sector"], _FADING ** (here - seen.sentence))
    total = sum(cast.counts.values()) or 1
    told = [country for country in (*signs, *cast.counts, cast.dateline, cast.venue) if country is not None]
    for country in dict.fromkeys(told):
        own = signs[country]
        own["share"] = cast.counts.get(country, 0) / total
        own["most"] = float(cast.counts.get(country, 0) == max(cast.counts.values(), default=0))
        own["main"] = float(country == cast.main_country)
        own["only"] = float(country == cast.only_country)
        own["dateline"] = float(country == cast.dateline)
        own["venue"] = float(country == cast.venue)
    return {country: dict(own) for country, own in signs.items()}


def signs_of_nobody(phrase: Phrase, sector: str | None) -> dict[str, float]:
    """The signs that no state spoken of is meant."""
    is_bare = not phrase.modifiers and phrase.owner is None
    return {
        "nobody": 1.0,
        "nobody_definite": float(phrase.is_definite()),
        "nobody_plural": float(phrase.is_plural()),
        "nobody_modified": float(not is_bare),
        "nobody_forces": float(sector in {"MIL", "COP"}),
        "nobody_government": float(sector == "GOV"),
    }


def _speaks(phrase: Phrase) -> bool:
    """Whether it stands before "said": what it says of a state's acts, that state's own ministry tells."""
    verb = phrase.sentence.tokens[phrase.head.head]
    return phrase.head.relation == "nsubj" and verb.lemma in _SAYING


def _score(signs: Signs, weights: Signs) -> float:
    return sum(weights[name] * value for name, value in signs.items())


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
