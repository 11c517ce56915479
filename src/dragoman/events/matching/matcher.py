"""Takes a Reading, gives for each clause the frame that fits it best, and those that were dropped with the reason.

A frame is found by its trigger word; its further words and conditions are then sought among the clause's arguments.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.events.judging.verdict import Verdict
from dragoman.events.matching.conditions import fits_all, unfit
from dragoman.events.matching.filling import Filling
from dragoman.events.matching.phrases import is_date, phrase_tokens
from dragoman.events.matching.sides import joined, lacking
from dragoman.events.standing.undertaking import binds_speaker
from dragoman.knowledge.frames import Candidate, Frame, FrameIndex, Variant
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

Candidates = Iterable[tuple[Frame, tuple[int, ...]]]

_NO_ACTS = frozenset({"be", "have"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """A frame that fits a clause: the tokens of its phrase, the variant that applies, and both sides.

    `lacking` says which side is not named yet, where the act of speech that tells of it may still name it. `verdict` is
    what the learned judge made of it, if it was asked.
    """

    clause: Clause
    frame: Frame
    variant: Variant | None
    tokens: tuple[int, ...]
    actors: tuple[Participant, ...]
    recipients: tuple[Participant, ...]
    lacking: str | None = None
    verdict: Verdict | None = None

    @property
    def type(self) -> str:
        """The variant's type, else the frame's."""
        return (self.variant.type if self.variant and self.variant.type else None) or self.frame.type


@dataclass(frozen=True, slots=True, kw_only=True)
class Misfit:
    """A frame whose words stand in a clause, and why it was not taken.

    `lacks_side`: for want of a side alone; `is_no_act`: it says that its words tell no act of its type.
    """

    clause: Clause
    frame: Frame
    tokens: tuple[int, ...]
    reason: str
    lacks_side: bool = False
    is_no_act: bool = False


class Matcher:
    """Callable: a reading in, its matches and misfits out."""

    def __init__(self, frames: tuple[Frame, ...], *, arms: frozenset[str] = frozenset()) -> None:
        self._index = FrameIndex(frames)
        self._arms = arms

    def __call__(self, reading: Reading) -> tuple[list[Match], list[Misfit]]:
        """For each clause the first frame that fits, the one with the most words first."""
        matches: list[Match] = []
        misfits: list[Misfit] = []
        filling = Filling(reading, self._arms)
        for clause in reading.clauses.values():
            match, unfit_ = _best(reading, filling, clause, self._candidates(reading, clause))
            matches += [match] if match is not None else []
            misfits += unfit_
        return _without_inner(matches), misfits

    def _candidates(self, reading: Reading, clause: Clause) -> Iterator[tuple[Frame, tuple[int, ...]]]:
        """The frames whose words all stand in the clause; the longest phrase first, then the most conditions."""
        found: list[tuple[int, int, int, tuple[int, ...]]] = []
        for candidate in self._keyed(reading, clause):
            tokens = phrase_tokens(reading, clause, candidate.phrase)
            if tokens is not None:
                frame = self._index.frames[candidate.frame]
                found.append((-len(candidate.phrase), -len(frame.only), candidate.frame, tokens))
        found.sort(key=lambda one: one[:3])
        seen: set[int] = set()
        for _, _, number, tokens in found:
            if number not in seen:
                seen.add(number)
                yield self._index.frames[number], tokens
        if clause.lemma not in _NO_ACTS and binds_speaker(reading, clause):
            yield from ((frame, (clause.head,)) for frame in self._index.wildcards)

    def _keyed(self, reading: Reading, clause: Clause) -> list[Candidate]:
        token = reading.sentence.tokens[clause.head]
        if clause.kind == "noun":  # the month of March is no march
            return [] if is_date(token) else self._index.noun(clause.lemma)
        if token.tag == "VBN":  # "was concerned about" may be read as a passive
            participle = token.text.lower()
            as_adjective = [c for c in self._index.verb("be") if len(c.phrase) > 1 and c.phrase[1] == participle]
            return [*as_adjective, *self._index.verb(clause.lemma)]
        return self._index.verb(clause.lemma)


def _best(
    reading: Reading, filling: Filling, clause: Clause, candidates: Candidates
) -> tuple[Match | None, list[Misfit]]:
    """The first frame both of whose sides are named, else the first that may still wait for them; and the misfits."""
    misfits: list[Misfit] = []
    waiting: Match | None = None
    for frame, tokens in candidates:
        found = _fitted(reading, filling, clause, frame, tokens)
        if isinstance(found, Misfit):
            misfits.append(found)
        elif found.lacking is None:
            return found, misfits
        else:
            waiting = waiting or found
    return waiting, misfits


def _fitted(
    reading: Reading, filling: Filling, clause: Clause, frame: Frame, tokens: tuple[int, ...]
) -> Match | Misfit:
    reason = unfit(reading, clause, frame)
    if reason is not None:
        return Misfit(clause=clause, frame=frame, tokens=tokens, reason=reason)
    if frame.no_act:
        reason = f"these words tell no {frame.type}"
        return Misfit(clause=clause, frame=frame, tokens=tokens, reason=reason, is_no_act=True)
    actors = filling.actors(clause, frame)
    recipients = filling.recipients(clause, frame, actors)
    reason = lacking(frame, actors, recipients)
    if reason is not None and not _may_wait(clause, frame, actors):
        return Misfit(clause=clause, frame=frame, tokens=tokens, reason=reason, lacks_side=True)
    if frame.reciprocal:
        actors, recipients = joined(actors, recipients), []
    variant = next((v for v in frame.variants if fits_all(reading, clause, v.when)), None)
    return Match(
        clause=clause,
        frame=frame,
        variant=variant,
        tokens=tokens,
        actors=tuple(actors),
        recipients=tuple(recipients),
        lacking=reason,
    )


def _may_wait(clause: Clause, frame: Frame, actors: list[Participant]) -> bool:
    """Whether another clause tells of the act and may name the missing side: "demanded the release"."""
    if clause.governor is None or clause.governed_as in {"coordinate", "light", "relative"}:
        return False
    return (not actors and "doer" in frame.actor) or (clause.kind == "noun" and clause.governed_as == "done-to")


def _without_inner(matches: list[Match]) -> list[Match]:
    """Of "lifted sanctions" the longer phrase is the act: the noun inside it is not told again."""
    covered = {
        token for match in matches for token in match.tokens if len(match.tokens) > 1 and token != match.clause.head
    }
    return [match for match in matches if match.clause.head not in covered]
