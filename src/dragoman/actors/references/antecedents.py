"""Antecedents: takes a pronoun and those named before whom it fits, gives the one that it means.

Each is weighed by a few signs; the weights stand in references.yaml and are fitted by `training/antecedents.py` on
coded passages. Whoever was named several times has the strongest of each sign.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dragoman.actors.phrases import Phrase
from dragoman.actors.references.governing import doers_above, doers_of, objects_above, verb_above
from dragoman.actors.references.salience import INSIDE, MAIN_SUBJECT, SUBJECT, SUBJECTS, Seen
from dragoman.actors.setting import Setting

Signs = Mapping[str, float]
Whom = frozenset[tuple[str, str | None]]  # ids and persons of those named together

_FADING = 0.6  # of its weight left with each sentence that has passed
_MANY = 4  # times named, beyond which it says no more
_OBJECTS = frozenset({"dobj", "pobj", "dative"})
_BACK = frozenset({"pronoun", "possessive"})
_COMMON = frozenset({"noun", "office", "context", "people", "title"})


def antecedent(phrase: Phrase, fitting: Iterable[Seen], setting: Setting, weights: Signs) -> Seen | None:
    """Of those whom the pronoun fits the likeliest, by a mention of theirs; None where it fits nobody."""
    known = by_whom(fitting)
    signs = signs_of(phrase, known, setting)
    scored = [(sum(weights[name] * value for name, value in own.items()), whom) for whom, own in signs.items()]
    if not scored:
        return None
    _, best = max(scored, key=lambda one: (one[0], known[one[1]][-1].sentence, known[one[1]][-1].head))
    return known[best][-1]


def by_whom(fitting: Iterable[Seen]) -> dict[Whom, list[Seen]]:
    """All mentions of each, in the order of the text."""
    known: dict[Whom, list[Seen]] = defaultdict(list)
    for seen in fitting:
        known[frozenset((one.id, one.person) for one in seen.participants)].append(seen)
    return dict(known)


def signs_of(phrase: Phrase, known: Mapping[Whom, list[Seen]], setting: Setting) -> dict[Whom, dict[str, float]]:
    """For each who was named the signs that the pronoun means them, by the names of the weights."""
    place = _place(phrase)
    total = sum(setting.cast.counts.values()) or 1
    speaking = {one.id for one in setting.cast.speaker}
    signs: dict[Whom, dict[str, float]] = {}
    for whom, mentions in known.items():
        own: dict[str, float] = defaultdict(float)
        for seen in mentions:
            for name, value in _signs_of(seen, place).items():
                own[name] = max(own[name], value)
        own |= _signs_of_whom(whom, mentions)
        one = mentions[-1].participants[-1]
        own["share"] = setting.cast.counts.get(one.country or one.id, 0) / total
        own["speaker"] = float(any(id_ in speaking for id_, _ in whom))
        signs[whom] = dict(own)
    return signs


def _signs_of_whom(whom: Whom, mentions: list[Seen]) -> dict[str, float]:
    """What those meant by the mentions are, and how often they are named."""
    one = mentions[-1].participants[-1]
    return {
        "times": min(len(mentions), _MANY) / _MANY,
        "state": float(one.kind == "state"),
        "people": float(one.kind == "population"),
        "group": float(one.kind in {"group", "organisation"}),
        "person": float(one.kind == "person"),
        "body": float(one.kind == "state" and one.sector is not None and one.person is None),
        "several": float(any(seen.several for seen in mentions)),
        "together": float(len(whom) > 1),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """Where the pronoun stands: whose doing it is part of, and on whose the sentence says that it hangs."""

    sentence: int
    doers: frozenset[int]
    doers_above: frozenset[int]
    objects_above: frozenset[int]
    is_subject: bool
    is_object: bool
    is_owner: bool


def _place(phrase: Phrase) -> _Place:
    sentence, head = phrase.sentence, phrase.head
    verb = verb_above(sentence, head)
    return _Place(
        sentence=sentence.index,
        doers=doers_of(sentence, verb),
        doers_above=doers_above(sentence, verb),
        objects_above=objects_above(sentence, verb),
        is_subject=head.relation in SUBJECTS,
        is_object=head.relation in _OBJECTS,
        is_owner=head.relation == "poss",
    )


def _signs_of(seen: Seen, place: _Place) -> dict[str, float]:
    """What one mention tells for those whom it means."""
    since = place.sentence - seen.sentence
    is_here, is_before = since == 0, since == 1
    does = is_here and seen.head in place.doers
    return {
        "near": seen.weight * _FADING**since,
        "here": float(is_here),
        "before": float(is_before),
        "far": float(since > 2),
        "main": float(is_before and seen.weight >= MAIN_SUBJECT),
        "subject": float(place.is_subject and seen.weight >= SUBJECT) * _FADING**since,
        "doer": float(does and place.is_owner),
        "itself": float(does and place.is_object),
        "above": float(is_here and seen.head in place.doers_above),
        "above_object": float(is_here and seen.head in place.objects_above),
        "inner": float(is_here and seen.weight == INSIDE),
        "again": float(seen.rule in _BACK) * _FADING**since,
        "called": float(seen.rule in _COMMON),
        "unlisted": float(seen.rule == "unknown"),
    }
