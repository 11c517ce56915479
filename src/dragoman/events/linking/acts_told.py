"""Acts: those that a document has told so far, each with its mentions, to be looked up by type and participant."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dragoman.events.draft import Draft
from dragoman.events.linking.gathering import FRONT
from dragoman.events.linking.sameness import ids

_LEAD = 4  # sentences of the body that tell what the headline tells
_MOST = 8  # acts of one type and participant, or mentions of one act, that are held against a draft


@dataclass(slots=True, eq=False)
class Acts:
    """The acts of a document so far, each a list of its mentions."""

    by_side: defaultdict[tuple[str, str], list[list[Draft]]] = field(default_factory=lambda: defaultdict(list))
    by_sentence: defaultdict[int, list[list[Draft]]] = field(default_factory=lambda: defaultdict(list))
    at: dict[tuple[int, int], list[Draft]] = field(default_factory=dict)
    every: list[list[Draft]] = field(default_factory=list)
    sides: dict[int, set[str]] = field(default_factory=dict)

    def add(self, draft: Draft, act: list[Draft] | None) -> None:
        """A mention of an act, or of a new one."""
        if act is None:
            act = []
            self.every.append(act)
        sides = self.sides.setdefault(id(act), set())
        for id_ in ids(draft.participants) - sides:
            self.by_side[draft.type, id_].append(act)
        sides |= ids(draft.participants)
        act.append(draft)
        told = self.by_sentence[draft.reading.sentence.index]
        if all(act is not other for other in told):
            told.append(act)
        self.at[draft.reading.sentence.index, draft.clause.head] = act

    def is_lead(self, act: Sequence[Draft]) -> bool:
        """Whether the act is told in the first sentences of the body, or before it."""
        first = next((mention.reading.sentence for every in self.every[:1] for mention in every), None)
        sentence = act[0].reading.sentence
        return first is None or sentence.kind in FRONT or sentence.index - first.index < _LEAD

    def of(self, draft: Draft) -> Iterator[list[Draft]]:
        """The acts of the draft's type in which somebody of it takes part."""
        seen: set[int] = set()
        states = {participant.country for participant in draft.participants if participant.country}
        for id_ in ids(draft.participants) | states:
            acts = self.by_side.get((draft.type, id_), [])
            for act in acts if len(acts) <= 2 * _MOST else (*acts[:_MOST], *acts[-_MOST:]):
                if id(act) not in seen:
                    seen.add(id(act))
                    yield act


def some(act: Sequence[Draft]) -> Sequence[Draft]:
    """The first and the last mentions of an act: enough to hold another one against."""
    return act if len(act) <= _MOST else (*act[: _MOST // 2], *act[-_MOST // 2 :])


def first_of(act: Sequence[Draft]) -> tuple[int, int]:
    """Where the act is told first: sentence and word."""
    return act[0].reading.sentence.index, act[0].clause.head


def last_of(act: Sequence[Draft]) -> int:
    """The sentence in which the act is told last."""
    return act[-1].reading.sentence.index
