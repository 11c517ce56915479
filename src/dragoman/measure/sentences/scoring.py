"""Scores of a sentence set: takes its gold and the events coded from each sentence, and gives the report.

Gold lines with one text are one sentence. Within it events are paired one to one, as many as can be: by type (those
that the gold allows are accepted), by type and actor, by type, actor and recipient. A side agrees if it has a
participant in common, or if the gold leaves it empty. A reciprocal event may change its sides, or stand twice, once
each way.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from dragoman.measure.describing import describe
from dragoman.measure.pairing import pair
from dragoman.measure.scores import Miss, Report, Score
from dragoman.measure.sentences.codes import codes_of, has_identity, same
from dragoman.measure.sentences.gold import GoldAct, GoldActor, GoldSentence
from dragoman.records.event import Event
from dragoman.records.participant import Participant

LEVELS = ("type", "who", "whom")

# An older category of some gold sets, in which two of today's types stand together.
_JOINT = "YIELD"
_JOINED = frozenset({"CONCEDE", "RETREAT"})

_Codes = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sentence:
    id: str
    text: str
    gold: tuple[GoldAct, ...]
    events: tuple[Event, ...]


def score_sentences(
    name: str, gold: Sequence[GoldSentence], coded: Mapping[str, Sequence[Event]], *, strict: bool = False
) -> Report:
    """The report on a set; `coded` are the events of each line by its id, in the PLOVER view."""
    sentences = _pooled(gold, coded)
    return Report(
        name=name,
        units=len(sentences),
        levels={level: _score(sentences, number, strict=strict) for number, level in enumerate(LEVELS, 1)},
        all_levels={},
        by_type=_by_type(sentences),
        dates={},
        misses=tuple(miss for sentence in sentences for miss in _misses(sentence, strict=strict)),
    )


def _pooled(gold: Sequence[GoldSentence], coded: Mapping[str, Sequence[Event]]) -> list[_Sentence]:
    lines: dict[str, list[GoldSentence]] = {}
    for line in gold:
        lines.setdefault(" ".join(line.text.split()), []).append(line)
    joint = any(act.type == _JOINT for line in gold for act in line.events)
    return [
        _Sentence(
            id=same_text[0].id,
            text=text,
            gold=tuple(act for line in same_text for act in line.events),
            events=tuple(_tidy((event for line in same_text for event in coded.get(line.id, ())), joint=joint)),
        )
        for text, same_text in lines.items()
    ]


def _tidy(events: Iterable[Event], *, joint: bool) -> list[Event]:
    """Without exact repetitions and without the second of a mirrored pair."""
    kept: dict[tuple[str, _Codes, _Codes], Event] = {}
    for event in events:
        type_ = _JOINT if joint and event.type in _JOINED else event.type
        actors, recipients = _codes(event.actors), _codes(event.recipients)
        mirrored = actors and recipients and (type_, recipients, actors) in kept
        if not mirrored:
            kept.setdefault((type_, actors, recipients), replace(event, type=type_))
    return list(kept.values())


def _codes(participants: tuple[Participant, ...]) -> _Codes:
    return tuple(sorted(codes_of(participant) for participant in participants))


def _score(sentences: list[_Sentence], level: int, *, strict: bool) -> Score:
    return Score(
        right=sum(len(_pairs(sentence.gold, sentence.events, level, strict=strict)) for sentence in sentences),
        coded=sum(len(sentence.events) for sentence in sentences),
        gold=sum(len(sentence.gold) for sentence in sentences),
    )


def _pairs(gold: Sequence[GoldAct], events: Sequence[Event], level: int, *, strict: bool) -> dict[int, int]:
    return pair(
        [[place for place, event in enumerate(events) if _agree(act, event, level, strict=strict)] for act in gold]
    )


def _by_type(sentences: list[_Sentence]) -> dict[str, Score]:
    """Type by type: one that the gold merely allows is not that type."""
    scores: dict[str, Score] = {}
    for sentence in sentences:
        gold = [act.type for act in sentence.gold]
        coded = [event.type for event in sentence.events]
        for type_ in {*gold, *coded}:
            counts = gold.count(type_), coded.count(type_)
            scores[type_] = scores.get(type_, Score()) + Score(right=min(counts), coded=counts[1], gold=counts[0])
    return dict(sorted(scores.items()))


def _agree(gold: GoldAct, event: Event, level: int, *, strict: bool) -> bool:
    if event.type != gold.type and (strict or event.type not in gold.type_alt):
        return False
    if level == 1:
        return True
    actors, recipients = event.actors, event.recipients
    everyone = actors + recipients
    if _is_reciprocal(gold) and not gold.recipients:
        # All parties stand on one side: one of them is enough for who, two for whom.
        found = sum(any(same(actor, one) for one in everyone) for actor in gold.actors)
        return found >= min(level - 1, len(gold.actors))
    sides = [(actors, recipients)]
    if _is_reciprocal(gold):
        sides += [(recipients, actors), (everyone, everyone)]
    return any(_side(gold.actors, who) and (level == 2 or _side(gold.recipients, whom)) for who, whom in sides)


def _is_reciprocal(act: GoldAct) -> bool:
    return act.reciprocal or (len(act.actors) > 1 and not act.recipients)


def _side(gold: tuple[GoldActor, ...], coded: tuple[Participant, ...]) -> bool:
    known = [actor for actor in gold if has_identity(actor)]
    return not known or any(same(actor, one) for actor in known for one in coded)


def _misses(sentence: _Sentence, *, strict: bool) -> list[Miss]:
    """What does not reach the last level, with the nearest event that is free; then the surplus."""
    pairs: dict[int, tuple[int, int]] = {}
    for level in range(len(LEVELS), 0, -1):
        open_gold = [place for place in range(len(sentence.gold)) if place not in pairs]
        taken = {place for place, _ in pairs.values()}
        open_events = [place for place in range(len(sentence.events)) if place not in taken]
        found = _pairs(
            [sentence.gold[place] for place in open_gold],
            [sentence.events[place] for place in open_events],
            level,
            strict=strict,
        )
        pairs |= {open_gold[left]: (open_events[right], level) for left, right in found.items()}
    missed = [
        _miss(sentence, act, pairs.get(place))
        for place, act in enumerate(sentence.gold)
        if place not in pairs or pairs[place][1] < len(LEVELS)
    ]
    taken = {place for place, _ in pairs.values()}
    return missed + [
        Miss(where=sentence.id, stopped_at="false", expected="", coded=describe(event), words=sentence.text)
        for place, event in enumerate(sentence.events)
        if place not in taken
    ]


def _miss(sentence: _Sentence, act: GoldAct, reached: tuple[int, int] | None) -> Miss:
    return Miss(
        where=sentence.id,
        stopped_at=LEVELS[reached[1]] if reached else "found",
        expected=f"{_names(act.actors)} → {act.type} → {_names(act.recipients)}",
        coded=describe(sentence.events[reached[0]]) if reached else "",
        words=sentence.text,
    )


def _names(actors: tuple[GoldActor, ...]) -> str:
    return ", ".join(f"{actor.text} [{actor.code}]" if actor.code else actor.text for actor in actors) or "none"
