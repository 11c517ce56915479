"""Whose "the army", "the president", "the embassy" is that the text leaves unsaid, if what it tells is plain enough.

Each state spoken of is weighed by a few signs; the weights stand in references.yaml and are fitted by
`training/homes.py` on coded passages.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import exp

from dragoman.actors.naming import OF_THE_STATE
from dragoman.actors.phrases import Phrase
from dragoman.actors.references.governing import doers_above, doers_of, verb_above
from dragoman.actors.references.salience import INSIDE, SUBJECT, SUBJECTS, Seen
from dragoman.actors.setting import Setting
from dragoman.records.participant import Participant

Signs = Mapping[str, float]

_LEAST = 0.4  # how likely a state has to be
_SAYING = frozenset({"say", "announce", "report", "add", "state", "confirm", "tell"})
_TIMES = 1.2  # as likely as the next it has to be
_FADING = 0.6  # of its weight left with each sentence that has passed
_MANY = 5  # times named, beyond which it says no more
_AMONG = 10  # states named, likewise
_OBJECTS = frozenset({"dobj", "attr", "dative"})
_POLICE = "COP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A state taken from the text around, and how plainly the text tells it (0 … 1)."""

    country: str
    score: float


def home_of(phrase: Phrase, setting: Setting, sector: str | None, weights: Signs) -> Home | None:
    """The state of whose `sector` the phrase speaks, if one is likelier than not."""
    signs = signs_of_homes(phrase, setting, sector)
    odds = {country: exp(_score(own, weights)) for country, own in signs.items()}
    nobody = exp(_score(signs_of_nobody(phrase, setting, sector), weights))
    first, second = (*sorted(odds.items(), key=lambda item: (-item[1], item[0])), ("", 0.0), ("", 0.0))[:2]
    share = first[1] / (nobody + sum(odds.values()))
    if share < _LEAST or first[1] < _TIMES * second[1]:
        return None
    return Home(country=first[0], score=round(share, 2))


def signs_of_homes(phrase: Phrase, setting: Setting, sector: str | None) -> dict[str, dict[str, float]]:
    """For each state that the text speaks of the signs that it is meant, by the names of the weights."""
    cast = setting.cast
    signs: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    place = _place(phrase)
    for seen in setting.before(phrase):
        country = None if seen.joined or len(seen.participants) > 1 else _country(seen.participants[0])
        if country is not None:
            own = signs[country]
            for name, value in _signs_of(seen, place, sector).items():
                own[name] = max(own[name], value)
    for country in (*cast.counts, cast.dateline, cast.venue):
        if country is not None:
            signs[country]["share"] = 0.0  # spoken of, be it later
    for index, hit in setting.named.items():
        for one in hit.names:
            if one.target in signs and index != phrase.head.index:
                signs[one.target]["named" if index < phrase.head.index else "after"] = 1.0
    total = sum(cast.counts.values()) or 1
    speaking = {_country(one) for one in cast.speaker}
    for country, own in signs.items():
        times = cast.counts.get(country, 0)
        own["share"] = times / total
        own["many"] = min(times, _MANY) / _MANY
        own["dateline"] = float(country == cast.dateline)
        own["dateline_police"] = float(country == cast.dateline and sector == _POLICE)
        own["venue"] = float(country == cast.venue)
        own["speaker"] = float(country in speaking)
    return {country: dict(own) for country, own in signs.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the phrase stands: whose doing it is part of, and on whose the sentence says that it hangs."""

    sentence: int
    doers: frozenset[int]
    doers_above: frozenset[int]
    is_subject: bool
    is_object: bool
    speaks: bool


def _place(phrase: Phrase) -> _Place:
    verb = verb_above(phrase.sentence, phrase.head)
    return _Place(
        sentence=phrase.sentence.index,
        doers=doers_of(phrase.sentence, verb),
        doers_above=doers_above(phrase.sentence, verb),
        is_subject=phrase.head.relation in SUBJECTS,
        is_object=phrase.head.relation in _OBJECTS,
        speaks=_speaks(phrase),
    )


def _signs_of(seen: Seen, place: _Place, sector: str | None) -> dict[str, float]:
    """What one mention tells for its state."""
    one = seen.participants[0]
    is_here = seen.sentence == place.sentence
    does = is_here and seen.head in place.doers
    of_sector = one.sector is not None and one.sector == sector
    return {
        "at" if seen.rule == "venue" else "near": seen.weight * _FADING ** (place.sentence - seen.sentence),
        # "Peru protested, the ministry said" is no sign against Peru; "Peru attacked the army" is.
        "subject": float(is_here and seen.weight >= SUBJECT and not place.speaks),
        "doer": float(does),
        "doer_to": float(does and place.is_object),
        "above": float(is_here and seen.head in place.doers_above and place.is_subject),
        "inner": float(is_here and seen.weight == INSIDE),
        "pronoun": float(is_here and seen.rule in {"pronoun", "possessive"}),
        "official": float(one.person is not None),
        "sector": float(of_sector),
        "body": float(of_sector and one.person is None),
    }


def _country(one: Participant) -> str | None:
    return one.id if one.kind == "state" else one.country


def signs_of_nobody(phrase: Phrase, setting: Setting, sector: str | None) -> dict[str, float]:
    """The signs that no state spoken of is meant."""
    return {
        "nobody": 1.0,
        "nobody_definite": float(phrase.is_definite()),
        "nobody_plural": float(phrase.is_plural()),
        "nobody_modified": float(bool(phrase.modifiers)),
        "nobody_owned": float(phrase.owner is not None),
        "nobody_object": float(phrase.head.relation in _OBJECTS),
        "nobody_forces": float(sector == "MIL"),
        "nobody_police": float(sector == _POLICE),
        "nobody_government": float(sector == "GOV"),
        "nobody_private": float(sector not in OF_THE_STATE),
        "nobody_among": min(len(setting.cast.counts), _AMONG) / _AMONG,
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
