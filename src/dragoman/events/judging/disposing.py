"""Takes matches, proposals and the verdicts on them; gives the matches that stand, and those that fall with the reason.

Frames propose and the judge disposes: what it takes for no act falls, and an act that no frame knows is written down if
the judge is sure enough. Where judge and grammar differ on who takes part, the surer of the two counts.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from dragoman.events.judging.proposal import POLITICAL, Proposal
from dragoman.events.judging.verdict import Verdict
from dragoman.events.matching.matcher import Match, Misfit
from dragoman.events.matching.naming import distinct
from dragoman.events.matching.voices import voice_of
from dragoman.events.standing.undertaking import is_undertaking
from dragoman.knowledge.frames import Frame
from dragoman.knowledge.judging import Judging
from dragoman.records.clause import Clause
from dragoman.records.participant import Participant
from dragoman.records.reading import Reading

_ACTOR, _RECIPIENT = 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Disposed:
    """What stands and what falls of one sentence; `leads` are acts that are too unsure to stand."""

    matches: list[Match]
    misfits: list[Misfit]
    leads: list[Match] = field(default_factory=list)


class Disposing:
    """Callable: what was proposed in one sentence in, what stands out."""

    def __init__(self, judging: Judging, types: Sequence[str]) -> None:
        self._at = judging.thresholds
        self._frames = judging.frames
        self._types = frozenset(types)

    def __call__(
        self,
        reading: Reading,
        matches: Sequence[Match],
        misfits: Sequence[Misfit],
        proposals: Sequence[Proposal],
        verdicts: Mapping[int, Verdict],
    ) -> Disposed:
        """The matches that stand, in the order of the text, and the misfits, those that fell among them."""
        standing: list[Match] = []
        fallen = list(misfits)
        for match in matches:
            verdict = verdicts.get(match.clause.head)
            if verdict is None or match.type not in self._types:
                standing.append(match)
            elif verdict.act < self._at.drop:
                reason = f"judged to be no act ({verdict.act:.2f})"
                fallen.append(Misfit(clause=match.clause, frame=match.frame, tokens=match.tokens, reason=reason))
            else:
                standing.append(self._with_sides(reading, match, verdict))
        told = {match.clause.head for match in matches} | {token for match in standing for token in match.tokens}
        unframed: list[Match] = []
        leads = [match for match in matches if self._is_lead(reading, match, verdicts)]
        for proposal in proposals:
            head = proposal.clause.head
            verdict = verdicts.get(head)
            if verdict is None or head in told:
                continue
            if verdict.act >= self._at.take:
                found = self._unframed(reading, proposal, verdict, misfits)
                unframed += [found] if found is not None else []
            elif self._may_be(reading, proposal.clause, verdict):
                lead = self._lead(reading, proposal, verdict)
                leads += [lead] if lead is not None else []
        standing += [match for match in unframed if not _is_told_by_verb(match, (*standing, *unframed))]
        standing.sort(key=lambda match: match.clause.head)
        return Disposed(matches=standing, misfits=fallen, leads=leads)

    def _is_lead(self, reading: Reading, match: Match, verdicts: Mapping[int, Verdict]) -> bool:
        """Whether a match that falls may still be an act."""
        verdict = verdicts.get(match.clause.head)
        if verdict is None or match.type not in self._types or verdict.act >= self._at.drop or not match.actors:
            return False
        return self._may_be(reading, match.clause, verdict)

    def _may_be(self, reading: Reading, clause: Clause, verdict: Verdict) -> bool:
        """Whether a clause under the bar is a lead: likely enough, what somebody will do, or what the sentence says."""
        return verdict.act >= self._at.lead or clause.governor is None or is_undertaking(reading, clause)

    def _lead(self, reading: Reading, proposal: Proposal, verdict: Verdict) -> Match | None:
        """An act that may be one, by whoever does it in the sentence's grammar."""
        clause = proposal.clause
        if clause.kind != "verb":
            return None
        heads = clause.heads("done-to" if clause.passive else "doer")
        doers = _political(reading, heads)
        if not doers and clause.governor is None:
            doers = _political(reading, sorted(reading.mentions))
        if not doers:
            return None
        others = [one for one in _side(reading, verdict, _RECIPIENT, self._at.side) if one not in doers]
        return Match(
            clause=clause,
            frame=self._frames[verdict.type],
            variant=None,
            tokens=(clause.head,),
            actors=tuple(doers),
            recipients=tuple(distinct(others)),
            verdict=verdict,
        )

    def _unframed(
        self, reading: Reading, proposal: Proposal, verdict: Verdict, misfits: Sequence[Misfit]
    ) -> Match | None:
        """An act that no frame fits, if the judge names its actor or recipient."""
        near = [m for m in misfits if m.clause.head == proposal.clause.head and m.frame.type == verdict.type]
        if any(misfit.is_no_act for misfit in near):
            return None
        near = [misfit for misfit in near if not misfit.frame.no_act]
        actors = (
            list(voice_of(reading, proposal.clause))
            or _side(reading, verdict, _ACTOR, self._at.side)
            or _likeliest(reading, verdict, _ACTOR, self._at.only)
        )
        recipients = _side(reading, verdict, _RECIPIENT, self._at.side)
        frame = near[0].frame if near else self._frames[verdict.type]
        served = _served(reading, proposal.clause, frame) if near and near[0].lacks_side else []
        if any(one in served for one in actors):
            actors, recipients = [one for one in actors if one not in served], [*served, *recipients]
        recipients = [one for one in recipients if one.id not in {actor.id for actor in actors}]
        if not actors and not recipients:
            return None
        return Match(
            clause=proposal.clause,
            frame=frame,
            variant=None,
            tokens=near[0].tokens if near else (proposal.clause.head,),
            actors=tuple(distinct(actors)),
            recipients=tuple(distinct(recipients)),
            verdict=verdict,
        )

    def _with_sides(self, reading: Reading, match: Match, verdict: Verdict) -> Match:
        """The match with both sides as the surer of grammar and judge has them."""
        actors = self._kept(reading, match.actors, verdict, _ACTOR)
        recipients = self._kept(reading, match.recipients, verdict, _RECIPIENT)
        # "suspended part of its aid": nobody becomes a recipient of his own act whom the grammar does not take for one.
        own, told = {actor.id for actor in actors}, {one.id for one in match.recipients}
        recipients = [one for one in recipients if one.id not in own or one.id in told]
        if match.frame.reciprocal:
            actors, recipients = distinct((*actors, *recipients)), []
        lacking = None if actors and recipients else match.lacking
        return replace(match, actors=tuple(actors), recipients=tuple(recipients), lacking=lacking, verdict=verdict)

    def _kept(self, reading: Reading, side: Sequence[Participant], verdict: Verdict, place: int) -> list[Participant]:
        """Those of the grammar whom the judge does not rule out, else those whom the judge is sure of."""
        shares = {
            (one.start, one.end): verdict.sides[mention.head][place]
            for mention in reading.mentions.values()
            for one in mention.participants
            if mention.head in verdict.sides
        }
        kept = [one for one in side if shares.get((one.start, one.end), 1.0) >= self._at.rule_out]
        sure = _side(reading, verdict, place, self._at.add if kept else self._at.side)
        return distinct((*kept, *sure))


def _is_told_by_verb(match: Match, others: Iterable[Match]) -> bool:
    """Whether a noun is the object of a verb that tells the same: "fired rubber bullets" is one act."""
    clause = match.clause
    return (
        clause.kind == "noun"
        and match.frame.content is None
        and clause.governed_as == "done-to"
        and any(other.clause.head == clause.governor and other.type == match.type for other in others)
    )


def _political(reading: Reading, heads: Iterable[int]) -> list[Participant]:
    """States, bodies and office holders among those named at the heads."""
    named = (one for head in heads if head in reading.mentions for one in reading.mentions[head].participants)
    return distinct(one for one in named if one.kind in POLITICAL or one.office is not None)


def _served(reading: Reading, clause: Clause, frame: Frame) -> list[Participant]:
    """Who is the subject of a frame in which the subject is the other side: who "received" does not give."""
    if "doer" not in frame.recipient or "doer" in frame.actor:
        return []
    mentions = (reading.mentions[head] for head in clause.heads("doer") if head in reading.mentions)
    return [one for mention in mentions for one in mention.participants]


def _side(reading: Reading, verdict: Verdict, place: int, least: float) -> list[Participant]:
    heads = [head for head, shares in sorted(verdict.sides.items()) if shares[place] >= least]
    return [one for head in heads for one in reading.mentions[head].participants]


def _likeliest(reading: Reading, verdict: Verdict, place: int, least: float) -> list[Participant]:
    if not verdict.sides:
        return []
    head = max(verdict.sides, key=lambda one: verdict.sides[one][place])
    return list(reading.mentions[head].participants) if verdict.sides[head][place] >= least else []
