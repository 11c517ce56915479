"""Card: takes an event, gives what is held against other events: its sides, its days, its words."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from dragoman.acts.days import Window, window_of
from dragoman.knowledge.same_act_words import SameActWords
from dragoman.knowledge.word_lists import beginning
from dragoman.records.event import Event, Status
from dragoman.records.participant import Participant

_WORD = re.compile(r"[^\W\d_][\w’'-]+|\d[\d.,]*\d|\d")
_STEM = 5
_SHORTEST = 4  # letters: shorter words without a capital are of grammar


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What of a report is compared. `actors` and `recipients` are ids, `countries` the states of those who are none.

    `sides` are all participants, whichever side they are on; `words` are the telling words of the passage, `figures`
    its numbers, `stems` the beginnings of the trigger's words, `families` the families of these words.
    """

    id: str
    document: str
    type: str
    mode: str | None
    status: Status
    actors: frozenset[str]
    recipients: frozenset[str]
    sides: frozenset[str]
    countries: frozenset[str]
    window: Window | None
    place: str | None
    place_country: str | None
    exact_place: bool
    families: frozenset[str]
    trigger: str
    stems: frozenset[str]
    words: frozenset[str]
    figures: frozenset[float]


def card_of(event: Event, known_on: str | None, words: SameActWords) -> Card:
    """The event's card; `known_on` is the day of its publication, `words` the families that tell the same act."""
    participants = event.participants
    actors, recipients = frozenset(one.id for one in event.actors), frozenset(one.id for one in event.recipients)
    trigger = event.trigger.text.casefold()
    triggers = _WORD.findall(trigger)
    return Card(
        id=event.id,
        document=event.document,
        type=event.type,
        mode=event.mode,
        status=event.status,
        actors=actors,
        recipients=recipients,
        sides=actors | recipients,
        countries=_countries(participants),
        window=window_of(event, known_on),
        place=event.place.name if event.place else None,
        place_country=event.place.country if event.place else None,
        exact_place=event.place is not None and event.place.precision in {"city", "site"},
        families=_families(triggers, event.type, words),
        trigger=trigger,
        stems=frozenset(_stems(triggers)),
        words=frozenset(_telling(" ".join(span.text for span in event.evidence), participants)),
        figures=frozenset(one.best for one in event.magnitudes if one.best is not None),
    )


def _countries(participants: Iterable[Participant]) -> frozenset[str]:
    """The states of those who are no state themselves."""
    return frozenset(one.country for one in participants if one.country is not None and one.country != one.id)


def _families(triggers: Iterable[str], type_: str, words: SameActWords) -> frozenset[str]:
    forms = (form for word in triggers for form in _forms(word))
    return frozenset().union(*(words.families_of(form, type_) for form in forms if form in words.families))


@lru_cache(maxsize=10_000)
def _forms(word: str) -> tuple[str, ...]:
    """The word and what it may be the inflected form of; whatever is no word is in no family."""
    plural = [f"{word[:-3]}y"] if word.endswith("ies") else []
    cut = [word.removesuffix(ending) for ending in ("s", "es", "d", "ed", "ing") if word.endswith(ending)]
    doubled = [stem[:-1] for stem in cut if len(stem) > 2 and stem[-1] == stem[-2]]
    return (word, *cut, *doubled, *(stem + "e" for stem in cut), *plural)


def _stems(triggers: Iterable[str]) -> Iterable[str]:
    """The beginnings of the longer words of a trigger: five letters stand for the word in all its forms."""
    return (word[:_STEM] for word in triggers if len(word) >= _SHORTEST)


def _telling(passage: str, participants: Iterable[Participant]) -> Iterable[str]:
    """The longer words and the names of a passage, without those of the participants, in their beginnings."""
    named = {word for one in participants for word in _WORD.findall(one.text.casefold())}
    for word in _WORD.findall(passage):
        if (len(word) < _SHORTEST and not word[0].isupper()) or word[0].isdigit():
            continue
        small = word.casefold()
        if small not in named:
            yield beginning(small)
