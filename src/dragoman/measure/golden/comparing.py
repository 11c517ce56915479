"""Comparison: takes a golden sentence and the events coded from it, and gives a verdict."""

from dataclasses import dataclass

from dragoman.measure.describing import describe, names
from dragoman.measure.golden.fields import COMPARISONS
from dragoman.measure.golden.shapes import Expected, GoldenSentence
from dragoman.measure.pairing import pair
from dragoman.records.event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a sentence is coded as expected, and what stands against it."""

    sentence: GoldenSentence
    events: tuple[Event, ...]
    missing: tuple[Expected, ...]
    surplus: tuple[Event, ...]

    @property
    def holds(self) -> bool:
        """Every expected event is there and, unless the sentence says `more`, no other."""
        return not self.missing and (self.sentence.written.more or not self.surplus)

    @property
    def closed_gap(self) -> bool:
        """The sentence holds although it is marked as a gap: the mark should go."""
        return self.holds and self.sentence.written.gap is not None

    def __str__(self) -> str:
        """The sentence, what was expected and what was coded; the fields that differ are named."""
        expected = [
            _expected_line(expected, expected in self.missing, self) for expected in self.sentence.written.events
        ]
        coded = [f"  {'+' if event in self.surplus else ' '} {_coded_line(event)}" for event in self.events]
        return "\n".join(
            [
                f"{self.sentence.address}: {self.sentence.written.text}",
                "expected:",
                *(expected or ["    none"]),
                "coded:",
                *(coded or ["    none"]),
            ]
        )


def judge(sentence: GoldenSentence, events: tuple[Event, ...]) -> Verdict:
    """The verdict on one sentence."""
    by_id = {event.id: event for event in events}
    expected = sentence.written.events
    choices = [[place for place, event in enumerate(events) if not differing(one, event, by_id)] for one in expected]
    pairs = pair(choices)
    taken = set(pairs.values())
    return Verdict(
        sentence=sentence,
        events=events,
        missing=tuple(one for place, one in enumerate(expected) if place not in pairs),
        surplus=tuple(event for place, event in enumerate(events) if place not in taken),
    )


def differing(expected: Expected, event: Event, by_id: dict[str, Event]) -> list[str]:
    """The written fields in which the coded event is not as expected."""
    return [field for field, agrees in COMPARISONS.items() if not agrees(expected, event, by_id)]


def _expected_line(expected: Expected, missing: bool, verdict: Verdict) -> str:  # noqa: FBT001 - a mark, not a mode
    if not missing:
        return f"    {expected}"
    by_id = {event.id: event for event in verdict.events}
    nearest = min((differing(expected, event, by_id) for event in verdict.surplus), key=len, default=[])
    near = bool(nearest) and len(nearest) < len(expected.model_fields_set)
    return f"  - {expected}" + (f"   nearest differs in {', '.join(nearest)}" if near else "")


def _coded_line(event: Event) -> str:
    parts = [describe(event), f'"{event.trigger.text}"']
    if event.date:
        parts.append(f"date {event.date.start}/{event.date.end}" if event.date.start else "date relative")
    if event.due:
        parts.append(f"due {event.due.start}/{event.due.end}" if event.due.start else "due relative")
    if event.place:
        parts.append(f"in {event.place.name}")
    if event.said_by:
        parts.append(f"said by {names(event.said_by)}")
    parts += [name for name in ("content_of", "part_of", "same_as") if getattr(event, name)]
    return ", ".join([*parts, f"{event.why.file}:{event.why.line}"])
