"""Matching: takes the gold events of a text and the coded ones, and gives pairs with the level they reach.

A pair needs the words of the two to overlap. Its level is type (the same, or one that the gold allows), then who (an
actor in common), whom (a recipient in common, where the gold has any), status. Higher levels are paired first.
"""

from dataclasses import dataclass
from typing import NamedTuple

from dragoman.measure.documents.gold import GoldEvent
from dragoman.measure.documents.places import Places, Stretch, overlap
from dragoman.measure.documents.slugs import slugs_of
from dragoman.records.event import Coded, Event
from dragoman.records.span import Span

LEVELS = ("type", "who", "whom", "status")

# Types in which actor and recipient may change places.
_SYMMETRIC = frozenset({"CONSULT", "COOPERATE", "AGREE", "SUPPORT"})
# PLOVER writes an act of speech for what is pledged, threatened, called off: the type stands for these statuses.
_READINGS = {
    "AGREE": frozenset({"pledged", "planned", "possible"}),
    "THREATEN": frozenset({"threatened", "possible", "planned"}),
    "REQUEST": frozenset({"requested"}),
    "CONCEDE": frozenset({"pledged", "planned"}),
    "REJECT": frozenset({"cancelled", "negated"}),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """How to match: `strict` allows no second reading; `trigger_only` looks at the trigger, not at the evidence."""

    strict: bool = False
    trigger_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedEvent:
    """A coded event with the places of all its mentions in the text, ready to be matched."""

    event: Event
    actors: frozenset[str]
    recipients: frozenset[str]
    stretches: tuple[Stretch, ...]


class Pair(NamedTuple):
    """A gold event, a coded one (by their places in the lists) and how many levels they reach together."""

    gold: int
    coded: int
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Matching:
    """The pairs, and the coded events that are a second reading of a gold event that has its pair already."""

    pairs: tuple[Pair, ...]
    second_readings: frozenset[int]


def coded_events(coded: Coded, places: Places, rules: Rules) -> list[CodedEvent]:
    """The coded events, each with its further mentions (`same_as`) merged into it."""
    firsts = {event.id for event in coded.events if event.same_as is None}
    stretches: dict[str, list[Stretch]] = {}
    for event in coded.events:
        owner = event.same_as if event.same_as in firsts else event.id
        stretches.setdefault(owner or event.id, []).extend(places.of_all(_spans(event, rules)))
    return [
        CodedEvent(
            event=event,
            actors=slugs_of(event.actors),
            recipients=slugs_of(event.recipients),
            stretches=tuple(stretches[event.id]),
        )
        for event in coded.events
        if event.same_as not in firsts
    ]


def match(gold: tuple[GoldEvent, ...], coded: list[CodedEvent], rules: Rules) -> Matching:
    """The best pairs first: level, the gold event's own mention, core, the exact type, the largest overlap."""
    candidates = sorted(
        (candidate for place, one in enumerate(gold) for candidate in _candidates(place, one, coded, rules)),
        reverse=True,
    )
    by_gold: dict[int, Pair] = {}
    by_coded: dict[int, Pair] = {}
    for *_, pair in candidates:
        if pair.gold not in by_gold and pair.coded not in by_coded:
            by_gold[pair.gold] = by_coded[pair.coded] = pair
    return Matching(
        pairs=tuple(by_gold[place] for place in sorted(by_gold)),
        second_readings=frozenset(
            pair.coded
            for *_, pair in candidates
            if pair.coded not in by_coded
            and pair.level >= 2
            and _two_readings(gold[pair.gold], coded[pair.coded].event, coded[by_gold[pair.gold].coded].event)
        ),
    )


_Rank = tuple[int, bool, bool, bool, float, int, int, Pair]


def _candidates(place: int, gold: GoldEvent, coded: list[CodedEvent], rules: Rules) -> list[_Rank]:
    ranks: list[_Rank] = []
    for number, one in enumerate(coded):
        shared = overlap(list(one.stretches), list(gold.stretches))
        level = _level(one, gold, rules) if shared else 0
        if level:
            own = overlap(list(one.stretches), [gold.own])
            exact = one.event.type == gold.type
            pair = Pair(place, number, level)
            ranks.append((level, own > 0, gold.core, exact, own or shared, -number, -place, pair))
    return ranks


def _level(coded: CodedEvent, gold: GoldEvent, rules: Rules) -> int:
    """How far the two agree: 0 not at all, 1 type, 2 who, 3 whom, 4 status."""
    type_ = coded.event.type
    if type_ != gold.type and (rules.strict or type_ not in gold.alternatives):
        return 0
    actors, recipients = coded.actors, coded.recipients
    if {type_, gold.type} & _SYMMETRIC:
        actors = recipients = actors | recipients
    if gold.actors and not actors & gold.actors:
        return 1
    if gold.recipients and not recipients & gold.recipients:
        return 2
    return 4 if _same_status(coded.event, gold, rules) else 3


def _same_status(event: Event, gold: GoldEvent, rules: Rules) -> bool:
    if event.status == gold.status:
        return True
    if rules.strict:
        return False
    read_as_speech = event.status == "occurred" and gold.status in _READINGS.get(event.type, ())
    return event.status in gold.status_alternatives or read_as_speech


def _two_readings(gold: GoldEvent, one: Event, other: Event) -> bool:
    """Whether the two are the act of speech and its content, where the gold has one entry for both."""
    return one.type != other.type and any(gold.status in _READINGS.get(event.type, ()) for event in (one, other))


def _spans(event: Event, rules: Rules) -> list[Span]:
    return [event.trigger] if rules.trigger_only else [*event.evidence, event.trigger]
