"""Scores of a document: takes its gold and what was coded, and gives the report.

Core: recall is over the gold's core events; a coded event paired with one that is not core is neither right nor wrong;
one paired with nothing is false. All: every event counts once, however often it is mentioned.
"""

from collections import Counter

from dragoman.measure.describing import describe
from dragoman.measure.documents.gold import GoldDocument, GoldEvent
from dragoman.measure.documents.matching import LEVELS, CodedEvent, Matching, Rules, coded_events, match
from dragoman.measure.documents.places import Places
from dragoman.measure.periods import agreement, period, period_of
from dragoman.measure.scores import DateScore, Miss, Report, Score
from dragoman.records.event import Coded
from dragoman.records.span import DateSpan

_NO_RULES = Rules()


def score_document(gold: GoldDocument, coded: Coded, *, rules: Rules = _NO_RULES) -> Report:
    """The report on one document."""
    events = coded_events(coded, Places(gold.text), rules)
    matching = match(gold.events, events, rules)
    return Report(
        name=gold.name,
        units=1,
        levels=_core_levels(gold.events, events, matching),
        all_levels=_all_levels(gold.events, events, matching),
        by_type=_by_type(gold.events, events, matching),
        dates=_dates(gold.events, events, matching),
        misses=tuple(_misses(gold, events, matching)),
    )


def false_events(events: list[CodedEvent], matching: Matching) -> list[CodedEvent]:
    """The coded events that nothing in the gold stands for."""
    explained = matching.second_readings | {pair.coded for pair in matching.pairs}
    return [event for place, event in enumerate(events) if place not in explained]


def _core_levels(gold: tuple[GoldEvent, ...], events: list[CodedEvent], matching: Matching) -> dict[str, Score]:
    core = [pair for pair in matching.pairs if gold[pair.gold].core]
    coded = len(core) + len(false_events(events, matching))
    total = sum(event.core for event in gold)
    return {
        name: Score(right=sum(pair.level >= level for pair in core), coded=coded, gold=total)
        for level, name in enumerate(LEVELS, 1)
    }


def _all_levels(gold: tuple[GoldEvent, ...], events: list[CodedEvent], matching: Matching) -> dict[str, Score]:
    once = [pair for pair in matching.pairs if not gold[pair.gold].repeats]
    repeated = len(matching.pairs) - len(once)
    coded = len(events) - len(matching.second_readings) - repeated
    total = sum(not event.repeats for event in gold)
    return {
        name: Score(right=sum(pair.level >= level for pair in once), coded=coded, gold=total)
        for level, name in enumerate(LEVELS, 1)
    }


def _by_type(gold: tuple[GoldEvent, ...], events: list[CodedEvent], matching: Matching) -> dict[str, Score]:
    """Core events at level type; what is right counts for the type of the gold, what is false for its own."""
    total = Counter(event.type for event in gold if event.core)
    right = Counter(gold[pair.gold].type for pair in matching.pairs if gold[pair.gold].core)
    false = Counter(event.event.type for event in false_events(events, matching))
    return {
        type_: Score(right=right[type_], coded=right[type_] + false[type_], gold=total[type_])
        for type_ in sorted(total.keys() | right.keys() | false.keys())
    }


def _dates(gold: tuple[GoldEvent, ...], events: list[CodedEvent], matching: Matching) -> dict[str, DateScore]:
    scores: dict[str, DateScore] = {}
    for pair in matching.pairs:
        one, event = gold[pair.gold], events[pair.coded].event
        if one.date:
            name = "dates stated" if one.date_stated else "dates inferred"
            scores[name] = scores.get(name, DateScore()) + _date(event.date, one.date, one.date_alternative)
        if one.due:
            scores["due"] = scores.get("due", DateScore()) + _date(event.due, one.due, None)
    return scores


def _date(coded: DateSpan | None, gold: str, alternative: str | None) -> DateScore:
    found = agreement(period_of(coded), period(gold), period(alternative) if alternative else None)
    return DateScore(**{found: 1})


def _misses(gold: GoldDocument, events: list[CodedEvent], matching: Matching) -> list[Miss]:
    """Core events first, then the others, then what is false."""
    pairs = {pair.gold: pair for pair in matching.pairs}
    missed = []
    for place, one in sorted(enumerate(gold.events), key=lambda numbered: not numbered[1].core):
        pair = pairs.get(place)
        where = f"{gold.name} {one.id}{' core' if one.core else ''}"
        if pair is None and not one.repeats:
            missed.append(Miss(where=where, stopped_at="found", expected=one.written, coded="", words=one.quote))
        elif pair is not None and pair.level < len(LEVELS):
            coded = describe(events[pair.coded].event)
            missed.append(
                Miss(where=where, stopped_at=LEVELS[pair.level], expected=one.written, coded=coded, words=one.quote)
            )
    return missed + [
        Miss(where=gold.name, stopped_at="false", expected="", coded=describe(one.event), words=_words(one))
        for one in false_events(events, matching)
    ]


def _words(coded: CodedEvent) -> str:
    event = coded.event
    return f"[{event.trigger.text}] {event.evidence[0].text if event.evidence else ''}"
